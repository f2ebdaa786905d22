#pragma once
// An article's text cut into tokens and sentences: what every recogniser is given.

#include <string_view>
#include <vector>

#include "extractor/sentences.hpp"
#include "extractor/tokens.hpp"

namespace annals {

struct TokenizedText {
  std::string_view text;
  std::vector<Token> tokens;
  std::vector<Sentence> sentences;
};

}  // namespace annals
