#pragma once
// Conflicts and anomalies of what was reconciled, worked out from the estimates, their reasons and the
// evidence alone. In order of event, kind, series and time; the same for any order of the articles.

#include <vector>

#include "annals/model/finding.hpp"
#include "annals/model/reconciliation.hpp"

namespace annals {

// Of what stands now (or as of the day asked).
std::vector<Conflict> find_conflicts(const Reconciliation& reconciliation);
// Of the whole course.
std::vector<Anomaly> find_anomalies(const Reconciliation& reconciliation);

}  // namespace annals
