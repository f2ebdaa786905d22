#pragma once
// A resolved time: a stretch of the calendar with its unit, as TIMEX3 writes it.
//   {unit week, first 2024-06-03} => "2024-W23", 2024-06-03..2024-06-09

#include <optional>
#include <string>

#include "annals/model/date.hpp"

#include "extractor/temporal/meaning.hpp"

namespace annals {

struct Moment {
  TimeUnit unit = TimeUnit::day;
  Date first;                    // first day
  std::optional<Season> season;  // when the unit is season
  std::optional<DayPart> part;   // when the unit is part
  int hour = 0;                  // when it is minute
  int minute = 0;
};

Moment year_moment(int year);
Moment month_moment(int year, int month);
Moment day_moment(Date day);
Moment quarter_moment(int year, int quarter);
Moment season_moment(int year, Season season);
// The stretch of that unit that holds the day.
Moment moment_around(Date day, TimeUnit unit);

DateSpan days_of(const Moment& moment);
std::string timex3_value(const Moment& moment);
// TIMEX3 period, "P2Y6M"; vague amounts are X: "PXD".
std::string timex3_period(std::int64_t thousandths, TimeUnit unit, bool vague);
// What can be told without a year: "XXXX-06-10", "XXXX-WXX-5", "XXXX-XX-XXTNI"; empty: nothing.
std::string timex3_partial(const Meaning& meaning);

}  // namespace annals
