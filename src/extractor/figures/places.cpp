#include "extractor/figures/places.hpp"

#include <algorithm>

#include "extractor/figures/place_phrases.hpp"

namespace annals {

namespace {

constexpr int kWordsBack = 8;      // between a preposition and its place: "in the southern port city of X"
constexpr int kPlainWords = 2;     // of them words that no table knows
constexpr std::size_t kShout = 5;  // words in capitals that make a sentence a headline

class Finder {
 public:
  Finder(const TokenizedText& text, const WordTable& words, const PlaceRules& rules, const Sentence& sentence,
         const std::vector<Timex>& timexes, bool no_capitals)
      : text_(text),
        tokens_(text.tokens),
        words_(words),
        rules_(rules),
        first_(sentence.first),
        end_(sentence.last),
        timexes_(timexes),
        no_capitals_(no_capitals) {}

  std::vector<Place> run() {
    auto timex = std::lower_bound(timexes_.begin(), timexes_.end(), tokens_[first_].begin,
                                  [](const Timex& t, std::uint32_t begin) { return t.span.end <= begin; });
    shouts_ = is_shouted();
    for (std::uint32_t at = first_; at < end_;) {
      while (timex != timexes_.end() && timex->span.end <= tokens_[at].begin) ++timex;
      stop_ = timex != timexes_.end() ? timex->span.begin : UINT32_MAX;
      if (stop_ <= tokens_[at].begin) {
        ++at;
        continue;
      }
      const std::uint32_t after = place_at(at);
      at = after > at ? after : at + 1;
    }
    join_phrases(text_, words_, rules_, places_);
    mark_dateline(text_, first_, end_, places_);
    return std::move(places_);
  }

 private:
  struct Before {  // what leads up to a name
    bool locative = false;
    bool weak = false;  // "on", "to", "from", "into", "off": a name behind it is a place only if it looks so
    bool from = false;
    bool to = false;
    bool by_noun = false;  // "village of X", "west of X"
    bool beside = false;   // "west of X": X itself is not where it was
    bool seat = false;     // "based in X": where a body has its seat
  };

  bool has(std::uint32_t at, ClassId klass) const {
    return at < end_ && words_.classes(tokens_[at].word).has(klass);
  }
  bool in_timex(std::uint32_t at) const { return at < end_ && tokens_[at].begin >= stop_; }
  bool is_capital(std::uint32_t at) const {
    return at < end_ && tokens_[at].kind == TokenKind::word && tokens_[at].capitalised && !in_timex(at);
  }
  // "al-Rashid": the article of a name may stay small.
  bool is_article(std::uint32_t at) const {
    return at + 2 < end_ && has(at, rules_.name_article) && tokens_[at + 1].mark == '-' &&
           tokens_[at + 1].glued && tokens_[at + 2].glued && is_capital(at + 2);
  }
  bool starts_name(std::uint32_t at) const { return is_capital(at) || is_article(at); }
  bool is_possessive(std::uint32_t at) const { return at < end_ && tokens_[at].mark == '\''; }

  // Most words of the sentence are in capitals: a capital says nothing of names there.
  bool is_shouted() const {
    std::size_t upper = 0;
    std::size_t all = 0;
    for (std::uint32_t i = first_; i < end_; ++i) {
      if (tokens_[i].kind != TokenKind::word) continue;
      ++all;
      if (tokens_[i].upper) ++upper;
    }
    return upper >= kShout && upper * 10 >= all * 7;
  }

