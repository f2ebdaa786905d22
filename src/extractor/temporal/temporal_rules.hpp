#pragma once
// Compiled temporal patterns of a lexicon.

#include <memory>

#include "extractor/pattern_set.hpp"

namespace annals {

struct LexiconData;

struct TemporalRules {
  PatternSet patterns;
};

// Reads time words and time_patterns.tsv; throws Error::input with file:line for a row it cannot use.
std::unique_ptr<TemporalRules> compile_temporal_rules(const LexiconData& lexicon);

}  // namespace annals
