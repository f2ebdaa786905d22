// When what a sentence tells took place, and what type of claim it is.

#include <string>

#include <doctest/doctest.h>

#include "extractor/reading.hpp"

using namespace annals;

namespace {

// "event 2024-06-10; statement 2024-06-11" of an article of Tuesday, 11 June 2024.
std::string dates_of(std::string_view text, std::string_view published = "2024-06-11") {
  std::string line;
  for (const Claim& claim : read(text, published).claims) {
    if (!line.empty()) line += "; ";
    line += std::string(name_of(claim.type)) + ' ' + (claim.date ? to_edtf(*claim.date) : "-");
  }
  return line;
}

struct Row {
  const char* text;
  const char* want;
};

}  // namespace

TEST_CASE("a claim is of the day that its sentence names, a statement of the day it was said") {
  const Row rows[] = {
      {"The dam broke on Sunday.", "event 2024-06-09"},
      {"The dam broke on Sunday, the mayor said.", "event 2024-06-09"},
      {"The mayor said on Monday that the dam broke on Sunday.", "statement 2024-06-10"},
      {"The mayor told reporters Monday that the dam was old.", "statement 2024-06-10"},
      {"On Saturday, in Arden, the mayor denied the report.", "statement 2024-06-08"},
      {"The mayor said the dam broke on Sunday.", "statement 2024-06-11"},
      {"\"It broke on Sunday,\" the mayor said.", "statement 2024-06-11"},
      {"At least 12 people have died since Sunday.", "event 2024-06-09/2024-06-11"},
      {"At least 12 people have died since the rains began in May.", "event 2024-05/2024-06-11"},
  };
  for (const Row& row : rows) {
    INFO(row.text);
    CHECK(dates_of(row.text) == row.want);
  }
}

TEST_CASE("a sentence without a date goes on about the day before it, or is of the article's day") {
  const Row rows[] = {
      {"The dam broke.", "event 2024-06-11"},
      {"The dam broke on Sunday. Water reached the town. Nine people drowned.",
       "event 2024-06-09; event 2024-06-09; event 2024-06-09"},
      // what holds now is not of that day
      {"The dam broke on Sunday. Troops have sealed off the town.", "event 2024-06-09; event -"},
      {"The mayor said on Sunday the dam was old. He said it leaked.",
       "statement 2024-06-09; statement 2024-06-09"},
      {"The dam broke on Sunday. The mayor said the town was safe.",
       "event 2024-06-09; statement 2024-06-11"},
  };
  for (const Row& row : rows) {
    INFO(row.text);
    CHECK(dates_of(row.text) == row.want);
  }
  CHECK(dates_of("The dam broke.", "") == "event -");
}

TEST_CASE("how things are and what did not come about is background, what is done to people is not") {
  const Row rows[] = {
      {"The town is near the border.", "background -"},
      {"The report could not be verified.", "background -"},
      {"Details were not available.", "background -"},
      {"Nine people are killed in a flood.", "event 2024-06-11"},
      {"Two men are in custody and nine people are missing.", "event 2024-06-11"},
      {"The army has entered the town.", "event -"},
      {"The dam was a local landmark.", "background -"},
      {"Police said nine people were killed in a fire.", "event 2024-06-11"},
      {"The death toll is nine, police said.", "statement 2024-06-11"},
      {"In the village of Zarn hailstones the size of walnuts smashed windows.", "event 2024-06-11"},
  };
  for (const Row& row : rows) {
    INFO(row.text);
    CHECK(dates_of(row.text) == row.want);
  }
}
