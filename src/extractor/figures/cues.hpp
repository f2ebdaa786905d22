#pragma once
// Words that say how a figure is meant, looked for among the tokens of a sentence.
//   has_cue(view, lexicon.words, sentence, framing.total_cue)   "so far", "bringing", ...

#include <cstdint>

#include "extractor/figures/read_figures.hpp"

namespace annals {

// Does a word or phrase of the class begin at the token? A phrase has to end before `end`.
bool is_cue(const TokenizedText& text, const WordTable& words, std::uint32_t token, std::uint32_t end,
            ClassId klass);
// ... at any of the tokens first .. last - 1?
bool any_cue(const TokenizedText& text, const WordTable& words, std::uint32_t first, std::uint32_t last,
             std::uint32_t end, ClassId klass);
bool has_cue(const TokenizedText& text, const WordTable& words, const Sentence& sentence, ClassId klass);

// Does a word of contrast stand between two places of a sentence? "..., while Israel says ..."
bool across_contrast(const TokenizedText& text, const WordTable& words, const FramingRules& framing,
                     const Sentence& sentence, Span a, Span b);

}  // namespace annals
