#pragma once
// How well a sentence stands alone in a timeline, and where in it the telling begins.
//   "By Our Staff Two dead in Selm SELM (Agency) -- Shells fell on the port." => from "Shells" on
//   "SELM, Ruritania - Shells fell on the port." => from "Shells" on
// It does not judge what the sentence tells; that is left to the vectors of day_sentences.

#include <string_view>

#include "annals/model/claim.hpp"
#include "annals/model/span.hpp"

namespace annals {

// What of a sentence is shown: behind a dateline, with whatever heading ran into it; else all of it.
Span telling_of(std::string_view text, Span sentence);

// 1 for a plain report; less for a statement, a question, one in which somebody speaks to the reader, and one
// that leans on the sentence before it: its day does ("a day later"), or its first word ("He").
double weight_of_telling(std::string_view sentence, ClaimType type, bool leaning_day);

}  // namespace annals
