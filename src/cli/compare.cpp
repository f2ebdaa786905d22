#include "annals/reporter/findings.hpp"
#include "annals/reporter/report.hpp"

#include "cli/commands.hpp"
#include "cli/inputs.hpp"
#include "cli/output.hpp"
#include "cli/reconciling.hpp"
#include "cli/selection.hpp"

namespace annals {

namespace {

bool compare_policies(Session& session, const std::vector<Document>& documents) {
  const Settings& settings = session.settings;
  ReconcileOptions options = reconcile_options(settings);
  std::vector<Reconciliation> by_policy;
  for (const Policy policy : all_policies()) {
    options.policy = policy;
    by_policy.push_back(select(reconcile(documents, options), settings));
  }
  Output out(settings.output);
  out.write(render_policies(by_policy, render_options(settings)));
  out.close();
  return !by_policy.front().estimates.empty();
}

}  // namespace

bool run_compare(Session& session) {
  const Settings& settings = session.settings;
  const std::vector<Document> documents = read_documents(session);
  if (settings.policies) return compare_policies(session, documents);
  const Reconciliation chosen = select(reconcile_documents(session, documents, Detail::last), settings);
  Output out(settings.output);
  out.write(render_comparison(chosen, documents, render_options(settings)));
  out.close();
  return !chosen.evidence.empty();
}

}  // namespace annals
