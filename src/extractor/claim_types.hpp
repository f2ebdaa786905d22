#pragma once
// What type of claim a sentence is.
//   "Two men were shot in Arden, police said."      => event: something happened, whoever says so
//   "Residents said tanks had shelled the market."  => event: people saw it happen
//   "Police said the street is closed."             => statement: the saying is the news
//   "The street lies near the port."                => background: how things are, or have come to be
//   "Photo gallery"                                 => other: nothing is told
// It goes by forms (quotation marks, where the speaker stands, the verb of the main clause), not by meaning.

#include "annals/model/claim.hpp"

#include "extractor/figures/read_figures.hpp"

namespace annals {

ClaimType type_of_claim(const ArticleView& view, const LexiconData& lexicon, std::size_t sentence);

// The voice that speaks for the whole of the sentence, or nullptr.
const Voice* chief_voice(const Speaker& speaker);

}  // namespace annals
