#pragma once
// Digits in the shape of a date or a clock time that no calendar and no clock has: told, and never read as
// another date.
//   "2024-13-45", "99/99/2024", "32 May 2024", "12:75 p.m." => a warning each, no expression of time
// Rows of digits that have no such shape ("2882015") are just numbers.

#include <vector>

#include "annals/model/diagnostic.hpp"
#include "annals/model/timex.hpp"

#include "extractor/temporal/time_links.hpp"
#include "extractor/tokenized_text.hpp"

namespace annals {

// "'31 April' is no day of the calendar; it is not used as a date"
Diagnostic no_day(const TokenizedText& text, Span span);

// Takes out expressions that were read out of such digits, and notes each in `diagnostics` where it is given.
void drop_impossible(const TokenizedText& text, const WordTable& words, const TimeLinkRules& rules,
                     std::vector<Timex>& timexes, std::vector<Diagnostic>* diagnostics);

}  // namespace annals
