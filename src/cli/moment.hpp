#pragma once
// Dates and times as people type them after an option.
//   first_day("--since", "2024-06", clock) => 2024-06-01
//   last_day("--until", "2024-06", clock) => 2024-06-30
//   end_of("--as-of", "2024-06-10", clock) => 2024-06-10T23:59:59Z, at the precision of a day
// @today and @yesterday are days of the clock. What cannot be read, or is no date ("2023-02-30"), throws
// Error::usage that names the option.

#include <string_view>

#include "annals/model/date.hpp"

namespace annals {

// The present time, from outside: --now, else SOURCE_DATE_EPOCH, else the system's clock, asked only when a
// value needs it. The clock of the system is read nowhere else in the program.
struct Clock {
  std::optional<Instant> now;
  Instant read() const;
};

Date first_day(std::string_view option, std::string_view text, const Clock& clock);
Date last_day(std::string_view option, std::string_view text, const Clock& clock);
// The last second of a day, month or year in UTC; an ISO instant is itself.
Instant end_of(std::string_view option, std::string_view text, const Clock& clock);
// Whether `text` can be read as one of the above.
bool is_moment(std::string_view text);
// A day or an ISO instant.
Instant moment(std::string_view option, std::string_view text, const Clock& clock);

}  // namespace annals
