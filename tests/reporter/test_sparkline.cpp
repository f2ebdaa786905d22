#include <doctest/doctest.h>

#include "reporter/sparkline.hpp"

namespace annals {

namespace {

Estimate on_day(int day, std::optional<std::int64_t> best) {
  Estimate estimate;
  estimate.known_from = instant_of(*make_date(2021, 8, day));
  estimate.best = best;
  return estimate;
}

std::string line_of(const std::vector<Estimate>& estimates, std::size_t columns) {
  std::vector<const Estimate*> history;
  for (const Estimate& estimate : estimates) history.push_back(&estimate);
  return sparkline(history, columns);
}

}  // namespace

TEST_CASE("a column is a stretch of days, not a report") {
  // Two reports in the first two days, then nothing for a week.
  CHECK(line_of({on_day(1, 10), on_day(2, 100), on_day(9, 100)}, 8) == "████████");
  CHECK(line_of({on_day(1, 10), on_day(5, 100), on_day(9, 100)}, 8) == "▁▁▁█████");
  CHECK(line_of({on_day(1, 0), on_day(8, 7)}, 7) == "▁▁▁▁▁▁█");
}

TEST_CASE("a figure that was taken back leaves a gap") {
  CHECK(line_of({on_day(1, 50), on_day(3, std::nullopt), on_day(5, 100)}, 4) == "▄  █");
}

TEST_CASE("the scale starts at nothing, and a fall is seen") {
  CHECK(line_of({on_day(1, 100), on_day(5, 50)}, 4) == "███▄");
}

TEST_CASE("one figure, undated ones and figures of another place draw no line") {
  CHECK(line_of({}, 8).empty());
  CHECK(line_of({on_day(1, 10)}, 8).empty());
  CHECK(line_of({on_day(1, 10), on_day(2, std::nullopt)}, 8).empty());
  Estimate undated = on_day(1, 10);
  undated.known_from.reset();
  CHECK(line_of({undated, on_day(2, 20)}, 8).empty());
  Estimate elsewhere = on_day(1, 10);
  elsewhere.series.place = "elsewhere";
  CHECK(line_of({elsewhere, on_day(2, 20)}, 8).empty());
}

TEST_CASE("what is said of a course begins and ends with its figures and days") {
  const Estimate first = on_day(1, 1200);
  const Estimate last = on_day(3, 2400);
  CHECK(say_course({&first, &last}, 4) == "1,200 ▄▄▄█ 2,400  2021-08-01 to 2021-08-03");
}

}  // namespace annals
