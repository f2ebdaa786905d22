#pragma once
// Expressions of time found again among the tokens, for the steps that come after resolving.

#include <algorithm>
#include <cstdint>
#include <vector>

#include "annals/model/timex.hpp"

#include "extractor/tokenized_text.hpp"

namespace annals {

// A date or time of which it is known when it is; durations and sets are none.
inline bool names_day(const Timex& timex) {
  return timex.dates && (timex.type == TimexType::date || timex.type == TimexType::time);
}

// Tokens of a span that starts and ends with tokens.
inline TokenRange tokens_of(const std::vector<Token>& tokens, Span span) {
  const std::uint32_t first = token_at(tokens, span.begin);
  std::uint32_t last = first;
  while (last < tokens.size() && tokens[last].begin < span.end) ++last;
  return {first, last};
}

// Those of expressions in order of the text, each looked for from the one before.
inline std::vector<TokenRange> tokens_of(const std::vector<Token>& tokens,
                                         const std::vector<Timex>& timexes) {
  std::vector<TokenRange> ranges;
  ranges.reserve(timexes.size());
  const auto before = [](const Token& t, std::uint32_t byte) { return t.begin < byte; };
  auto at = tokens.begin();
  for (const Timex& timex : timexes) {
    std::ptrdiff_t step = 8;
    auto far = at;
    while (far != tokens.end() && far->begin < timex.span.begin) {
      at = far;
      far += std::min(step, tokens.end() - far);
      step *= 2;
    }
    at = std::lower_bound(at, far, timex.span.begin, before);
    auto last = at;
    while (last != tokens.end() && last->begin < timex.span.end) ++last;
    ranges.push_back(
        {static_cast<std::uint32_t>(at - tokens.begin()), static_cast<std::uint32_t>(last - tokens.begin())});
  }
  return ranges;
}

inline bool has_class(const TokenizedText& text, const WordTable& words, std::uint32_t token, ClassId klass) {
  return text.tokens[token].kind == TokenKind::word && words.classes(text.tokens[token].word).has(klass);
}

inline bool any_of_class(const TokenizedText& text, const WordTable& words, TokenRange range, ClassId klass) {
  for (std::uint32_t i = range.first; i < range.last; ++i) {
    if (has_class(text, words, i, klass)) return true;
  }
  return false;
}

}  // namespace annals
