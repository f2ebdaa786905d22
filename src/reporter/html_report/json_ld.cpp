// The report for machines that read pages: who made it of what, and the key figures with their ranges, in the
// words of schema.org. No ClaimReview: a program does not rate claims.

#include <algorithm>

#include <fmt/format.h>

#include "annals/text/escape.hpp"
#include "annals/text/utf8.hpp"

#include "reporter/findings/key_figures.hpp"
#include "reporter/html_report/page.hpp"
#include "reporter/json_writer.hpp"
#include "reporter/phrases.hpp"

namespace annals {

namespace {

constexpr std::size_t kMostCitations = 100;

void write_event(JsonWriter& json, const ReportView& view) {
  const Event* event = view.standings.event(view.main_event);
  if (event == nullptr) return;
  json.key("about").open_object().key("@type").value("Event");
  json.key("name").value(fold_space(event->title.empty() ? event->id : event->title));
  if (event->date && event->date->first) json.key("startDate").value(to_iso(*event->date->first));
  if (!event->place.empty()) {
    json.key("location").open_object().key("@type").value("Place");
    json.key("name").value(fold_space(event->place)).close_object();
  }
  json.close_object();
}

void write_citations(JsonWriter& json, const ReportView& view) {
  const std::vector<const Document*>& sources = view.citations.sources();
  json.key("citation").open_array();
  for (std::size_t i = 0; i < std::min(sources.size(), kMostCitations); ++i) {
    const Article& article = sources[i]->article;
    json.open_object().key("@type").value("NewsArticle").key("headline").value(credit(article));
    if (!article.publisher.empty()) {
      json.key("publisher").open_object().key("@type").value("Organization");
      json.key("name").value(fold_space(article.publisher)).close_object();
    }
    if (article.published) json.key("datePublished").value(to_iso(article.published->when));
    if (article.modified) json.key("dateModified").value(to_iso(article.modified->when));
    const std::string url = markdown_link_target(article.url);
    if (!url.empty()) json.key("url").value(url);
    json.close_object();
  }
  json.close_array();
}

void write_figures(JsonWriter& json, const ReportView& view) {
  json.key("variableMeasured").open_array();
  for (const KeyFigure& figure : key_figures(view)) {
    const Estimate& now = *figure.now;
    json.open_object().key("@type").value("PropertyValue").key("name").value(say_series(now.series));
    if (now.best) json.key("value").value(*now.best);
    if (now.low) json.key("minValue").value(*now.low);
    if (now.high) json.key("maxValue").value(*now.high);
    json.key("description")
        .value(fmt::format("{}, {}, {}", said_with_frame(view, now), reporters_of(view, now),
                           status_label(now.status)));
    json.close_object();
  }
  json.close_array();
}

}  // namespace

void append_json_ld(std::string& out, const Page& page) {
  const ReportView& view = page.view;
  const Report& report = view.report;
  std::string text;
  JsonWriter json(text);
  json.open_object().key("@context").value("https://schema.org").key("@type").open_array();
  json.value("Report").value("Dataset").close_array();
  json.key("name").value(report.title.empty() ? "Report" : fold_space(report.title));
  json.key("inLanguage").value("en").key("isAccessibleForFree").boolean(true);
  if (view.options.now) json.key("datePublished").value(to_iso(*view.options.now));
  if (const auto when = as_of(report)) json.key("dateModified").value(to_iso(*when));
  const DateSpan days = published_days(*report.documents);
  if (days.first && days.last)
    json.key("temporalCoverage").value(to_iso(*days.first) + '/' + to_iso(*days.last));
  json.key("creator").open_object().key("@type").value("SoftwareApplication");
  json.key("name").value(view.options.tool).close_object();
  json.key("measurementTechnique")
      .value("Figures read from news articles by rules and reconciled under the policy " +
             report.reconciliation->policy + "; each leads back to a quoted sentence.");
  write_event(json, view);
  write_figures(json, view);
  write_citations(json, view);
  json.close_object();
  out += "<script type=\"application/ld+json\">" + script_safe(text) + "</script>\n";
}

}  // namespace annals
