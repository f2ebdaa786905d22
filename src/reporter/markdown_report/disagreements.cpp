// Disagreements: for each headline that has rivals, a card of three lines: who says what since when, the
// likely reason, how the policy chose.

#include "reporter/findings/disagreements.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "annals/text/escape.hpp"

#include "reporter/markdown_report/sections.hpp"
#include "reporter/phrases.hpp"

namespace annals {

namespace {

constexpr std::size_t kMostRivals = 6;

std::string position(const ReportView& view, const Evidence& e) {
  return fmt::format("{}: {}, since {} {}", escape_markdown(said_by(e)),
                     escape_markdown(say_value(e, written_count(view.articles, e))), short_time(e.published),
                     reference(view.citations.cite(e)));
}

void append_card(std::string& out, const ReportView& view, const Disagreement& disagreement) {
  const Estimate& now = *disagreement.now;
  const Evidence* chosen = disagreement.chosen;
  const std::vector<const Evidence*>& rivals = disagreement.rivals;
  out += "\n### " + escape_markdown(say_series(now.series)) + "\n\n- Who says what: ";
  if (chosen != nullptr) out += position(view, *chosen);
  for (std::size_t i = 0; i < std::min(rivals.size(), kMostRivals); ++i)
    out += "; " + position(view, *rivals[i]);
  if (rivals.size() > kMostRivals)
    out += fmt::format("; and {} more in the register", rivals.size() - kMostRivals);
  out += ".\n";
  if (chosen != nullptr) out += "- Likely reason: " + likely_reason(*chosen, rivals) + ".\n";
  out += "- Chosen by the policy " + escape_markdown(view.report.reconciliation->policy) + ": **" +
         escape_markdown(said_with_frame(view, now)) + "** " + references(cite_estimate(view, now)) + ", " +
         std::string(status_label(now.status)) + ".";
  if (!now.reason.empty()) out += ' ' + escape_markdown(sentence_of(now.reason));
  out += '\n';
}

}  // namespace

void append_disagreements(std::string& out, const ReportView& view) {
  const std::vector<Disagreement> all = disagreements_of(view);
  if (!all.empty()) out += "\n## Disagreements\n";
  for (const Disagreement& disagreement : all) append_card(out, view, disagreement);
}

}  // namespace annals
