#pragma once
// What an editor should look at first: decisions that no longer fit, expectations that failed, then figures
// by how far what stands would move if they were right or wrong. What an editor accepted is not asked again.

#include <vector>

#include "annals/model/doubt.hpp"
#include "annals/model/reconciliation.hpp"

namespace annals {

// Most consequential first; at most one a figure. Only headlines are asked about.
std::vector<Doubt> find_doubts(const Reconciliation& reconciliation);

}  // namespace annals
