// Method and limits, told from the actual settings.

#include "annals/text/escape.hpp"

#include "reporter/markdown_report/sections.hpp"
#include "reporter/phrases.hpp"

namespace annals {

void append_method(std::string& out, const ReportView& view) {
  const Reconciliation& reconciliation = *view.report.reconciliation;
  out += "\n## Method and limits\n\n";
  const std::string_view meaning = policy_label(reconciliation.policy);
  out += "- Policy " + escape_markdown(reconciliation.policy) + '.';
  if (!meaning.empty()) out.append(" ").append(meaning);
  out += '\n';
  if (reconciliation.as_of)
    out += "- Nothing that became known after " + short_time(reconciliation.as_of) + " is used.\n";
  out +=
      "- Each estimate is a figure that somebody reported or an exact sum of reported parts, never a mean.\n"
      "- A running total and the count of a single incident are never added.\n"
      "- Killed does not include the missing unless a source says so.\n"
      "- Figures that are feared, denied, hypothetical or about another event are listed and never used as "
      "reported.\n"
      "- \"At least\", \"about\" and ranges are given as the sources gave them.\n"
      "- Figures were read by rules, not by people; follow the reference of a number before you rely on it.\n"
      "- A reference like s3-2 leads to the second quote used of the third source, with its bytes in the "
      "article's text.\n";
}

}  // namespace annals
