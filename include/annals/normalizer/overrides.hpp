#pragma once
// The decisions of editors put to the evidence, before anything is reconciled: fields are set, rejected
// figures never stand. What was decided about a sentence that has changed since is not applied but told.

#include <vector>

#include "annals/model/override.hpp"
#include "annals/model/reconciliation.hpp"

namespace annals {

// Applies the entries in order, later ones over earlier ones. An entry finds its figure by id and
// fingerprint; where figures were renumbered, by the fingerprint among those of the same article. One outcome
// for each entry but `undo`; `expect` is left for check_expectations.
std::vector<OverrideOutcome> apply_overrides(const std::vector<Override>& entries,
                                             std::vector<Evidence>& evidence);

// What the `expect` entries say against what stands: sets met or failed, and what was found, in `outcomes`.
void check_expectations(const Reconciliation& reconciliation, std::vector<OverrideOutcome>& outcomes);

}  // namespace annals
