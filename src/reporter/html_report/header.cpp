// What stays at the top of the window: the title, the way through the report, and, where scripts run, search
// and filters.

#include <fmt/format.h>

#include "annals/text/escape.hpp"

#include "reporter/findings/voices.hpp"
#include "reporter/html_report/page.hpp"
#include "reporter/phrases.hpp"

namespace annals {

namespace {

void append_choice(std::string& out, std::string_view name, std::string_view label,
                   const FilterValues& values) {
  out +=
      fmt::format("<label><span>{}</span><select name=\"{}\"><option value=\"\">all</option>", label, name);
  for (const auto& [value, place] : values.all()) {
    const std::string safe = escape_html(value);
    out += fmt::format("<option value=\"{0}\">{0}</option>", safe);
  }
  out += "</select></label>\n";
}

void append_filters(std::string& out, const Page& page) {
  out +=
      "<form id=\"filters\" role=\"search\" aria-label=\"Search and filters\">\n"
      "<label class=\"asof\"><span>As known on <output id=\"asof-day\"></output></span>"
      "<input type=\"range\" id=\"asof\" min=\"0\" max=\"0\" value=\"0\" step=\"1\"></label>\n"
      "<label><span>Search</span><input type=\"search\" name=\"q\" autocomplete=\"off\" "
      "spellcheck=\"false\"></label>\n";
  append_choice(out, "measure", "Measure", page.filters.measures);
  append_choice(out, "place", "Place", page.filters.places);
  append_choice(out, "source", "Source", page.filters.sources);
  append_choice(out, "status", "Status", page.filters.statuses);
  append_choice(out, "confidence", "Confidence", page.filters.grades);
  out += "<button type=\"reset\">Clear</button>\n</form>\n";
}

}  // namespace

void append_state(std::string& out, const ReportView& view) {
  const Report& report = view.report;
  out += "<p class=\"state\">";
  if (const auto when = as_of(report))
    out += fmt::format("As of <b>{}{}</b>. ", time_markup(when),
                       when->precision == Instant::Precision::day ? "" : " UTC");
  const DateSpan days = published_days(*report.documents);
  if (days.first) out += "Covers reports of " + to_prose(days) + ". ";
  out += counted(report.documents->size(), "article");
  const std::size_t publishers = publisher_count(*report.documents);
  if (publishers > 0) out += ", " + counted(publishers, "publisher");
  const std::size_t voices = voice_count(view);
  if (voices > 0) out += ", " + counted(voices, "independent source") + " of figures";
  out += ". Policy: " + escape_html(report.reconciliation->policy) + ".</p>\n";
}

void append_header(std::string& out, const Page& page, const SectionList& sections) {
  const Report& report = page.view.report;
  out +=
      "<a class=\"skip\" href=\"#main\">Skip to the report</a>\n<header>\n<div class=\"bar\">\n<p "
      "class=\"name\">";
  out += words_markup(report.title.empty() ? "Report" : report.title, {}) + "</p>\n";
  out +=
      "<p id=\"count\" role=\"status\"></p>\n"
      "<button type=\"button\" id=\"filter-toggle\" aria-expanded=\"false\" "
      "aria-controls=\"filters\">Filter</button>\n"
      "</div>\n";
  append_filters(out, page);
  out += "</header>\n<main id=\"main\">\n<h1>" +
         words_markup(report.title.empty() ? "Report" : report.title, {}) + "</h1>\n";
  append_state(out, page.view);
  out += "<p id=\"back-then\" class=\"note\" hidden></p>\n";
  out += "<nav aria-label=\"Sections\"><ul id=\"sections\">";
  for (const auto& [id, heading] : sections)
    out += fmt::format("<li><a href=\"#{}\">{}</a></li>", id, heading);
  out += "</ul></nav>\n";
}

}  // namespace annals
