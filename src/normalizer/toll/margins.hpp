#pragma once
// By how much an estimate leads what contradicts it, and what it would be without any one figure. Only the
// last word of each origin counts, so that a margin can be checked by leaving a figure out and running again.
//   ministry 304 (official), a paper "about 300", a post 900 (rumour) => margin 3.5 by log-odds

#include <cstdint>
#include <utility>
#include <vector>

#include "normalizer/toll/run_series.hpp"

namespace annals {

struct Margins {
  double of_estimate = 0;
  std::vector<std::pair<std::uint32_t, double>> without;  // by member, ascending: the margin without it
};
// Of what was heard before `until`, the end of the time the standing stood.
Margins margins_of(const SeriesInput& input, std::int64_t until, const Standing& standing,
                   const ModelParts& parts);

}  // namespace annals
