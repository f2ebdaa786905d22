#include <algorithm>
#include <map>

#include <fmt/format.h>

#include "annals/model/error.hpp"
#include "annals/reporter/report.hpp"
#include "annals/store/store.hpp"

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

// Of kept estimates that of the headline known last; of several events the one with the largest.
std::string kept_value(const std::vector<Estimate>& estimates) {
  std::map<std::string_view, const Estimate*> headlines;
  for (const Estimate& estimate : estimates) {
    if (!estimate.headline) continue;
    const Estimate*& at = headlines[estimate.series.event];
    if (at == nullptr || !at->known_from || (estimate.known_from && *at->known_from <= *estimate.known_from))
      at = &estimate;
  }
  const Estimate* largest = nullptr;
  for (const auto& [event, estimate] : headlines) {
    if (largest == nullptr || largest->best < estimate->best) largest = estimate;
  }
  if (largest == nullptr) return {};
  return fmt::format("{},{},{}\n", digits(largest->low), digits(largest->best), digits(largest->high));
}

// The history of several events has one headline: that of the event most documents are about.
Reconciliation one_headline(Reconciliation chosen) {
  for (Estimate& estimate : chosen.estimates) {
    if (!chosen.events.empty() && estimate.series.event != chosen.events.front().id)
      estimate.headline = false;
  }
  return chosen;
}

// What the last keeping holds; no article is read.
bool show_kept(Session& session) {
  const Settings& settings = session.settings;
  const Store store(settings.db, Store::Access::read);
  const auto keeping = store.last_keeping();
  if (!keeping) {
    throw Error(Error::Kind::usage,
                settings.db + ": nothing is kept yet; annals reconcile --db FILE works it out and keeps it");
  }
  if (session.arguments.has(Option::policy) && name_of(settings.policy) != keeping->policy) {
    throw Error(Error::Kind::usage,
                fmt::format("{}: kept by the policy {}; annals reconcile --db FILE --policy "
                            "{} keeps it by another",
                            settings.db, keeping->policy, name_of(settings.policy)));
  }
  if (store.kept_is_old()) {
    session.talk.tell(
        {Severity::warning,
         settings.db,
         {},
         fmt::format("articles were added since {}, when this was kept; bring it up to date with "
                     "annals reconcile --db FILE",
                     keeping->kept)});
  }
  Store::KeptQuestion question;
  question.as_of = settings.as_of;
  if (!settings.event.empty()) question.event = settings.event;
  Reconciliation kept;
  kept.policy = keeping->policy;
  kept.as_of = settings.as_of;
  kept.estimates = store.kept_estimates(question);
  const Reconciliation chosen = select(std::move(kept), settings);
  const std::string value = settings.value ? kept_value(chosen.estimates) : std::string();
  Output out(settings.output);
  out.write(settings.value ? value : render_estimates(chosen, render_options(settings)));
  out.close();
  return settings.value ? !value.empty() : !chosen.estimates.empty();
}

}  // namespace

bool run_figures(Session& session) {
  const Settings& settings = session.settings;
  if (settings.kept) return show_kept(session);
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
