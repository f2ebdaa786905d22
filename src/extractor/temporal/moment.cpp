#include "extractor/temporal/moment.hpp"

#include <algorithm>

#include <fmt/core.h>

namespace annals {

namespace {

constexpr std::int64_t kOne = 1000;

Date first_of(int year, int month) {
  const int y = std::clamp(year, -9999, 9999);
  return {static_cast<std::int16_t>(y), static_cast<std::uint8_t>(month), 1};
}

// Values are written by hand: they are made for every date of a text.
std::string padded(int number, std::size_t width) {
  std::string text = std::to_string(number);
  if (text.size() < width) text.insert(0, width - text.size(), '0');
  return text;
}

// "2024", "BC0241".
std::string year_text(int year) {
  return year > 0 ? padded(year, 4) : "BC" + padded(1 - year, 4);
}

std::string day_text(Date d) {
  std::string text;
  if (d.year <= 0) {
    text = year_text(d.year);
  } else {
    for (const int place : {1000, 100, 10, 1}) text += static_cast<char>('0' + d.year / place % 10);
  }
  for (const int part : {int{d.month}, int{d.day}}) {
    text += '-';
    text += static_cast<char>('0' + part / 10);
    text += static_cast<char>('0' + part % 10);
  }
  return text;
}

// First year of the stretch of `length` years that holds `year`: 1990 of 1994; of 464 BC the 460s, 469 BC.
int stretch_start(int year, int length) {
  if (year > 0) return std::max(year / length * length, 1);
  const int bc = 1 - year;
  const int last = length == 10 ? bc / 10 * 10 : (bc - 1) / length * length + 1;
  return 1 - (last + length - 1);
}

int first_month(Season season) {
  switch (season) {
    case Season::spring: return 3;
    case Season::summer: return 6;
    case Season::autumn: return 9;
    case Season::winter: return 12;
  }
  return 1;
}

std::string amount_text(std::int64_t thousandths) {
  if (thousandths % kOne == 0) return std::to_string(thousandths / kOne);
  std::string text = fmt::format("{}.{:03}", thousandths / kOne, thousandths % kOne);
  while (text.back() == '0') text.pop_back();
  return text;
}

// A whole number of a larger unit and the rest in a smaller one: 2.5 years are P2Y6M.
std::string split_amount(std::int64_t thousandths, char large, int ratio, char small) {
  const std::int64_t rest = (thousandths % kOne) * ratio;
  if (rest == 0 || rest % kOne != 0) return amount_text(thousandths) + large;
  const std::int64_t whole = thousandths / kOne;
  return (whole != 0 ? fmt::format("{}{}", whole, large) : "") + fmt::format("{}{}", rest / kOne, small);
}

}  // namespace

Moment year_moment(int year) {
  Moment m;
  m.unit = TimeUnit::year;
  m.first = first_of(year, 1);
  return m;
}

Moment month_moment(int year, int month) {
  Moment m;
  m.unit = TimeUnit::month;
  m.first = first_of(year, month);
  return m;
}

Moment day_moment(Date day) {
  Moment m;
  m.first = day;
  return m;
}

Moment quarter_moment(int year, int quarter) {
  Moment m = month_moment(year, 3 * (std::clamp(quarter, 1, 4) - 1) + 1);
  m.unit = TimeUnit::quarter;
  return m;
}

Moment season_moment(int year, Season season) {
  Moment m = month_moment(year, first_month(season));
  m.unit = TimeUnit::season;
  m.season = season;
  return m;
}

Moment moment_around(Date day, TimeUnit unit) {
  Moment m;
  m.unit = unit;
  m.first = day;
  switch (unit) {
    case TimeUnit::week:
    case TimeUnit::fortnight:
      m.unit = TimeUnit::week;
      m.first = add_days(day, -weekday(day));
      break;
    case TimeUnit::weekend: m.first = add_days(day, 5 - weekday(day)); break;
    case TimeUnit::month: m.first = first_of(day.year, day.month); break;
    case TimeUnit::quarter: m.first = first_of(day.year, (day.month - 1) / 3 * 3 + 1); break;
    case TimeUnit::half: m.first = first_of(day.year, day.month <= 6 ? 1 : 7); break;
    case TimeUnit::season:
      m.season = day.month < 3 || day.month == 12 ? Season::winter
                 : day.month < 6                  ? Season::spring
                 : day.month < 9                  ? Season::summer
                                                  : Season::autumn;
      m.first = first_of(day.year, first_month(*m.season));
      break;
    case TimeUnit::year: m.first = first_of(day.year, 1); break;
    case TimeUnit::decade: m.first = first_of(std::max(stretch_start(day.year, 10), 1 - 9999), 1); break;
    case TimeUnit::century: m.first = first_of(std::max(stretch_start(day.year, 100), 1 - 9999), 1); break;
    case TimeUnit::second:
    case TimeUnit::minute:
    case TimeUnit::hour:
    case TimeUnit::part:
    case TimeUnit::day: m.unit = TimeUnit::day; break;
  }
  return m;
}

DateSpan days_of(const Moment& m) {
  const auto months = [&](int count, Grain grain) {
    return DateSpan{m.first, add_days(add_months(m.first, count), -1), grain, false, false};
  };
  switch (m.unit) {
    case TimeUnit::weekend: return {m.first, add_days(m.first, 1), Grain::week, false, false};
    case TimeUnit::week:
    case TimeUnit::fortnight: return {m.first, add_days(m.first, 6), Grain::week, false, false};
    case TimeUnit::month: return month_span(m.first.year, m.first.month);
    case TimeUnit::quarter: return months(3, Grain::quarter);
    case TimeUnit::season: return months(3, Grain::season);
    case TimeUnit::half: return months(6, Grain::season);
    case TimeUnit::year: return year_span(m.first.year);
    case TimeUnit::decade: return months(120, Grain::decade);
    case TimeUnit::century: return months(1200, Grain::century);
    case TimeUnit::second:
    case TimeUnit::minute:
    case TimeUnit::hour:
    case TimeUnit::part:
    case TimeUnit::day: break;
  }
  return day_span(m.first);
}

std::string timex3_value(const Moment& m) {
  if (m.unit == TimeUnit::day) return day_text(m.first);
  std::string year = year_text(m.first.year);
  switch (m.unit) {
    case TimeUnit::second:
    case TimeUnit::minute:
    case TimeUnit::hour: return day_text(m.first) + 'T' + padded(m.hour, 2) + ':' + padded(m.minute, 2);
    case TimeUnit::part: return fmt::format("{}T{}", day_text(m.first), m.part ? code_of(*m.part) : "XX");
    case TimeUnit::day: break;
    case TimeUnit::weekend:
    case TimeUnit::week:
    case TimeUnit::fortnight: {
      const IsoWeek week = iso_week(m.first);
      return fmt::format("{}-W{:02}{}", year_text(week.year), week.week,
                         m.unit == TimeUnit::weekend ? "-WE" : "");
    }
    case TimeUnit::month: return year + '-' + padded(m.first.month, 2);
    case TimeUnit::quarter: return fmt::format("{}-Q{}", year, (m.first.month + 2) / 3);
    case TimeUnit::season: return fmt::format("{}-{}", year, m.season ? code_of(*m.season) : "XX");
    case TimeUnit::half: return fmt::format("{}-H{}", year, m.first.month <= 6 ? 1 : 2);
    case TimeUnit::year: return year;
    case TimeUnit::decade: {
      const std::string text = m.first.year > 0 ? year : year_text(m.first.year + 9);
      return text.substr(0, text.size() - 1);
    }
    case TimeUnit::century: {
      const std::string text = m.first.year > 0 ? year : year_text(m.first.year + 99);
      return text.substr(0, text.size() - 2);
    }
  }
  return {};
}

std::string timex3_period(std::int64_t thousandths, TimeUnit unit, bool vague) {
  const std::int64_t n = thousandths < 0 ? -thousandths : thousandths;
  const auto period = [&](const char* before, std::int64_t factor, const char* after) {
    return before + (vague ? "X" : amount_text(n * factor)) + after;
  };
  switch (unit) {
    case TimeUnit::second: return period("PT", 1, "S");
    case TimeUnit::minute:
      return vague || n % kOne == 0 ? period("PT", 1, "M") : "PT" + split_amount(n, 'M', 60, 'S');
    case TimeUnit::hour:
      return vague || n % kOne == 0 ? period("PT", 1, "H") : "PT" + split_amount(n, 'H', 60, 'M');
    case TimeUnit::part:
    case TimeUnit::day: return period("P", 1, "D");
    case TimeUnit::weekend: return period("P", 1, "WE");
    case TimeUnit::week: return period("P", 1, "W");
    case TimeUnit::fortnight: return period("P", 2, "W");
    case TimeUnit::month: return period("P", 1, "M");
    case TimeUnit::quarter: return period("P", 1, "Q");
    case TimeUnit::season:
    case TimeUnit::half: return period("P", 6, "M");
    case TimeUnit::year:
      return vague || n % kOne == 0 ? period("P", 1, "Y") : "P" + split_amount(n, 'Y', 12, 'M');
    case TimeUnit::decade: return vague ? "PXY" : period("P", 10, "Y");
    case TimeUnit::century: return vague ? "PXC" : period("P", 100, "Y");
  }
  return {};
}

std::string timex3_partial(const Meaning& m) {
  const std::string year = m.year ? year_text(*m.year) : "XXXX";
  const bool any = m.year || m.month || m.weekday || m.season || m.quarter || m.half || m.part || m.hour;
  if (!any) return {};  // "at that time"
  if (m.weekday && !m.month) {
    return fmt::format("{}-WXX-{}{}", year, *m.weekday + 1,
                       m.part ? fmt::format("T{}", code_of(*m.part)) : "");
  }
  if (m.season) return fmt::format("{}-{}", year, code_of(*m.season));
  if (m.quarter) return fmt::format("{}-Q{}", year, *m.quarter);
  if (m.half) return fmt::format("{}-H{}", year, *m.half);
  std::string value = year;
  if (m.month) value += fmt::format("-{:02}", *m.month);
  if (m.month && m.day) value += fmt::format("-{:02}", *m.day);
  if (!m.part && !m.hour) return value;
  if (!m.day) value = "XXXX-XX-XX";
  if (m.hour) return value + fmt::format("T{:02}:{:02}", *m.hour, m.minute.value_or(0));
  return value + fmt::format("T{}", code_of(*m.part));
}

}  // namespace annals
