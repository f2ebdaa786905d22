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

void check(const Row* rows, std::size_t count) {
  for (std::size_t i = 0; i < count; ++i) {
    INFO(std::string(rows[i].text));
    CHECK(dates_of(rows[i].text) == std::string(rows[i].want));
  }
}

template <std::size_t N>
void check(const Row (&rows)[N]) {
  check(rows, N);
}

}  // namespace

TEST_CASE("a claim is of the day that its sentence names, a statement of the day it was said") {
  check({
      {"The dam broke on Sunday.", "event 2024-06-09"},
      {"The dam broke on Sunday, the mayor said.", "event 2024-06-09"},
      {"The mayor said on Monday that the dam was old.", "statement 2024-06-10"},
      {"The mayor told reporters Monday that the dam was old.", "statement 2024-06-10"},
      {"On Saturday, in Arden, the mayor denied the report.", "statement 2024-06-08"},
      // an event is of its own day, and of the day on which it was told where it has none
      {"The mayor said on Monday that tanks had shelled the dam on Sunday.", "event 2024-06-09"},
      {"The mayor said on Monday that tanks had shelled the dam.", "event 2024-06-10"},
      // no time of saying: when that was what is said
      {"\"It broke on Sunday,\" the mayor said.", "statement 2024-06-09"},
      {"The mayor said a letter from Sunday was false.", "statement 2024-06-09"},
      // said by somebody else
      {"The mayor said the plan was good before Ruritania announced it on Sunday.", "statement -"},
      {"At least 12 people have died since Sunday.", "event 2024-06-09/2024-06-11"},
      {"At least 12 people have died since the rains began in May.", "event 2024-05/2024-06-11"},
  });
}

TEST_CASE("a time that hangs on something else is not when the claim took place") {
  check({
      {"Troops searched the town on Sunday.", "event 2024-06-09"},
      {"Troops searched the town after gunmen had attacked it on Sunday.", "event 2024-06-11"},
      {"After gunmen had attacked the town on Sunday, troops searched it on Monday.", "event 2024-06-10"},
      {"Crowds burned a copy of the law adopted on 3 May.", "event 2024-06-11"},
      {"The law was adopted on 3 May.", "event 2024-05-03"},
      {"The storm wrecked the pier (rebuilt in 1974).", "event 2024-06-11"},
      {"The storm wrecked the pier in 1974.", "event 1974"},
      {"Crowds burned the 2011 Arden Accord.", "event 2024-06-11"},
  });
}

TEST_CASE("a sentence without a date goes on about the day before it") {
  check({
      {"The dam broke on Sunday. Water reached the town. Nine people drowned.",
       "event 2024-06-09; event 2024-06-09; event 2024-06-09"},
      // what holds now, what it has come to, and what is yet to come are not of that day
      {"The dam broke on Sunday. Troops have sealed off the town.", "event 2024-06-09; background -"},
      {"The dam broke on Sunday. Troops are searching the town. They found a boat.",
       "event 2024-06-09; event 2024-06-11; event 2024-06-11"},
      {"The court will meet on Friday. Troops searched the town.", "event 2024-06-14; event 2024-06-11"},
      {"The mayor said on Sunday the dam was old. He said it leaked.",
       "statement 2024-06-09; statement 2024-06-09"},
      {"Mayor Ada Diallo said on Sunday the dam was old. \"It leaked,\" Diallo said.",
       "statement 2024-06-09; statement 2024-06-09"},
      {"Mayor Ada Diallo said on Sunday the dam was old. \"It leaked,\" Omar Haddad said.",
       "statement 2024-06-09; statement -"},
  });
}

TEST_CASE("the day of the article is taken where it is a good guess") {
  check({
      // what opens an article, ...
      {"The dam broke.", "event 2024-06-11"},
      {"The dam broke. Water came. Roads vanished. Cars sank.",
       "event 2024-06-11; event 2024-06-11; event 2024-06-11; event -"},
      // ... what follows on something of that day, ...
      {"The dam broke on Tuesday. \"It was old,\" the mayor said.", "event 2024-06-11; statement 2024-06-11"},
      {"The dam broke on Sunday. \"It was old,\" the mayor said.", "event 2024-06-09; statement -"},
      // ... and a bulletin
      {"\"It was old,\" the mayor says. (Arden Post)", "statement 2024-06-11"},
  });
  CHECK(dates_of("The dam broke.", "") == "event -");
}

TEST_CASE("a post is read at any time and has no day but its own") {
  check({
      {"The dam broke on Tuesday. A neighbour wrote on Facebook that he was safe.",
       "event 2024-06-11; statement -"},
      {"The dam broke on Tuesday. A neighbour wrote to the mayor that he was safe.",
       "event 2024-06-11; statement 2024-06-11"},
      {"The dam broke on Tuesday. A neighbour wrote on Facebook on Monday that he was safe.",
       "event 2024-06-11; statement 2024-06-10"},
      {"The dam broke on Tuesday. A neighbour wrote on Facebook: \"I am safe. It was dark.\"",
       "event 2024-06-11; statement -; statement -"},
      {"The dam broke on Tuesday. A neighbour shared a photo of the ruins.", "event 2024-06-11; event -"},
      {"Troops searched the dam on social media day. (Arden Post)", "event 2024-06-11"},
  });
}

TEST_CASE("how things are or have come to be and what did not come about is background") {
  check({
      {"The town is near the border.", "background -"},
      {"The town, which the army took, is near the border.", "background -"},
      {"The plant is located on the river.", "background -"},
      {"The valley comprises three parts.", "background -"},
      {"The report could not be verified.", "background -"},
      {"Details were not available.", "background -"},
      {"Their names weren't released.", "background -"},
      {"There was no comment from the palace.", "background -"},
      {"The dam was a local landmark.", "background -"},
      {"The mayor had faced a charge.", "background -"},
      {"The army has entered the town.", "background -"},
      {"The war has killed 9,000 people.", "background -"},
      {"All parties to keep the peace in the valley.", "background -"},
      // but what is done, and what is done to people, is news
      {"Nine people are killed in a flood.", "event 2024-06-11"},
      {"The flood has killed nine people.", "event 2024-06-11"},
      {"Two men are in custody and nine people are missing.", "event 2024-06-11"},
      {"The plant is being shelled.", "event 2024-06-11"},
      {"Troops are waiting behind the town.", "event 2024-06-11"},
      {"The army entered the town.", "event 2024-06-11"},
      {"In the village of Zarn hailstones the size of walnuts smashed windows.", "event 2024-06-11"},
  });
}

TEST_CASE("what somebody tells is an event where it is harm done or a deed that people see") {
  check({
      {"Police said nine people were killed in a fire.", "event 2024-06-11"},
      {"The death toll is nine, police said.", "statement -"},
      {"Residents said tanks had shelled the market.", "event 2024-06-11"},
      {"Residents told reporters that tanks were shelling the market.", "event 2024-06-11"},
      {"Residents said tanks had not shelled the market.", "statement -"},
      {"Residents said those who shelled the market wanted peace.", "statement -"},
      {"Residents said the market was safe.", "statement -"},
      {"According to residents, tanks rolled into the market.", "event 2024-06-11"},
      {"According to residents, the market is safe.", "statement -"},
      // to show a picture is an act; to speak of one is not
      {"Activists released footage of the march.", "event 2024-06-11"},
      {"Activists said the footage was false.", "statement -"},
      // quotation marks of a heading that ran into the sentence are not those of the sentence
      {"Mayor: \"No peace\" ARDEN (AP) -- Tanks shelled the market, residents said.", "event 2024-06-11"},
  });
}
