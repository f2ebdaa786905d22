#pragma once
// An article's text cut into tokens and sentences: what every recogniser is given.

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

struct TokenizedText {
  std::string_view text;
  std::vector<Token> tokens;
  std::vector<Sentence> sentences;
};

}  // namespace annals
