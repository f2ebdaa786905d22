#pragma once
// Named places in a sentence: gazetteer names, and capitalised names where a preposition or a place noun
// shows that they are places ("in the village of Umm Qais", "near Tall Afar").
//   "in the Rimal district of Gaza City" => Rimal, Gaza City: one phrase, the finer one first
// Bodies, persons, media and victims' families are no places. Which of them a figure happened at is decided
// by harm_places.hpp.

#include <string>
#include <string_view>
#include <vector>

#include "annals/model/figure.hpp"

#include "extractor/figures/chunk.hpp"
#include "extractor/figures/gazetteer.hpp"

namespace annals {

struct Place {
  Quote where;
  std::uint32_t token = 0;   // first token
  std::uint32_t last = 0;    // one past
  std::uint32_t phrase = 0;  // places of one phrase share it: "the village of X in Y province, Z"
  std::string region;        // country or territory by the gazetteer; may be empty
  PlaceLevel level = PlaceLevel::country;
  bool locative = false;       // a preposition of place stands before it
  bool from = false;           // "from" it: the way that people came
  bool to = false;             // "to" or "into" it: the way that they went
  bool within = false;         // named as in the one before: "Ruritania's Oldbury"
  bool known = false;          // the gazetteer has it
  bool country = false;        // it is a country or territory itself
  bool dateline = false;       // what follows is dated from there
  bool whole_country = false;  // "nationwide", "across the country": the name stands elsewhere
};

// Is the text written without capitals? Then names are looked for in lower case too, behind a preposition.
bool lacks_capitals(const TokenizedText& text);

// In order of the text.
// Dates are no places: what `timexes` (of the whole text, sorted) cover is passed over.
std::vector<Place> find_places(const TokenizedText& text, const WordTable& words, const PlaceRules& rules,
                               const Sentence& sentence, const std::vector<Timex>& timexes,
                               bool no_capitals = false);

}  // namespace annals
