#include <random>
#include <string>

#include <doctest/doctest.h>

#include "annals/model/date.hpp"

using namespace annals;

namespace {

Date day(int year, int month, int d) {
  const auto date = make_date(year, month, d);
  REQUIRE(date);
  return *date;
}

}  // namespace

TEST_CASE("only days that the calendar has are dates") {
  CHECK(make_date(2024, 2, 29));
  CHECK(make_date(2000, 2, 29));
  CHECK(make_date(0, 2, 29));
  CHECK(make_date(-9999, 1, 1));
  CHECK(make_date(9999, 12, 31));
  CHECK_FALSE(make_date(2023, 2, 29));
  CHECK_FALSE(make_date(1900, 2, 29));
  CHECK_FALSE(make_date(2024, 2, 30));
  CHECK_FALSE(make_date(2024, 4, 31));
  CHECK_FALSE(make_date(2024, 0, 1));
  CHECK_FALSE(make_date(2024, 13, 1));
  CHECK_FALSE(make_date(2024, 1, 0));
  CHECK_FALSE(make_date(2024, 1, -1));
  CHECK_FALSE(make_date(10000, 1, 1));
  CHECK_FALSE(make_date(-10000, 1, 1));
}

TEST_CASE("days count from 1970 and back") {
  CHECK(to_days(day(1970, 1, 1)) == 0);
  CHECK(to_days(day(1969, 12, 31)) == -1);
  CHECK(to_days(day(2000, 3, 1)) == 11017);
  for (std::int32_t days = -4371000; days < 2932000; days += 977) CHECK(to_days(from_days(days)) == days);
  CHECK(from_days(INT32_MAX) == day(9999, 12, 31));
  CHECK(from_days(INT32_MIN) == day(-9999, 1, 1));
  CHECK(add_days(day(2024, 2, 28), 2) == day(2024, 3, 1));
  CHECK(add_days(day(2024, 1, 1), -1) == day(2023, 12, 31));
  CHECK(add_days(day(9999, 12, 31), 1) == day(9999, 12, 31));
  CHECK(add_days(day(2024, 1, 1), INT32_MIN) == day(-9999, 1, 1));
}

TEST_CASE("months are added by name, and a shorter month ends earlier") {
  CHECK(add_months(day(2024, 1, 31), 1) == day(2024, 2, 29));
  CHECK(add_months(day(2023, 1, 31), 1) == day(2023, 2, 28));
  CHECK(add_months(day(2024, 11, 15), 2) == day(2025, 1, 15));
  CHECK(add_months(day(2024, 1, 15), -1) == day(2023, 12, 15));
  CHECK(add_months(day(1, 1, 15), -13) == day(-1, 12, 15));
  CHECK(add_months(day(2024, 5, 31), 0) == day(2024, 5, 31));
  CHECK(add_months(day(9999, 12, 31), 1).year == 9999);
  CHECK(add_months(day(-9999, 1, 1), -1).year == -9999);
}

TEST_CASE("weekdays and ISO weeks") {
  struct Row {
    Date date;
    int weekday;
    IsoWeek week;
  };
  const Row rows[] = {
      {day(2024, 6, 10), 0, {2024, 24}}, {day(2023, 10, 7), 5, {2023, 40}},
      {day(2021, 1, 1), 4, {2020, 53}},  {day(2020, 12, 31), 3, {2020, 53}},
      {day(2018, 12, 31), 0, {2019, 1}}, {day(2016, 1, 3), 6, {2015, 53}},
      {day(2024, 1, 1), 0, {2024, 1}},   {day(1582, 10, 15), 4, {1582, 41}},
  };
  for (const Row& row : rows) {
    INFO(to_iso(row.date));
    CHECK(weekday(row.date) == row.weekday);
    CHECK(iso_week(row.date) == row.week);
  }
  CHECK(monday_of({2024, 1}) == day(2024, 1, 1));
  CHECK(monday_of({2019, 1}) == day(2018, 12, 31));
  CHECK(monday_of({2020, 53}) == day(2020, 12, 28));
  CHECK_FALSE(monday_of({2021, 53}));
  CHECK_FALSE(monday_of({2021, 0}));
  CHECK_FALSE(monday_of({2021, 54}));
  CHECK_FALSE(monday_of({10000, 1}));
}

TEST_CASE("a Monday is the Monday of its own week, in any year") {
  for (std::int32_t days = to_days(day(-300, 1, 1)); days < to_days(day(2400, 1, 1)); days += 1009) {
    const Date date = from_days(days);
    const Date monday = add_days(date, -weekday(date));
    INFO(to_iso(date));
    CHECK(monday_of(iso_week(date)) == monday);
  }
}

