#pragma once
// Second readings of expressions that the day of writing alone had to place, with weights that were measured
// on annotated news:
//   "Friday" of a Tuesday        => the latest Friday; else the next one
//   "3 May", "May"               => in the nearest year; else in the next nearest
//   "03/04/2024"                 => 4 March; else 3 April, unless other dates of the text show the order
// Expressions that tell their year, or say "last" or "next", have no second reading.

#include <optional>
#include <vector>

#include "annals/model/timex.hpp"

#include "extractor/temporal/time_links.hpp"
#include "extractor/tokenized_text.hpp"

namespace annals {

// Sets weight and alternates of each timex. Where all clear dates with slashes of the text put the day first,
// the unclear ones are read so too: their value is changed.
void add_alternates(const TokenizedText& text, const WordTable& words, const TimeLinkRules& rules,
                    std::optional<Date> written, std::vector<Timex>& timexes);

}  // namespace annals
