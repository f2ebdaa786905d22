#pragma once
// One article in, everything it says out: dates, casualty figures with their sources, and one claim a
// sentence.
//   Lexicon lexicon = Lexicon::embedded();
//   Extraction found = extract(article, lexicon);
//   // "Police said at least 12 people were killed on Monday" => one figure: killed, at_least 12, source
//   "Police"
// Any text is legal; what is doubtful is a diagnostic in the result. Pure: the same article gives the same
// result.

#include "annals/extractor/lexicon.hpp"
#include "annals/model/article.hpp"
#include "annals/model/claim.hpp"

namespace annals {

Extraction extract(const Article& article, const Lexicon& lexicon);

}  // namespace annals
