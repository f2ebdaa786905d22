#include "annals/reporter/report.hpp"

#include "cli/commands.hpp"
#include "cli/inputs.hpp"
#include "cli/output.hpp"
#include "cli/reconciling.hpp"
#include "cli/selection.hpp"

namespace annals {

bool run_compare(Session& session) {
  const Settings& settings = session.settings;
  const std::vector<Document> documents = read_documents(session);
  const Reconciliation chosen = select(reconcile_documents(session, documents), settings);
  Output out(settings.output);
  out.write(render_comparison(chosen, documents, render_options(settings)));
  out.close();
  return !chosen.evidence.empty();
}

}  // namespace annals
