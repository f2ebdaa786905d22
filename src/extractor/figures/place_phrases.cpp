#include "extractor/figures/place_phrases.hpp"

#include <algorithm>

namespace annals {

namespace {

constexpr std::uint32_t kWayFrom = 10;      // tokens of ", about 100 miles northeast of"
constexpr std::uint32_t kDatelineRest = 6;  // tokens of ", N.Y." before the agency or the dash

class Joiner {
 public:
  Joiner(const TokenizedText& text, const WordTable& words, const PlaceRules& rules)
      : tokens_(text.tokens), words_(words), rules_(rules) {}

  void run(std::vector<Place>& places) const {
    for (std::size_t k = 0; k < places.size(); ++k) {
      places[k].phrase = static_cast<std::uint32_t>(k);
      if (k > 0) join(places[k - 1], places[k]);
    }
  }

 private:
  void join(Place& last, Place& here) const {
    bool joined = !here.whole_country && !last.whole_country;
    bool listed = joined;
    for (std::uint32_t i = last.last; i < here.token && (joined || listed); ++i) {
      here.within = here.within || tokens_[i].mark == '\'';
      if (!links(i)) joined = false;
      if (tokens_[i].mark != ',' && !has(i, rules_.and_) && !has(i, rules_.definite)) listed = false;
    }
    // "in Homs, Hama and Idlib" lists; "in Homs, Syria" goes on to what Homs lies in.
    if (joined && listed && here.level >= last.level && here.token > last.last) joined = false;
    if (joined) here.phrase = last.phrase;
    // "Paris, about 100 miles northeast of Dallas" lies where Dallas does.
    const bool way_from = here.token > last.last + 2 && here.token - last.last <= kWayFrom &&
                          has(here.token - 1, rules_.of) && has(here.token - 2, rules_.direction);
    if (way_from && !here.region.empty()) last.region = here.region;
    // "Paris, Texas" lies where what follows says.
    if (joined && tokens_[last.last].mark == ',' && here.level < last.level && !here.region.empty())
      last.region = here.region;
    if (listed && !joined && last.locative && here.level >= last.level) {
      here.locative = true;
      here.from = last.from;
      here.to = last.to;
    }
  }

  // May the token stand between two places of one phrase?
  bool links(std::uint32_t i) const {
    const ClassSet& set = words_.classes(tokens_[i].word);
    if (set.has(rules_.locative)) {
      const Entry* entry = words_.entry(tokens_[i].word, rules_.locative);
      return entry == nullptr || entry->value.empty() || entry->value == "on";
    }
    return tokens_[i].mark == ',' || tokens_[i].mark == '(' || tokens_[i].mark == '\'' ||
           set.has(rules_.of) || set.has(rules_.definite) || set.has(rules_.indefinite) ||
           set.has(rules_.direction) || set.has(rules_.place_noun) || set.has(rules_.demonym);
  }

  bool has(std::uint32_t at, ClassId klass) const { return words_.classes(tokens_[at].word).has(klass); }

  const std::vector<Token>& tokens_;
  const WordTable& words_;
  const PlaceRules& rules_;
};

}  // namespace

bool is_dated_from(const std::vector<Token>& tokens, std::uint32_t after, std::uint32_t end,
                   std::uint32_t date_begin) {
  const auto is_name = [&](std::uint32_t at) {
    return at < end && tokens[at].kind == TokenKind::word && tokens[at].capitalised &&
           tokens[at].begin < date_begin;
  };
  std::uint32_t i = after;
  const std::uint32_t far = std::min(end, after + kDatelineRest);
  while (i < far && (tokens[i].mark == ',' || is_name(i) || tokens[i].mark == '.')) ++i;
  const bool agency = i < far && tokens[i].mark == '(' && is_name(i + 1);
  const bool dash = i < far && (tokens[i].mark == '_' || (tokens[i].mark == '-' && !tokens[i].glued));
  return agency || dash;
}

void join_phrases(const TokenizedText& text, const WordTable& words, const PlaceRules& rules,
                  std::vector<Place>& places) {
  Joiner(text, words, rules).run(places);
}

void mark_dateline(const TokenizedText& text, std::uint32_t first, std::uint32_t end,
                   std::vector<Place>& places) {
  const auto dated = std::find_if(places.begin(), places.end(), [&](const Place& place) {
    const bool opens = place.token == first || text.tokens[place.token].upper;
    return opens && !place.locative && is_dated_from(text.tokens, place.last, end);
  });
  if (dated != places.end()) dated->dateline = true;
}

}  // namespace annals
