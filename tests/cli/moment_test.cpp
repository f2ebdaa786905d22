#include "cli/moment.hpp"

#include <doctest/doctest.h>

#include "annals/model/error.hpp"

namespace annals {

namespace {
const Clock kClock{parse_instant("2024-03-01T00:30:00Z")};
}  // namespace

TEST_CASE("a day, month or year opens at its first day and closes at its last") {
  struct Row {
    std::string_view text;
    std::string_view first;
    std::string_view last;
  };
  for (const Row& row :
       {Row{"2024-06-10", "2024-06-10", "2024-06-10"}, Row{"2024-02", "2024-02-01", "2024-02-29"},
        Row{"2023", "2023-01-01", "2023-12-31"}, Row{"2024-06-10/2024-06", "2024-06-10", "2024-06-30"},
        Row{"2024-06-10T23:59:00Z", "2024-06-10", "2024-06-10"}, Row{"@today", "2024-03-01", "2024-03-01"},
        Row{"@yesterday", "2024-02-29", "2024-02-29"}}) {
    CAPTURE(row.text);
    CHECK(to_iso(first_day("--since", row.text, kClock)) == row.first);
    CHECK(to_iso(last_day("--until", row.text, kClock)) == row.last);
  }
}

TEST_CASE("what is no date is refused with the name of the option") {
  for (const std::string_view text :
       {"", "soon", "2024-02-30", "2023-02-29", "2024-13", "@tomorrow", "10/06/2024"}) {
    CAPTURE(text);
    CHECK_THROWS_WITH_AS(first_day("--since", text, kClock), doctest::Contains("--since"), Error);
    CHECK_THROWS_AS(end_of("--as-of", text, kClock), Error);
    CHECK_THROWS_AS(moment("--now", text, kClock), Error);
  }
  CHECK_THROWS_AS(first_day("--since", "../2024", kClock), Error);
  CHECK_THROWS_AS(last_day("--until", "2024/..", kClock), Error);
}

TEST_CASE("as of a day means to its last second, and is shown as the day") {
  const Instant day = end_of("--as-of", "2024-06-10", kClock);
  CHECK(day >= *parse_instant("2024-06-10T23:59:59Z"));
  CHECK(day < *parse_instant("2024-06-11"));
  CHECK(to_iso(day) == "2024-06-10");
  CHECK(to_iso(end_of("--as-of", "2024-06", kClock)) == "2024-06-30");
  CHECK(to_iso(end_of("--as-of", "@yesterday", kClock)) == "2024-02-29");
  CHECK(end_of("--as-of", "2024-06-10T12:00:00Z", kClock) == *parse_instant("2024-06-10T12:00:00Z"));
  CHECK(end_of("--as-of", "2024-06-10T12:00:00+02:00", kClock) < *parse_instant("2024-06-10T12:00:00Z"));
}

}  // namespace annals
