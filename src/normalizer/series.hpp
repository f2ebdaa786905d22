#pragma once
// Which figures can be compared: sorts evidence into series and tells candidates from those that never stand.
//   "12 killed, among them 3 children" => 12 in the main series, 3 in the sub-series "children"
//   "2 soldiers and 3 civilians were killed" => one reading of 5, both figures its parts

#include <map>
#include <vector>

#include "normalizer/run_series.hpp"

namespace annals {

SeriesKey series_of(const Evidence& figure);

// Input of every series; the evidence has to be in order of time. Evidence without an event is left out.
std::map<SeriesKey, SeriesInput> sort_into_series(const std::vector<Evidence>& evidence);

}  // namespace annals
