#pragma once
// Conflicts and anomalies as text, Markdown, JSON, JSON Lines, CSV or TSV; and what stands under each policy.

#include <string>
#include <utility>
#include <vector>

#include "annals/model/finding.hpp"
#include "annals/reporter/report.hpp"

namespace annals {

std::string render_conflicts(const std::vector<Conflict>& conflicts, const RenderOptions& options);
std::string render_anomalies(const std::vector<Anomaly>& anomalies, const RenderOptions& options);

// One row a headline series, one column a policy; rows in which the choice of a policy changes the answer are
// marked. Each reconciliation is of the same evidence under another policy, in the order to print.
std::string render_policies(const std::vector<Reconciliation>& by_policy, const RenderOptions& options);

}  // namespace annals
