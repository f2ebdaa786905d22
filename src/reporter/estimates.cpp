// Each change of each estimate: what `annals reconcile` and `annals figures --history` print.

#include <algorithm>

#include "annals/reporter/report.hpp"
#include "annals/text/escape.hpp"

#include "reporter/json_writer.hpp"
#include "reporter/phrases.hpp"
#include "reporter/table.hpp"

namespace annals {

namespace {

std::string known_from_text(const Estimate& estimate) {
  return estimate.known_from ? to_iso(*estimate.known_from) : std::string();
}

// `known_from` is "" when no date was given: a string that sorts before every date, so that readers can
// compare without a special case.
void write_estimate(JsonWriter& json, const Estimate& e) {
  json.open_object().key("event").value(e.series.event).key("kind").value(kind_name(e.series));
  json.key("place").text_or_null(e.series.place).key("known_from").value(known_from_text(e));
  json.key("best").value_or_null(e.best).key("low").value_or_null(e.low).key("high").value_or_null(e.high);
  json.key("bound").value(name_of(e.bound)).key("status").value(name_of(e.status));
  json.key("headline").boolean(e.headline).key("reason").value(e.reason);
  json.key("cause").value(name_of(e.cause)).key("part_of").text_or_null(e.series.part_of);
  json.key("unit").value(name_of(e.series.unit)).key("claims").open_array();
  for (const std::string& id : e.carried_by) json.value(id);
  json.close_array().key("set_aside").open_array();
  for (const SetAside& aside : e.set_aside) {
    json.open_object().key("id").value(aside.evidence).key("reason").value(name_of(aside.reason));
    json.key("other").text_or_null(aside.other).close_object();
  }
  json.close_array().close_object();
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
        write_estimate(json, estimate);
        json.end_line();
      }
      return out;
    case OutputFormat::json:
      json.open_object().key("policy").value(reconciliation.policy).key("estimates").open_array();
      for (const Estimate& estimate : reconciliation.estimates) write_estimate(json, estimate);
      json.close_array().close_object().end_line();
      return out;
    case OutputFormat::md: append_markdown_table(out, estimate_table(reconciliation)); return out;
    case OutputFormat::csv: append_csv(out, csv_table(reconciliation)); return out;
    case OutputFormat::text: append_text_table(out, estimate_table(reconciliation), options); break;
  }
  return out;
}

}  // namespace annals
