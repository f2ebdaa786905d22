// EDTF beyond calendar dates and intervals (those are in test_dates.cpp): groups of months, masked digits,
// weeks, unknown ends, parts of a stretch.

#include <random>
#include <string>

#include <doctest/doctest.h>

#include "annals/model/date.hpp"

using namespace annals;

namespace {

std::string days_text(const DateSpan& span) {
  return (span.first ? to_iso(*span.first) : "-") + " " + (span.last ? to_iso(*span.last) : "-");
}

}  // namespace

TEST_CASE("what EDTF has a word for is read and written in that word") {
  struct Row {
    std::string edtf;
    std::string days;
    Grain grain;
    std::string plain;
  };
  const Row rows[] = {
      {"2024-21", "2024-03-01 2024-05-31", Grain::season, "2024-03/2024-05"},
      {"2024-22", "2024-06-01 2024-08-31", Grain::season, "2024-06/2024-08"},
      {"2024-23", "2024-09-01 2024-11-30", Grain::season, "2024-09/2024-11"},
      {"2023-24", "2023-12-01 2024-02-29", Grain::season, "2023-12/2024-02"},
      {"2023-33", "2023-01-01 2023-03-31", Grain::quarter, "2023-01/2023-03"},
      {"2023-36", "2023-10-01 2023-12-31", Grain::quarter, "2023-10/2023-12"},
      {"2022-40", "2022-01-01 2022-06-30", Grain::season, "2022-01/2022-06"},
      {"2022-41", "2022-07-01 2022-12-31", Grain::season, "2022-07/2022-12"},
      {"199X", "1990-01-01 1999-12-31", Grain::decade, "1990/1999"},
      {"000X", "0000-01-01 0009-12-31", Grain::decade, "0000/0009"},
      {"-045X", "-0459-01-01 -0450-12-31", Grain::decade, "-0459/-0450"},
      {"18XX", "1800-01-01 1899-12-31", Grain::century, "1800/1899"},
      {"-08XX", "-0899-01-01 -0800-12-31", Grain::century, "-0899/-0800"},
      {"2024-22?", "2024-06-01 2024-08-31", Grain::season, "2024-06?/2024-08?"},
      {"199X~", "1990-01-01 1999-12-31", Grain::decade, "1990~/1999~"},
      {"1850~", "1850-01-01 1850-12-31", Grain::year, "1850~"},
      {"2023-10-07/", "2023-10-07 -", Grain::day, "2023-10-07/"},
      {"/2024-06", "- 2024-06-30", Grain::month, "/2024-06"},
      {"/2024-06-10%", "- 2024-06-10", Grain::day, "/2024-06-10%"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.edtf);
    const auto span = parse_edtf(row.edtf);
    REQUIRE(span);
    CHECK(days_text(*span) == row.days);
    CHECK(span->grain == row.grain);
    CHECK(to_edtf(*span) == row.edtf);
    CHECK(to_plain_edtf(*span) == row.plain);
    CHECK(parse_edtf(row.plain)->first == span->first);
    CHECK(parse_edtf(row.plain)->last == span->last);
  }
}

TEST_CASE("an unknown end is not an open end") {
  CHECK_FALSE(parse_edtf("2023-10-07/..")->unknown_end);
  CHECK(parse_edtf("2023-10-07/")->unknown_end);
  CHECK(parse_edtf("2023-10-07/..") != parse_edtf("2023-10-07/"));
  CHECK_FALSE(parse_edtf("2023-10-07/2023-10-09")->unknown_end);
}

TEST_CASE("forms that are only read") {
  const std::pair<std::string, std::string> rows[] = {
      {"2024-W24", "2024-06-10 2024-06-16"},       {"2020-W53", "2020-12-28 2021-01-03"},
      {"2024-W24-2", "2024-06-11 2024-06-11"},     {"2024-XX", "2024-01-01 2024-12-31"},
      {"2024-06-XX", "2024-06-01 2024-06-30"},     {"2024-XX-XX", "2024-01-01 2024-12-31"},
      {"2024-26", "2024-06-01 2024-08-31"},        {"2024-30", "2024-12-01 2025-02-28"},
      {"2024-32", "2024-06-01 2024-08-31"},        {"2024-39", "2024-09-01 2024-12-31"},
      {"2024-22/2024-23", "2024-06-01 2024-11-30"}};
  for (const auto& [edtf, days] : rows) {
    CAPTURE(edtf);
    const auto span = parse_edtf(edtf);
    REQUIRE(span);
    CHECK(days_text(*span) == days);
    CHECK(days_text(*parse_edtf(to_edtf(*span))) == days);
  }
  CHECK(parse_edtf("2024-W24")->grain == Grain::week);
}

