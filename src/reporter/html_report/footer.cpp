// The foot of the page: method and limits, and the data of the report to take away.

#include <fmt/format.h>

#include "annals/text/escape.hpp"

#include "reporter/findings/method.hpp"
#include "reporter/html_report/encodings.hpp"
#include "reporter/html_report/page.hpp"
#include "reporter/phrases.hpp"

namespace annals {

namespace {

// Bytes of one download; a larger one is left to the command line.
constexpr std::size_t kMostEmbedded = 2'000'000;
// Of a line of figures.csv: its ids, dates and commas alone.
constexpr std::size_t kLeastBytesOfRow = 100;

void append_left_out(std::string& out, std::string_view name, std::string_view size,
                     std::string_view command) {
  out +=
      fmt::format("<li>{}: {}too large to carry in this page; <code>annals {} -o {}</code> writes it</li>\n",
                  name, size, command, name);
}

void append_download(std::string& out, std::string_view name, std::string_view type, std::string_view command,
                     const std::string& data) {
  if (data.size() > kMostEmbedded) {
    append_left_out(out, name, fmt::format("{} bytes, ", grouped(static_cast<std::int64_t>(data.size()))),
                    command);
    return;
  }
  out += fmt::format("<li><a download=\"{}\" href=\"{}\">{}</a> ({} bytes)</li>\n", name,
                     data_address(type, data), name, grouped(static_cast<std::int64_t>(data.size())));
}

}  // namespace

bool page_carries_data(const std::vector<Document>& documents) {
  constexpr std::size_t kLeastBytes =
      200;  // of an article or a figure in JSON: the names of its members alone
  std::size_t records = documents.size();
  for (const Document& document : documents) records += document.extraction.figures.size();
  return records * kLeastBytes <= kMostEmbedded;
}

void append_footer(std::string& out, const Page& page) {
  const ReportView& view = page.view;
  open_section(out, "method", "Method and limits");
  out += "<ul>\n";
  for (const std::string& line : method_of(view)) out += "<li>" + escape_html(line) + "</li>\n";
  out += "</ul>\n";
  close_section(out);

  open_section(out, "data", "Data of this report");
  out += "<ul class=\"downloads\">\n";
  RenderOptions options = view.options;
  options.colour = false;
  const Report& report = view.report;
  options.format = OutputFormat::csv;
  if (report.reconciliation->evidence.size() * kLeastBytesOfRow <= kMostEmbedded) {
    append_download(out, "figures.csv", "text/csv;charset=utf-8", "figures", render_export(report, options));
  } else {
    append_left_out(out, "figures.csv", {}, "figures");
  }
  if (report.timeline != nullptr) {
    append_download(out, "timeline.csv", "text/csv;charset=utf-8", "timeline",
                    render_timeline(*report.timeline, *report.documents, options));
  }
  options.format = OutputFormat::json;
  if (page_carries_data(*report.documents)) {
    append_download(out, "report.json", "application/json", "report", render_export(report, options));
  } else {
    append_left_out(out, "report.json", {}, "report");
  }
  out +=
      "</ul>\n<p id=\"shown-only\" hidden>As filtered now: <button type=\"button\" "
      "data-save=\"register\">figures shown.csv</button> "
      "<button type=\"button\" data-save=\"timeline\">timeline shown.csv</button></p>\n";
  close_section(out);
  out += "</main>\n<footer><p>Made by " + escape_html(view.options.tool);
  if (view.options.now) out += ", " + time_markup(view.options.now) + " UTC";
  if (const auto when = as_of(report)) out += ". As of " + time_markup(when);
  out += ". This page asks nothing of the network.</p></footer>\n";
}

}  // namespace annals
