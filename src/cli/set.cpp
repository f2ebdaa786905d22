#include <algorithm>

#include <fmt/format.h>

#include "annals/loader/load_overrides.hpp"
#include "annals/model/error.hpp"
#include "annals/reporter/report.hpp"
#include "annals/text/escape.hpp"

#include "cli/commands.hpp"
#include "cli/inputs.hpp"
#include "cli/journal.hpp"
#include "cli/output.hpp"
#include "cli/reconciling.hpp"

namespace annals {

namespace {

[[noreturn]] void refuse(const std::string& what) {
  throw Error(Error::Kind::usage, what + " (see annals help set)");
}

// FIGURE and what is said of it; the operands that are left are PATHs.
struct Decision {
  OverrideAct act = OverrideAct::set;
  std::string target;
  std::vector<OverrideField> fields;
};

void check_fields(const Decision& decision) {
  std::string problem;
  if (decision.act == OverrideAct::expect && !expectation_of(decision.fields, problem))
    refuse(escape_terminal(problem));
  if (decision.act != OverrideAct::set) return;
  Evidence probe;
  for (const OverrideField& field : decision.fields) {
    if (const auto wrong = set_field(probe, field)) refuse(escape_terminal(*wrong));
  }
}

Decision decision_of(Session& session) {
  std::vector<std::string>& operands = session.arguments.operands;
  Decision decision;
  decision.target = operands.front();
  if (decision.target == name_of(OverrideAct::expect)) {
    decision.act = OverrideAct::expect;
    decision.target.clear();
  }
  std::vector<std::string> paths;
  bool decided = false;
  for (std::size_t i = 1; i < operands.size(); ++i) {
    const std::string& word = operands[i];
    const std::size_t equals = word.find('=');
    if (word == "reject" || word == "accept") {
      if (decided) refuse("reject and accept stand alone");
      decision.act = *override_act_named(word);
      decided = true;
    } else if (equals != std::string::npos) {
      decision.fields.push_back({word.substr(0, equals), word.substr(equals + 1)});
    } else {
      paths.push_back(word);
    }
  }
  operands = std::move(paths);
  if (decided && (!decision.fields.empty() || decision.target.empty()))
    refuse("reject and accept take a figure and no fields");
  if (!decided && decision.fields.empty()) refuse("nothing to set: name a field=value, reject or accept");
  check_fields(decision);
  return decision;
}

// What the articles themselves say, before any decision: decisions are fingerprinted by it.
const Evidence* find_figure(const std::vector<Evidence>& all, const std::string& id) {
  const auto at = std::ranges::find(all, id, &Evidence::id);
  return at == all.end() ? nullptr : &*at;
}

}  // namespace

bool run_set(Session& session) {
  const Decision decision = decision_of(session);
  if (journal_of(session.settings).empty())
    refuse("name the journal with --overrides FILE; it is made when missing");
  if (session.settings.by.empty()) refuse("--by WHO is missing: a decision is somebody's");
  const std::vector<Document> documents = read_documents(session);
  const std::vector<Override> journal = load_overrides(journal_of(session.settings));
  Override entry = new_entry(session, decision.act, decision.target);
  entry.fields = decision.fields;
  ReconcileOptions options{session.settings.policy, session.settings.as_of, {}};
  if (decision.act != OverrideAct::expect) {
    const Reconciliation raw = reconcile(documents, options);
    const Evidence* figure = find_figure(raw.evidence, decision.target);
    if (figure == nullptr)
      refuse(escape_terminal(decision.target) +
             ": there is no such figure; annals figures -O csv lists their ids");
    entry.was = fingerprint(*figure);
  }
  entry.line = journal.empty() ? 1 : journal.back().line + 1;
  options.overrides = journal;
  const Reconciliation before = reconcile(documents, options);
  options.overrides.push_back(entry);
  const Reconciliation after = reconcile(documents, options);
  const std::uint32_t line = record(session, entry);
  Output out("");
  out.write(render_changed_estimates(before, after));
  for (const OverrideOutcome& outcome : after.overrides) {
    if (outcome.entry == entry && outcome.state == OverrideState::failed)
      out.write("not as expected: " + outcome.note + "\n");
  }
  if (line != 0) {
    out.write(fmt::format("Recorded in {}:{}. Undo: annals undo {}\n",
                          escape_terminal(journal_of(session.settings)), line, line));
  }
  out.close();
  return true;
}

}  // namespace annals
