// Each change of each estimate: what `annals reconcile` and `annals figures --history` print.

#include <algorithm>

#include "annals/reporter/report.hpp"
#include "annals/text/escape.hpp"

#include "reporter/phrases.hpp"
#include "reporter/record_json.hpp"
#include "reporter/table.hpp"

namespace annals {

namespace {

std::string known_from_text(const Estimate& estimate) {
  return estimate.known_from ? to_iso(*estimate.known_from) : std::string();
}

Table estimate_table(const Reconciliation& reconciliation) {
  Table table;
  const auto& all = reconciliation.estimates;
  const bool one_event = std::all_of(all.begin(), all.end(), [&all](const Estimate& e) {
    return e.series.event == all.front().series.event;
  });
  table.columns = {{"Known from"},
                   {"Event", Align::left, true},
                   {"Series", Align::left, true},
                   {"Best", Align::right},
                   {"Range", Align::right},
                   {"Status"},
                   {"Why", Align::left, true}};
  for (const Estimate& e : reconciliation.estimates) {
    const bool bad = e.status == EstimateStatus::contested || e.status == EstimateStatus::retracted;
    table.rows.push_back(
        {cell(short_time(e.known_from)), cell(e.series.event), cell(say_series(e.series)),
         cell(say_best(e), e.headline ? Style::bold : Style::plain), cell(say_range(e)),
         cell(status_label(e.status), bad ? Style::bad : Style::plain),
         cell(e.reason.empty() ? cause_label(e.cause) : std::string_view(e.reason), Style::dim)});
  }
  if (one_event) drop_column(table, 1);
  return table;
}

std::string joined(const std::vector<std::string>& ids) {
  std::string out;
  for (const std::string& id : ids) out += (out.empty() ? "" : " ") + id;
  return out;
}

std::string number_text(const std::optional<std::int64_t>& number) {
  return number ? std::to_string(*number) : std::string();
}

Table csv_table(const Reconciliation& reconciliation) {
  Table table;
  table.columns = {{"event_id"},       {"measure"},  {"place"}, {"part_of"}, {"unit"},
                   {"first_reported"}, {"low"},      {"best"},  {"high"},    {"bound"},
                   {"status"},         {"headline"}, {"cause"}, {"reason"},  {"source_ids"}};
  for (const Estimate& e : reconciliation.estimates) {
    table.rows.push_back({cell(e.series.event), cell(kind_name(e.series)), cell(e.series.place),
                          cell(e.series.part_of), cell(name_of(e.series.unit)), cell(known_from_text(e)),
                          cell(number_text(e.low)), cell(number_text(e.best)), cell(number_text(e.high)),
                          cell(name_of(e.bound)), cell(name_of(e.status)),
                          cell(e.headline ? "true" : "false"), cell(name_of(e.cause)), cell(e.reason),
                          cell(joined(e.carried_by))});
  }
  return table;
}

}  // namespace

std::string render_estimates(const Reconciliation& reconciliation, const RenderOptions& options) {
  std::string out;
  JsonWriter json(out);
  switch (options.format) {
    case OutputFormat::jsonl:
      for (const Estimate& estimate : reconciliation.estimates) {
        json.open_object();
        write_estimate(json, estimate);
        json.close_object();
        json.end_line();
      }
      return out;
    case OutputFormat::json:
      json.open_object()
          .key("schema")
          .value("annals.estimates/1")
          .key("policy")
          .value(reconciliation.policy)
          .key("estimates")
          .open_array();
      for (const Estimate& estimate : reconciliation.estimates) {
        json.open_object();
        write_estimate(json, estimate);
        json.close_object();
      }
      json.close_array().close_object().end_line();
      return out;
    case OutputFormat::md: append_markdown_table(out, estimate_table(reconciliation)); return out;
    case OutputFormat::csv:
    case OutputFormat::tsv: append_rows(out, csv_table(reconciliation), options.format); return out;
    default: append_text_table(out, estimate_table(reconciliation), options); break;
  }
  return out;
}

}  // namespace annals