  Before before(std::uint32_t at) const {
    Before found;
    const std::uint32_t head = at > first_ && has(at - 1, rules_.definite) ? at - 1 : at;  // "west of the X"
    if (head > first_ + 1 && has(head - 1, rules_.of)) {
      found.beside = has(head - 2, rules_.direction) && !is_capital(head - 2);
      found.by_noun = found.beside || (head == at && has(head - 2, rules_.place_noun));
    }
    int plain = 0;
    std::uint32_t i = at;
    for (int back = 0; back < kWordsBack && i > first_; ++back) {
      --i;
      if (has(i, rules_.locative) && tokens_[i].kind == TokenKind::word) {
        const Entry* entry = words_.entry(tokens_[i].word, rules_.locative);
        found.seat = i > first_ && has(i - 1, rules_.based);
        found.locative = !found.seat;
        found.from = entry != nullptr && entry->value == "from";
        found.to = entry != nullptr && entry->value == "to";
        found.weak = entry != nullptr && !entry->value.empty();
        return found;
      }
      const ClassSet& set = words_.classes(tokens_[i].word);
      if (set.has(rules_.struck)) {
        found.locative = found.weak = true;
        return found;
      }
      const bool passes = set.has(rules_.definite) || set.has(rules_.indefinite) || set.has(rules_.of) ||
                          set.has(rules_.place_noun) || set.has(rules_.direction) ||
                          set.has(rules_.demonym) || is_possessive(i) || set.has(rules_.possessive) ||
                          set.has(rules_.place) || set.has(rules_.adjective) ||
                          (tokens_[i].mark == '-' && tokens_[i].glued);
      if (passes) continue;
      const bool plain_word = tokens_[i].kind == TokenKind::word && !set.any();
      if (!plain_word || ++plain > kPlainWords) return found;
    }
    return found;
  }

  std::uint32_t push(std::uint32_t first, std::uint32_t last, PlaceLevel level, std::string region,
                     const Before& lead, bool known) {
    if (lead.seat) return last;
    Place place;
    const Span span{tokens_[first].begin, tokens_[last - 1].end};
    place.where = {span, std::string(slice(text_.text, span))};
    place.token = first;
    place.last = last;
    place.level = level;
    place.region = std::move(region);
    place.locative = lead.locative;
    place.from = lead.from;
    // "responded to the 200 block of Marrow Street" names where, not which way.
    place.to = lead.to && !(lead.by_noun && level == PlaceLevel::street);
    place.known = known;
    places_.push_back(std::move(place));
    return last;
  }

  PhraseMatch known_name(std::uint32_t at) const { return entry_at(at, rules_.place); }
  PhraseMatch entry_at(std::uint32_t at, ClassId klass) const {
    return words_.longest_entry([&](std::size_t i) { return tokens_[at + i].word; }, end_ - at, klass);
  }

  std::uint32_t place_at(std::uint32_t at) {
    if (const std::uint32_t last = whole_country_at(at); last > at) return last;
    if (!starts_name(at)) return no_capitals_ ? small_name_at(at) : at;
    if (at == first_ && (has(at, rules_.locative) || has(at, rules_.definite) || has(at, rules_.indefinite)))
      return at;
    if (at == first_) {
      if (const std::uint32_t last = dateline_at(at); last > at) return last;
    }
    const Before lead = before(at);
    if (const PhraseMatch match = known_name(at); match.length != 0) {
      std::uint32_t last = at + static_cast<std::uint32_t>(match.length);
      if (shouts_ && !lead.locative && at > 0 && has(at - 1, rules_.person))
        return last;  // "JUDGE SOFIA BERG"
      PlaceLevel level = level_of(match.entry->value);
      // "Idlib Governorate", but not "U.S. State Department"
      while (has(last, rules_.place_noun) && is_capital(last) && !shouts_ && !names_a_body(at, last + 1)) {
        level = level_of_noun(last, level);
        ++last;
      }
      if (!shouts_ && is_capital(last) && !has(last, rules_.place)) {
        // Part of a longer name: of a place where a place noun ends it, else of a person or a body.
        const std::uint32_t end = run_end(at);
        if (names_a_body(at, end)) {  // "Borduria Police": it names the place, but not as where it was
          push(at, last, level, region_of(*match.entry), {}, true);
          return end;
        }
        if (end > last && has(end - 1, rules_.place_noun) && lead.locative)
          return push(at, end, level_of_noun(end - 1, level), region_of(*match.entry), lead, true);
        if (!lead.locative) return end;
      }
      if (has(last, rules_.place_noun) && !is_capital(last) && !has(last + 1, rules_.source_noun) &&
          !has(last + 1, rules_.persons)) {
        // "the Rimal district had been hit"
        Before named = lead;
        named.locative = true;
        return push(at, last, std::max(level, level_of_noun(last, level)), region_of(*match.entry), named,
                    true);
      }
      Before named = lead;
      named.locative = named.locative || has(last, rules_.incident);  // "the Lanta fire"
      push(at, last, level, region_of(*match.entry), named, true);
      if (!places_.empty() && places_.back().token == at) {
        places_.back().country = is_country(*match.entry) && last == at + match.length;
      }
      return last;
    }
    return unknown_at(at, lead);
  }

