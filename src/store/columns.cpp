#include "store/columns.hpp"

#include <array>
#include <limits>
#include <string>

namespace annals {

namespace {

constexpr std::int64_t kUint32Limit = std::int64_t{std::numeric_limits<std::uint32_t>::max()} + 1;

// EDTF of one unmarked day, without the general case's cost: most dates of a newspaper are days, and this is
// written for every sentence and expression.
bool write_plain_day(const DateSpan& span, std::array<char, 10>& out) {
  if (!span.is_day() || span.approximate || span.uncertain || span.first->year < 0) return false;
  const auto digit = [](int n) { return static_cast<char>('0' + n % 10); };
  const int year = span.first->year;
  const int month = span.first->month;
  const int day = span.first->day;
  out = {digit(year / 1000),
         digit(year / 100),
         digit(year / 10),
         digit(year),
         '-',
         digit(month / 10),
         digit(month),
         '-',
         digit(day / 10),
         digit(day)};
  return true;
}

std::optional<std::int64_t> days_of(const std::optional<Date>& date) {
  if (!date) return std::nullopt;
  return to_days(*date);
}

std::optional<Date> take_day(sqlite::Statement& row) {
  const auto days = row.take_optional_integer();
  if (!days) return std::nullopt;
  return from_days(static_cast<std::int32_t>(*days));
}

}  // namespace

void put_span(sqlite::Statement& row, Span span) {
  row.put(std::int64_t{span.begin}).put(std::int64_t{span.end});
}

Span take_span(sqlite::Statement& row) {
  const std::uint32_t begin = row.take_below(kUint32Limit);
  const std::uint32_t end = row.take_below(kUint32Limit);
  return {begin, end};
}

void put_quote(sqlite::Statement& row, const std::optional<Quote>& quote) {
  if (!quote) {
    row.put(std::nullopt).put(std::nullopt).put(std::nullopt);
    return;
  }
  row.put(std::string_view(quote->text));
  put_span(row, quote->span);
}

std::optional<Quote> take_quote(sqlite::Statement& row) {
  if (row.at_null()) {
    row.skip(3);
    return std::nullopt;
  }
  Quote quote;
  quote.text = row.take_text();
  quote.span = take_span(row);
  return quote;
}

void put_dates(sqlite::Statement& row, const std::optional<DateSpan>& dates) {
  if (!dates) {
    row.put(std::nullopt).put(std::nullopt).put(std::nullopt).put(std::nullopt).put(std::nullopt);
    return;
  }
  std::array<char, 10> day{};
  if (write_plain_day(*dates, day)) {
    row.put_copy({day.data(), day.size()});
  } else {
    row.put_copy(to_plain_edtf(*dates));
  }
  row.put(days_of(dates->first)).put(days_of(dates->last));
  put_enum(row, dates->grain);
  row.put(
      std::int64_t{(dates->approximate ? 1 : 0) + (dates->uncertain ? 2 : 0) + (dates->unknown_end ? 4 : 0)});
}

std::optional<DateSpan> take_dates(sqlite::Statement& row) {
  if (row.at_null()) {
    row.skip(5);
    return std::nullopt;
  }
  row.skip();
  DateSpan dates;
  dates.first = take_day(row);
  dates.last = take_day(row);
  dates.grain = row.take_enum<Grain>(kGrains);
  const std::uint32_t marks = row.take_below(8);
  dates.approximate = (marks & 1U) != 0;
  dates.uncertain = (marks & 2U) != 0;
  dates.unknown_end = (marks & 4U) != 0;
  return dates;
}

void put_stamped(sqlite::Statement& row, const std::optional<StampedDate>& date) {
  if (!date) {
    row.put(std::nullopt).put(std::nullopt).put(std::nullopt).put(std::nullopt).put(std::nullopt);
    return;
  }
  row.put_copy(to_iso(date->when)).put(date->when.seconds);
  put_enum(row, date->when.precision);
  row.put(std::int64_t{date->when.offset_minutes});
  put_enum(row, date->origin);
}

std::optional<StampedDate> take_stamped(sqlite::Statement& row) {
  if (row.at_null()) {
    row.skip(5);
    return std::nullopt;
  }
  row.skip();
  StampedDate date;
  date.when.seconds = row.take_integer();
  date.when.precision = row.take_enum<Instant::Precision>(kPrecisions);
  date.when.offset_minutes = static_cast<std::int16_t>(row.take_integer());
  date.origin = row.take_enum<DateOrigin>(kDateOrigins);
  return date;
}

}  // namespace annals
