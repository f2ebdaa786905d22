// The HTML report: one file that asks nothing of the network, can be read without scripts, and lets no
// foreign code run: its policy names the digests of its own style and script and forbids everything else.

#include <algorithm>

#include <fmt/format.h>

#include "annals/text/escape.hpp"
#include "annals/text/utf8.hpp"

#include "reporter/chart/chart_svg.hpp"
#include "reporter/html_report/earlier_states.hpp"
#include "reporter/html_report/encodings.hpp"
#include "reporter/html_report/page.hpp"
#include "reporter/phrases.hpp"

namespace annals {

// Generated from the files of the same names.
std::string_view embedded_chart_css();
std::string_view embedded_page_css();
std::string_view embedded_page_js();

namespace {

using AppendSection = void (*)(std::string& out, const Page& page);

// A section that says nothing now may have said something before: its place is kept.
void append_or_hold(std::string& out, const Page& page, std::string_view id, AppendSection append) {
  const std::size_t before = out.size();
  append(out, page);
  if (out.size() == before) out += fmt::format("<section data-then=\"{}\" hidden></section>\n", id);
}

std::string sections_of(const Page& page) {
  std::string out;
  append_tiles(out, page);
  append_changes_list(out, page);
  append_charts(out, page);
  append_timeline_list(out, page);
  append_or_hold(out, page, "disagreements", append_disagreement_cards);
  append_registers(out, page);
  append_or_hold(out, page, "places", append_place_table);
  append_or_hold(out, page, "others", append_other_events_table);
  append_or_hold(out, page, "gaps", append_open_questions);
  append_or_hold(out, page, "why", append_reasons);
  append_voices(out, page);
  append_source_table(out, page);
  return out;
}

Grades grades_of(const Standings& standings) {
  Grades grades;
  const auto note = [&grades](const Estimate& estimate) {
    for (const std::string& id : estimate.carried_by) grades.try_emplace(id, estimate.grade);
  };
  for (const Toll& toll : standings.tolls()) {
    if (toll.now() != nullptr) note(*toll.now());
    for (const Estimate* estimate : toll.beside) note(*estimate);
  }
  return grades;
}

// The sections that were written, in the order they stand in.
SectionList sections_in(std::string_view body) {
  constexpr std::pair<std::string_view, std::string_view> kSections[] = {{"key", "Key figures"},
                                                                         {"changes", "What changed"},
                                                                         {"charts", "Figures over time"},
                                                                         {"timeline", "Timeline"},
                                                                         {"disagreements", "Disagreements"},
                                                                         {"register", "Every report"},
                                                                         {"places", "Where"},
                                                                         {"others", "Other events"},
                                                                         {"gaps", "Open questions"},
                                                                         {"why", "Why"},
                                                                         {"voices", "Who says it"},
                                                                         {"sources", "Sources"},
                                                                         {"quotes", "Quotes"},
                                                                         {"method", "Method"},
                                                                         {"data", "Data"}};
  SectionList sections;
  for (const auto& section : kSections) {
    // No text of an article can hold this: there "<" is "&lt;".
    if (body.find(fmt::format("<section id=\"{}\"", section.first)) != std::string_view::npos)
      sections.push_back(section);
  }
  return sections;
}

// Text for a string of CSS: letters and digits as they are, everything else by its number.
std::string css_string(std::string_view text) {
  std::string out = "\"";
  for (const char c : text) {
    const bool is_plain = (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
                          c == ' ' || c == '-' || c == ':' || static_cast<unsigned char>(c) >= 0x80;
    out += is_plain ? std::string(1, c) : fmt::format("\\{:x} ", static_cast<unsigned char>(c));
  }
  return out + '"';
}

// What stands at the foot of every printed sheet.
std::string sheet_style(const Report& report) {
  std::string foot = fold_space(report.title);
  if (foot.size() > 80) foot = to_valid_utf8(foot.substr(0, 77)) + "...";
  if (const auto when = as_of(report)) foot += (foot.empty() ? "As of " : " - as of ") + short_time(when);
  return fmt::format(
      "@page{{size:A4;margin:16mm 14mm 18mm;@bottom-left{{content:{};font:9px sans-serif}}"
      "@bottom-right{{content:counter(page) \" / \" counter(pages);font:9px sans-serif}}}}",
      css_string(escape_terminal(foot)));
}

void append_head(std::string& out, const Report& report, const RenderOptions& options,
                 const std::string& style, const std::string& sheet) {
  const std::string title = escape_html(report.title.empty() ? "Report" : report.title);
  out += "<!DOCTYPE html>\n<html lang=\"en\" dir=\"ltr\">\n<head>\n<meta charset=\"utf-8\">\n";
  out += fmt::format(
      "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; script-src {}; style-src "
      "{} {}; "
      "img-src data:; base-uri 'none'; form-action 'none'\">\n",
      sha256_source(embedded_page_js()), sha256_source(style), sha256_source(sheet));
  out +=
      "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
      "<meta name=\"referrer\" content=\"no-referrer\">\n<meta name=\"color-scheme\" content=\"light "
      "dark\">\n";
  out += "<meta name=\"generator\" content=\"" + escape_html(options.tool) + "\">\n";
  out += "<title>" + title + "</title>\n<style>" + style + "</style>\n<style>" + sheet +
         "</style>\n</head>\n<body>\n";
}

}  // namespace

std::string render_report_html(const Report& report, const RenderOptions& options) {
  const Standings standings(*report.reconciliation);
  const ArticleIndex articles(*report.documents);
  Citations citations(*report.documents, articles);
  const ReportView view{report,    standings, articles,
                        citations, options,   main_event_of(*report.reconciliation, standings)};
  Filters filters;
  const Grades grades = grades_of(standings);
  const std::vector<ListedGroup> listed = listed_register(view);
  {
    const Chart chart = chart_of(view);
    const Page draft{view, chart, filters, grades, listed};
    sections_of(draft);
    const EarlierStates cited(draft);
  }
  citations.number();
  filters.number();
  const Chart chart = chart_of(view);
  const Page page{view, chart, filters, grades, listed};
  std::string body = sections_of(page);
  append_quote_list(body, page);
  append_footer(body, page);

  const std::string style = std::string(embedded_page_css()) + std::string(embedded_chart_css());
  std::string out;
  append_head(out, report, options, style, sheet_style(report));
  out += "<svg class=\"shapes\" width=\"0\" height=\"0\" aria-hidden=\"true\">";
  append_chart_shapes(out);
  out += "</svg>\n";
  append_header(out, page, sections_in(body));
  out += body;
  append_json_ld(out, page);
  std::string data;
  EarlierStates(page).append_json(data);
  out += "<script type=\"application/json\" id=\"page-data\">" + script_safe(data) + "</script>\n";
  out += "<script>" + std::string(embedded_page_js()) + "</script>\n</body>\n</html>\n";
  return out;
}

}  // namespace annals
