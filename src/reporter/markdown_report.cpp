#include "annals/reporter/report.hpp"
namespace annals {
std::string render_report_markdown(const Report& report, const RenderOptions& options) {
  RenderOptions md = options;
  md.format = OutputFormat::md;
  return render_figures(*report.reconciliation, *report.documents, md) +
         render_timeline(*report.timeline, *report.documents, md);
}
}  // namespace annals
