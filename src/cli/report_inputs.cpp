#include "cli/report_inputs.hpp"

#include "cli/inputs.hpp"
#include "cli/reconciling.hpp"
#include "cli/selection.hpp"
#include "cli/timeline_choice.hpp"

namespace annals {

ReportInputs read_report_inputs(Session& session, Detail detail) {
  const Settings& settings = session.settings;
  ReportInputs inputs;
  inputs.documents = read_documents(session);
  Reconciliation all = reconcile_documents(session, inputs.documents, detail);
  inputs.documents = documents_of_event(std::move(inputs.documents), all, settings.event);
  Settings shown = settings;
  shown.days = {};
  inputs.reconciliation = select(std::move(all), shown);
  inputs.timeline = build_timeline(inputs.documents, timeline_options(settings));
  inputs.title = settings.title;
  if (inputs.title.empty() && !inputs.reconciliation.events.empty()) {
    inputs.title = inputs.reconciliation.events.front().title;
  }
  return inputs;
}

}  // namespace annals
