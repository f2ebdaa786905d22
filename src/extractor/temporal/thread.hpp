#pragma once
// The thread of a narrative: which year a month or day told without one belongs to, decided for the whole
// text at once. A history mostly goes forward, now and then looks back or ahead for a moment, and turns the
// year without saying so.
//   "On 20 December 1941 the port fell. In January the islands followed."        => January 1942
//   "The levy of 1790 was still in force. On 9 March 1793 ... On 24 March ..."   => 24 March 1793
// The way with the least cost wins (Viterbi 1967, with few ways kept). It does not know what a text is about:
// two stories told in turn can be mixed up.

#include <optional>
#include <vector>

#include "extractor/temporal/recognize.hpp"

namespace annals {

// One entry a mention: its year if it names a month or season and no year, and the text tells any year.
std::vector<std::optional<int>> years_along(const std::vector<FoundTime>& found);

}  // namespace annals
