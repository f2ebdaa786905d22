#pragma once
// Names of the sentences of a timeline, for links that last: "e-20100112-a" is the first of that day. They
// are made of the date's digits, so that they survive other entries coming and going.

#include <cstddef>
#include <map>
#include <string>

#include "annals/model/date.hpp"

namespace annals {

class TimelineNames {
 public:
  // The next name of that date.
  std::string next(const DateSpan& date);

 private:
  std::map<std::string, std::size_t> used_;
};

// "January 2010"; a year, when the date is no finer; "Undated".
std::string month_of(const DateSpan& date);

}  // namespace annals
