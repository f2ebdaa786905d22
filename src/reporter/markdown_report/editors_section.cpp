#include <fmt/format.h>

#include "annals/text/escape.hpp"

#include "reporter/markdown_report/sections.hpp"
#include "reporter/phrases.hpp"

namespace annals {

void append_editors_changes(std::string& out, const ReportView& view) {
  const std::vector<OverrideOutcome>& outcomes = view.report.reconciliation->overrides;
  if (outcomes.empty()) return;
  out += "\n## Editor's changes\n\n";
  for (const OverrideOutcome& outcome : outcomes) {
    const Override& entry = outcome.entry;
    std::string line = fmt::format("{}, {}: {}", short_time(entry.when), entry.who, decision_of(entry));
    line += outcome.state == OverrideState::applied ? "" : fmt::format(" ({})", name_of(outcome.state));
    if (!entry.reason.empty()) line += ". Reason: " + entry.reason;
    if (!outcome.note.empty()) line += ". Found: " + outcome.note;
    out += "- " + escape_markdown(line) + ".\n";
  }
}

}  // namespace annals