TEST_CASE("EDTF is read and written") {
  struct Row {
    std::string text;
    std::string first;
    std::string last;
    Grain grain;
  };
  const Row rows[] = {
      {"2024", "2024-01-01", "2024-12-31", Grain::year},
      {"2024-06", "2024-06-01", "2024-06-30", Grain::month},
      {"2024-02", "2024-02-01", "2024-02-29", Grain::month},
      {"2024-06-10", "2024-06-10", "2024-06-10", Grain::day},
      {"0079-08-24", "0079-08-24", "0079-08-24", Grain::day},
      {"-0240", "-0240-01-01", "-0240-12-31", Grain::year},
      {"0000", "0000-01-01", "0000-12-31", Grain::year},
      {"2023-10-07/2024-06-10", "2023-10-07", "2024-06-10", Grain::day},
      {"2023-10/2024-06", "2023-10-01", "2024-06-30", Grain::month},
      {"2011/2024", "2011-01-01", "2024-12-31", Grain::year},
      {"../2024-06-10", "", "2024-06-10", Grain::day},
      {"2023-10-07/..", "2023-10-07", "", Grain::day},
      {"2023/..", "2023-01-01", "", Grain::year},
      {"-0240-03/..", "-0240-03-01", "", Grain::month},
  };
  for (const Row& row : rows) {
    INFO(row.text);
    const auto span = parse_edtf(row.text);
    REQUIRE(span);
    CHECK((span->first ? to_iso(*span->first) : "") == row.first);
    CHECK((span->last ? to_iso(*span->last) : "") == row.last);
    CHECK(span->grain == row.grain);
    CHECK(to_edtf(*span) == row.text);
  }
  CHECK(parse_edtf("2024-06-10/2024-06-10")->is_day());
}

TEST_CASE("EDTF marks of doubt are kept") {
  struct Row {
    std::string text;
    bool approximate;
    bool uncertain;
  };
  const Row rows[] = {{"2024~", true, false},
                      {"2024-06?", false, true},
                      {"2024-06-10%", true, true},
                      {"2023~/2024~", true, false},
                      {"../2024-06-10?", false, true}};
  for (const Row& row : rows) {
    INFO(row.text);
    const auto span = parse_edtf(row.text);
    REQUIRE(span);
    CHECK(span->approximate == row.approximate);
    CHECK(span->uncertain == row.uncertain);
    CHECK(to_edtf(*span) == row.text);
  }
}

TEST_CASE("what is no EDTF date is none") {
  for (const std::string_view text : {"",
                                      "24",
                                      "2024-",
                                      "2024-6",
                                      "2024-00",
                                      "2024-13",
                                      "2024-02-30",
                                      "2023-02-29",
                                      "2024-06-1",
                                      "2024-06-10 ",
                                      " 2024",
                                      "2024/2023",
                                      "2024-06-11/2024-06-10",
                                      "../..",
                                      "/",
                                      "2024//2025",
                                      "2024-06-10T",
                                      "~",
                                      "-",
                                      "+2024",
                                      "20240610",
                                      "2024-06-10/abc",
                                      "June 2024",
                                      "99999"}) {
    INFO(text);
    CHECK_FALSE(parse_edtf(text));
  }
  for (const std::string_view text :
       {"2024", "2024-06", "2024-06-10~", "2024-06-10/2024-06-10", "2024-02-30"}) {
    INFO(text);
    CHECK_FALSE(parse_iso_date(text));
  }
  CHECK(parse_iso_date("2024-06-10") == day(2024, 6, 10));
}

TEST_CASE("any span that is written is read back as the same days") {
  std::mt19937 random(3);
  const auto any_day = [&random] {
    return from_days(static_cast<std::int32_t>(random() % 1500000) - 800000);
  };
  for (int i = 0; i < 3000; ++i) {
    DateSpan span = interval(any_day(), any_day());
    if (*span.last < *span.first) std::swap(span.first, span.last);
    switch (random() % 6) {
      case 0: span.first.reset(); break;
      case 1: span.last.reset(); break;
      case 2: span = month_span(span.first->year, span.first->month); break;
      case 3: span = year_span(span.last->year); break;
      case 4: span.last = span.first; break;
      default: break;
    }
    span.approximate = random() % 4 == 0;
    span.uncertain = random() % 4 == 0;
    INFO(to_edtf(span));
    CHECK(parse_edtf(to_edtf(span)) == span);
  }
}

TEST_CASE("dates in prose") {
  const std::pair<std::string, std::string> rows[] = {
      {"2024-06-10", "10 June 2024"},
      {"2024-06", "June 2024"},
      {"2024", "2024"},
      {"2024-06-10/2024-06-12", "10 June 2024 to 12 June 2024"},
      {"2023-10-07/..", "since 7 October 2023"},
      {"../2024-06-10", "by 10 June 2024"},
      {"2024-06-10~", "about 10 June 2024"},
      {"2024-06~", "about June 2024"},
      {"2024-06-10?", "perhaps 10 June 2024"},
      {"-0240-03-10", "10 March 241 BC"},
      {"-0240-03", "March 241 BC"},
      {"-0240", "241 BC"},
      {"0000", "1 BC"},
      {"0079", "79"},
  };
  for (const auto& [edtf, prose] : rows) {
    INFO(edtf);
    CHECK(to_prose(*parse_edtf(edtf)) == prose);
  }
}
