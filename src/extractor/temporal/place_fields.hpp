#pragma once
// Fields of the calendar put into a known day or year, and steps of units: the arithmetic behind resolve.hpp.
//   {month 5, day 3} in 2022 => 2022-05-03;  two weeks before 2024-06-11 => 2024-W22

#include <cstdint>
#include <optional>

#include "extractor/temporal/moment.hpp"

namespace annals {

// Month, day, season, quarter, half or feast of that year; the year when there is none of them. nullopt where
// that year has no such day or the year is outside -9999..9999.
std::optional<Moment> in_year(const Meaning& meaning, int year);
// Part of day and clock time put on a day.
Moment on_day(Date day, const Meaning& meaning);
// The stretch `thousandths` / 1000 units after the one that holds `base`; odd parts of a year in months.
Moment shifted_by(Date base, TimeUnit unit, std::int64_t thousandths);

}  // namespace annals
