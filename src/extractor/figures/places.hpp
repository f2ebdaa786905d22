#pragma once
// Named places in a sentence: gazetteer names, and capitalised names where a preposition or a place noun
// shows that they are places ("in the village of Umm Qais", "near Tall Afar").

#include <vector>

#include "annals/model/figure.hpp"

#include "extractor/figures/chunk.hpp"

namespace annals {

struct PlaceRules {
  ClassId place, demonym, place_noun, locative, direction, definite, indefinite, of, source_noun, person;
  explicit PlaceRules(const WordTable& words);
};

struct Place {
  Quote where;
  std::uint32_t token = 0;  // first token
  std::uint32_t last = 0;   // one past
  std::string region;       // country or territory by the gazetteer; may be empty
  int specificity = 0;      // 0 country or region .. 3 locality named by the text
  bool locative = false;    // a preposition of place stands before it
};

// In order of the text.
// Dates are no places: what `timexes` (of the whole text, sorted) cover is passed over.
std::vector<Place> find_places(const TokenizedText& text, const WordTable& words, const PlaceRules& rules,
                               const Sentence& sentence, const std::vector<Timex>& timexes);

}  // namespace annals
