// The Markdown report: its sections in order. Written twice, because quotes are numbered by their place in
// the articles and not by the order of their use (see citations.hpp).

#include "reporter/markdown_report/footnotes.hpp"
#include "reporter/markdown_report/sections.hpp"

namespace annals {

namespace {

std::string body_of(const ReportView& view) {
  std::string out;
  append_front_matter(out, view);
  append_status_line(out, view);
  append_key_figures(out, view);
  append_changes(out, view);
  append_timeline(out, view);
  append_figures_over_time(out, view);
  append_disagreements(out, view);
  append_places(out, view);
  append_other_events(out, view);
  append_gaps(out, view);
  append_method(out, view);
  return out;
}

}  // namespace

std::string render_report_markdown(const Report& report, const RenderOptions& options) {
  const Standings standings(*report.reconciliation);
  const ArticleIndex articles(*report.documents);
  Citations citations(*report.documents, articles);
  const ReportView view{report,    standings, articles,
                        citations, options,   main_event_of(*report.reconciliation, standings)};
  body_of(view);
  citations.number();
  std::string notes;
  std::string out = options.footnotes ? with_footnotes(body_of(view), notes) : body_of(view);
  append_sources(out, view);
  append_quotes(out, view);
  append_editors_changes(out, view);
  append_definitions(out, view);
  if (!notes.empty()) out += '\n' + notes;
  return out;
}

}  // namespace annals
