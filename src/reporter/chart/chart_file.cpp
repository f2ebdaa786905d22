// The charts of a report as a picture of their own: all panels one above the other, with their style inside.

#include <fmt/format.h>

#include "annals/text/escape.hpp"

#include "reporter/chart/chart_svg.hpp"
#include "reporter/phrases.hpp"

namespace annals {

std::string_view embedded_chart_css();  // generated from chart.css

std::string render_report_svg(const Report& report, const RenderOptions& options) {
  constexpr int kWidth = 960;
  constexpr int kMargin = 16;
  constexpr int kValues = 62;  // room for the words of the upright axis
  constexpr int kTitle = 46;
  constexpr int kHeading = 26;
  constexpr int kLegend = 40;
  const Standings standings(*report.reconciliation);
  const ArticleIndex articles(*report.documents);
  Citations citations(*report.documents, articles);
  const ReportView view{report,    standings, articles,
                        citations, options,   main_event_of(*report.reconciliation, standings)};
  chart_of(view);
  citations.number();
  const Chart chart = chart_of(view);
  const int height = kTitle + static_cast<int>(chart.panels.size()) * (kPanelHeight + kHeading) + kLegend;

  const std::string title = escape_html(report.title.empty() ? "Report" : report.title);
  std::string out = fmt::format(
      "<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"chart\" width=\"{0}\" height=\"{1}\" viewBox=\"0 0 "
      "{0} {1}\" role=\"img\">\n"
      "<title>{2}</title>\n<style>{3}</style>\n",
      kWidth, height, title, escape_html(embedded_chart_css()));
  append_chart_shapes(out);
  out += "<rect width=\"100%\" height=\"100%\" fill=\"var(--paper)\"/>\n";
  out += fmt::format("<text class=\"t\" x=\"{}\" y=\"22\">{}</text>", kMargin, title);
  if (const auto when = as_of(report))
    out += fmt::format("<text x=\"{}\" y=\"38\">As of {}</text>\n", kMargin, short_time(when));
  int top = kTitle;
  for (const ChartPanel& panel : chart.panels) {
    out += fmt::format("<text class=\"t\" x=\"{}\" y=\"{}\">{}</text>\n", kMargin, top + 16,
                       escape_html(say_series(panel.now->series)));
    out += fmt::format("<svg x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\" overflow=\"visible\">",
                       kMargin + kValues, top + kHeading, kWidth - 2 * kMargin - kValues, kPanelHeight);
    append_panel(out, chart, panel, Scale::linear);
    out += "</svg>\n";
    top += kPanelHeight + kHeading;
  }
  if (chart.panels.empty())
    out += fmt::format("<text x=\"{}\" y=\"{}\">No figures to draw.</text>\n", kMargin, top + 16);
  int left = kMargin;
  for (const SpeakerClass source : classes_in(chart)) {
    out += fmt::format(
        "<use href=\"#d-{0}\" class=\"{0}\" x=\"{1}\" y=\"{2}\"/><text x=\"{3}\" y=\"{4}\">{5}</text>",
        name_of(source), left + 6, top + 18, left + 17, top + 22, label_of(source));
    left += 32 + static_cast<int>(label_of(source).size()) * 6;
  }
  out += "\n</svg>\n";
  return out;
}

}  // namespace annals
