#pragma once
// One plain sentence for each change of an estimate.
//   "DGPC reports 227, up from 29."

#include <string>
#include <vector>

#include "normalizer/toll/run_series.hpp"

namespace annals {

// `before` is what stood until now, or null; `rivals` contradict what stands.
std::string explain(const std::vector<Evidence>& evidence, const Standing& standing, const Standing* before,
                    const std::vector<Reading>& rivals);

}  // namespace annals
