#include "extractor/temporal/place_fields.hpp"

#include <algorithm>

namespace annals {

namespace {

constexpr std::int64_t kOne = 1000;
constexpr std::int64_t kMostSteps = 20000;

// Gregorian Easter (the anonymous algorithm of 1876).
Date easter_sunday(int year) {
  const int a = year % 19;
  const int b = year / 100;
  const int c = year % 100;
  const int h = (19 * a + b - b / 4 - (b - (b + 8) / 25 + 1) / 3 + 15) % 30;
  const int l = (32 + 2 * (b % 4) + 2 * (c / 4) - h - c % 4) % 7;
  const int m = (a + 11 * h + 22 * l) / 451;
  const int n = h + l - 7 * m + 114;
  return make_date(year, n / 31, n % 31 + 1).value_or(Date{});
}

// "the first Monday of May"
std::optional<Moment> nth_weekday(const Meaning& m, int year) {
  const DateSpan month = days_of(month_moment(year, *m.month));
  const int ahead = (*m.weekday - weekday(*month.first) + 7) % 7;
  Date day = add_days(*month.first, ahead + 7 * (std::max(*m.nth, 1) - 1));
  if (*m.nth < 0) day = add_days(*month.last, -((weekday(*month.last) - *m.weekday + 7) % 7));
  if (day > *month.last) return std::nullopt;
  return on_day(day, m);
}

}  // namespace

// Part of day and clock put on a day.
Moment on_day(Date day, const Meaning& m) {
  Moment moment = day_moment(day);
  if (m.hour) {
    moment.unit = TimeUnit::minute;
    moment.hour = *m.hour;
    moment.minute = m.minute.value_or(0);
  } else if (m.part) {
    moment.unit = TimeUnit::part;
    moment.part = m.part;
  }
  return moment;
}

std::optional<Moment> in_year(const Meaning& m, int year) {
  if (year < -9999 || year > 9999) return std::nullopt;
  if (m.easter && year > 0) return on_day(add_days(easter_sunday(year), *m.easter), m);
  if (m.month && m.nth && m.weekday) return nth_weekday(m, year);
  if (m.month && m.day == -1) return on_day(*days_of(month_moment(year, *m.month)).last, m);
  if (m.month && m.day) {
    const auto date = make_date(year, *m.month, *m.day);
    return date ? std::optional<Moment>(on_day(*date, m)) : std::nullopt;
  }
  if (m.month) return month_moment(year, *m.month);
  if (m.season) return season_moment(year, *m.season);
  if (m.quarter) return quarter_moment(year, *m.quarter == -1 ? 4 : *m.quarter);
  if (m.half) {
    Moment half = month_moment(year, *m.half == 1 ? 1 : 7);
    half.unit = TimeUnit::half;
    return half;
  }
  return year_moment(year);
}

Moment shifted_by(Date base, TimeUnit unit, std::int64_t thousandths) {
  const std::int64_t limited = std::clamp(thousandths, -kMostSteps * kOne, kMostSteps * kOne);
  const int n = static_cast<int>(limited / kOne);
  const int twelfths = static_cast<int>(limited * 12 / kOne);
  switch (unit) {
    case TimeUnit::second:
    case TimeUnit::minute:
    case TimeUnit::hour:
    case TimeUnit::part:
    case TimeUnit::day: return day_moment(add_days(base, n));
    case TimeUnit::weekend:
    case TimeUnit::week: return moment_around(add_days(base, 7 * n), unit);
    case TimeUnit::fortnight: return moment_around(add_days(base, 14 * n), TimeUnit::week);
    case TimeUnit::month: return moment_around(add_months(base, n), unit);
    case TimeUnit::quarter: return moment_around(add_months(base, 3 * n), unit);
    case TimeUnit::season:
    case TimeUnit::half: return moment_around(add_months(base, 6 * n), unit);
    case TimeUnit::year: {
      const bool whole = limited % kOne == 0;
      return moment_around(add_months(base, twelfths), whole ? TimeUnit::year : TimeUnit::month);
    }
    case TimeUnit::decade: return moment_around(add_months(base, 10 * twelfths), unit);
    case TimeUnit::century: return moment_around(add_months(base, 100 * 12 * n), unit);
  }
  return day_moment(base);
}

}  // namespace annals
