#include "annals/model/date.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <chrono>

#include <boost/date_time/gregorian_calendar.hpp>
#include <fmt/core.h>

namespace annals {

namespace chrono = std::chrono;

namespace {

constexpr int kMinYear = -9999;
constexpr int kMaxYear = 9999;
constexpr std::array<const char*, 13> kMonthNames{"",        "January",  "February", "March",  "April",
                                                  "May",     "June",     "July",     "August", "September",
                                                  "October", "November", "December"};

chrono::year_month_day to_chrono(Date d) {
  return {chrono::year{d.year}, chrono::month{d.month}, chrono::day{d.day}};
}

Date from_chrono(chrono::year_month_day d) {
  return {static_cast<std::int16_t>(static_cast<int>(d.year())),
          static_cast<std::uint8_t>(static_cast<unsigned>(d.month())),
          static_cast<std::uint8_t>(static_cast<unsigned>(d.day()))};
}

// Boost's calendar arithmetic on plain numbers: its date class is limited to 1400..9999, its calendar is not.
struct YearMonthDay {
  using year_type = int;
  using month_type = unsigned short;
  using day_type = unsigned short;
  int year;
  unsigned short month;
  unsigned short day;
  YearMonthDay(int y, unsigned short m, unsigned short d) : year(y), month(m), day(d) {}
};
using BoostCalendar = boost::date_time::gregorian_calendar_base<YearMonthDay, std::uint32_t>;

// The Gregorian calendar repeats every 400 years, weekdays included: 2000..2399 stand for all.
int twin_year(int year) {
  return 2000 + ((year % 400) + 400) % 400;
}

// Reads exactly `digits` digits at `at` and moves it.
std::optional<int> read_digits(std::string_view text, std::size_t& at, std::size_t digits) {
  if (at + digits > text.size()) return std::nullopt;
  int value = 0;
  for (std::size_t i = 0; i < digits; ++i) {
    const char c = text[at + i];
    if (c < '0' || c > '9') return std::nullopt;
    value = value * 10 + (c - '0');
  }
  at += digits;
  return value;
}

bool read_char(std::string_view text, std::size_t& at, char c) {
  if (at >= text.size() || text[at] != c) return false;
  ++at;
  return true;
}

// One side of an EDTF interval.
std::optional<DateSpan> parse_edtf_side(std::string_view text) {
  DateSpan marks;
  while (!text.empty() && (text.back() == '~' || text.back() == '?' || text.back() == '%')) {
    marks.approximate |= text.back() != '?';
    marks.uncertain |= text.back() != '~';
    text.remove_suffix(1);
  }
  std::size_t at = 0;
  const bool negative = read_char(text, at, '-');
  const auto year = read_digits(text, at, 4);
  if (!year) return std::nullopt;
  const int y = negative ? -*year : *year;
  std::optional<DateSpan> span;
  if (at == text.size()) {
    span = year_span(y);
  } else {
    if (!read_char(text, at, '-')) return std::nullopt;
    const auto month = read_digits(text, at, 2);
    if (!month || *month < 1 || *month > 12) return std::nullopt;
    if (at == text.size()) {
      span = month_span(y, *month);
    } else {
      if (!read_char(text, at, '-')) return std::nullopt;
      const auto day = read_digits(text, at, 2);
      if (!day || at != text.size()) return std::nullopt;
      const auto date = make_date(y, *month, *day);
      if (!date) return std::nullopt;
      span = day_span(*date);
    }
  }
  span->approximate = marks.approximate;
  span->uncertain = marks.uncertain;
  return span;
}

// "2024", "2024-06" or "2024-06-10": the shortest form that names exactly first..last.
std::string edtf_of(Date first, Date last) {
  if (first == last) return to_iso(first);
  const DateSpan month = month_span(first.year, first.month);
  if (month.first == first && month.last == last) return to_iso(first).substr(0, to_iso(first).size() - 3);
  const DateSpan year = year_span(first.year);
  if (year.first == first && year.last == last) return to_iso(first).substr(0, to_iso(first).size() - 6);
  return {};
}

// Shortest EDTF for one end of an interval, given how coarse the span is.
std::string edtf_end(Date date, bool is_first, Grain grain) {
  std::string iso = to_iso(date);
  const bool month_edge = is_first ? date.day == 1 : date.day == days_in_month(date.year, date.month);
  const bool year_edge = month_edge && (is_first ? date.month == 1 : date.month == 12);
  if (grain >= Grain::year && year_edge) return iso.substr(0, iso.size() - 6);
  if (grain >= Grain::month && month_edge) return iso.substr(0, iso.size() - 3);
  return iso;
}

std::string year_in_prose(int year) {
  return year <= 0 ? fmt::format("{} BC", 1 - year) : std::to_string(year);
}

}  // namespace

std::optional<Date> make_date(int year, int month, int day) {
  if (year < kMinYear || year > kMaxYear || month < 1 || month > 12 || day < 1 ||
      day > days_in_month(year, month)) {
    return std::nullopt;
  }
  return Date{static_cast<std::int16_t>(year), static_cast<std::uint8_t>(month),
              static_cast<std::uint8_t>(day)};
}

std::int32_t to_days(Date date) {
  return static_cast<std::int32_t>(chrono::sys_days{to_chrono(date)}.time_since_epoch().count());
}

Date from_days(std::int32_t days) {
  const std::int32_t low = to_days({kMinYear, 1, 1});
  const std::int32_t high = to_days({kMaxYear, 12, 31});
  return from_chrono(chrono::year_month_day{chrono::sys_days{chrono::days{std::clamp(days, low, high)}}});
}

Date add_days(Date date, std::int32_t days) {
  const std::int64_t sum = std::int64_t{to_days(date)} + days;
  return from_days(static_cast<std::int32_t>(std::clamp<std::int64_t>(sum, INT32_MIN, INT32_MAX)));
}

Date add_months(Date date, int months) {
  const int index = date.year * 12 + (date.month - 1) + std::clamp(months, -240000, 240000);
  const int year = std::clamp(index >= 0 ? index / 12 : (index - 11) / 12, kMinYear, kMaxYear);
  const int month = ((index % 12) + 12) % 12 + 1;
  return {static_cast<std::int16_t>(year), static_cast<std::uint8_t>(month),
          static_cast<std::uint8_t>(std::min<int>(date.day, days_in_month(year, month)))};
}

int days_in_month(int year, int month) {
  const chrono::year_month_day_last last{chrono::year{year},
                                         chrono::month_day_last{chrono::month{static_cast<unsigned>(month)}}};
  return static_cast<int>(static_cast<unsigned>(last.day()));
}

int weekday(Date date) {
  return static_cast<int>(chrono::weekday{chrono::sys_days{to_chrono(date)}}.iso_encoding()) - 1;
}

IsoWeek iso_week(Date date) {
  const int twin = twin_year(date.year);
  const int week = BoostCalendar::week_number({twin, date.month, date.day});
  int year = date.year;
  if (date.month == 1 && week > 50) --year;
  if (date.month == 12 && week == 1) ++year;
  return {year, week};
}

std::optional<Date> monday_of(IsoWeek week) {
  const auto fourth = make_date(week.year, 1, 4);  // always in week 1
  if (!fourth || week.week < 1 || week.week > 53) return std::nullopt;
  const Date monday = add_days(*fourth, 7 * (week.week - 1) - weekday(*fourth));
  if (iso_week(monday) != week) return std::nullopt;
  return monday;
}

DateSpan day_span(Date date) {
  return {date, date, Grain::day, false, false};
}

DateSpan month_span(int year, int month) {
  const auto y = static_cast<std::int16_t>(year);
  const auto m = static_cast<std::uint8_t>(month);
  return {Date{y, m, 1}, Date{y, m, static_cast<std::uint8_t>(days_in_month(year, month))}, Grain::month,
          false, false};
}

DateSpan year_span(int year) {
  const auto y = static_cast<std::int16_t>(year);
  return {Date{y, 1, 1}, Date{y, 12, 31}, Grain::year, false, false};
}

DateSpan interval(std::optional<Date> from, std::optional<Date> to) {
  return {from, to, Grain::day, false, false};
}

std::string to_iso(Date date) {
  if (date.year < 0) return fmt::format("-{:04}-{:02}-{:02}", -date.year, date.month, date.day);
  return fmt::format("{:04}-{:02}-{:02}", date.year, date.month, date.day);
}

std::string to_edtf(const DateSpan& span) {
  const char* mark = span.approximate && span.uncertain ? "%"
                     : span.approximate                 ? "~"
                     : span.uncertain                   ? "?"
                                                        : "";
  if (span.first && span.last) {
    const std::string single = edtf_of(*span.first, *span.last);
    if (!single.empty()) return single + mark;
  }
  const std::string from = span.first ? edtf_end(*span.first, true, span.grain) + mark : "..";
  const std::string to = span.last ? edtf_end(*span.last, false, span.grain) + mark : "..";
  return from + "/" + to;
}

std::optional<DateSpan> parse_edtf(std::string_view text) {
  const std::size_t slash = text.find('/');
  if (slash == std::string_view::npos) return parse_edtf_side(text);
  const std::string_view left = text.substr(0, slash);
  const std::string_view right = text.substr(slash + 1);
  const bool open_left = left == ".." || left.empty();
  const bool open_right = right == ".." || right.empty();
  if (open_left && open_right) return std::nullopt;
  const auto from = open_left ? std::nullopt : parse_edtf_side(left);
  const auto to = open_right ? std::nullopt : parse_edtf_side(right);
  if ((!open_left && !from) || (!open_right && !to)) return std::nullopt;
  DateSpan span;
  if (from) span.first = from->first;
  if (to) span.last = to->last;
  if (span.first && span.last && *span.last < *span.first) return std::nullopt;
  span.grain = from && to ? std::min(from->grain, to->grain) : from ? from->grain : to->grain;
  span.approximate = (from && from->approximate) || (to && to->approximate);
  span.uncertain = (from && from->uncertain) || (to && to->uncertain);
  return span;
}

std::string to_prose(Date date) {
  return fmt::format("{} {} {}", date.day, kMonthNames.at(date.month), year_in_prose(date.year));
}

std::string to_prose(const DateSpan& span) {
  std::string text;
  if (span.first && span.last) {
    if (*span.first == *span.last) {
      text = to_prose(*span.first);
    } else if (span == [&] {
                 DateSpan month = month_span(span.first->year, span.first->month);
                 month.approximate = span.approximate;
                 month.uncertain = span.uncertain;
                 return month;
               }()) {
      text = fmt::format("{} {}", kMonthNames.at(span.first->month), year_in_prose(span.first->year));
    } else if (year_span(span.first->year).last == span.last &&
               year_span(span.first->year).first == span.first) {
      text = year_in_prose(span.first->year);
    } else {
      text = fmt::format("{} to {}", to_prose(*span.first), to_prose(*span.last));
    }
  } else if (span.first) {
    text = "since " + to_prose(*span.first);
  } else if (span.last) {
    text = "by " + to_prose(*span.last);
  }
  return span.approximate ? "about " + text : span.uncertain ? "perhaps " + text : text;
}

std::optional<Date> parse_iso_date(std::string_view text) {
  const auto span = parse_edtf_side(text);
  if (!span || !span->is_day() || span->approximate || span->uncertain) return std::nullopt;
  return span->first;
}

}  // namespace annals
