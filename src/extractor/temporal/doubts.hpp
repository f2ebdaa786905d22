#pragma once
// How sure a date is: marks dates approximate or uncertain where the words before them, or in them, say so.
//   "around 10 June" => 2024-06-10~;  "possibly in March" => 2024-03?;  "fiscal 2023" => 2023~
// (a year of accounts is no year of the calendar, and which months it has is not told).

#include <vector>

#include "annals/model/timex.hpp"

#include "extractor/temporal/time_links.hpp"
#include "extractor/tokenized_text.hpp"

namespace annals {

void mark_doubts(const TokenizedText& text, const WordTable& words, const TimeLinkRules& rules,
                 std::vector<Timex>& timexes);

}  // namespace annals
