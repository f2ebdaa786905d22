#include <doctest/doctest.h>
#include <fmt/format.h>
#include <fmt/ranges.h>

#include "annals/model/date.hpp"

#include "reporter/chart/axes.hpp"

namespace annals {

namespace {

std::string marks_between(std::string_view from, std::string_view to) {
  std::string out;
  for (const TimeMark& mark : time_marks(parse_instant(from)->seconds, parse_instant(to)->seconds)) {
    out += (out.empty() ? "" : " | ") + mark.label;
    if (!mark.above.empty()) out += " (" + mark.above + ")";
  }
  return out;
}

std::string marks_of(const std::vector<std::int64_t>& values, Scale scale = Scale::linear) {
  return fmt::format("{}", fmt::join(value_axis(values, scale).marks, " "));
}

}  // namespace

TEST_CASE("marks of time fall on hours, days, months or years, as many as can be read") {
  CHECK(marks_between("2023-08-08T18:00:00Z", "2023-08-09T12:00:00Z") ==
        "18:00 (8 Aug) | 21:00 | 00:00 (9 Aug) | 03:00 | 06:00 | 09:00 | 12:00");
  CHECK(marks_between("2023-12-29", "2024-01-04") ==
        "29 Dec (2023) | 30 Dec | 31 Dec | 1 Jan (2024) | 2 Jan | 3 Jan | 4 Jan");
  CHECK(marks_between("2023-08-08", "2023-09-16") ==
        "11 Aug (2023) | 16 Aug | 21 Aug | 26 Aug | 1 Sep | 6 Sep | 11 Sep | 16 Sep");
  CHECK(marks_between("2023-10-04", "2024-05-20") == "Nov (2023) | Dec | Jan (2024) | Feb | Mar | Apr | May");
  CHECK(marks_between("1999-06-01", "2024-06-01") == "2000 | 2005 | 2010 | 2015 | 2020");
  CHECK(marks_between("0100-01-01", "2024-01-01") ==
        "200 | 400 | 600 | 800 | 1000 | 1200 | 1400 | 1600 | 1800 | 2000");
}

TEST_CASE("marks of values are round and begin at nought") {
  CHECK(marks_of({29, 304}) == "0 100 200 300");
  CHECK(marks_of({0}) == "0 1");
  CHECK(marks_of({}) == "0 1");
  CHECK(marks_of({1'800'000}) == "0 500000 1000000 1500000");
  CHECK(marks_of({3, 40'000}, Scale::logarithmic) == "1 10 100 1000 10000");
  CHECK(marks_of({120, 300}, Scale::logarithmic) == "100 200 500 1000");
}

TEST_CASE("heights grow with values, and what lies beyond is put at the edge") {
  const ValueAxis linear = value_axis({100}, Scale::linear);
  CHECK(linear.height_of(0) == doctest::Approx(0));
  CHECK(linear.height_of(100) > linear.height_of(50));
  CHECK(linear.height_of(1'000'000) == doctest::Approx(1));
  const ValueAxis log = value_axis({10, 1000}, Scale::logarithmic);
  CHECK(log.height_of(0) == doctest::Approx(0));
  CHECK(log.height_of(100) - log.height_of(10) == doctest::Approx(log.height_of(1000) - log.height_of(100)));
}

}  // namespace annals
