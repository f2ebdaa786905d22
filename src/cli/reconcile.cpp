
#include "annals/loader/load_claims.hpp"
#include "annals/model/error.hpp"
#include "annals/reporter/report.hpp"

#include "cli/commands.hpp"
#include "cli/output.hpp"
#include "cli/reconciling.hpp"
#include "cli/selection.hpp"
#include "cli/session.hpp"
#include "cli/signals.hpp"

namespace annals {

bool run_reconcile(Session& session) {
  const Settings& settings = session.settings;
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