  // "OLDBURY, Ruritania (Agency) --": a name in capitals that the gazetteer does not have.
  std::uint32_t dateline_at(std::uint32_t at) {
    std::uint32_t last = at;
    while (last < end_ && tokens_[last].kind == TokenKind::word && tokens_[last].upper) ++last;
    if (last == at || last - at > 3 || shouts_ || known_name(at).length != 0 || names_a_body(at, last))
      return at;
    if (!is_dated_from(tokens_, last, end_, stop_)) return at;
    push(at, last, PlaceLevel::city, {}, {}, false);
    return last;
  }

  // A name that the gazetteer does not have.
  std::uint32_t unknown_at(std::uint32_t at, const Before& lead) {
    const std::uint32_t last = run_end(at);
    if (names_a_body(at, last)) return last;
    if (const std::uint32_t part = part_of_known(at, last); part != 0) return part;
    const bool noun_inside = !shouts_ && last > at + 1 && has(last - 1, rules_.place_noun);
    const bool by_article = at > first_ && has(at - 1, rules_.definite);  // "the Baba Hasan district was hit"
    const bool noun_after = has(last, rules_.place_noun) && !is_capital(last) &&
                            (lead.locative || lead.by_noun ||
                             (by_article && level_of_noun(last, PlaceLevel::region) >= PlaceLevel::city));
    const bool directly = at > first_ && (has(at - 1, rules_.locative) ||
                                          (at > first_ + 1 && has(at - 2, rules_.locative) &&
                                           (has(at - 1, rules_.definite) || has(at - 1, rules_.direction))));
    const bool by_preposition = directly && !lead.weak && !shouts_;
    const bool inside_known = lead.locative && goes_on_to_known(last);
    if (!lead.by_noun && !by_preposition && !noun_inside && !noun_after && !inside_known) return last;
    if (!noun_inside && !noun_after &&
        (has(last, rules_.no_place_before) || has(last, rules_.persons) || has(last, rules_.person) ||
         is_possessive(last))) {
      return last;
    }
    PlaceLevel level = PlaceLevel::city;
    if (noun_inside) level = level_of_noun(last - 1, PlaceLevel::city);
    if (noun_after) level = level_of_noun(last, PlaceLevel::city);
    if (lead.by_noun && !lead.beside) level = level_of_noun(at - 2, PlaceLevel::city);
    if (lead.beside) level = PlaceLevel::street;
    Before named = lead;
    named.locative = named.locative || (noun_after && by_article);
    return push(at, last, level, {}, named, false);
  }

  // "on Khirbet Zayta, southern Ruritania": what the name lies in follows.
  bool goes_on_to_known(std::uint32_t last) const {
    if (last >= end_ || tokens_[last].mark != ',') return false;
    std::uint32_t i = last + 1;
    while (has(i, rules_.direction) && !is_capital(i)) ++i;
    return is_capital(i) && known_name(i).length != 0;
  }

  // "North Oldbury": a known name behind a direction is a place of its own.
  std::uint32_t part_of_known(std::uint32_t at, std::uint32_t last) {
    if (!has(at, rules_.direction) || at + 1 >= last) return 0;
    const PhraseMatch match = known_name(at + 1);
    if (match.length == 0) return 0;
    const std::uint32_t end = at + 1 + static_cast<std::uint32_t>(match.length);
    if (end != last) return 0;
    return push(at, end, level_of(match.entry->value), region_of(*match.entry), before(at), true);
  }

