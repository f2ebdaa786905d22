#pragma once
// Which way a sentence looks from an expression of time. The verb nearest before it decides, else the first
// after it.
//   "was arrested Friday"        => behind
//   "agreed to meet Friday"      => ahead
//   "will try the man arrested Friday" => behind
//   "On Friday the court will"   => ahead
// It knows forms of words, not clauses: a verb of another clause can decide.

#include <cstdint>

#include "extractor/temporal/temporal_rules.hpp"
#include "extractor/tokenized_text.hpp"

namespace annals {

enum class Outlook : std::uint8_t { open, ahead, behind };

// From the expression of tokens [first, last) in `sentence`.
Outlook outlook_from(const TokenizedText& text, const WordTable& words, const TemporalRules& rules,
                     const Sentence& sentence, std::uint32_t first, std::uint32_t last);

}  // namespace annals
