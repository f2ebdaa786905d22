#include "annals/reporter/report.hpp"

#include "annals/normalizer/reconcile.hpp"

#include "cli/commands.hpp"
#include "cli/inputs.hpp"
#include "cli/output.hpp"
#include "cli/selection.hpp"
#include "cli/timeline_choice.hpp"

namespace annals {

bool run_report(Session& session) {
  const Settings& settings = session.settings;
  std::vector<Document> documents = read_documents(session);
  const Reconciliation all = reconcile(documents, {settings.policy, settings.as_of});
  documents = documents_of_event(std::move(documents), all, settings.event);
  Settings shown = settings;
  shown.days = {};  // the days choose the timeline; the register stays whole
  const Reconciliation chosen = select(all, shown);
  const Timeline timeline = build_timeline(documents, timeline_options(settings));
  std::string title = settings.title;
  if (title.empty() && !chosen.events.empty()) title = chosen.events.front().title;
  const Report report{title, &documents, &chosen, &timeline};
  Output out(settings.output);
  out.write(render_report_markdown(report, render_options(settings)));
  out.close();
  if (documents.empty()) return false;
  return !settings.fail_empty || !chosen.estimates.empty();
}

}  // namespace annals
