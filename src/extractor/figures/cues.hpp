#pragma once
// Words that say how a figure is meant, looked for among the tokens of a sentence.
//   has_cue(view, lexicon.words, sentence, framing.total_cue)   "so far", "bringing", ...

#include <cstdint>
#include <vector>

#include "extractor/figures/read_figures.hpp"

namespace annals {

// Does a word or phrase of the class begin at the token? A phrase has to end before `end`.
bool is_cue(const TokenizedText& text, const WordTable& words, std::uint32_t token, std::uint32_t end,
            ClassId klass);
// ... at any of the tokens first .. last - 1?
bool any_cue(const TokenizedText& text, const WordTable& words, std::uint32_t first, std::uint32_t last,
             std::uint32_t end, ClassId klass);
bool has_cue(const TokenizedText& text, const WordTable& words, const Sentence& sentence, ClassId klass);

// What the cues of a sentence say to each of its figures, looked for once.
struct SentenceCues {
  bool superlative = false;
  bool since = false;
  bool background = false;
  bool ongoing = false;
  std::uint32_t denied = UINT32_MAX;  // the first token at which it is denied
  std::vector<std::uint32_t> totals;  // tokens at which a total is told
  std::vector<Span> contrasts;        // "while", "but"

  SentenceCues() = default;
  SentenceCues(const TokenizedText& text, const WordTable& words, const FramingRules& framing,
               const Sentence& sentence);
  // Does a total begin at any of the tokens first .. last - 1?
  bool total_in(std::uint32_t first, std::uint32_t last) const;
  // Does a word of contrast stand between two places? "..., while Israel says ..."
  bool across_contrast(Span a, Span b) const;
};

}  // namespace annals
