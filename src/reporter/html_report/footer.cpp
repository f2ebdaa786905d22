// The foot of the page: method and limits, and the data of the report to take away.

#include <fmt/format.h>

#include "annals/text/escape.hpp"
#include "annals/text/utf8.hpp"

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

std::string_view meaning_of_status(char letter) {
  switch (letter) {
    case '*': return "What stands for its measure.";
    case '!': return "A rival that the policy did not choose, or a denial.";
    case 's': return "A part of the whole, another place, period or definition: never a rival.";
    case '-': return "Stood before, or an older value told again.";
    case '=': return "Says the same as another figure, or passes it on.";
    case '~': return "A rounding of what stands, or no number to compare with.";
    default: return "Feared or expected, or about another event: never used as reported.";
  }
}

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

void append_words(std::string& out) {
  out +=
      "<details class=\"more\"><summary>Words of this report</summary><dl>\n"
      "<dt>Confidence</dt><dd>How an estimate is borne out (one source, corroborated, disputed, revised, "
      "withdrawn, settled), then its grade: a letter for the source, A the best and F unknown, a number for "
      "the support, 1 the best and 6 none, and one word for both.</dd>\n"
      "<dt>Range</dt><dd>From the lowest to the highest credible figure of that time; \u201cor more\u201d "
      "where "
      "nobody gave an upper end.</dd>\n"
      "<dt>Independent source</dt><dd>One who says a figure, counted once however many outlets print "
      "it.</dd>\n";
  for (const char letter : std::string_view("*!s-=~b")) {
    out += fmt::format("<dt>Status \u201c{}\u201d</dt><dd>{}</dd>\n", letter_meaning(letter),
                       meaning_of_status(letter));
  }
  out += "</dl></details>\n";
}

void append_rights(std::string& out, const ReportView& view) {
  const Report& report = view.report;
  std::string title = report.title.empty() ? "Report" : fold_space(report.title);
  std::string cite = fmt::format("\u201c{}\u201d", title);
  if (const auto when = as_of(report)) cite += ", as of " + short_time(when);
  cite +=
      fmt::format(", made with {} from {}.", view.options.tool, counted(report.documents->size(), "article"));
  out +=
      "<details class=\"more\"><summary>Licence, and how to cite</summary>\n"
      "<p>The quoted sentences and the titles belong to their publishers; they are quoted here so that each "
      "number can be checked. This report gives no licence for them.</p>\n" +
      (report.licence.empty() ? std::string() : "<p>All else: " + escape_html(report.licence) + "</p>\n") +
      "<p>Cite as: <cite dir=\"auto\">" + escape_html(cite) + "</cite></p></details>\n";
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
  out +=
      "<details class=\"more\" open><summary>How these figures were made, and what they cannot "
      "say</summary><ul>\n";
  for (const std::string& line : method_of(view)) out += "<li>" + escape_html(line) + "</li>\n";
  out += "</ul></details>\n";
  append_words(out);
  append_rights(out, view);
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
  options.format = OutputFormat::hxl;
  if (report.reconciliation->evidence.size() * kLeastBytesOfRow <= kMostEmbedded) {
    append_download(out, "figures.hxl.csv", "text/csv;charset=utf-8", "export",
                    render_export(report, options));
  } else {
    append_left_out(out, "figures.hxl.csv", {}, "export");
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
