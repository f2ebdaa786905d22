// What a timex says beside its value: the days, the relation, the anchor, the rule; and doubt about dates.

#include <chrono>
#include <string>

#include <doctest/doctest.h>

#include "temporal_reading.hpp"

namespace annals {
namespace {

const std::optional<Date> kTuesday = make_date(2024, 6, 11);

Timex only(std::string_view text) {
  const std::vector<Timex> timexes = timexes_of(text, kTuesday);
  REQUIRE(timexes.size() == 1);
  return timexes[0];
}

TEST_CASE("the words before a timex tell its relation") {
  struct Row {
    std::string_view text;
    TimexRelation relation;
  };
  const Row rows[] = {
      {"At least 90 people have died since Oct. 7, 2023.", TimexRelation::since},
      {"The toll stood at 40 as of Monday.", TimexRelation::as_of},
      {"The road stays shut until Friday.", TimexRelation::until},
      {"All must leave by Friday.", TimexRelation::by},
      {"It was quiet before Monday.", TimexRelation::before},
      {"Trade grew after 1998.", TimexRelation::after},
      {"Two people were killed on Monday.", TimexRelation::on},
      {"Two people were killed in the past three days.", TimexRelation::within},
  };
  for (const Row& row : rows) {
    CAPTURE(row.text);
    CHECK(name_of(only(row.text).relation) == name_of(row.relation));
  }
}

TEST_CASE("a timex names its days") {
  struct Row {
    std::string_view text;
    std::string_view edtf;
  };
  const Row rows[] = {
      {"It fell on Monday.", "2024-06-10"},
      {"It fell on Sunday night.", "2024-06-09"},
      {"It fell last week.", "2024-06-03/2024-06-09"},
      {"It fell in March 2022.", "2022-03"},
      {"It fell in 1998.", "1998"},
      {"It fell in the second quarter of 2023.", "2023-34"},
      {"Dozens died in the past 24 hours.", "2024-06-10/2024-06-11"},
      {"Dozens died over the past two weeks.", "2024-05-28/2024-06-11"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.text);
    const Timex timex = only(row.text);
    REQUIRE(timex.dates.has_value());
    CHECK(to_edtf(*timex.dates) == row.edtf);
  }
}

TEST_CASE("lengths, sets and references name no days") {
  for (const std::string_view text :
       {"It lasted three weeks.", "They meet every Monday.", "She is now free."}) {
    CAPTURE(text);
    CHECK_FALSE(only(text).dates.has_value());
  }
}

TEST_CASE("a timex tells what it was resolved against and which row found it") {
  CHECK(only("It fell on 3 May 2022.").anchor == AnchorKind::none);
  CHECK(only("It fell on Monday.").anchor == AnchorKind::publication);
  const std::vector<Timex> later = timexes_of("It fell on 3 May 2022. The next day it rose.", kTuesday);
  REQUIRE(later.size() == 2);
  CHECK(later[1].anchor == AnchorKind::last_mention);
  CHECK(later[1].rule.starts_with("time_patterns.tsv:"));
  CHECK(only("It fell in early March 2022.").mod == "START");
  CHECK(only("It took more than two years.").mod == "MORE_THAN");
  CHECK(only("It took about two years.").mod == "APPROX");
}

TEST_CASE("a day that no calendar has is told, not changed into another") {
  std::vector<Diagnostic> diagnostics;
  CHECK(timexes_of("The letter of 31 April 2022 is lost.", kTuesday, &diagnostics).empty());
  REQUIRE(diagnostics.size() == 1);
  CHECK(diagnostics[0].severity == Severity::warning);
  CHECK(diagnostics[0].message == "'31 April 2022' is no day of the calendar; it is not used as a date");
}

TEST_CASE("spans lie in the text, in order, for any bytes") {
  std::string text =
      "On Monday \xFF\xFE 3 May 2022\n\n\t-- 7-9 Oct. \xC3 '98, 2024-99-99, 12:75 p.m., 99999999999999999999 "
      "years";
  for (int i = 0; i < 256; ++i) text += static_cast<char>(i);
  text += " in 9999999 centuries, 99999999999 days ago, in March 9999 BC and 32 May";
  const std::vector<Timex> timexes = timexes_of(text, kTuesday);
  std::uint32_t end = 0;
  for (const Timex& timex : timexes) {
    CHECK(timex.span.begin >= end);
    CHECK(timex.span.end > timex.span.begin);
    end = timex.span.end;
  }
  CHECK(end <= text.size());
}

TEST_CASE("one long sentence without an end is read in time that grows with its length") {
  const auto seconds_for = [](std::size_t repeats) {
    std::string text;
    for (std::size_t i = 0; i < repeats; ++i)
      text += "in the early morning of the next day of May and on 1 2 3 4 5 6 7 8 and 9 and ";
    const auto start = std::chrono::steady_clock::now();
    CHECK(!timexes_of(text, kTuesday).empty());
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
  };
  seconds_for(100);  // warm
  const double small = seconds_for(1000);
  const double large = seconds_for(8000);
  CHECK(large < 60 * small + 0.5);  // eight times the text: far from the square of it
}

}  // namespace
}  // namespace annals
