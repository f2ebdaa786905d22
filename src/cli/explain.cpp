#include <algorithm>

#include "annals/reporter/report.hpp"

#include "cli/commands.hpp"
#include "cli/inputs.hpp"
#include "cli/output.hpp"
#include "cli/reconciling.hpp"
#include "cli/selection.hpp"

namespace annals {

bool run_explain(Session& session) {
  const Settings& settings = session.settings;
  const std::vector<Document> documents = read_documents(session);
  if (settings.timexes) {
    Output out(settings.output);
    out.write(render_timexes(documents, render_options(settings)));
    out.close();
    return std::ranges::any_of(documents, [](const Document& d) { return !d.extraction.timexes.empty(); });
  }
  const Reconciliation all = reconcile_documents(session, documents, Detail::last);
  Reconciliation chosen = select(all, settings);
  // An explanation names what was set aside too, so all evidence stays at hand.
  const bool found = !chosen.estimates.empty();
  chosen.evidence = all.evidence;
  Output out(settings.output);
  out.write(render_explanation(chosen, documents, settings.kind, render_options(settings)));
  out.close();
  return found;
}

}  // namespace annals
