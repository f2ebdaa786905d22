#pragma once
// Days, weeks and months counted from the beginning of a war, siege or strike. The beginning must be told by
// the text itself; where it is not, or where the text gives two that contradict each other, nothing is said.
//   "the war, which began on 7 October 2023 ... the ninth month of the war" => 2024-06-07/2024-07-06
//   "on day 12 of the offensive", begun 3 May 2024                          => 2024-05-14
//   "the first two weeks of the war"                                        => 2023-10-07/2023-10-20
// Counted from a beginning of which only the month or year is told, the answer is in months or years.

#include <optional>
#include <vector>

#include "annals/model/timex.hpp"

#include "extractor/temporal/time_links.hpp"
#include "extractor/tokenized_text.hpp"

namespace annals {

// Adds what counts from a beginning to `timexes`, in order; where an expression stands there already, gives
// it the days, with anchor `event`. `written` is the day of writing: nothing that began later is counted
// from.
void place_stories(const TokenizedText& text, const WordTable& words, const TimeLinkRules& rules,
                   std::optional<Date> written, std::vector<Timex>& timexes);

}  // namespace annals