  // A text without capitals: a name that the gazetteer has, behind "in" and the like.
  std::uint32_t small_name_at(std::uint32_t at) {
    if (at >= end_ || tokens_[at].kind != TokenKind::word || in_timex(at)) return at;
    const PhraseMatch match = known_name(at);
    if (match.length == 0) return at;
    const std::uint32_t last = at + static_cast<std::uint32_t>(match.length);
    const Before lead = before(at);
    const bool country = level_of(match.entry->value) == PlaceLevel::country;
    if (!lead.locative && !lead.by_noun && !is_possessive(last) && !country) return at;
    push(at, last, level_of(match.entry->value), region_of(*match.entry), lead, true);
    if (!places_.empty() && places_.back().token == at) places_.back().country = is_country(*match.entry);
    return last;
  }

  // "nationwide", "across the country"
  std::uint32_t whole_country_at(std::uint32_t at) {
    const std::uint32_t last = at + static_cast<std::uint32_t>(entry_at(at, rules_.whole_country).length);
    if (last == at) return at;
    Before named;
    named.locative = true;
    push(at, last, PlaceLevel::country, {}, named, true);
    places_.back().whole_country = true;
    return last;
  }

  // How fine a noun makes its name; `otherwise` where it does not tell.
  PlaceLevel level_of_noun(std::uint32_t at, PlaceLevel otherwise) const {
    const Entry* noun = words_.entry(tokens_[at].word, rules_.place_noun);
    return noun == nullptr || noun->note.empty() ? otherwise : level_of(noun->note);
  }

  // Capitalised words in a row, with the small words that names have inside.
  std::uint32_t run_end(std::uint32_t at) const {
    std::uint32_t last = is_article(at) ? at + 3 : at + 1;
    while (last < end_ && !in_timex(last)) {
      if (shouts_ && words_.classes(tokens_[last].word).any()) break;
      if (is_capital(last) && !has(last, rules_.demonym)) {
        ++last;
      } else if (is_article(last)) {
        last += 3;
      } else if (joins_name(last)) {
        last += 2;
      } else {
        break;
      }
    }
    return std::min(last, end_);
  }

  // A small piece between two words of one name: "Guinea-Bissau", "North 3rd Street", "Puerto de la Luz".
  bool joins_name(std::uint32_t at) const {
    if (tokens_[at].mark == '-') return tokens_[at].glued && at + 1 < end_ && tokens_[at + 1].glued;
    if (!is_capital(at + 1)) return false;
    return tokens_[at].kind == TokenKind::ordinal || (!shouts_ && has(at, rules_.name_particle));
  }

  bool names_a_body(std::uint32_t first, std::uint32_t last) const {
    for (std::uint32_t i = first; i < last; ++i) {
      const ClassSet& set = words_.classes(tokens_[i].word);
      if (i + 1 == last && i > first && set.has(rules_.place_noun) &&
          level_of_noun(i, PlaceLevel::country) == PlaceLevel::locality) {
        continue;  // "Al-Salam Hospital"
      }
      if (set.has(rules_.source_noun) || set.has(rules_.person) || set.has(rules_.demonym) ||
          set.has(rules_.no_place)) {
        return true;
      }
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
  bool no_capitals_;
  bool shouts_ = false;
  std::uint32_t stop_ = UINT32_MAX;  // byte where the next date begins
  std::vector<Place> places_;
};

}  // namespace

bool lacks_capitals(const TokenizedText& text) {
  std::size_t words = 0;
  std::size_t capitals = 0;
  for (const Sentence& sentence : text.sentences) {
    for (std::uint32_t i = sentence.first + 1; i < sentence.last; ++i) {
      if (text.tokens[i].kind != TokenKind::word) continue;
      ++words;
      if (text.tokens[i].capitalised) ++capitals;
    }
  }
  return words >= 20 && capitals * 20 < words;
}

std::vector<Place> find_places(const TokenizedText& text, const WordTable& words, const PlaceRules& rules,
                               const Sentence& sentence, const std::vector<Timex>& timexes,
                               bool no_capitals) {
  return Finder(text, words, rules, sentence, timexes, no_capitals).run();
}

}  // namespace annals
