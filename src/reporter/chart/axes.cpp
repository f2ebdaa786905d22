#include "reporter/chart/axes.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <string_view>

#include <fmt/format.h>

#include "annals/model/date.hpp"

namespace annals {

namespace {

constexpr std::int64_t kDay = 86400;
constexpr std::size_t kMostMarks = 10;
constexpr std::array<std::string_view, 12> kMonths{"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                                   "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};

std::int64_t floor_to(std::int64_t value, std::int64_t step) {
  const std::int64_t rest = value % step;
  return value - (rest < 0 ? rest + step : rest);
}

// 1, 2 or 5 times a power of ten, so that about four of them reach `high`.
std::int64_t round_step(double high) {
  const double raw = high / 4;
  if (raw <= 1) return 1;
  const double power = std::pow(10, std::floor(std::log10(raw)));
  for (const double factor : {1.0, 2.0, 5.0}) {
    if (raw <= factor * power) return static_cast<std::int64_t>(factor * power);
  }
  return static_cast<std::int64_t>(10 * power);
}

void set_log_marks(ValueAxis& axis) {
  const bool is_short = axis.high / axis.low <= 100;
  for (double decade = axis.low; decade <= axis.high * 1.0001; decade *= 10) {
    for (const double factor : {1.0, 2.0, 5.0}) {
      if (factor > 1 && !is_short) break;
      if (factor * decade <= axis.high) axis.marks.push_back(std::llround(factor * decade));
    }
  }
  while (axis.marks.size() > 6) {  // every second decade
    std::vector<std::int64_t> fewer;
    for (std::size_t i = 0; i < axis.marks.size(); i += 2) fewer.push_back(axis.marks[i]);
    axis.marks = std::move(fewer);
  }
}

std::string day_label(Date date) {
  return fmt::format("{} {}", date.day, kMonths.at(date.month - 1U));
}

Date day_of(std::int64_t seconds) {
  return from_days(static_cast<std::int32_t>(floor_to(seconds, kDay) / kDay));
}

std::vector<TimeMark> hour_marks(std::int64_t begin, std::int64_t end, std::int64_t step) {
  std::vector<TimeMark> marks;
  for (std::int64_t at = floor_to(begin + step - 1, step); at <= end; at += step) {
    const std::int64_t second = at - floor_to(at, kDay);
    marks.push_back({at, fmt::format("{:02}:{:02}", second / 3600, second / 60 % 60), {}});
    if (marks.size() == 1 || second == 0) marks.back().above = day_label(day_of(at));
  }
  return marks;
}

// The step counts from the first of a month, so that it falls on the same days whatever the window.
std::vector<TimeMark> day_marks(std::int64_t begin, std::int64_t end, int step) {
  std::vector<TimeMark> marks;
  std::int16_t year = 0;
  for (std::int32_t day = static_cast<std::int32_t>(floor_to(begin + kDay - 1, kDay) / kDay);
       std::int64_t{day} * kDay <= end; ++day) {
    const Date date = from_days(day);
    // No mark on the 31st beside one on the 1st.
    if ((date.day - 1) % step != 0 || (step > 1 && date.day - 1 + step / 2 >= 31)) continue;
    marks.push_back({std::int64_t{day} * kDay, day_label(date), {}});
    if (marks.size() == 1 || date.year != year) marks.back().above = std::to_string(date.year);
    year = date.year;
  }
  return marks;
}

std::vector<TimeMark> month_marks(std::int64_t begin, std::int64_t end, int step) {
  std::vector<TimeMark> marks;
  std::int16_t year = 0;
  const Date first = day_of(begin);
  for (Date date{first.year, 1, 1}; std::int64_t{to_days(date)} * kDay <= end;
       date = add_months(date, step)) {
    const std::int64_t at = std::int64_t{to_days(date)} * kDay;
    if (at < begin) continue;
    marks.push_back({at, std::string(kMonths.at(date.month - 1U)), {}});
    if (marks.size() == 1 || date.year != year) marks.back().above = std::to_string(date.year);
    year = date.year;
  }
  return marks;
}

std::vector<TimeMark> year_marks(std::int64_t begin, std::int64_t end, int step) {
  std::vector<TimeMark> marks;
  const int last = day_of(end).year;
  for (int year = static_cast<int>(floor_to(day_of(begin).year + step - 1, step)); year <= last;
       year += step) {
    const auto date = make_date(year, 1, 1);
    if (!date) continue;
    const std::int64_t at = std::int64_t{to_days(*date)} * kDay;
    if (at >= begin && at <= end) marks.push_back({at, std::to_string(year), {}});
  }
  return marks;
}

}  // namespace

double ValueAxis::height_of(std::int64_t value) const {
  const auto v = static_cast<double>(value);
  const double height = scale == Scale::linear ? (v - low) / (high - low)
                        : v < low              ? 0
                                               : std::log(v / low) / std::log(high / low);
  return std::clamp(height, 0.0, 1.0);
}

ValueAxis value_axis(const std::vector<std::int64_t>& values, Scale scale) {
  ValueAxis axis;
  axis.scale = scale;
  std::int64_t most = 1;
  std::int64_t least = INT64_MAX;
  for (const std::int64_t value : values) {
    most = std::max(most, value);
    if (value > 0) least = std::min(least, value);
  }
  axis.high = static_cast<double>(most) * 1.12;  // room for the last value's words
  if (scale == Scale::linear) {
    const std::int64_t step = round_step(static_cast<double>(most));
    for (std::int64_t mark = 0; mark <= most; mark += step) axis.marks.push_back(mark);
    return axis;
  }
  if (least == INT64_MAX) least = 1;
  axis.low = std::pow(10, std::floor(std::log10(static_cast<double>(least))));
  axis.high = std::max(axis.high * 1.2, axis.low * 10);
  set_log_marks(axis);
  return axis;
}

std::vector<TimeMark> time_marks(std::int64_t begin, std::int64_t end) {
  const std::int64_t length = std::max<std::int64_t>(end - begin, 1);
  const auto fits = [length](std::int64_t step) {
    return length / step <= static_cast<std::int64_t>(kMostMarks) - 1;
  };
  for (const std::int64_t hours : {1, 3, 6}) {
    if (fits(hours * 3600)) return hour_marks(begin, end, hours * 3600);
  }
  for (const int days : {1, 2, 5, 10}) {
    if (fits(days * kDay)) return day_marks(begin, end, days);
  }
  for (const int months : {1, 2, 3, 6}) {
    if (fits(std::int64_t{months} * 30 * kDay)) return month_marks(begin, end, months);
  }
  for (std::int64_t years = 1;; years *= 10) {
    for (const std::int64_t factor : {1, 2, 5}) {
      if (fits(years * factor * 365 * kDay)) return year_marks(begin, end, static_cast<int>(years * factor));
    }
  }
}

}  // namespace annals
