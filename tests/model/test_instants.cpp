#include <string>

#include <doctest/doctest.h>

#include "annals/model/article.hpp"
#include "annals/model/date.hpp"

using namespace annals;

TEST_CASE("instants of ISO 8601, RFC 3339 and RFC 2822") {
  struct Row {
    std::string text;
    std::string utc;
    std::string day;  // in the writer's zone
  };
  const Row rows[] = {
      {"2021-08-14", "2021-08-14", "2021-08-14"},
      {"20210814", "2021-08-14", "2021-08-14"},
      {" 2021-08-14\n", "2021-08-14", "2021-08-14"},
      {"2021-08-14T16:03:12Z", "2021-08-14T16:03:12Z", "2021-08-14"},
      {"2021-08-14t16:03:12z", "2021-08-14T16:03:12Z", "2021-08-14"},
      {"2021-08-14T16:03:12.123456Z", "2021-08-14T16:03:12Z", "2021-08-14"},
      {"2021-08-14 16:03+02:00", "2021-08-14T14:03:00Z", "2021-08-14"},
      {"2021-08-14T16:03", "2021-08-14T16:03:00Z", "2021-08-14"},
      {"2021-08-14T01:03+0200", "2021-08-13T23:03:00Z", "2021-08-14"},
      {"2021-08-14T23:30:00-05:00", "2021-08-15T04:30:00Z", "2021-08-14"},
      {"2021-08-14 16:03 UTC", "2021-08-14T16:03:00Z", "2021-08-14"},
      {"2021-08-14T24:00:00Z", "2021-08-15T00:00:00Z", "2021-08-15"},
      {"1969-12-31T23:59:59Z", "1969-12-31T23:59:59Z", "1969-12-31"},
      {"Sat, 14 Aug 2021 16:03:12 GMT", "2021-08-14T16:03:12Z", "2021-08-14"},
      {"14 AUG 2021 16:03:12 EST", "2021-08-14T21:03:12Z", "2021-08-14"},
      {"Sat, 14 Aug 2021 16:03 +0530", "2021-08-14T10:33:00Z", "2021-08-14"},
      {"Sat, 4 Aug 2021", "2021-08-04", "2021-08-04"},
  };
  for (const Row& row : rows) {
    INFO(row.text);
    const auto instant = parse_instant(row.text);
    REQUIRE(instant);
    CHECK(to_iso(*instant) == row.utc);
    CHECK(to_iso(instant->date()) == row.day);
    CHECK(parse_instant(to_iso(*instant))->seconds == instant->seconds);
  }
}

TEST_CASE("what is no instant is none") {
  for (const std::string_view text : {"",
                                      " ",
                                      "yesterday",
                                      "2021",
                                      "2021-08",
                                      "2021-8-14",
                                      "2021-02-30",
                                      "20210230",
                                      "2021-08-14T",
                                      "2021-08-14x",
                                      "2021-08-14T25:00",
                                      "2021-08-14T24:30",
                                      "2021-08-14T16",
                                      "2021-08-14T16:60",
                                      "2021-08-14T16:03:61",
                                      "2021-08-14T16:03 CEST",
                                      "2021-08-14T16:03+15:00",
                                      "2021-08-14T16:03Z and more",
                                      "Sat, 31 Feb 2021",
                                      "Sat, 14 Foo 2021",
                                      "Sat, 14 August 2021",
                                      "14 Aug 21 10:00",
                                      "1628956992",
                                      "2021-08-14/2021-08-15"}) {
    INFO(text);
    CHECK_FALSE(parse_instant(text));
  }
}

TEST_CASE("instants are ordered by time, not by how they are written") {
  CHECK(*parse_instant("2021-08-14T16:00+02:00") < *parse_instant("2021-08-14T15:00Z"));
  CHECK(*parse_instant("2021-08-14") < *parse_instant("2021-08-14T00:01Z"));
  CHECK((*parse_instant("2021-08-14") <=> *parse_instant("2021-08-14T00:00Z")) ==
        std::strong_ordering::equal);
}

TEST_CASE("an article's day and when the world could know it") {
  const auto stamped = [](const char* text) { return StampedDate{*parse_instant(text), DateOrigin::record}; };
  Article article;
  CHECK_FALSE(anchor_day(article));
  CHECK_FALSE(known_from(article));
  article.dateline = stamped("2024-06-09");
  CHECK(to_iso(*anchor_day(article)) == "2024-06-09");
  CHECK(to_iso(*known_from(article)) == "2024-06-09");
  article.published = stamped("2024-06-10T08:00:00Z");
  CHECK(to_iso(*anchor_day(article)) == "2024-06-10");
  CHECK(to_iso(*known_from(article)) == "2024-06-10T08:00:00Z");
  article.modified = stamped("2024-06-11T08:00:00Z");
  CHECK(to_iso(*anchor_day(article)) == "2024-06-10");
  CHECK(to_iso(*known_from(article)) == "2024-06-11T08:00:00Z");
  article.modified = stamped("2024-06-01");
  CHECK(to_iso(*known_from(article)) == "2024-06-10T08:00:00Z");
}
