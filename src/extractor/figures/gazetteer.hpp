#pragma once
// What the gazetteer (places.tsv) says of a name, and which classes of words tell places in a sentence.
//   "gaza city", a city, parents "gaza strip, palestine"  =>  city, no country, in Palestine
// It finds no names in a text: places.hpp does.

#include <string>
#include <string_view>

#include "extractor/word_table.hpp"

namespace annals {

struct PlaceRules {
  ClassId place, demonym, place_noun, locative, direction, definite, indefinite, of, source_noun, person,
      persons, possessive, name_article, name_particle, no_place, no_place_before, whole_country, unit_noun,
      and_, based, struck, incident, adjective;
  explicit PlaceRules(const WordTable& words);
};

// How fine a place is; where a phrase names several the finest is meant.
enum class PlaceLevel : std::uint8_t { area, country, region, street, city, locality };

// What rows of the gazetteer say: how fine a kind of place is ("city"), whether it is a country or territory,
// and which one it lies in (a country in itself); empty for seas and areas.
PlaceLevel level_of(std::string_view kind);
bool is_country(const Entry& entry);
std::string region_of(const Entry& entry);

}  // namespace annals
