#include "reporter/findings/method.hpp"

#include "reporter/findings/inputs_digest.hpp"
#include "reporter/phrases.hpp"

namespace annals {

std::vector<std::string> method_of(const ReportView& view) {
  const Reconciliation& reconciliation = *view.report.reconciliation;
  std::vector<std::string> lines{"Policy " + reconciliation.policy + '.'};
  const std::string_view meaning = policy_label(reconciliation.policy);
  if (!meaning.empty()) lines.back().append(" ").append(meaning);
  if (reconciliation.as_of)
    lines.push_back("Nothing that became known after " + short_time(reconciliation.as_of) + " is used.");
  for (const char* line :
       {"Each estimate is a figure that somebody reported or an exact sum of reported parts, never a mean.",
        "A running total and the count of a single incident are never added.",
        "Killed does not include the missing unless a source says so.",
        "Figures that are feared, denied, hypothetical or about another event are listed and never used as "
        "reported.",
        "\"At least\", \"about\" and ranges are given as the sources gave them.",
        "Figures were read by rules, not by people; follow the reference of a number before you rely on it.",
        "A reference like s3-2 leads to the second quote used of the third source, with its bytes in the "
        "article's text."})
    lines.emplace_back(line);
  if (const std::string digest = inputs_digest(*view.report.documents); !digest.empty())
    lines.push_back("The articles are those whose SHA-256, sorted and one a line, have the SHA-256 " +
                    digest + "; annals check compares them.");
  lines.push_back(view.report.licence.empty()
                      ? "Quotes remain the property of those who published them."
                      : "Licence: " + view.report.licence +
                            ". Quotes remain the property of those who published them.");
  return lines;
}

}  // namespace annals
