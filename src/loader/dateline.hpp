#pragma once
// The place and day at the start of agency text.
//   read_dateline("CAIRO, June 11 (Agency) - ...", 2024-06-12) => 2024-06-11
//   read_dateline("CAIRO (Agency) - ...", ...) => no day
// A day without a year is the one nearest to `published`; without that it stays unread.

#include <optional>
#include <string>
#include <string_view>

#include "annals/model/date.hpp"

namespace annals {

struct Dateline {
  std::optional<Date> day;
  std::string impossible;  // as written, when the calendar has no such day: "Feb. 30"
};
Dateline read_dateline(std::string_view text, std::optional<Date> published);

}  // namespace annals
