// The whole report as JSON: one value, or a line a record.

#include "reporter/exports/formats.hpp"
#include "reporter/findings/inputs_digest.hpp"
#include "reporter/findings/report_view.hpp"
#include "reporter/record_json.hpp"

namespace annals {

namespace {

// Calls `open(list)` and then writes the members of each record of it, list by list; `record` does what is
// to be done around one.
template <typename Open, typename Record>
void each_record(JsonWriter& json, const Report& report, Open open, Record record) {
  const Reconciliation& reconciliation = *report.reconciliation;
  const Standings standings(reconciliation);
  const ArticleIndex articles(*report.documents);
  open("events");
  for (const Event& event : reconciliation.events) record("event", [&] { write_event(json, event); });
  open("estimates");
  for (const Estimate& estimate : reconciliation.estimates)
    record("estimate", [&] { write_estimate(json, estimate); });
  open("figures");
  for (const Evidence& evidence : reconciliation.evidence)
    record("figure", [&] { write_figure(json, evidence, standings, articles); });
  open("timeline");
  if (report.timeline != nullptr) {
    for (const TimelineEntry& entry : report.timeline->entries)
      record("entry", [&] { write_entry(json, entry); });
  }
  open("overrides");
  for (const OverrideOutcome& outcome : reconciliation.overrides)
    record("override", [&] { write_override(json, outcome); });
  open("articles");
  for (const Document& document : *report.documents)
    record("article", [&] { write_article(json, document.article); });
}

void write_head(JsonWriter& json, const Report& report, const RenderOptions& options) {
  const auto when = as_of(report);
  const DateSpan days = published_days(*report.documents);
  json.key("schema").value("annals.report/1").key("tool").value(options.tool);
  json.key("title").text_or_null(report.title);
  json.key("as_of").text_or_null(when ? to_iso(*when) : std::string());
  json.key("covers").text_or_null(days.first ? to_edtf(days) : std::string());
  json.key("policy").value(report.reconciliation->policy);
  json.key("inputs").value(static_cast<std::int64_t>(report.documents->size()));
  json.key("inputs_sha256").text_or_null(inputs_digest(*report.documents));
  json.key("licence").text_or_null(report.licence);
  if (options.now) json.key("generated").value(to_iso(*options.now));
}

}  // namespace

std::string render_report_json(const Report& report, const RenderOptions& options) {
  std::string out;
  JsonWriter json(out);
  json.open_object();
  write_head(json, report, options);
  bool is_open = false;
  each_record(
      json, report,
      [&](std::string_view list) {
        if (is_open) json.close_array();
        is_open = true;
        json.key(list).open_array();
      },
      [&](std::string_view, auto write) {
        json.open_object();
        write();
        json.close_object();
      });
  json.close_array().close_object().end_line();
  return out;
}

std::string render_report_lines(const Report& report, const RenderOptions& options) {
  std::string out;
  JsonWriter json(out);
  json.open_object().key("type").value("report");
  write_head(json, report, options);
  json.close_object().end_line();
  each_record(
      json, report, [](std::string_view) {},
      [&](std::string_view type, auto write) {
        json.open_object().key("type").value(type);
        write();
        json.close_object().end_line();
      });
  return out;
}

}  // namespace annals
