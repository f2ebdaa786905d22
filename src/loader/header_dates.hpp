#pragma once
// Dates as the heads of articles write them, beyond ISO 8601, and days named in web addresses.
//   read_header_date("Updated June 11, 2024 at 5:30 p.m. EDT") => 2024-06-11T21:30Z, zone -04:00
//   read_header_date("2023-02-30") => impossible
//   day_of_url("https://x.example/2024/06/11/toll") => 2024-06-11
// A clock time counts only with a zone that has one meaning; else the day alone is taken. "06/11/2024" may be
// two days and is unreadable.

#include <optional>
#include <string_view>

#include "annals/model/date.hpp"

namespace annals {

struct HeaderDate {
  std::optional<Instant> when;
  bool impossible = false;  // reads like a date that the calendar does not have
};
HeaderDate read_header_date(std::string_view text);

std::optional<Date> day_of_url(std::string_view url);

// 1..12 for "June", "Jun", "JUN.", "Sept."; 0 for anything else.
int month_named(std::string_view word);

}  // namespace annals
