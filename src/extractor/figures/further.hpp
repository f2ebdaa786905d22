#pragma once
// Does a later sentence tell of others than those harmed before, so that the two add up?
//   "He shot his wife. He then killed two clerks."             => yes
//   "A mayor was killed. His driver was also killed."          => yes
//   "Four people were killed. He shot his wife and two clerks." => no: the first counts whoever was harmed
//   "Two guards were killed. A car bomb elsewhere killed a teacher." => no: nothing ties them
// Numbers of other sources, and what becomes of those who did it, add nothing.

#include <string_view>
#include <vector>

#include "annals/model/claim.hpp"

#include "extractor/figures/tellings.hpp"

namespace annals {

// `first` is what the article tells first of its incident, `later` of a sentence behind it.
bool goes_on_to_others(std::string_view text, const std::vector<Claim>& claims, const Telling& first,
                       const Telling& later, const WordTable& words, const FramingRules& framing);

// Marked as a repeat, and not of others: "two clerks ... two other clerks" are four.
bool repeats(const Figure& figure, const WordTable& words, const FramingRules& framing);

}  // namespace annals
