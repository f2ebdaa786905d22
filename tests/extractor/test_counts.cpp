#include <string>

#include <doctest/doctest.h>

#include "extractor/figures/count.hpp"
#include "extractor/lexicon_data.hpp"
#include "extractor/reading.hpp"

using namespace annals;

namespace {

const CountRules& rules() {
  static const CountRules rules(shipped_lexicon().data().words);
  return rules;
}

// The count that starts at token `at`: "words | bound ends [more] [person]"; "none".
std::string counted(std::string_view text, std::uint32_t at = 0) {
  const TokenizedText cut_text = cut(text);
  const auto& tokens = cut_text.tokens;
  const auto count = parse_count(cut_text, shipped_lexicon().data().words, rules(), at,
                                 static_cast<std::uint32_t>(tokens.size()));
  if (!count) return "none";
  const Span span{tokens[count->first].begin, tokens[count->last - 1].end};
  return std::string(slice(text, span)) + " | " + line_of(count->quantity) + (count->more ? " more" : "") +
         (count->person ? " person" : "");
}

struct Row {
  std::string text;
  std::string want;
};

}  // namespace

TEST_CASE("counts in digits and words") {
  const Row rows[] = {
      {"12 people", "12 | exact 12"},
      {"37,000 people", "37,000 | exact 37000"},
      {"twelve people", "twelve | exact 12"},
      {"twenty-five people", "twenty-five | exact 25"},
      {"twenty five people", "twenty five | exact 25"},
      {"one hundred and five people", "one hundred and five | exact 105"},
      {"two thousand three hundred people", "two thousand three hundred | exact 2300"},
      {"three hundred thousand people", "three hundred thousand | exact 300000"},
      {"2.3 million people", "2.3 million | exact 2300000"},
      {"1.25 million people", "1.25 million | exact 1250000"},
      {"37 thousand people", "37 thousand | exact 37000"},
      {"2m people", "2m | exact 2000000"},
      {"40k people", "40k | exact 40000"},
      {"a dozen people", "a dozen | exact 12"},
      {"two dozen people", "two dozen | exact 24"},
      {"half a million people", "half a million | exact 500000"},
      {"three and four people", "three | exact 3"},
      {"no survivors", "no | exact 0"},
      {"nobody was hurt", "nobody | exact 0 person"},
      {"both men", "both | exact 2"},
      {"0 dead", "0 | exact 0"},
      {"two lakh people", "two lakh | exact 200000"},
  };
  for (const Row& row : rows) {
    INFO(row.text);
    CHECK(counted(row.text) == row.want);
  }
}

TEST_CASE("words around a count say how it is meant") {
  const Row rows[] = {
      {"at least 12 people", "at least 12 | at_least 12-"},
      {"no fewer than 12 people", "no fewer than 12 | at_least 12-"},
      {"more than 37,000 people", "more than 37,000 | more_than 37000-"},
      {"over 100 people", "over 100 | more_than 100-"},
      {"well over 100 people", "well over 100 | more_than 100-"},
      {"nearly 300 people", "nearly 300 | less_than -300"},
      {"fewer than 50 people", "fewer than 50 | less_than -50"},
      {"up to 40 people", "up to 40 | at_most -40"},
      {"no more than 40 people", "no more than 40 | at_most -40"},
      {"about 250 people", "about 250 | about 250"},
      {"some 250 people", "some 250 | about 250"},
      {"an estimated 1,500 people", "an estimated 1,500 | about 1500"},
      {"100 or more people", "100 or more | at_least 100-"},
      {"at least two dozen people", "at least two dozen | at_least 24-"},
      {"at least another 12 people", "at least another 12 | at_least 12- more"},
      {"another 12 people", "another 12 | exact 12 more"},
      {"an additional 12 people", "an additional 12 | exact 12 more"},
      {"12 more people", "12 more | exact 12 more"},
      {"12 more than before", "12 | exact 12"},
      {"only 12 people", "12 | exact 12"},
      {"a total of 12 people", "12 | exact 12"},
      {"all 12 people", "12 | exact 12"},
  };
  for (const Row& row : rows) {
    INFO(row.text);
    CHECK(counted(row.text) == row.want);
  }
}

