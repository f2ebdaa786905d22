#pragma once
// What type of claim a sentence is.
//   "Two men were shot in Arden, police said."      => event: something happened, whoever says so
//   "Police said the street is closed."             => statement: the saying is the news
//   "The street lies near the port."                => background: how things are
//   "Photo gallery"                                 => other: nothing is told
// It goes by forms (quotation marks, where the speaker stands, the first finite verb), not by meaning.

#include "annals/model/claim.hpp"

#include "extractor/figures/read_figures.hpp"

namespace annals {

// The first finite verb of a sentence, by index into its chunks; or their number.
std::size_t first_verb(const std::vector<Chunk>& chunks);

ClaimType type_of_claim(const ArticleView& view, const LexiconData& lexicon, std::size_t sentence);

}  // namespace annals
