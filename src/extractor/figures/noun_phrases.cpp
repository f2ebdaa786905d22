#include "extractor/figures/noun_phrases.hpp"

#include <algorithm>

namespace annals {

const Entry* NounPhrases::state_before_noun(std::uint32_t at) const {
  const Entry* entry = nullptr;
  for (const ClassId klass : {words_.rules().harm_ed, words_.rules().harm_adj, words_.rules().harm_noun}) {
    if (entry == nullptr && at < words_.end()) entry = words_.table().entry(words_.token(at).word, klass);
  }
  if (entry == nullptr) return nullptr;
  std::uint32_t next = at + 1;
  while (next < words_.end() && next < at + 3 && !words_.is_people(next) && words_.is_modifier(next)) ++next;
  return next < words_.end() && words_.is_people(next) ? entry : nullptr;
}

NounPhrases::Phrase NounPhrases::extent(std::uint32_t at, bool counted) const {
  Phrase phrase;
  const std::uint32_t begin = at;
  std::uint32_t owner = 0;
  while (at < words_.end()) {
    if (counted && phrase.people == 0 && at > begin && is_bracketed_name(at) && !words_.is_boundary(at + 3)) {
      at += 3;  // "12 Liberation Army (LA) fighters"
      continue;
    }
    if (words_.is_boundary(at)) {
      const Entry* state = counted && phrase.people == 0 ? state_before_noun(at) : nullptr;
      const bool participle =
          counted && phrase.people == 0 && state == nullptr && words_.has(at, words_.rules().verb_past) &&
          (words_.is_people(at + 1) || (words_.is_modifier(at + 1) && words_.is_people(at + 2)));
      if (state == nullptr && !participle) break;
      if (state != nullptr && phrase.state == nullptr) phrase.state = state;
    }
    if (phrase.people != 0 && words_.has(at, words_.rules().age_word)) break;
    if (phrase.people != 0 && words_.token(at).mark == '\'' &&
        words_.token(at).end - words_.token(at).begin > 1) {
      owner = phrase.people;  // "the man's brother": he is not who is meant
      phrase.people = 0;
      ++at;
      continue;
    }
    if (words_.is_people(at) && !words_.is_surname(at)) {
      phrase.people = at + 1;
    } else if (phrase.people != 0 && (counted || words_.has(at, words_.rules().person_adjective)) &&
               words_.token(at).mark != '\'' && words_.token(at).mark != '-' &&
               !(words_.token(at).glued && words_.token(at - 1).mark == '-')) {
      // A word after the people noun that is no further people noun ends the phrase: "12 people aboard",
      // "the woman identified as".
      std::uint32_t next = at;
      while (next < words_.end() && next < at + 3 && !words_.is_boundary(next) && !words_.is_people(next))
        ++next;
      if (next >= words_.end() || words_.is_boundary(next) || !words_.is_people(next)) break;
    }
    ++at;
  }
  phrase.last = at;
  while (phrase.last > 0 && words_.token(phrase.last - 1).mark == '\'') --phrase.last;
  if (phrase.people == 0 && owner == phrase.last) phrase.people = owner;
  return phrase;
}

bool NounPhrases::is_bracketed_name(std::uint32_t at) const {
  return at + 2 < words_.end() && words_.token(at).mark == '(' && words_.token(at + 1).upper &&
         words_.token(at + 2).mark == ')';
}

std::optional<std::uint32_t> NounPhrases::upper_name(std::uint32_t first, std::uint32_t last) const {
  if (!words_.all_capitals()) return std::nullopt;
  std::uint32_t begin = last;  // of the words that can stand in a name
  std::uint32_t known = last;  // the first of them that no table knows
  std::uint32_t unknown = 0;
  bool joined = false;  // "ALFONSO DE LIMA"
  for (; begin > first && words_.token(begin - 1).kind == TokenKind::word; --begin) {
    const bool listed = words_.classes(begin - 1).any();
    if (!listed && words_.is_abstract(begin - 1)) break;  // "POSTHUMOUS RECOGNITION"
    // "JUDGE SOFIA DE ROLDAN": places and small words may open or join a name, not end it.
    const bool last_place = begin == last && begin > first + 1 && words_.is_name_like(begin - 1) &&
                            words_.has(begin - 2, words_.rules().name_particle);
    if (listed && !last_place && (begin == last || !words_.is_name_like(begin - 1))) break;
    joined = joined || (listed && words_.has(begin - 1, words_.rules().name_particle));
    if (listed) continue;
    ++unknown;
    known = begin - 1;
  }
  if (unknown == 0) return std::nullopt;
  const std::uint32_t open = words_.has(begin, words_.rules().name_particle) ? known : begin;
  for (const std::uint32_t name : {open, known}) {
    const bool abbreviated = name > first + 1 && words_.token(name - 1).mark == '.' &&
                             words_.has(name - 2, words_.rules().title_abbreviation);
    const bool titled = abbreviated || is_titled(name, first);
    const std::uint32_t length = last - name;
    const bool enough = unknown >= 2 || joined;
    if (length <= 6 && (titled || (enough && name == known && length <= 5))) return name;
  }
  return std::nullopt;
}

bool NounPhrases::is_titled(std::uint32_t name, std::uint32_t first) const {
  return name > first &&
         (words_.has(name - 1, words_.rules().person) || words_.has(name - 1, words_.rules().persons) ||
          words_.has(name - 1, words_.rules().title_abbreviation));
}

std::uint32_t NounPhrases::trailing_name(std::uint32_t first, const Phrase& phrase) const {
  if (words_.all_capitals()) return 0;
  std::uint32_t name = phrase.last;
  while (name > std::max(phrase.people, first) &&
         (words_.capital(name - 1) || words_.token(name - 1).mark == '-' ||
          words_.token(name - 1).mark == '.' || words_.has(name - 1, words_.rules().name_particle)))
    --name;
  if (name == phrase.last || words_.is_people(name)) return 0;
  // "his mother Ines": one word, where no table knows it
  if (phrase.last - name < 2 &&
      (name != phrase.people || words_.classes(name).any() || !words_.capital(name)))
    return 0;
  if (phrase.people != 0) return name;
  // "high school football star Anna Berg"
  const bool described = name > first && words_.token(name - 1).kind == TokenKind::word &&
                         !words_.has(name - 1, words_.rules().possessive) &&
                         !words_.has(name - 1, words_.rules().definite) &&
                         !words_.has(name - 1, words_.rules().indefinite);
  return described && words_.token(name).kind == TokenKind::word && words_.capital(name) ? name : 0;
}

std::uint32_t NounPhrases::name_after(const Phrase& phrase) const {
  std::uint32_t last = phrase.last;
  while (last < words_.end() && !words_.is_boundary(last) && !words_.is_people(last) &&
         (words_.capital(last) || words_.token(last).mark == '-' ||
          words_.has(last, words_.rules().name_particle)))
    ++last;
  return last - phrase.last >= 2 && words_.capital(last - 1) ? last : 0;
}

std::uint32_t NounPhrases::after_region(std::uint32_t at) const {
  if (at + 1 >= words_.end() || words_.token(at).mark != ',') return at;
  std::uint32_t last = at + 1;
  if (const auto place = words_.phrase(at + 1, words_.rules().place); place.length != 0) {
    last += static_cast<std::uint32_t>(place.length);
  } else if (words_.has(at + 1, words_.rules().place)) {
    ++last;
  } else {
    return at;
  }
  return last < words_.end() && words_.token(last).mark == ',' ? last + 1 : last;
}

std::uint32_t NounPhrases::after_age(std::uint32_t at) const {
  const auto is_mark = [&](std::uint32_t i, char mark) {
    return i < words_.end() && words_.token(i).kind == TokenKind::punctuation && words_.token(i).mark == mark;
  };
  const auto is_age = [&](std::uint32_t i) {
    return i < words_.end() && words_.token(i).kind == TokenKind::number && words_.token(i).value < 120 &&
           !words_.token(i).decimal;
  };
  if (is_mark(at, ',')) {
    const std::uint32_t age = words_.has(at + 1, words_.rules().age_word) ? at + 2 : at + 1;
    if (age == at + 2 && is_age(age) && words_.has(age + 1, words_.rules().and_) && is_age(age + 2) &&
        is_mark(age + 3, ','))
      return age + 4;                                                   // ", ages 2 and 4,"
    const bool spelled = words_.has(age + 2, words_.rules().old_word);  // ", 20 years old,"
    const std::uint32_t after = spelled ? age + 3 : age + 1;
    if (is_age(age) && (is_mark(after, ',') || is_mark(after, ';'))) return after + 1;
  }
  if (is_mark(at, '(') && is_age(at + 1)) {
    std::uint32_t close = at + 2;
    while (close < words_.end() && close < at + 6 && !is_mark(close, ')')) ++close;
    if (is_mark(close, ')')) return close + 1;
  }
  if (words_.has(at, words_.rules().of) && is_age(at + 1) &&
      (at + 2 >= words_.end() || words_.is_boundary(at + 2)) && !is_mark(at + 2, '%'))
    return at + 2;
  if (words_.has(at, words_.rules().age_word) &&
      (is_age(at + 1) || words_.has(at + 1, words_.rules().counts.unit_number))) {
    std::uint32_t after = at + 2;
    if ((words_.has(after, words_.rules().and_) || words_.has(after, words_.rules().to)) &&
        (is_age(after + 1) || words_.has(after + 1, words_.rules().counts.unit_number)))
      after += 2;
    return after;
  }
  return at;
}

std::uint32_t NounPhrases::possessor(std::uint32_t at, std::uint32_t last) const {
  for (std::uint32_t i = last; i > at + 1; --i) {
    if (words_.token(i - 1).mark == '\'' && words_.token(i - 1).kind == TokenKind::punctuation)
      return (words_.capital(i - 2) || (words_.all_capitals() && !words_.classes(i - 2).any())) && i < last
                 ? i
                 : 0;
  }
  return 0;
}

}  // namespace annals
