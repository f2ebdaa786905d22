#pragma once
// How a toll changed, as one line of blocks: a true axis of time (a column is a stretch of days, its block
// the figure that stood at its end), from 0 to the highest.
//   sparkline({29 on the 14th, 227 on the 15th, 304 on the 20th}, 8) => "▁▆▆▆▆▆██"

#include <string>
#include <vector>

#include "annals/model/series.hpp"

namespace annals {

// A column without a figure is a blank. Empty when fewer than two of the estimates have a number and a date.
std::string sparkline(const std::vector<const Estimate*>& history, std::size_t columns);
// "29 ▁▆▆▆▆▆██ 304  2021-08-14 to 2021-08-20"; empty when there is no line.
std::string say_course(const std::vector<const Estimate*>& history, std::size_t columns);

// The same in its parts, for columns of a table; empty where nothing is drawn.
struct Course {
  std::string first;  // "29+"
  std::string line;
  std::string last;  // "1,297"
  std::string days;  // "2021-08-14 to 2021-08-17"
};
Course course_of(const std::vector<const Estimate*>& history, std::size_t columns);

}  // namespace annals
