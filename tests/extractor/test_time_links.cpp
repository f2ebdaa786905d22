// What is said beyond a single expression of time: relations, doubt, days counted from a beginning, second
// readings. Ranges are in test_complaints.cpp and in the examples of time_links.tsv.

#include <string>

#include <doctest/doctest.h>

#include "temporal_reading.hpp"

namespace annals {
namespace {

const std::optional<Date> kTuesday = make_date(2024, 6, 11);

const Timex* timex_at(const std::vector<Timex>& timexes, std::string_view text, std::string_view words) {
  for (const Timex& timex : timexes) {
    if (slice(text, timex.span) == words) return &timex;
  }
  return nullptr;
}

TEST_CASE("words of relation reach the date over articles and edges") {
  struct Row {
    std::string_view text;
    TimexRelation relation;
  };
  const Row rows[] = {
      {"They fled since the Oct. 7 attack.", TimexRelation::since},
      {"They have fled since at least early October.", TimexRelation::since},
      {"No later than Friday they must go.", TimexRelation::by},
      {"They must go by the Friday deadline.", TimexRelation::by},
      {"It was calm prior to the 1998 war.", TimexRelation::before},
      {"The toll as at 3 May 2022 was 12.", TimexRelation::as_of},
      {"It is shut up until Friday.", TimexRelation::until},
      {"It rained throughout May.", TimexRelation::within},
      {"It rained on Friday.", TimexRelation::on},
      {"The early Friday blast hurt two.", TimexRelation::on},
  };
  for (const Row& row : rows) {
    CAPTURE(row.text);
    const std::vector<Timex> timexes = timexes_of(row.text, kTuesday);
    REQUIRE_FALSE(timexes.empty());
    CHECK(name_of(timexes[0].relation) == name_of(row.relation));
  }
}

TEST_CASE("days counted from a beginning that the text tells") {
  struct Row {
    std::string_view text;
    std::string_view words;
    std::string_view edtf;
  };
  const Row rows[] = {
      {"The war, which began on 7 October 2023, is now in its ninth month.", "its ninth month",
       "2024-06-07/2024-07-06"},
      {"It is day 12 of the offensive that began on 3 May 2024.", "day 12", "2024-05-14"},
      {"The army launched its ground invasion on 24 February 2022. The third day of the invasion was calm.",
       "The third day", "2022-02-26"},
      {"Since the start of the siege on 3 May 2022 it rained. The second week of the siege was dry.",
       "The second week", "2022-05-10/2022-05-16"},
      {"The second week of the siege was dry. The siege began on 3 May 2022.", "The second week",
       "2022-05-10/2022-05-16"},
      {"On 24 February 2022, when the invasion began, he fled. In the first two weeks of the invasion it "
       "snowed.",
       "the first two weeks", "2022-02-24/2022-03-09"},
      {"Since the 7 October 2023 attack he hid. It was the 3rd day of the war.", "the 3rd day", "2023-10-09"},
      {"The war began in October 2023. It was the third month of the war.", "the third month", "2023-12~"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.text);
    const std::vector<Timex> timexes = timexes_of(row.text, kTuesday);
    const Timex* timex = timex_at(timexes, row.text, row.words);
    REQUIRE(timex != nullptr);
    REQUIRE(timex->dates.has_value());
    CHECK(to_plain_edtf(*timex->dates) == row.edtf);
    CHECK(timex->anchor == AnchorKind::event);
    CHECK(timex->rule.starts_with("story_patterns.tsv:"));
  }
}

TEST_CASE("where no beginning is told, or two, nothing is counted") {
  for (const std::string_view text :
       {"It was the third week of the offensive.", "The war is now in its ninth month.",
        "On day 12 they fled.", "The war began on 3 May 2022. On day 2 of the fair it rained.",
        "The siege began on 3 May 2022. It was the third day of the strike.",
        "The war began on 3 May 2022; the war began on 9 June 2023. It was the third day of the war.",
        "The war began in 2022. It was the third day of the war.",
        "The firm said the war began on 3 May 2022. Sales fell in its third quarter."}) {
    CAPTURE(text);
    for (const Timex& timex : timexes_of(text, kTuesday)) CHECK(timex.anchor != AnchorKind::event);
  }
}

TEST_CASE("doubt about a date is marked") {
  struct Row {
    std::string_view text;
    std::string_view edtf;
  };
  const Row rows[] = {
      {"It was built around 1850.", "1850~"},
      {"It was built circa 1850.", "1850~"},
      {"It burnt possibly in March 2022.", "2022-03?"},
      {"It burnt in March 2022.", "2022-03"},
      {"He left in fiscal 2023.", "2023~"},
      {"Perhaps, in March 2022, he left.", "2022-03"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.text);
    const std::vector<Timex> timexes = timexes_of(row.text, kTuesday);
    REQUIRE(timexes.size() == 1);
    CHECK(to_edtf(*narrowed_dates(timexes[0])) == row.edtf);
  }
}

TEST_CASE("second readings") {
  struct Row {
    std::string_view text;
    std::string_view value;
    std::string_view other;
  };
  const Row rows[] = {
      {"They left on Friday.", "2024-06-07", "2024-06-14"},
      {"They will leave on Friday.", "2024-06-14", "2024-06-07"},
      {"They left on Friday morning.", "2024-06-07TMO", "2024-06-14TMO"},
      {"They left on Tuesday.", "2024-06-11", ""},
      {"They left last Friday.", "2024-06-07", ""},
      {"They left in May.", "2024-05", "2025-05"},
      {"They left on 20 November.", "2023-11-20", "2024-11-20"},
      {"They left in May 2023.", "2023-05", ""},
      {"They left on 03/04/2024.", "2024-03-04", "2024-04-03"},
      {"They left on 04/04/2024.", "2024-04-04", ""},
      {"They left on 03/14/2024.", "2024-03-14", ""},
  };
  for (const Row& row : rows) {
    CAPTURE(row.text);
    const std::vector<Timex> timexes = timexes_of(row.text, kTuesday);
    REQUIRE(timexes.size() == 1);
    CHECK(timexes[0].value == row.value);
    CHECK((timexes[0].alternates.empty() ? "" : timexes[0].alternates[0].value) == row.other);
  }
}

TEST_CASE("the clear dates of a text show in which order it writes day and month") {
  const std::vector<Timex> day_first = timexes_of("They met on 03/04/2024 and 25/04/2024.", kTuesday);
  REQUIRE(day_first.size() == 2);
  CHECK(day_first[0].value == "2024-04-03");
  CHECK(day_first[0].alternates.empty());
  const std::vector<Timex> month_first = timexes_of("They met on 03/04/2024 and 04/25/2024.", kTuesday);
  CHECK(month_first[0].value == "2024-03-04");
  CHECK(month_first[0].alternates.empty());
  const std::vector<Timex> both = timexes_of("They met on 03/04/2024, 04/25/2024, 25/04/2024.", kTuesday);
  CHECK(both[0].alternates.size() == 1);
}

}  // namespace
}  // namespace annals
