// What users of other readers of dates complain of most, each as a test of what they wanted. The names of the
// tests are the wishes. Speed is tested as a property: work that grows with the text, counted, not timed.

#include <array>
#include <string>

#include <doctest/doctest.h>

#include "temporal_reading.hpp"

namespace annals {
namespace {

const std::optional<Date> kTuesday = make_date(2024, 6, 11);

// "2024-06-10 2024-W24"; "-" for nothing.
std::string values(std::string_view text, std::optional<Date> written = kTuesday) {
  std::string line;
  for (const Timex& timex : timexes_of(text, written)) {
    if (!line.empty()) line += ' ';
    line += timex.value;
  }
  return line.empty() ? "-" : line;
}

std::string edtf(std::string_view text, std::optional<Date> written = kTuesday) {
  std::string line;
  for (const Timex& timex : timexes_of(text, written)) {
    const auto dates = narrowed_dates(timex);
    if (!line.empty()) line += ' ';
    line += dates ? to_edtf(*dates) : "-";
  }
  return line.empty() ? "-" : line;
}

struct Row {
  std::string_view text;
  std::string_view wanted;
};

void check_values(std::initializer_list<Row> rows) {
  for (const Row& row : rows) {
    CAPTURE(row.text);
    CHECK(values(row.text) == row.wanted);
  }
}

TEST_CASE("1. a report looks back unless its words look ahead, and the other reading is kept") {
  check_values({{"A bomb killed two people on Friday.", "2024-06-07"},
                {"The court will sit on Friday.", "2024-06-14"},
                {"Two people were killed in November.", "2023-11"},
                {"They will meet in November.", "2024-11"},
                {"At least 90 people have died since Oct. 7.", "2023-10-07"}});
  const std::vector<Timex> friday = timexes_of("A bomb killed two people on Friday.", kTuesday);
  REQUIRE(friday.size() == 1);
  REQUIRE(friday[0].alternates.size() == 1);
  CHECK(friday[0].alternates[0].value == "2024-06-14");
}

TEST_CASE("2. last and next count weeks as people do, over the ends of years and in leap years") {
  check_values({{"He died last Tuesday.", "2024-06-04"},
                {"He will go next Tuesday.", "2024-06-18"},
                {"It rained last week.", "2024-W23"},
                {"It rained on Monday last week.", "2024-06-03"},
                {"The talks begin on Monday next week.", "2024-06-17"}});
  CHECK(values("It rained last week.", make_date(2021, 1, 5)) == "2020-W53");
  CHECK(values("It rained last week.", make_date(2024, 1, 2)) == "2023-W52");
  CHECK(values("They left yesterday.", make_date(2024, 3, 1)) == "2024-02-29");
  CHECK(values("They left yesterday.", make_date(2023, 3, 1)) == "2023-02-28");
}

TEST_CASE("3. work grows with the text and not faster: twice the text gives twice the findings") {
  const auto found = [](std::size_t times) {
    std::string text;
    for (std::size_t i = 0; i < times; ++i)
      text +=
          "The war began on 3 May 2022. On day 12 of the war, from 3 to 6 June 2022, two died on Monday. ";
    return timexes_of(text, kTuesday).size();
  };
  const std::size_t once = found(50);
  CHECK(once >= 250);
  CHECK(found(100) == 2 * once);
  CHECK(found(2000) == 40 * once);
}

TEST_CASE("4. plain numbers are no dates") {
  check_values({{"The house of 2000 soldiers cost 1998 dollars.", "-"},
                {"Call 555-1984 or 2882015 today.", "2024-06-11"},
                {"The Boeing 747 carried 1,914 bags and 1800 people.", "-"},
                {"Resolution 2118 was adopted by 15 to 0.", "-"},
                {"It fell by 1.5 percent to 1996.4 points.", "-"},
                {"He wore number 10 and scored 12 goals.", "-"}});
}

TEST_CASE("5. may, march and second are words first, and dates where they are dates") {
  check_values({{"It may rain; they march on.", "-"},
                {"March for peace, they said.", "-"},
                {"A second bomb went off; the first did not.", "-"},
                {"He left in May and came back in March.", "2024-05 2024-03"},
                {"It was signed on the second of May 2021.", "2021-05-02"},
                {"The sun sat low.", "-"}});
}

TEST_CASE("6. ages are no years") {
  check_values({{"A man in his 90s died.", "-"},
                {"A woman in her late 30s was hurt.", "-"},
                {"The 12-year-old girl and her brother, aged 19, lived.", "-"},
                {"She was 45 years old.", "-"}});
}

TEST_CASE("7. a range is one thing with two ends that share month and year") {
  const std::array<Row, 9> rows{{{"It lasted from 3 to 6 May.", "2024-05-03/2024-05-06"},
                                 {"Between 1914 and 1918 it grew.", "1914/1918"},
                                 {"The fighting of 7-9 October 2023 was over.", "2023-10-07/2023-10-09"},
                                 {"It rained overnight Monday to Tuesday.", "2024-06-10/2024-06-11"},
                                 {"The war of 1850-58 ended.", "1850/1858"},
                                 {"It ran from late June to early July 2023.", "2023-06-21~/2023-07-10~"},
                                 {"It lasted from 30 December to 2 January 2022.", "2021-12-30/2022-01-02"},
                                 {"It grew from November 2023 through March 2024.", "2023-11/2024-03"},
                                 {"They worked from Monday to Friday.", "2024-06-03/2024-06-07"}}};
  for (const Row& row : rows) {
    CAPTURE(row.text);
    const std::vector<Timex> timexes = timexes_of(row.text, kTuesday);
    const std::vector<TimeRange> ranges = ranges_of(row.text, timexes, kTuesday);
    REQUIRE(ranges.size() == 1);
    CHECK(to_edtf(ranges[0].dates) == row.wanted);
    CHECK(timexes[ranges[0].first].span.begin >= ranges[0].span.begin);
    CHECK(timexes[ranges[0].last].span.end == ranges[0].span.end);
  }
  for (const std::string_view text :
       {"They met on 3 and 6 May.", "It will be in May or July.", "He came in 1914 and left in 1918.",
        "The vote was moved from May 3 to June 4.", "Prices rose in May, and in June."}) {
    CAPTURE(text);
    CHECK(ranges_of(text, timexes_of(text, kTuesday), kTuesday).empty());
  }
}

TEST_CASE("7. early, mid and late have bounds") {
  CHECK(edtf("It began in early March 2011.") == "2011-03-01~/2011-03-10~");
  CHECK(edtf("It began in mid-March 2011.") == "2011-03-11~/2011-03-20~");
  CHECK(edtf("It began in late 2019.") == "2019-09~/2019-12~");
  CHECK(edtf("It was built in the early 1990s.") == "1990~/1993~");
  CHECK(edtf("It was built in the 1990s.") == "199X");
}

TEST_CASE("8. the year stays with its date") {
  check_values({{"It was filed on Jun-18-2020 at noon.", "2020-06-18 2020-06-18T12:00"},
                {"The form is dated 10-Apr-15.", "2015-04-10"},
                {"The form is dated 19-Nov-12.", "2012-11-19"},
                {"It fell on 3 May, 2022.", "2022-05-03"},
                {"It fell on the 3rd of May 1921.", "1921-05-03"}});
}

TEST_CASE("9. old years and years before Christ have values") {
  check_values({{"The city fell in 1453.", "1453"},
                {"The law of 1215 stood.", "1215"},
                {"The city was sacked in 146 BC.", "BC0146"},
                {"The treaty was signed on 24 October 1648.", "1648-10-24"},
                {"The hall is of the 12th century.", "11"}});
  CHECK(edtf("The city was sacked in 146 BC.") == "-0145");
  CHECK(edtf("The treaty was signed on 24 October 1648.") == "1648-10-24");
}

TEST_CASE("10. impossible dates are told, and are no dates") {
  const std::array<Row, 8> rows{{{"It is dated 31 April.", "31 April"},
                                 {"It fell on Feb 29 2015.", "Feb 29 2015"},
                                 {"They left on 30 February.", "30 February"},
                                 {"The entry of 2024-13-45 is lost.", "2024-13-45"},
                                 {"The entry of 2023-02-29 is lost.", "2023-02-29"},
                                 {"It was due on 99/99/2024.", "99/99/2024"},
                                 {"It fell on May 32, 2022.", "May 32, 2022"},
                                 {"It blew up at 12:75 p.m.", "12:75 p.m."}}};
  for (const Row& row : rows) {
    CAPTURE(row.text);
    std::vector<Diagnostic> diagnostics;
    CHECK(timexes_of(row.text, kTuesday, &diagnostics).empty());
    REQUIRE(diagnostics.size() == 1);
    CHECK(slice(row.text, diagnostics[0].span) == row.wanted);
  }
  std::vector<Diagnostic> none;
  CHECK(values("It fell on Feb 29 2016.") == "2016-02-29");
  timexes_of("Ring 2024-13-45-99, ref. A-2024-13-45.", kTuesday, &none);
  CHECK(none.empty());
  CHECK(values("It was filed under 2024-13.") == "-");
}

TEST_CASE("11. no text is too long or too odd: nothing after it is lost") {
  for (const std::string_view piece :
       {"from May to ", "the first day of the ", "1/2/", "in the early morning of the next ", "12 ",
        "between 1990 and ", "on day 12 of the war and ", "since the start of the war on 3 May 2022 ",
        "2024-13-45 ", "late "}) {
    CAPTURE(piece);
    std::string text;
    while (text.size() < 200000) text += piece;
    text += ".\n\nIt fell on 14 August 2018.";
    const std::vector<Timex> timexes = timexes_of(text, kTuesday);
    REQUIRE_FALSE(timexes.empty());
    CHECK(timexes.back().value == "2018-08-14");
    CHECK(timexes.back().span.end == text.size() - 1);
  }
}

TEST_CASE("12. the day of reference is what it is given: no clock, the same answer each time") {
  const std::string_view text = "It fell on Monday, last week and two days ago; the war began on 3 May.";
  CHECK(timexes_of(text, kTuesday) == timexes_of(text, kTuesday));
  CHECK(values("It fell on Monday.", make_date(1999, 12, 31)) == "1999-12-27");
  CHECK(values("It fell on Monday.", std::nullopt) == "XXXX-WXX-1");
  CHECK(values("It fell yesterday.", std::nullopt) == "XXXX-XX-XX");
}

TEST_CASE("13. a history goes on from its own dates, news from the day it was written") {
  const std::string history =
      "The siege began on 2 March 1904. In April the fleet sailed. The town fell in 1905. In June the army "
      "withdrew. Peace was signed in 1907.";
  CHECK(values(history).find("1904-04") != std::string::npos);
  CHECK(values("The siege began on Sunday. In April the fleet sailed.").find("2024-04") != std::string::npos);
}

TEST_CASE("14. each expression has a span and a value, the same every time") {
  const std::string_view text =
      "On Monday, 10 June 2024, at 9 p.m., for two hours, every Friday, in the 1990s and now.";
  for (const Timex& timex : timexes_of(text, kTuesday)) {
    CHECK_FALSE(timex.value.empty());
    CHECK_FALSE(timex.rule.empty());
    CHECK(timex.span.end > timex.span.begin);
  }
}

TEST_CASE("15. several readings are told as such: one is taken, the others have weights below it") {
  for (const std::string_view text :
       {"They left on Friday.", "They left in May.", "They left on 3 May.", "They left on 03/04/2024."}) {
    CAPTURE(text);
    const std::vector<Timex> timexes = timexes_of(text, kTuesday);
    REQUIRE(timexes.size() == 1);
    REQUIRE(timexes[0].alternates.size() == 1);
    CHECK(timexes[0].alternates[0].value != timexes[0].value);
    CHECK(timexes[0].alternates[0].weight > 0);
    CHECK(timexes[0].alternates[0].weight <= timexes[0].weight);
    CHECK(timexes[0].weight + timexes[0].alternates[0].weight <= 1000);
  }
}

TEST_CASE("+ nothing is kept from one text to the next") {
  const std::string_view text = "It fell on 3 April; in 1850 too.";
  const std::vector<Timex> before = timexes_of(text, kTuesday);
  timexes_of("In 1620, 1621 and 1631 the war, which began on 3 May 1618, went on. The next day it rained.",
             make_date(1990, 1, 1));
  CHECK(timexes_of(text, kTuesday) == before);
}

}  // namespace
}  // namespace annals
