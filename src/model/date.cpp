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

}  // namespace annals
