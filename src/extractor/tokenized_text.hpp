#pragma once
// An article's text cut into tokens and sentences: what every recogniser is given.

#include <algorithm>
#include <string_view>
#include <vector>

#include "extractor/sentences.hpp"
#include "extractor/tokens.hpp"

namespace annals {

struct TokenRange {  // [first, last)
  std::uint32_t first = 0;
  std::uint32_t last = 0;
  bool empty() const { return last <= first; }
  bool operator==(const TokenRange&) const = default;
};

// The first token that begins at the byte or behind it.
inline std::uint32_t token_at(const std::vector<Token>& tokens, std::uint32_t byte) {
  const auto at = std::lower_bound(tokens.begin(), tokens.end(), byte,
                                   [](const Token& token, std::uint32_t b) { return token.begin < b; });
  return static_cast<std::uint32_t>(at - tokens.begin());
}

struct TokenizedText {
  std::string_view text;
  std::vector<Token> tokens;
  std::vector<Sentence> sentences;
};

}  // namespace annals
