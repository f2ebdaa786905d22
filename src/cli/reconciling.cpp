#include "cli/reconciling.hpp"

#include <filesystem>

#include <fmt/format.h>

#include "annals/loader/load_overrides.hpp"
#include "annals/model/error.hpp"

#include "cli/signals.hpp"

namespace annals {

namespace {

void tell_overrides(Session& session, const Reconciliation& all) {
  const std::string journal = journal_of(session.settings);
  for (const OverrideOutcome& outcome : all.overrides) {
    const std::string where = fmt::format("{}:{}", journal, outcome.entry.line);
    if (outcome.state == OverrideState::stale) {
      session.talk.tell({Severity::warning,
                         where,
                         {},
                         fmt::format("{} of {} is stale and not applied: {}; look again with annals review",
                                     name_of(outcome.entry.act), outcome.entry.target, outcome.note)});
    } else if (outcome.state == OverrideState::failed) {
      session.talk.tell({Severity::warning, where, {}, "not as expected: " + outcome.note});
    }
  }
}

}  // namespace

std::string journal_of(const Settings& settings) {
  if (!settings.overrides.empty()) return settings.overrides;
  return settings.db.empty() ? std::string() : settings.db + ".overrides";
}

ReconcileOptions reconcile_options(const Settings& settings) {
  const std::string journal = journal_of(settings);
  if (!settings.overrides.empty() && !std::filesystem::exists(settings.overrides))
    throw Error(Error::Kind::input, settings.overrides + ": there is no such journal; annals set makes it");
  ReconcileOptions options;
  options.policy = settings.policy;
  options.as_of = settings.as_of;
  if (!journal.empty()) options.overrides = load_overrides(journal);
  options.checkpoint = stop_if_interrupted;
  return options;
}

Reconciliation reconcile_documents(Session& session, const std::vector<Document>& documents, Detail detail) {
  const Settings& settings = session.settings;
  ReconcileOptions options = reconcile_options(settings);
  // Where estimates are chosen, an earlier one may be the last that is shown.
  const bool chosen = !settings.days.open() || !settings.place.empty() || !settings.source.empty();
  if (!chosen) options.detail = detail;
  Reconciliation all = reconcile(documents, options);
  tell_overrides(session, all);
  return all;
}

Reconciliation reconcile_claims(Session& session, std::vector<Evidence> claims) {
  Reconciliation all = reconcile_evidence(std::move(claims), reconcile_options(session.settings));
  tell_overrides(session, all);
  return all;
}

}  // namespace annals
