#include <fmt/format.h>

#include "annals/loader/load_claims.hpp"
#include "annals/model/error.hpp"
#include "annals/reporter/report.hpp"
#include "annals/store/store.hpp"

#include "cli/commands.hpp"
#include "cli/output.hpp"
#include "cli/reconciling.hpp"
#include "cli/selection.hpp"
#include "cli/session.hpp"
#include "cli/signals.hpp"

namespace annals {

namespace {

// What stood when, of all articles of the store, is written beside them: as a whole or not at all.
bool keep_in_store(Session& session) {
  const Settings& settings = session.settings;
  Store store(settings.db, Store::Access::write);
  const Reconciliation all = reconcile_documents(session, store.documents(), Detail::last);
  stop_if_interrupted();
  const auto changed = store.keep_estimates(all.estimates, {to_iso(settings.clock.read()), all.policy});
  session.talk.say(fmt::format("{} estimates of {} events kept, {} events changed.", all.estimates.size(),
                               all.events.size(), changed.size()));
  return !all.estimates.empty();
}

}  // namespace

bool run_reconcile(Session& session) {
  const Settings& settings = session.settings;
  if (settings.db.empty() == session.arguments.operands.empty()) {
    throw Error(Error::Kind::usage,
                "reconcile needs CLAIMS, or --db FILE, the store to keep what stands in (see annals help "
                "reconcile)");
  }
  if (!settings.db.empty()) {
    if (settings.as_of) {
      throw Error(Error::Kind::usage,
                  "reconcile --db keeps the whole course; ask for a day with figures --kept --as-of");
    }
    return keep_in_store(session);
  }
  std::vector<Evidence> evidence;
  for (const std::string& file : session.arguments.operands) {
    stop_if_interrupted();
    try {
      std::vector<Evidence> claims =
          load_claims(file, [&](const Diagnostic& diagnostic) { session.talk.tell(diagnostic, file); });
      evidence.insert(evidence.end(), std::make_move_iterator(claims.begin()),
                      std::make_move_iterator(claims.end()));
    } catch (const Error& error) {
      if (error.kind() != Error::Kind::input) throw;
      session.talk.tell({Severity::error, "", {}, error.what()});
    }
  }
  stop_if_interrupted();
  const Reconciliation chosen = select(reconcile_claims(session, std::move(evidence)), settings);
  Output out(settings.output);
  out.write(render_estimates(chosen, render_options(settings)));
  out.close();
  return !chosen.estimates.empty();
}

}  // namespace annals