TEST_CASE("ranges and vague words") {
  const Row rows[] = {
      {"between 20 and 30 people", "between 20 and 30 | range 20-30"},
      {"from 20 to 30 people", "from 20 to 30 | range 20-30"},
      {"70 to 90 people", "70 to 90 | range 70-90"},
      {"100-300 people", "100-300 | range 100-300"},
      {"100\u2013300 people", "100\u2013300 | range 100-300"},
      {"ten or twelve people", "ten or twelve | range 10-12"},
      {"about 20 to 30 people", "about 20 to 30 | range 20-30"},
      {"30 to 20 people", "30 | exact 30"},
      {"dozens of people", "dozens of | vague 24-99"},
      {"several people", "several | vague 3-9"},
      {"hundreds of thousands of people", "hundreds of thousands of | vague 200000-999999"},
      {"a few hundred people", "a few hundred | vague 200-999"},
      {"at least dozens of people", "at least dozens of | vague 24-99"},
      {"many people", "many | vague -"},
  };
  for (const Row& row : rows) {
    INFO(row.text);
    CHECK(counted(row.text) == row.want);
  }
}

TEST_CASE("a multiplier said once goes for both ends of a range") {
  CHECK(counted("2 to 3 million people") == "2 to 3 million | range 2000000-3000000");
  CHECK(counted("between two and three thousand people") ==
        "between two and three thousand | range 2000-3000");
}

TEST_CASE("numbers that count nothing") {
  for (const char* text : {"people were",
                           "$12 million",
                           "12% of",
                           "12 percent of",
                           "12 per cent of",
                           "12-year-old boy",
                           "10:30 in",
                           "7.62 ammunition",
                           "1.5 people",
                           "12th man",
                           "1990s music",
                           "9mm pistol",
                           "3/4 of",
                           "a man",
                           "the man",
                           "million people",
                           "hundred people",
                           "and 12",
                           "9999999999999999999999 people",
                           ""}) {
    INFO(std::string(text));
    if (*text == '\0') continue;
    CHECK(counted(text) == "none");
  }
}

TEST_CASE("a number glued to a mark in front of it is none") {
  const std::pair<std::string, std::uint32_t> rows[] = {{"$12 paid", 1},    {"#12 seed", 1},  {"A-10 jet", 2},
                                                        {"10:30 sharp", 2}, {"and/12 of", 2}, {"v.12 of", 2}};
  for (const auto& [text, at] : rows) {
    INFO(text);
    CHECK(counted(text, at) == "none");
  }
}

TEST_CASE("numbers beyond all people are none, and never overflow") {
  for (const std::string text :
       {"999999999999 billion people", "nine billion billion people", "999999999999999999 thousand people",
        "nine hundred thousand million billion billion people", "999999999999m people",
        "1000000000 crore crore people"}) {
    INFO(text);
    const TokenizedText cut_text = cut(text);
    const auto count = parse_count(cut_text, shipped_lexicon().data().words, rules(), 0,
                                   static_cast<std::uint32_t>(cut_text.tokens.size()));
    if (count && count->quantity.low) {
      CHECK(*count->quantity.low >= 0);
      CHECK(*count->quantity.low <= 9'000'000'000'000);
    }
  }
}

TEST_CASE("a whole text is a quantity or none") {
  const auto quantity = [](std::string_view text) {
    return parse_quantity(cut(text), shipped_lexicon().data().words, rules());
  };
  CHECK(quantity("at least 12") == Quantity{12, std::nullopt, Bound::at_least});
  CHECK(quantity("12") == exactly(12));
  CHECK_FALSE(quantity("12 people"));
  CHECK_FALSE(quantity(""));
}