TEST_CASE("a week and a weekend are written as the interval of their days") {
  const DateSpan week = *parse_edtf("2024-W24");
  CHECK(to_edtf(week) == "2024-06-10/2024-06-16");
  const DateSpan weekend{week.last, week.last, Grain::week};
  CHECK(to_edtf(weekend) == "2024-06-16");
}

TEST_CASE("what looks like EDTF and is none") {
  for (const std::string_view text :
       {"2024-13",    "2024-20",    "2024-42",    "2024-99",   "2024-22-01", "2024-33-XX", "199",
        "19X",        "1X9X",       "19X9",       "XXXX",      "2XXX",       "199X-05",    "2021-W53",
        "2024-W00",   "2024-W24-8", "2024-W24-0", "2024-W",    "2024-W2",    "2024-02-30", "2023-02-29",
        "2024-04-31", "/..",        "../",        "199X/189X", "2024-XX-10", "9999-24",    "~199X"}) {
    CAPTURE(text);
    CHECK_FALSE(parse_edtf(text));
  }
}

TEST_CASE("early, mid and late are thirds of a stretch, and approximate") {
  struct Row {
    std::string whole;
    std::string early;
    std::string mid;
    std::string late;
  };
  const Row rows[] = {
      {"2011-03", "2011-03-01~/2011-03-10~", "2011-03-11~/2011-03-20~", "2011-03-21~/2011-03-31~"},
      {"2023-02", "2023-02-01~/2023-02-10~", "2023-02-11~/2023-02-20~", "2023-02-21~/2023-02-28~"},
      {"2019", "2019-01~/2019-04~", "2019-05~/2019-08~", "2019-09~/2019-12~"},
      {"2021-22", "2021-06~", "2021-07~", "2021-08~"},
      {"2021-36", "2021-10~", "2021-11~", "2021-12~"},
      {"199X", "1990~/1993~", "1994~/1996~", "1997~/1999~"},
      {"18XX", "1800~/1833~", "1834~/1866~", "1867~/1899~"},
      {"2024-W24", "2024-06-10~/2024-06-11~", "2024-06-12~/2024-06-13~", "2024-06-14~/2024-06-16~"},
      {"-0240", "-0240-01~/-0240-04~", "-0240-05~/-0240-08~", "-0240-09~/-0240-12~"},
      {"2024-06-10", "2024-06-10", "2024-06-10", "2024-06-10"},
      {"2024-06-10/2024-06-12", "2024-06-10/2024-06-12", "2024-06-10/2024-06-12", "2024-06-10/2024-06-12"},
      {"../2024-06", "../2024-06", "../2024-06", "../2024-06"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.whole);
    const DateSpan whole = *parse_edtf(row.whole);
    CHECK(to_edtf(part_of(whole, StretchPart::early)) == row.early);
    CHECK(to_edtf(part_of(whole, StretchPart::mid)) == row.mid);
    CHECK(to_edtf(part_of(whole, StretchPart::late)) == row.late);
  }
}

TEST_CASE("any season, quarter, half, decade or century that is written is read back as itself") {
  std::mt19937 random(7);
  for (int i = 0; i < 2000; ++i) {
    const int year = static_cast<int>(random() % 11000) - 2000;
    if (year > 9990) continue;
    std::string text;
    const std::string sign = year < 0 ? "-" : "";
    const std::string digits = std::to_string(10000 + std::abs(year)).substr(1);
    switch (random() % 3) {
      case 0: text = sign + digits + "-" + std::to_string(21 + random() % 4); break;
      case 1: text = sign + digits + "-" + std::to_string(33 + random() % 4); break;
      default: text = sign + digits.substr(0, 3) + "X"; break;
    }
    if (random() % 4 == 0) text += "~?%"[random() % 3];
    CAPTURE(text);
    const auto span = parse_edtf(text);
    REQUIRE(span);
    CHECK(to_edtf(*span) == text);
    CHECK(parse_edtf(to_edtf(*span)) == span);
  }
}

TEST_CASE("bytes that are no EDTF never are a date that EDTF cannot write back") {
  constexpr std::string_view kBytes = "0123459X-/.~?%W";
  std::mt19937 random(11);
  int dates = 0;
  for (int i = 0; i < 200000; ++i) {
    std::string text;
    for (std::size_t n = random() % 11; n > 0; --n) text += kBytes[random() % kBytes.size()];
    const auto span = parse_edtf(text);
    if (!span) continue;
    ++dates;
    const auto again = parse_edtf(to_edtf(*span));
    REQUIRE(again);
    CHECK(again->first == span->first);
    CHECK(again->last == span->last);
  }
  CHECK(dates > 100);
}
