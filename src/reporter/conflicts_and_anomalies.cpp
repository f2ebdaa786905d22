// What an editor should look at, one row each.
#include "annals/reporter/findings.hpp"

#include "reporter/json_writer.hpp"
#include "reporter/phrases.hpp"
#include "reporter/table.hpp"

namespace annals {

namespace {

std::string number_text(const std::optional<std::int64_t>& number) {
  return number ? std::to_string(*number) : std::string();
}
std::string time_text(const std::optional<Instant>& instant) {
  return instant ? to_iso(*instant) : std::string();
}

void write_series(JsonWriter& json, const SeriesKey& series) {
  json.key("event").text_or_null(series.event).key("measure").value(kind_name(series));
  json.key("place").text_or_null(series.place).key("part_of").text_or_null(series.part_of);
  if (series.fate != Fate::known) json.key("fate").value(name_of(series.fate));
  if (series.side != Side::everyone) json.key("side").value(name_of(series.side));
  if (series.definition != Definition::reported) json.key("definition").value(name_of(series.definition));
}

void write(JsonWriter& json, const Conflict& conflict) {
  json.open_object().key("kind").value(name_of(conflict.kind));
  write_series(json, conflict.series);
  json.key("known_from").text_or_null(time_text(conflict.known_from));
  json.key("stands").value(conflict.stands).key("against").value(conflict.against);
  json.key("stands_by").text_or_null(conflict.stands_by).key("against_by").text_or_null(conflict.against_by);
  json.key("margin").decimal(conflict.margin).key("weighty").boolean(conflict.weighty);
  json.key("says").value(conflict.says).close_object();
}

void write(JsonWriter& json, const Anomaly& anomaly) {
  json.open_object().key("kind").value(name_of(anomaly.kind));
  write_series(json, anomaly.series);
  json.key("from").text_or_null(time_text(anomaly.from)).key("to").text_or_null(time_text(anomaly.to));
  json.key("before").value_or_null(anomaly.before).key("after").value_or_null(anomaly.after);
  json.key("cause").value(anomaly.cause ? name_of(*anomaly.cause) : "unexplained");
  json.key("claims").open_array();
  for (const std::string& id : anomaly.evidence) json.value(id);
  json.close_array().key("says").value(anomaly.says).close_object();
}

Table table_of(const std::vector<Conflict>& conflicts) {
  Table table;
  table.columns = {{"Since"},
                   {"Event", Align::left, true},
                   {"Series", Align::left, true},
                   {"Conflict"},
                   {"Stands", Align::right},
                   {"Against", Align::right},
                   {"What it says", Align::left, true}};
  for (const Conflict& conflict : conflicts) {
    table.rows.push_back({cell(short_time(conflict.known_from)), cell(conflict.series.event),
                          cell(say_series(conflict.series)),
                          cell(name_of(conflict.kind), conflict.weighty ? Style::bad : Style::plain),
                          cell(grouped(conflict.stands), Style::bold), cell(grouped(conflict.against)),
                          cell(conflict.says, Style::dim)});
  }
  return table;
}

Table table_of(const std::vector<Anomaly>& anomalies) {
  Table table;
  table.columns = {{"When"},  {"Event", Align::left, true},       {"Series", Align::left, true}, {"Anomaly"},
                   {"Cause"}, {"What it says", Align::left, true}};
  for (const Anomaly& anomaly : anomalies) {
    table.rows.push_back({cell(short_time(anomaly.to)), cell(anomaly.series.event),
                          cell(say_series(anomaly.series)), cell(name_of(anomaly.kind)),
                          cell(anomaly.cause ? name_of(*anomaly.cause) : "unexplained",
                               anomaly.cause ? Style::plain : Style::bad),
                          cell(anomaly.says, Style::dim)});
  }
  return table;
}

Table rows_of(const std::vector<Conflict>& conflicts) {
  Table table;
  table.columns = {{"event_id"}, {"measure"}, {"place"},     {"part_of"},    {"kind"},    {"known_from"},
                   {"stands"},   {"against"}, {"stands_by"}, {"against_by"}, {"weighty"}, {"says"}};
  for (const Conflict& c : conflicts) {
    table.rows.push_back({cell(c.series.event), cell(kind_name(c.series)), cell(c.series.place),
                          cell(c.series.part_of), cell(name_of(c.kind)), cell(time_text(c.known_from)),
                          cell(std::to_string(c.stands)), cell(std::to_string(c.against)), cell(c.stands_by),
                          cell(c.against_by), cell(c.weighty ? "true" : "false"), cell(c.says)});
  }
  return table;
}

Table rows_of(const std::vector<Anomaly>& anomalies) {
  Table table;
  table.columns = {{"event_id"}, {"measure"}, {"place"}, {"part_of"}, {"kind"}, {"from"},
                   {"to"},       {"before"},  {"after"}, {"cause"},   {"says"}};
  for (const Anomaly& a : anomalies) {
    table.rows.push_back({cell(a.series.event), cell(kind_name(a.series)), cell(a.series.place),
                          cell(a.series.part_of), cell(name_of(a.kind)), cell(time_text(a.from)),
                          cell(time_text(a.to)), cell(number_text(a.before)), cell(number_text(a.after)),
                          cell(a.cause ? name_of(*a.cause) : "unexplained"), cell(a.says)});
  }
  return table;
}

template <typename Finding>
std::string render(const std::vector<Finding>& findings, std::string_view name,
                   const RenderOptions& options) {
  std::string out;
  JsonWriter json(out);
  switch (options.format) {
    case OutputFormat::jsonl:
      for (const Finding& finding : findings) {
        write(json, finding);
        json.end_line();
      }
      return out;
    case OutputFormat::json:
      json.open_object().key(name).open_array();
      for (const Finding& finding : findings) write(json, finding);
      json.close_array().close_object().end_line();
      return out;
    case OutputFormat::csv:
    case OutputFormat::tsv: append_rows(out, rows_of(findings), options.format); return out;
    case OutputFormat::md: append_markdown_table(out, table_of(findings)); return out;
    default: break;
  }
  if (findings.empty()) return "no " + std::string(name) + "\n";
  append_text_table(out, table_of(findings), options);
  return out;
}

}  // namespace

std::string render_conflicts(const std::vector<Conflict>& conflicts, const RenderOptions& options) {
  return render(conflicts, "conflicts", options);
}

std::string render_anomalies(const std::vector<Anomaly>& anomalies, const RenderOptions& options) {
  return render(anomalies, "anomalies", options);
}

}  // namespace annals
