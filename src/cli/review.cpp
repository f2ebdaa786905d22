#include <algorithm>
#include <cstdio>
#include <iostream>
#include <string>

#include <fmt/format.h>
#include <unistd.h>

#include "annals/model/error.hpp"
#include "annals/normalizer/doubts.hpp"
#include "annals/reporter/report.hpp"
#include "annals/text/escape.hpp"
#include "annals/text/utf8.hpp"

#include "cli/commands.hpp"
#include "cli/inputs.hpp"
#include "cli/journal.hpp"
#include "cli/output.hpp"
#include "cli/reconciling.hpp"
#include "cli/selection.hpp"
#include "cli/terminal.hpp"
#include "cli/words.hpp"

namespace annals {

namespace {

// Fingerprints are of what the articles say, so they are taken before any decision is applied.
std::string fingerprint_of(const Reconciliation& raw, const std::string& id) {
  const auto at = std::ranges::find(raw.evidence, id, &Evidence::id);
  return at == raw.evidence.end() ? std::string() : fingerprint(*at);
}

std::string ask(std::string_view prompt) {
  fmt::print("{}", prompt);
  std::fflush(stdout);
  std::string answer;
  if (!std::getline(std::cin, answer)) return "q";
  return std::string(trim(answer));
}

// Fields as they are typed after `annals set FIGURE`; what is wrong with them is told.
std::optional<std::vector<OverrideField>> fields_of(std::string_view words) {
  std::vector<OverrideField> fields;
  Evidence probe;
  for (const std::string_view word : split(words, ' ')) {
    if (trim(word).empty()) continue;
    const std::size_t equals = word.find('=');
    OverrideField field{std::string(word.substr(0, equals)), equals == std::string_view::npos
                                                                 ? std::string()
                                                                 : std::string(word.substr(equals + 1))};
    const auto wrong = equals == std::string_view::npos
                           ? std::optional<std::string>("a field=value is wanted")
                           : set_field(probe, field);
    if (wrong) {
      fmt::print("{}\n", escape_terminal(*wrong));
      return std::nullopt;
    }
    fields.push_back(std::move(field));
  }
  return fields;
}

// One doubt after the other, until there are no more or the editor has had enough.
void ask_through(Session& session, const std::vector<Doubt>& doubts, const Reconciliation& raw,
                 const Reconciliation& shown) {
  const RenderOptions options = render_options(session.settings);
  std::size_t number = 0;
  for (const Doubt& doubt : doubts) {
    fmt::print("\n{} of {}  {}", ++number, doubts.size(), render_doubt(doubt, shown, options));
    if (doubt.evidence.empty() || fingerprint_of(raw, doubt.evidence).empty()) continue;
    for (bool answered = false; !answered;) {
      const std::string answer = ask("a accept, r reject, e edit, s skip, q quit > ");
      if (answer == "q") return;
      answered = answer == "s" || answer.empty();
      if (answered || (answer != "a" && answer != "r" && answer != "e")) continue;
      Override entry = new_entry(session,
                                 answer == "a"   ? OverrideAct::accept
                                 : answer == "r" ? OverrideAct::reject
                                                 : OverrideAct::set,
                                 doubt.evidence);
      entry.was = fingerprint_of(raw, doubt.evidence);
      if (answer == "e") {
        const auto fields = fields_of(ask("field=value ... > "));
        if (!fields || fields->empty()) continue;
        entry.fields = *fields;
      }
      entry.reason = ask("why > ");
      const std::uint32_t line = record(session, std::move(entry));
      if (line != 0) fmt::print("Recorded in {}:{}.\n", escape_terminal(journal_of(session.settings)), line);
      answered = true;
    }
  }
}

}  // namespace

bool run_review(Session& session) {
  const Settings& settings = session.settings;
  const bool asks = is_terminal(STDIN_FILENO) && is_terminal(STDOUT_FILENO) && settings.output.empty() &&
                    !session.arguments.has(Option::format);
  if (asks && !settings.by.empty() && journal_of(settings).empty()) {
    throw Error(Error::Kind::usage, "name the journal with --overrides FILE (see annals help review)");
  }
  const std::vector<Document> documents = read_documents(session);
  const Reconciliation all = reconcile_documents(session, documents);
  const Reconciliation chosen = select(all, settings);
  std::vector<Doubt> doubts = find_doubts(chosen);
  if (doubts.size() > settings.limit) doubts.resize(settings.limit);
  if (asks && !settings.by.empty()) {
    ask_through(session, doubts, reconcile(documents, {settings.policy, settings.as_of}), chosen);
    return !doubts.empty();
  }
  Output out(settings.output);
  out.write(render_doubts(doubts, chosen, render_options(settings)));
  out.close();
  return !doubts.empty();
}

}  // namespace annals
