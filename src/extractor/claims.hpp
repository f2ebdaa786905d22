#pragma once
// One claim a sentence: what type it is, when what it tells took place, who says it.

#include <vector>

#include "annals/model/claim.hpp"

#include "extractor/figures/read_figures.hpp"

namespace annals {

// By sentence, in order of the text.
std::vector<Claim> read_claims(const ArticleView& view, const LexiconData& lexicon);

}  // namespace annals
