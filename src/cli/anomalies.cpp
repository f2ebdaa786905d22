#include "annals/normalizer/findings.hpp"
#include "annals/reporter/findings.hpp"

#include "cli/commands.hpp"
#include "cli/inputs.hpp"
#include "cli/output.hpp"
#include "cli/reconciling.hpp"
#include "cli/selection.hpp"

namespace annals {

bool run_anomalies(Session& session) {
  const Settings& settings = session.settings;
  const std::vector<Document> documents = read_documents(session);
  const Reconciliation all = reconcile_documents(session, documents);
  Reconciliation chosen = select(all, settings);
  chosen.evidence = all.evidence;  // filters choose what is shown, never what is looked at
  const auto found = find_anomalies(chosen);
  Output out(settings.output);
  out.write(render_anomalies(found, render_options(settings)));
  out.close();
  return !found.empty();
}

}  // namespace annals
