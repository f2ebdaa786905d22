#pragma once
// Expressions of time that are the two ends of one stretch.
//   "from 3 to 6 May", "between 1914 and 1918", "7-9 October", "overnight Monday to Tuesday", "1850-58",
//   "late June to early July"
// Ends joined by "and" need a "between" before them; what is put off from one day to another is no range. An
// end that tells no year takes the one that makes the stretch run forward, nearest to the end that tells one.

#include <optional>
#include <vector>

#include "annals/model/time_range.hpp"
#include "annals/model/timex.hpp"

#include "extractor/temporal/time_links.hpp"
#include "extractor/tokenized_text.hpp"

namespace annals {

// In order of the text. `timexes` are those of the text, in order; `written` is the day of writing.
std::vector<TimeRange> find_ranges(const TokenizedText& text, const WordTable& words,
                                   const TimeLinkRules& rules, const std::vector<Timex>& timexes,
                                   std::optional<Date> written);

}  // namespace annals
