#include "annals/reporter/report.hpp"

#include "reporter/exports/formats.hpp"

namespace annals {

std::string render_export(const Report& report, const RenderOptions& options) {
  switch (options.format) {
    case OutputFormat::timelinejs: return render_timelinejs(report);
    case OutputFormat::mermaid: return render_mermaid(report);
    case OutputFormat::ics: return render_icalendar(report, options);
    case OutputFormat::geojson: return render_geojson(report);
    case OutputFormat::hxl: return render_hxl(report);
    case OutputFormat::json: return render_report_json(report, options);
    case OutputFormat::jsonl: return render_report_lines(report, options);
    default: break;
  }
  return render_figures(*report.reconciliation, *report.documents, options);
}

}  // namespace annals
