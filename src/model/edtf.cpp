// EDTF of spans of dates, both ways. The grammar is a handful of fields, so it is read by hand.

#include <algorithm>
#include <array>

#include <fmt/core.h>

#include "annals/model/date.hpp"

namespace annals {

namespace {

// Groups of months with a number of their own in place of a month (ISO 8601-2, 4.8). Seasons are those of
// the north unless the number says south.
struct MonthGroup {
  int code;
  int first_month;
  int months;
  Grain grain;
};
constexpr std::array<MonthGroup, 21> kGroups{{
    {21, 3, 3, Grain::season},   {22, 6, 3, Grain::season},  {23, 9, 3, Grain::season},
    {24, 12, 3, Grain::season},  {25, 3, 3, Grain::season},  {26, 6, 3, Grain::season},
    {27, 9, 3, Grain::season},   {28, 12, 3, Grain::season}, {29, 9, 3, Grain::season},
    {30, 12, 3, Grain::season},  {31, 3, 3, Grain::season},  {32, 6, 3, Grain::season},
    {33, 1, 3, Grain::quarter},  {34, 4, 3, Grain::quarter}, {35, 7, 3, Grain::quarter},
    {36, 10, 3, Grain::quarter}, {37, 1, 4, Grain::season},  {38, 5, 4, Grain::season},
    {39, 9, 4, Grain::season},   {40, 1, 6, Grain::season},  {41, 7, 6, Grain::season},
}};
constexpr int kLowestYear = -9999;
constexpr int kHighestYear = 9999;

bool take(std::string_view& text, std::string_view start) {
  if (!text.starts_with(start)) return false;
  text.remove_prefix(start.size());
  return true;
}

// Exactly `digits` digits.
std::optional<int> take_digits(std::string_view& text, std::size_t digits) {
  if (text.size() < digits) return std::nullopt;
  int value = 0;
  for (const char c : text.substr(0, digits)) {
    if (c < '0' || c > '9') return std::nullopt;
    value = value * 10 + (c - '0');
  }
  text.remove_prefix(digits);
  return value;
}

std::optional<DateSpan> years_span(int first, int last, Grain grain) {
  if (first < kLowestYear || last > kHighestYear) return std::nullopt;
  return DateSpan{year_span(first).first, year_span(last).last, grain};
}

std::optional<DateSpan> group_span(int year, const MonthGroup& group) {
  const auto first = make_date(year, group.first_month, 1);
  const int end = group.first_month + group.months - 1;
  if (!first || (year == kHighestYear && end > 12)) return std::nullopt;
  return DateSpan{first, add_days(add_months(*first, group.months), -1), group.grain};
}

// "199X" and "18XX": the digits before them are taken.
std::optional<DateSpan> masked_years(bool negative, int known, int length) {
  const int low = known * length;
  return negative ? years_span(-(low + length - 1), -low, length == 10 ? Grain::decade : Grain::century)
                  : years_span(low, low + length - 1, length == 10 ? Grain::decade : Grain::century);
}

// After "2024-W".
std::optional<DateSpan> parse_week(int year, std::string_view text) {
  const auto week = take_digits(text, 2);
  if (!week) return std::nullopt;
  const auto monday = monday_of({year, *week});
  if (!monday) return std::nullopt;
  if (text.empty()) return DateSpan{monday, add_days(*monday, 6), Grain::week};
  const auto day = take(text, "-") ? take_digits(text, 1) : std::nullopt;
  if (!day || *day < 1 || *day > 7 || !text.empty()) return std::nullopt;
  return day_span(add_days(*monday, *day - 1));
}

std::optional<DateSpan> parse_month(int year, int month, std::string_view text) {
  if (month > 12) {
    const auto group = std::find_if(kGroups.begin(), kGroups.end(),
                                    [month](const MonthGroup& g) { return g.code == month; });
    return group == kGroups.end() || !text.empty() ? std::nullopt : group_span(year, *group);
  }
  if (month < 1) return std::nullopt;
  if (text.empty() || text == "-XX") return month_span(year, month);
  const auto day = take(text, "-") ? take_digits(text, 2) : std::nullopt;
  const auto date = day && text.empty() ? make_date(year, month, *day) : std::nullopt;
  return date ? std::optional(day_span(*date)) : std::nullopt;
}

std::optional<DateSpan> parse_unmarked(std::string_view text) {
  const bool negative = take(text, "-");
  if (text.size() == 4 && text.ends_with("X")) {
    const bool century = text.ends_with("XX");
    const auto known = take_digits(text, century ? 2 : 3);
    return known ? masked_years(negative, *known, century ? 100 : 10) : std::nullopt;
  }
  const auto digits = take_digits(text, 4);
  if (!digits) return std::nullopt;
  const int year = negative ? -*digits : *digits;
  if (text.empty() || text == "-XX" || text == "-XX-XX") return year_span(year);
  if (take(text, "-W")) return parse_week(year, text);
  const auto month = take(text, "-") ? take_digits(text, 2) : std::nullopt;
  return month ? parse_month(year, *month, text) : std::nullopt;
}

// One date, or one side of an interval.
std::optional<DateSpan> parse_side(std::string_view text) {
  bool approximate = false;
  bool uncertain = false;
  while (!text.empty() && (text.back() == '~' || text.back() == '?' || text.back() == '%')) {
    approximate |= text.back() != '?';
    uncertain |= text.back() != '~';
    text.remove_suffix(1);
  }
  auto span = parse_unmarked(text);
  if (!span) return span;
  span->approximate = approximate;
  span->uncertain = uncertain;
  return span;
}

std::string year_text(int year) {
  return year < 0 ? fmt::format("-{:04}", -year) : fmt::format("{:04}", year);
}

// "2024", "2024-06" or "2024-06-10": the shortest that names exactly first..last; empty when none does.
std::string calendar_text(Date first, Date last) {
  if (first == last) return to_iso(first);
  const DateSpan month = month_span(first.year, first.month);
  if (month.first == first && month.last == last)
    return fmt::format("{}-{:02}", year_text(first.year), first.month);
  const DateSpan year = year_span(first.year);
  return year.first == first && year.last == last ? year_text(first.year) : std::string();
}

// Season, quarter, half, decade or century that is exactly first..last; empty when there is none.
std::string group_text(const DateSpan& span) {
  const Date first = *span.first;
  const Date last = *span.last;
  if (span.grain == Grain::season || span.grain == Grain::quarter) {
    for (const MonthGroup& group : kGroups) {
      if (group.grain == span.grain && group.first_month == first.month &&
          group_span(first.year, group) == span)
        return fmt::format("{}-{}", year_text(first.year), group.code);
    }
  }
  if (span.grain != Grain::decade && span.grain != Grain::century) return {};
  const int length = span.grain == Grain::decade ? 10 : 100;
  const bool negative = last.year < 0 || first.year < 0;
  const int known = negative ? -last.year / length : first.year / length;
  const auto whole = masked_years(negative, known, length);
  if (!whole || whole->first != first || whole->last != last) return {};
  return fmt::format("{}{:0{}}{}", negative ? "-" : "", known, length == 10 ? 3 : 2,
                     length == 10 ? "X" : "XX");
}

// Shortest text for one end of an interval, given how coarse the span is.
std::string end_text(Date date, bool is_first, Grain grain) {
  const bool month_edge = is_first ? date.day == 1 : date.day == days_in_month(date.year, date.month);
  const bool year_edge = month_edge && (is_first ? date.month == 1 : date.month == 12);
  if (grain >= Grain::year && year_edge) return year_text(date.year);
  if (grain >= Grain::month && month_edge) return fmt::format("{}-{:02}", year_text(date.year), date.month);
  return to_iso(date);
}

std::string_view mark_of(const DateSpan& span) {
  if (span.approximate) return span.uncertain ? "%" : "~";
  return span.uncertain ? "?" : "";
}

std::string interval_text(const DateSpan& span) {
  const std::string_view missing = span.unknown_end ? "" : "..";
  std::string text = span.first ? end_text(*span.first, true, span.grain) : std::string(missing);
  if (span.first) text += mark_of(span);
  text += '/';
  if (!span.last) return text.append(missing);
  return text.append(end_text(*span.last, false, span.grain)).append(mark_of(span));
}

}  // namespace

std::string to_plain_edtf(const DateSpan& span) {
  if (span.first && span.last) {
    std::string single = calendar_text(*span.first, *span.last);
    if (!single.empty()) return single.append(mark_of(span));
  }
  return interval_text(span);
}

std::string to_edtf(const DateSpan& span) {
  if (span.first && span.last) {
    DateSpan bare = span;
    bare.approximate = bare.uncertain = bare.unknown_end = false;
    std::string group = group_text(bare);
    if (!group.empty()) return group.append(mark_of(span));
  }
  return to_plain_edtf(span);
}

std::optional<DateSpan> parse_edtf(std::string_view text) {
  const std::size_t slash = text.find('/');
  if (slash == std::string_view::npos) return parse_side(text);
  const std::string_view left = text.substr(0, slash);
  const std::string_view right = text.substr(slash + 1);
  const auto is_missing = [](std::string_view side) { return side.empty() || side == ".."; };
  if (is_missing(left) && is_missing(right)) return std::nullopt;
  const auto from = parse_side(left);
  const auto to = parse_side(right);
  if ((!is_missing(left) && !from) || (!is_missing(right) && !to)) return std::nullopt;
  DateSpan span;
  if (from) span.first = from->first;
  if (to) span.last = to->last;
  if (span.first && span.last && *span.last < *span.first) return std::nullopt;
  span.grain = from && to ? std::min(from->grain, to->grain) : from ? from->grain : to->grain;
  span.approximate = (from && from->approximate) || (to && to->approximate);
  span.uncertain = (from && from->uncertain) || (to && to->uncertain);
  span.unknown_end = left.empty() || right.empty();
  return span;
}

std::optional<Date> parse_iso_date(std::string_view text) {
  const bool negative = text.starts_with("-");
  if (text.size() != (negative ? 11U : 10U) ||
      text.find_first_not_of("-0123456789") != std::string_view::npos)
    return std::nullopt;
  const auto span = parse_side(text);
  return span && span->is_day() ? span->first : std::nullopt;
}

}  // namespace annals
