#pragma once
// Tokens to sentences. A full stop ends one unless it belongs to an abbreviation, an initial or a number;
// empty lines and ends of blocks always do. Closing quotes and brackets stay with the sentence they close.
// A run of 600 tokens without an end is cut there.
//   "Gen. Smith said so. He left." => [Gen. Smith said so.] [He left.]

#include <cstdint>
#include <vector>

#include "extractor/tokens.hpp"

namespace annals {

struct Sentence {
  std::uint32_t first = 0;  // token
  std::uint32_t last = 0;   // one past the last token
  Span span;                // bytes
};

// Classes of words that the splitter asks for, looked up once.
struct SentenceRules {
  ClassId title_abbreviation = 0;  // Gen. Dr. Mr.: never ends a sentence
  ClassId abbreviation = 0;        // Jan. Inc. U.S.: ends one only before a word of class starter
  ClassId starter = 0;             // The, He, But: words that open a sentence
  explicit SentenceRules(const WordTable& words);
  SentenceRules() = default;
};

std::vector<Sentence> split_sentences(const std::vector<Token>& tokens, const WordTable& words,
                                      const SentenceRules& rules);

}  // namespace annals
