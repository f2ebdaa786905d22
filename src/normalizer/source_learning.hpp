#pragma once
// How far each origin can be trusted, learned from claims that carry no date: those of one number that many
// origins give at once ("population of Dhaka"), where nothing but agreement tells right from wrong.
//   an origin that agrees with the others in 9 of 10 series => above 1; one that never does => near 0
// Dated claims are left at 1: what was learned late must not alter what stood before.

#include <map>
#include <vector>

#include "annals/model/series.hpp"

#include "normalizer/run_series.hpp"

namespace annals {

void learn_trust(std::map<SeriesKey, SeriesInput>& inputs);
// Support of a claim for a value near its own; both as logarithms count, so that 1,000 and 1,010 are as near
// as 1,000,000 and 1,010,000.
double nearness(std::int64_t said, std::int64_t value);

}  // namespace annals
