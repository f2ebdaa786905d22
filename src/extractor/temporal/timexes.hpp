#pragma once
// Temporal expressions of a text: recognised by compiled patterns over token classes (recognize.hpp), then
// resolved in a second step (resolve.hpp).
//   "on Monday", published 2024-06-11 => DATE 2024-06-10, anchor publication

#include <optional>
#include <vector>

#include "annals/model/article.hpp"
#include "annals/model/timex.hpp"

#include "extractor/lexicon_data.hpp"
#include "extractor/tokenized_text.hpp"

namespace annals {

// In order of the text, not overlapping. `published` and `dateline` may be unset: then only what the text
// itself dates gets a value with a year. A day that no calendar has ("31 April") is left out and, where
// `diagnostics` is given, noted there.
std::vector<Timex> recognize_timexes(const TokenizedText& text, const LexiconData& lexicon,
                                     std::optional<Date> published, std::optional<Date> dateline,
                                     std::vector<Diagnostic>* diagnostics = nullptr);

}  // namespace annals
