#include "extractor/figures/gazetteer.hpp"

namespace annals {

namespace {

// "gaza strip" => "Gaza Strip"
std::string as_name(std::string_view words) {
  std::string name(words);
  bool starts = true;
  for (char& c : name) {
    if (starts && c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
    starts = c == ' ' || c == '-';
  }
  return name;
}

}  // namespace

PlaceLevel level_of(std::string_view kind) {
  if (kind == "camp" || kind == "locality") return PlaceLevel::locality;
  if (kind == "city" || kind == "town") return PlaceLevel::city;
  if (kind == "street") return PlaceLevel::street;
  if (kind == "territory" || kind == "region") return PlaceLevel::region;
  if (kind == "sea") return PlaceLevel::region;
  if (kind == "area") return PlaceLevel::area;
  return PlaceLevel::country;
}

bool is_country(const Entry& entry) {
  return entry.value == "country" || entry.value == "territory";
}

// The last of its parents.
std::string region_of(const Entry& entry) {
  if (is_country(entry)) return as_name(entry.name);
  if (entry.value == "area" || entry.value == "sea") return {};
  const std::size_t comma = entry.note.rfind(", ");
  return comma == std::string::npos ? entry.note : entry.note.substr(comma + 2);
}

PlaceRules::PlaceRules(const WordTable& words)
    : place(words.find_class("place")),
      demonym(words.find_class("demonym")),
      place_noun(words.find_class("place_noun")),
      locative(words.find_class("locative")),
      direction(words.find_class("direction")),
      definite(words.find_class("definite")),
      indefinite(words.find_class("indefinite")),
      of(words.find_class("of")),
      source_noun(words.find_class("source_noun")),
      person(words.find_class("person")),
      persons(words.find_class("persons")),
      possessive(words.find_class("possessive")),
      name_article(words.find_class("name_article")),
      name_particle(words.find_class("name_particle")),
      no_place(words.find_class("no_place")),
      no_place_before(words.find_class("no_place_before")),
      whole_country(words.find_class("whole_country")),
      unit_noun(words.find_class("unit_noun")),
      and_(words.find_class("and")),
      based(words.find_class("based")),
      struck(words.find_class("struck")),
      incident(words.find_class("incident")),
      adjective(words.find_class("person_adjective")) {}

}  // namespace annals
