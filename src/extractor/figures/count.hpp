#pragma once
// Count expressions: number words and digits with what is said around them, read left to right from one
// token.
//   "at least 12"          => low 12, at_least          "between 20 and 30" => 20-30, range
//   "tens of thousands of" => 20000-99999, vague        "another 12"        => 12, more
// It does not say what is counted.

#include <optional>

#include "annals/model/quantity.hpp"

#include "extractor/tokenized_text.hpp"

namespace annals {

struct CountRules {
  ClassId unit_number, multiplier, exact_word, zero_word, zero_person, vague_word;
  ClassId hedge_before, hedge_plain, hedge_more, hedge_after, more_after, range_open, asking, money, topic;
  ClassSet openings;  // of the words that a count without digits can start with
  explicit CountRules(const WordTable& words);
};

// Can a count start at the token? What almost every token of a text is asked first.
inline bool may_open_count(const Token& token, const WordTable& words, const CountRules& rules) {
  return token.kind == TokenKind::number || words.classes(token.word).meets(rules.openings) ||
         words.phrase_classes(token.word).meets(rules.openings);
}

struct Count {
  std::uint32_t first = 0;  // tokens, hedges included
  std::uint32_t last = 0;   // one past
  Quantity quantity;
  bool more = false;    // "another 12", "12 more"
  bool person = false;  // "nobody": says people by itself
};

// The count that starts at token `at` and ends before `end`; nullopt when none does. Money, percentages,
// ages, clock times and decimals without a multiplier are none.
std::optional<Count> parse_count(const TokenizedText& text, const WordTable& words, const CountRules& rules,
                                 std::uint32_t at, std::uint32_t end);

// The whole token range as a quantity, for EXAMPLE lines and tests.
std::optional<Quantity> parse_quantity(const TokenizedText& text, const WordTable& words,
                                       const CountRules& rules);

}  // namespace annals
