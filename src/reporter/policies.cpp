// What each policy would print: where the choice changes the answer.
#include <algorithm>
#include <map>
#include <set>
#include <tuple>

#include "annals/reporter/findings.hpp"

#include "reporter/json_writer.hpp"
#include "reporter/phrases.hpp"
#include "reporter/table.hpp"

namespace annals {

namespace {

struct Row {
  SeriesKey subject;                   // event, kind and measure alone
  std::vector<const Estimate*> tolls;  // one a policy; null where it prints none
  bool changes = false;
};

std::vector<Row> rows_of(const std::vector<Reconciliation>& by_policy,
                         std::vector<std::vector<Estimate>>& kept) {
  std::map<std::tuple<std::string, HarmKind, std::string>, std::vector<const Estimate*>> rows;
  for (std::size_t i = 0; i < by_policy.size(); ++i) {
    kept.push_back(current_estimates(by_policy[i]));
    for (const Estimate& estimate : kept.back()) {
      if (!estimate.headline) continue;
      auto& row = rows[{estimate.series.event, estimate.series.kind, estimate.series.measure}];
      row.resize(by_policy.size(), nullptr);
      const Estimate*& at = row[i];
      if (at == nullptr || at->known_from <= estimate.known_from) at = &estimate;
    }
  }
  std::vector<Row> all;
  for (auto& [subject, tolls] : rows) {
    Row row;
    row.subject.event = std::get<0>(subject);
    row.subject.kind = std::get<1>(subject);
    row.subject.measure = std::get<2>(subject);
    std::set<std::optional<std::int64_t>> bests;
    for (const Estimate* toll : tolls) bests.insert(toll != nullptr ? toll->best : std::nullopt);
    row.changes = bests.size() > 1;
    row.tolls = std::move(tolls);
    all.push_back(std::move(row));
  }
  return all;
}

void write(JsonWriter& json, const Row& row, const std::vector<Reconciliation>& by_policy) {
  json.open_object().key("event").text_or_null(row.subject.event).key("kind").value(kind_name(row.subject));
  json.key("changes").boolean(row.changes).key("policies").open_object();
  for (std::size_t i = 0; i < by_policy.size(); ++i) {
    const Estimate* toll = row.tolls[i];
    json.key(by_policy[i].policy);
    if (toll == nullptr) {
      json.null();
      continue;
    }
    json.open_object().key("best").value_or_null(toll->best).key("low").value_or_null(toll->low);
    json.key("high").value_or_null(toll->high).key("status").value(name_of(toll->status));
    json.key("reason").value(toll->reason).close_object();
  }
  json.close_object().close_object();
}

Table table_of(const std::vector<Row>& rows, const std::vector<Reconciliation>& by_policy) {
  Table table;
  table.columns = {{"Event", Align::left, true}, {"Kind", Align::left, true}};
  for (const Reconciliation& one : by_policy) table.columns.push_back({one.policy, Align::right});
  table.columns.push_back({"Differs"});
  for (const Row& row : rows) {
    std::vector<Cell> cells{cell(row.subject.event), cell(kind_label(row.subject))};
    const Estimate* first = row.tolls.empty() ? nullptr : row.tolls.front();
    for (const Estimate* toll : row.tolls) {
      const bool other = toll != nullptr && first != nullptr && toll->best != first->best;
      cells.push_back(cell(toll != nullptr ? short_best(*toll) : "-", other ? Style::bad : Style::plain));
    }
    cells.push_back(cell(row.changes ? "yes" : "-"));
    table.rows.push_back(std::move(cells));
  }
  return table;
}

}  // namespace

std::string render_policies(const std::vector<Reconciliation>& by_policy, const RenderOptions& options) {
  std::vector<std::vector<Estimate>> kept;
  kept.reserve(by_policy.size());
  const std::vector<Row> rows = rows_of(by_policy, kept);
  std::string out;
  JsonWriter json(out);
  switch (options.format) {
    case OutputFormat::jsonl:
      for (const Row& row : rows) {
        write(json, row, by_policy);
        json.end_line();
      }
      return out;
    case OutputFormat::json:
      json.open_object().key("comparisons").open_array();
      for (const Row& row : rows) write(json, row, by_policy);
      json.close_array().close_object().end_line();
      return out;
    case OutputFormat::csv:
    case OutputFormat::tsv: append_rows(out, table_of(rows, by_policy), options.format); return out;
    case OutputFormat::md: append_markdown_table(out, table_of(rows, by_policy)); return out;
    default: break;
  }
  append_text_table(out, table_of(rows, by_policy), options);
  return out;
}

}  // namespace annals
