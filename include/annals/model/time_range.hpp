#pragma once
// Two expressions of time that are the ends of one stretch. The expressions stay in Extraction::timexes, each
// with a value of its own; the range ties them together.
//   "from 3 to 6 May" => timexes "3" and "6 May"; range over all of it, 2024-05-03/2024-05-06
// "3 and 6 May" are two days and no range.

#include <cstdint>
#include <string>

#include "annals/model/date.hpp"
#include "annals/model/span.hpp"

namespace annals {

struct TimeRange {
  Span span;                // with the word that opens it: "between 1914 and 1918"
  std::uint32_t first = 0;  // index into Extraction::timexes
  std::uint32_t last = 0;   // likewise, greater
  DateSpan dates;           // both ends set; grain: the finer end's
  std::string rule;         // the line of data that joined them
  bool operator==(const TimeRange&) const = default;
};

}  // namespace annals
