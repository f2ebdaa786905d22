#include "extractor/figures/places.hpp"

#include <algorithm>

namespace annals {

namespace {

int specificity_of(std::string_view type) {
  if (type == "city" || type == "town" || type == "camp") return 3;
  if (type == "territory") return 1;
  if (type == "region" || type == "area" || type == "sea") return 1;
  return 0;
}

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

// The country or territory of a gazetteer row: itself, or the last of its parents.
std::string region_of(const Entry& entry) {
  if (entry.value == "country" || entry.value == "territory") return as_name(entry.name);
  if (entry.value == "area" || entry.value == "sea") return {};
  const std::size_t comma = entry.note.rfind(", ");
  return comma == std::string::npos ? entry.note : entry.note.substr(comma + 2);
}

class Finder {
 public:
  Finder(const TokenizedText& text, const WordTable& words, const PlaceRules& rules, const Sentence& sentence,
         const std::vector<Timex>& timexes)
      : text_(text),
        tokens_(text.tokens),
        words_(words),
        rules_(rules),
        first_(sentence.first),
        end_(sentence.last),
        timexes_(timexes) {}

  std::vector<Place> run() {
    auto timex = std::lower_bound(timexes_.begin(), timexes_.end(), tokens_[first_].begin,
                                  [](const Timex& t, std::uint32_t begin) { return t.span.end <= begin; });
    for (std::uint32_t at = first_; at < end_;) {
      while (timex != timexes_.end() && timex->span.end <= tokens_[at].begin) ++timex;
      if (timex != timexes_.end() && timex->span.begin <= tokens_[at].begin) {
        ++at;
        continue;
      }
      const std::uint32_t after = place_at(at);
      at = after > at ? after : at + 1;
    }
    return std::move(places_);
  }

 private:
  bool has(std::uint32_t at, ClassId klass) const {
    return at < end_ && words_.classes(tokens_[at].word).has(klass);
  }
  bool is_capital(std::uint32_t at) const {
    return at < end_ && tokens_[at].kind == TokenKind::word && tokens_[at].capitalised;
  }
  bool is_locative(std::uint32_t at) const { return has(at, rules_.locative); }
  bool after_locative(std::uint32_t at) const {
    std::uint32_t i = at;
    for (int back = 0; back < 4 && i > first_; ++back) {
      --i;
      if (is_locative(i)) return true;
      const bool passes = has(i, rules_.definite) || has(i, rules_.indefinite) || has(i, rules_.of) ||
                          has(i, rules_.place_noun) || has(i, rules_.direction);
      if (!passes) return false;
    }
    return false;
  }

  std::uint32_t push(std::uint32_t first, std::uint32_t last, int specificity, std::string region) {
    Place place;
    const Span span{tokens_[first].begin, tokens_[last - 1].end};
    place.where = {span, std::string(slice(text_.text, span))};
    place.token = first;
    place.last = last;
    place.specificity = specificity;
    place.region = std::move(region);
    place.locative = after_locative(first);
    places_.push_back(std::move(place));
    return last;
  }

  std::uint32_t place_at(std::uint32_t at) {
    if (!is_capital(at)) return at;
    if (at == first_ && (has(at, rules_.locative) || has(at, rules_.definite) || has(at, rules_.indefinite)))
      return at;
    // A gazetteer name, the longest.
    PhraseMatch match;
    if (words_.starts_phrase(tokens_[at].word)) {
      match =
          words_.longest_phrase([&](std::size_t i) { return tokens_[at + i].word; }, end_ - at, rules_.place);
    }
    if (match.length == 0) {
      if (const Entry* entry = words_.entry(tokens_[at].word, rules_.place)) match = {1, entry};
    }
    if (match.length != 0) {
      std::uint32_t last = at + static_cast<std::uint32_t>(match.length);
      int specificity = specificity_of(match.entry->value);
      while (has(last, rules_.place_noun) && is_capital(last)) {  // "Idlib Governorate", "Gaza City"
        ++last;
        specificity = std::max(specificity, 1);
      }
      if (is_capital(last) && !has(last, rules_.place) && !after_locative(at))
        return run_end(at);  // part of a name
      return push(at, last, specificity, region_of(*match.entry));
    }
    const std::uint32_t last = run_end(at);
    if (names_a_body(at, last)) return last;
    const bool by_preposition =
        at > first_ &&
        (is_locative(at - 1) || (at > first_ + 1 && has(at - 1, rules_.definite) && is_locative(at - 2)));
    const bool by_noun = at > first_ + 1 && has(at - 1, rules_.of) && has(at - 2, rules_.place_noun);
    const bool noun_inside = last > at + 1 && has(last - 1, rules_.place_noun);
    if (by_preposition || by_noun || noun_inside) return push(at, last, 3, {});
    return last;
  }

  // Capitalised words in a row, with the small words that names have inside.
  std::uint32_t run_end(std::uint32_t at) const {
    std::uint32_t last = at + 1;
    while (last < end_) {
      if (is_capital(last) && !has(last, rules_.demonym)) {
        ++last;
      } else if (tokens_[last].mark == '-' && tokens_[last].glued && last + 1 < end_ &&
                 tokens_[last + 1].glued) {
        last += 2;
      } else {
        break;
      }
    }
    return last;
  }

  bool names_a_body(std::uint32_t first, std::uint32_t last) const {
    for (std::uint32_t i = first; i < last; ++i) {
      if (has(i, rules_.source_noun) || has(i, rules_.person) || has(i, rules_.demonym)) return true;
    }
    return false;
  }

  const TokenizedText& text_;
  const std::vector<Token>& tokens_;
  const WordTable& words_;
  const PlaceRules& rules_;
  std::uint32_t first_;
  std::uint32_t end_;
  const std::vector<Timex>& timexes_;
  std::vector<Place> places_;
};

}  // namespace

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
      person(words.find_class("person")) {}

std::vector<Place> find_places(const TokenizedText& text, const WordTable& words, const PlaceRules& rules,
                               const Sentence& sentence, const std::vector<Timex>& timexes) {
  return Finder(text, words, rules, sentence, timexes).run();
}

}  // namespace annals
