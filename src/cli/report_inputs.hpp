#pragma once
// What a report is made of, read and reconciled as the options of the command say; shared by the verbs that
// print a whole report: `report`, `export`.
//   const ReportInputs inputs = read_report_inputs(session);  render_report_markdown(inputs.report(),
//   options);

#include <string>
#include <vector>

#include "annals/reporter/report.hpp"

#include "cli/session.hpp"

namespace annals {

struct ReportInputs {
  std::vector<Document> documents;
  Reconciliation reconciliation;
  Timeline timeline;
  std::string title;
  std::string licence;
  // A view, which must not outlive this.
  Report report() const { return {title, &documents, &reconciliation, &timeline, licence}; }
};

// --since, --until and --on choose the days of the timeline; the register stays whole.
ReportInputs read_report_inputs(Session& session);

}  // namespace annals
