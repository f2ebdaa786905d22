#include "cli/report_inputs.hpp"

#include <future>

#include "cli/inputs.hpp"
#include "cli/reconciling.hpp"
#include "cli/selection.hpp"
#include "cli/timeline_choice.hpp"

namespace annals {

namespace {

// Prose tells only of what stands last what it set aside; records, and a page that carries them, of every
// change.
Detail detail_for(const Settings& settings, const std::vector<Document>& documents) {
  switch (settings.format) {
    case OutputFormat::text:
    case OutputFormat::md:
    case OutputFormat::svg: return Detail::last;
    // The page of one event of many may carry its data where that of all could not.
    case OutputFormat::html:
      return settings.event.empty() && !page_carries_data(documents) ? Detail::last : Detail::every_change;
    default: return Detail::every_change;
  }
}

}  // namespace

ReportInputs read_report_inputs(Session& session) {
  const Settings& settings = session.settings;
  ReportInputs inputs;
  inputs.documents = read_documents(session);
  // Of all events, the timeline asks nothing of what is reconciled: both are worked out at once.
  std::future<Timeline> timeline;
  if (settings.event.empty() && settings.threads > 1) {
    timeline = std::async(std::launch::async, [&inputs, &settings] {
      return build_timeline(inputs.documents, timeline_options(settings));
    });
  }
  Reconciliation all = reconcile_documents(session, inputs.documents, detail_for(settings, inputs.documents));
  if (timeline.valid()) inputs.timeline = timeline.get();
  inputs.documents = documents_of_event(std::move(inputs.documents), all, settings.event);
  Settings shown = settings;
  shown.days = {};
  inputs.reconciliation = select(std::move(all), shown);
  if (!settings.event.empty() || settings.threads <= 1)
    inputs.timeline = build_timeline(inputs.documents, timeline_options(settings));
  inputs.title = settings.title;
  inputs.licence = settings.licence;
  if (inputs.title.empty() && !inputs.reconciliation.events.empty()) {
    inputs.title = inputs.reconciliation.events.front().title;
  }
  return inputs;
}

}  // namespace annals
