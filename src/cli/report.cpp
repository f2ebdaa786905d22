#include "annals/reporter/report.hpp"

#include "cli/commands.hpp"
#include "cli/output.hpp"
#include "cli/report_inputs.hpp"

namespace annals {

namespace {

std::string render(const Report& report, const RenderOptions& options) {
  switch (options.format) {
    case OutputFormat::text: return render_report_text(report, options);
    case OutputFormat::md: return render_report_markdown(report, options);
    case OutputFormat::html: return render_report_html(report, options);
    case OutputFormat::svg: return render_report_svg(report, options);
    default: break;
  }
  return render_export(report, options);
}

}  // namespace

bool run_report(Session& session) {
  const Settings& settings = session.settings;
  const ReportInputs inputs = read_report_inputs(session);
  Output out(settings.output);
  out.write(render(inputs.report(), render_options(settings)));
  out.close();
  if (inputs.documents.empty()) return false;
  return !settings.fail_empty || !inputs.reconciliation.estimates.empty();
}

}  // namespace annals
