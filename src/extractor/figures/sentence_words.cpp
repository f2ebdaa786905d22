#include "extractor/figures/sentence_words.hpp"

#include <algorithm>
#include <array>
#include <string>

#include "annals/text/utf8.hpp"

namespace annals {

SentenceWords::SentenceWords(const TokenizedText& text, const WordTable& words, const ChunkRules& rules,
                             const Sentence& sentence, const std::vector<Timex>& timexes)
    : text_(text),
      tokens_(text.tokens),
      words_(words),
      rules_(rules),
      first_(sentence.first),
      end_(sentence.last) {
  timex_ = std::lower_bound(timexes.begin(), timexes.end(), sentence.span.begin,
                            [](const Timex& t, std::uint32_t begin) { return t.span.begin < begin; });
  timex_end_ = timexes.end();
  std::uint32_t capitals = 0;
  std::uint32_t letters = 0;
  std::uint32_t small = 0;
  for (std::uint32_t i = first_; i < end_; ++i) {
    if (tokens_[i].kind != TokenKind::word) continue;
    ++letters;
    small += static_cast<std::uint32_t>(!tokens_[i].capitalised && !tokens_[i].upper);
    capitals += static_cast<std::uint32_t>(
        tokens_[i].upper || (tokens_[i].capitalised && tokens_[i].end - tokens_[i].begin == 1));
  }
  all_capitals_ = capitals * 10 > letters * 8;
  title_case_ = letters >= 2 && small * 4 <= letters;
}

std::uint32_t SentenceWords::time_at(std::uint32_t at) {
  while (timex_ != timex_end_ && timex_->span.begin < tokens_[at].begin) ++timex_;
  if (timex_ == timex_end_ || timex_->span.begin != tokens_[at].begin || timex_->type == TimexType::set)
    return 0;
  std::uint32_t after = at;
  while (after < end_ && tokens_[after].end <= timex_->span.end) ++after;
  return after;
}

bool SentenceWords::time_starts(std::uint32_t at) const {
  auto it = timex_;
  while (it != timex_end_ && it->span.begin < tokens_[at].begin) ++it;
  return it != timex_end_ && it->span.begin == tokens_[at].begin && it->type != TimexType::set;
}

bool SentenceWords::is_edge_of_day(std::uint32_t at) const {
  return has(at, rules_.edge) && has(at + 1, rules_.preposition) && at + 2 < end_ && time_starts(at + 2);
}

bool SentenceWords::after_determiner(std::uint32_t at) const {
  return at > first_ &&
         (has(at - 1, rules_.definite) || has(at - 1, rules_.indefinite) || has(at - 1, rules_.possessive) ||
          (tokens_[at - 1].mark == '\'' && tokens_[at - 1].end - tokens_[at - 1].begin > 1));  // "India's"
}

bool SentenceWords::is_name_part(std::uint32_t at) const {
  if (all_capitals_ || at == first_ || !tokens_[at].capitalised) return false;
  if (title_case_ && classes(at).meets(rules_.trigger_classes)) return false;  // "40 Houses Destroyed"
  const bool before =
      tokens_[at - 1].kind == TokenKind::word && tokens_[at - 1].capitalised && at - 1 != first_;
  const bool after = at + 1 < end_ && tokens_[at + 1].kind == TokenKind::word && tokens_[at + 1].capitalised;
  return before || after;
}

bool SentenceWords::is_boundary(std::uint32_t at) const {
  if (at >= end_) return true;
  const Token& t = tokens_[at];
  if (t.kind == TokenKind::punctuation) {
    const bool hyphen = is_hyphen(at);
    const bool possessive = t.mark == '\'' && t.end - t.begin > 1;
    const bool title_dot = t.mark == '.' && t.glued && at > first_ &&
                           has(at - 1, rules_.title_abbreviation) && at + 1 < end_ &&
                           tokens_[at + 1].capitalised;
    const bool initial_dot = t.mark == '.' && t.glued && at > first_ && at + 1 < end_ &&
                             tokens_[at - 1].capitalised &&
                             tokens_[at - 1].end - tokens_[at - 1].begin == 1 && tokens_[at + 1].capitalised;
    return !hyphen && !possessive && !title_dot && !initial_dot;
  }
  if (is_compound(at)) return false;
  if (t.kind == TokenKind::word && t.glued && at > first_ && tokens_[at - 1].mark == '-' &&
      tokens_[at - 1].glued)
    return false;  // "rain-triggered"
  if (t.kind != TokenKind::word && !t.glued) return true;
  if (t.kind != TokenKind::word && t.kind != TokenKind::number) return true;
  if (time_starts(at)) return true;
  if (is_edge_of_day(at)) return true;
  if (is_name_part(at)) return false;
  if (is_first_half(at) && (classes(at).meets(rules_.trigger_classes) || has(at, rules_.verb_past)))
    return false;
  if (words_.phrase_classes(tokens_[at].word).meets(rules_.boundary_phrases)) {
    for (const ClassId klass : {rules_.toll, rules_.along, rules_.harm_noun, rules_.counts.hedge_before,
                                rules_.counts.vague_word}) {
      if (phrase(at, klass).length != 0) return true;
    }
  }
  const ClassSet& set = classes(at);
  if (!set.any()) return is_manner(at) || is_past_form(at) || is_ing_form(at);
  if (set.has(rules_.person) || set.has(rules_.persons)) return false;
  if (set.has(rules_.person_adjective)) {
    // "500 homeless" against "500 homeless people", "police identified" against "two identified victims"
    if (!set.has(rules_.harm_adj) && !set.has(rules_.verb_past)) return false;
    std::uint32_t next = at + 1;
    while (next < end_ && next < at + 3 && !is_people(next) && is_modifier(next)) ++next;
    return next >= end_ || !is_people(next);
  }
  if (set.has(rules_.verb_ing) && after_determiner(at)) return false;
  if (set.has(rules_.reach) && after_determiner(at)) return false;  // "the rise"
  if (set.has(rules_.ruin_noun)) return has(at + 1, rules_.of);     // not in "demolition experts"
  if (set.has(rules_.harm_noun) && is_act_before_noun(at)) return false;
  return set.meets(rules_.boundary);
}

// "two evacuation shelters", "three displacement camps": an act in the singular only tells what they are for.
bool SentenceWords::is_act_before_noun(std::uint32_t at) const {
  const std::string_view act = word(at);
  const bool singular = act.ends_with("tion") || act.ends_with("ment");
  return singular && at + 1 < end_ && tokens_[at + 1].kind == TokenKind::word && !is_boundary(at + 1);
}

// Also one at which a line was broken: "a 12- year-old"
bool SentenceWords::is_hyphen(std::uint32_t at) const {
  return at + 1 < end_ && tokens_[at].mark == '-' && tokens_[at].glued &&
         (tokens_[at + 1].glued || has(at + 1, rules_.year_word) || has(at + 1, rules_.old_word));
}

bool SentenceWords::is_first_half(std::uint32_t at) const {
  return at + 2 < end_ && tokens_[at].kind == TokenKind::word && tokens_[at + 1].mark == '-' &&
         tokens_[at + 1].glued && tokens_[at + 2].glued && tokens_[at + 2].kind == TokenKind::word;
}

bool SentenceWords::is_compound(std::uint32_t at) const {
  const bool numeric = tokens_[at].kind == TokenKind::number || has(at, rules_.counts.unit_number);
  if (numeric && (is_age_of(at + 1) || (is_hyphen(at + 1) && is_age_of(at + 2)))) return true;
  if (numeric && at + 3 < end_ && tokens_[at + 1].mark == '-' && has(at + 2, rules_.counts.unit_number))
    return is_age_of(at + 3) || (tokens_[at + 3].mark == '-' && is_age_of(at + 4));
  return numeric && at + 2 < end_ && tokens_[at + 1].mark == '-' && tokens_[at + 1].glued &&
         tokens_[at + 2].glued && tokens_[at + 2].kind == TokenKind::word &&
         !has(at + 2, rules_.counts.unit_number);
}

bool SentenceWords::is_age_of(std::uint32_t at) const {
  if (!has(at, rules_.year_word)) return false;
  if (at + 1 < end_ && tokens_[at + 1].mark == '-') ++at;
  return has(at + 1, rules_.old_word);
}

bool SentenceWords::is_manner(std::uint32_t at) const {
  const Token& t = tokens_[at];
  if (t.end - t.begin < 5 || capital(at)) return false;
  const std::string_view bytes = text_.text.substr(t.begin, t.end - t.begin);
  return bytes.ends_with("ly") || bytes.ends_with("LY");
}

bool SentenceWords::is_past_form(std::uint32_t at) const {
  const Token& t = tokens_[at];
  if (t.kind != TokenKind::word || t.end - t.begin < 6 || capital(at) || after_determiner(at)) return false;
  const std::string_view bytes = text_.text.substr(t.begin, t.end - t.begin);
  if (!bytes.ends_with("ed") && !bytes.ends_with("ED")) return false;
  return !(at + 1 < end_ &&
           (is_people(at + 1) || (at + 2 < end_ && is_modifier(at + 1) && is_people(at + 2))));
}

bool SentenceWords::is_ing_form(std::uint32_t at) const {
  const Token& t = tokens_[at];
  if (t.kind != TokenKind::word || t.end - t.begin < 6 || capital(at) || after_determiner(at)) return false;
  const std::string_view bytes = text_.text.substr(t.begin, t.end - t.begin);
  if (!bytes.ends_with("ing") && !bytes.ends_with("ING")) return false;
  return has(at + 1, rules_.preposition) || has(at + 1, rules_.counts.unit_number) ||
         has(at + 1, rules_.indefinite) || has(at + 1, rules_.definite) || has(at + 1, rules_.possessive);
}

bool SentenceWords::is_in_law(std::uint32_t at) const {
  return has(at, rules_.in_law) && at >= first_ + 4 && tokens_[at].glued && tokens_[at - 1].mark == '-' &&
         tokens_[at - 2].glued && tokens_[at - 3].mark == '-';
}

bool SentenceWords::is_people(std::uint32_t at) const {
  if (at >= first_ + 2 && has(at, rules_.old_word) &&
      has(at - (tokens_[at - 1].mark == '-' ? 2 : 1), rules_.year_word))
    return true;
  if (is_in_law(at)) return true;
  return has(at, rules_.persons) || has(at, rules_.person) || has(at, rules_.people_demonym) ||
         has(at, rules_.unit_noun);
}

bool SentenceWords::is_surname(std::uint32_t at) const {
  if (all_capitals_ || at < first_ + 2 || !capital(at) || !capital(at - 1) || !capital(at - 2)) return false;
  const bool unknown = !classes(at - 1).any() && !classes(at - 2).any();
  return unknown && (at + 1 >= end_ || !capital(at + 1));
}

bool SentenceWords::is_abstract(std::uint32_t at) const {
  const Token& t = tokens_[at];
  const std::string word = to_lower_ascii(text_.text.substr(t.begin, t.end - t.begin));
  constexpr std::array<std::string_view, 10> endings = {"tion", "tions", "sion", "ments", "ness",
                                                        "ity",  "ities", "isms", "ship",  "ous"};
  return std::any_of(endings.begin(), endings.end(), [&](std::string_view end) {
    return word.size() > end.size() + 2 && word.ends_with(end);
  });
}

bool SentenceWords::is_name_like(std::uint32_t at) const {
  if (has(at, rules_.name_particle)) return true;
  ClassSet places;
  places.add(rules_.place);
  return classes(at) == places;
}

bool SentenceWords::is_modifier(std::uint32_t at) const {
  return has(at, rules_.person_adjective) || has(at, rules_.demonym) ||
         (at < end_ && tokens_[at].kind == TokenKind::word && !classes(at).any());
}

}  // namespace annals
