#include "extractor/temporal/relation.hpp"

#include <algorithm>

namespace annals {

namespace {

constexpr std::uint32_t kLongestPhrase = 4;  // "in the course of"
constexpr int kMostLeads = 4;                // "since at least the early 1990s"

TimexRelation relation_named(std::string_view name) {
  for (const TimexRelation relation :
       {TimexRelation::since, TimexRelation::until, TimexRelation::by, TimexRelation::before,
        TimexRelation::after, TimexRelation::within, TimexRelation::as_of}) {
    if (name_of(relation) == name) return relation;
  }
  return TimexRelation::on;
}

}  // namespace

TimexRelation relation_before(const TokenizedText& text, const WordTable& words, ClassId tied,
                              ClassId date_lead, std::uint32_t begin, std::uint32_t first) {
  const auto has = [&](std::uint32_t token, ClassId klass) {
    return text.tokens[token].kind == TokenKind::word && words.classes(text.tokens[token].word).has(klass);
  };
  std::uint32_t at = first;
  for (int leads = 0; leads <= kMostLeads && at > begin; ++leads) {
    for (std::uint32_t length = std::min(kLongestPhrase, at - begin); length > 1; --length) {
      const auto phrase = words.longest_phrase(
          [&](std::size_t i) { return text.tokens[at - length + i].word; }, length, tied);
      if (phrase.length == length) return relation_named(phrase.entry->value);
    }
    if (has(at - 1, tied)) return relation_named(words.entry(text.tokens[at - 1].word, tied)->value);
    if (!has(at - 1, date_lead)) break;
    --at;
  }
  return TimexRelation::on;
}

}  // namespace annals
