#pragma once
// One claim a sentence: what type it is, when what it tells took place, who says it.

#include <vector>

#include "annals/model/claim.hpp"

#include "extractor/figures/read_figures.hpp"

namespace annals {

// By sentence, in order of the text.
std::vector<Claim> read_claims(const ArticleView& view, const LexiconData& lexicon);

// The day that a sentence's harm happened on when the sentence names none: the last day named before it, else
// the day of the article. By sentence.
std::vector<std::optional<DateSpan>> story_days(const ArticleView& view);

}  // namespace annals
