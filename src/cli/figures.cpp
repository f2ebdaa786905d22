#include <algorithm>

#include <fmt/format.h>

#include "annals/reporter/report.hpp"

#include "cli/commands.hpp"
#include "cli/inputs.hpp"
#include "cli/output.hpp"
#include "cli/reconciling.hpp"
#include "cli/selection.hpp"

namespace annals {

namespace {

std::string digits(const std::optional<std::int64_t>& number) {
  return number ? fmt::format("{}", *number) : std::string();
}

// What stands last of the headline series, as low,best,high; empty where nothing is known.
std::string headline_value(const Reconciliation& chosen) {
  const std::vector<Estimate> current = current_estimates(chosen);
  // Of several events the one that most documents are about comes first.
  for (const Event& event : chosen.events) {
    const auto it = std::ranges::find_if(current, [&](const Estimate& estimate) {
      return estimate.headline && estimate.series.event == event.id;
    });
    if (it != current.end())
      return fmt::format("{},{},{}\n", digits(it->low), digits(it->best), digits(it->high));
  }
  return {};
}

// The history of several events has one headline: that of the event most documents are about.
Reconciliation one_headline(Reconciliation chosen) {
  for (Estimate& estimate : chosen.estimates) {
    if (!chosen.events.empty() && estimate.series.event != chosen.events.front().id)
      estimate.headline = false;
  }
  return chosen;
}

}  // namespace

bool run_figures(Session& session) {
  const Settings& settings = session.settings;
  const std::vector<Document> documents = read_documents(session);
  const Detail detail = settings.history && !settings.value ? Detail::every_change : Detail::last;
  const Reconciliation chosen = select(reconcile_documents(session, documents, detail), settings);
  Output out(settings.output);
  bool found = !chosen.evidence.empty();
  if (settings.value) {
    const std::string value = headline_value(chosen);
    found = !value.empty();
    out.write(value);
  } else if (settings.history) {
    found = !chosen.estimates.empty();
    out.write(render_estimates(one_headline(chosen), render_options(settings)));
  } else {
    out.write(render_figures(chosen, documents, render_options(settings)));
  }
  out.close();
  return found;
}

}  // namespace annals
