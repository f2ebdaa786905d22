#include "annals/normalizer/findings.hpp"
#include "annals/reporter/findings.hpp"

#include "cli/commands.hpp"
#include "cli/inputs.hpp"
#include "cli/output.hpp"
#include "cli/reconciling.hpp"
#include "cli/selection.hpp"

namespace annals {

bool run_conflicts(Session& session) {
  const Settings& settings = session.settings;
  const std::vector<Document> documents = read_documents(session);
  const Reconciliation all = reconcile_documents(session, documents, Detail::last);
  Reconciliation chosen = select(all, settings);
  chosen.evidence = all.evidence;  // filters choose what is shown, never what is looked at
  const auto found = find_conflicts(chosen);
  Output out(settings.output);
  out.write(render_conflicts(found, render_options(settings)));
  out.close();
  return !found.empty();
}

}  // namespace annals
