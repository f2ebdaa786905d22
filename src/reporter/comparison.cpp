// Who says what, side by side: one row a source and scope with its latest value, per event and kind; then the
// disagreements by name, with the reason that the estimate gives.

#include <algorithm>
#include <map>

#include <fmt/format.h>

#include "annals/reporter/report.hpp"
#include "annals/text/escape.hpp"

#include "reporter/evidence_json.hpp"
#include "reporter/phrases.hpp"
#include "reporter/register_table.hpp"

namespace annals {

namespace {

struct SourceRow {
  const Evidence* latest = nullptr;
  FigureStanding standing;
  std::size_t earlier = 0;  // other values that this source gave before
};

struct Comparison {
  std::string_view event;
  HarmKind kind = HarmKind::killed;
  const Estimate* now = nullptr;
  std::vector<SourceRow> rows;  // in order of the source's first figure
};

std::vector<Comparison> compare(const Reconciliation& reconciliation, const Standings& standings) {
  std::vector<Comparison> all;
  for (const RegisterGroup& group : register_groups(reconciliation, standings)) {
    Comparison comparison{group.event, group.kind, nullptr, {}};
    for (const Unit unit : {Unit::people, Unit::bodies, Unit::families, Unit::households}) {
      const Toll* toll = standings.toll(group.event, group.kind, unit);
      if (comparison.now == nullptr && toll != nullptr) comparison.now = toll->now();
    }
    std::map<std::pair<std::string, std::string>, std::size_t> row_of;
    for (const RegisterRow& row : group.rows) {
      if (row.evidence->frame == Frame::background) continue;
      const auto [it, is_new] =
          row_of.try_emplace({said_by(*row.evidence), say_scope(*row.evidence)}, comparison.rows.size());
      if (is_new) comparison.rows.emplace_back();
      SourceRow& source = comparison.rows[it->second];
      if (source.latest != nullptr && source.latest->quantity != row.evidence->quantity) ++source.earlier;
      source.latest = row.evidence;
      source.standing = row.standing;
    }
    if (!comparison.rows.empty()) all.push_back(std::move(comparison));
  }
  return all;
}

bool is_rival(const SourceRow& row) {
  return row.standing.reason == Reason::outweighed || row.standing.reason == Reason::denied;
}

Table table_of(const Comparison& comparison, const ArticleIndex& articles) {
  Table table;
  table.columns = {{"Source", Align::left, true},
                   {"Value"},
                   {"Scope", Align::left, true},
                   {"As of"},
                   {"Before"},
                   {"Published by", Align::left, true},
                   {"Standing", Align::left, true},
                   {"Quote"}};
  for (const SourceRow& row : comparison.rows) {
    const Evidence& e = *row.latest;
    const bool carries = row.standing.letter == '*';
    const std::string where =
        e.article.empty() ? e.id : fmt::format("{}:{}-{}", e.article, e.span.begin, e.span.end);
    table.rows.push_back(
        {cell(said_by(e)),
         cell(say_value(e, written_count(articles, e)), carries ? Style::bold : Style::plain),
         cell(say_scope(e)), cell(short_time(e.published)),
         cell(row.earlier == 0 ? "-" : fmt::format("{} values", row.earlier)), cell(e.publisher),
         cell(standing_label(row.standing), carries         ? Style::good
                                            : is_rival(row) ? Style::bad
                                                            : Style::dim),
         cell(where, Style::dim)});
  }
  return table;
}

std::string heading(const Comparison& comparison, const Standings& standings) {
  std::string title = kind_label(comparison.kind);
  if (!comparison.event.empty()) title = std::string(standings.event_title(comparison.event)) + ": " + title;
  return title;
}

// Plain sentences, one a line; the caller escapes.
std::vector<std::string> findings(const Comparison& comparison, const ArticleIndex& articles) {
  std::vector<std::string> lines;
  if (comparison.now != nullptr) {
    lines.push_back(fmt::format("Stands: {} ({}). {}", say_best(*comparison.now),
                                status_label(comparison.now->status), comparison.now->reason));
  }
  for (const SourceRow& row : comparison.rows) {
    if (!is_rival(row)) continue;
    lines.push_back(fmt::format("Disagrees: {}, {}: {}.", said_by(*row.latest),
                                say_value(*row.latest, written_count(articles, *row.latest)),
                                reason_label(row.standing.reason)));
  }
  return lines;
}

void write_comparison(JsonWriter& json, const Comparison& comparison, const ArticleIndex& articles) {
  const Estimate* now = comparison.now;
  json.open_object().key("event").text_or_null(comparison.event).key("kind").value(name_of(comparison.kind));
  json.key("best").value_or_null(now == nullptr ? std::nullopt : now->best);
  json.key("low").value_or_null(now == nullptr ? std::nullopt : now->low);
  json.key("high").value_or_null(now == nullptr ? std::nullopt : now->high);
  json.key("status").text_or_null(now == nullptr ? std::string_view{} : name_of(now->status));
  json.key("reason").text_or_null(now == nullptr ? std::string_view{} : std::string_view(now->reason));
  json.key("sources").open_array();
  for (const SourceRow& row : comparison.rows) {
    json.open_object().key("said_by").value(said_by(*row.latest));
    write_evidence(json, *row.latest, articles);
    json.key("earlier_values").value(static_cast<std::int64_t>(row.earlier));
    json.key("reason").text_or_null(row.standing.letter == '?' ? std::string_view{}
                                                               : name_of(row.standing.reason));
    json.key("disagrees").boolean(is_rival(row)).close_object();
  }
  json.close_array().close_object();
}

Table csv_table(const std::vector<Comparison>& all) {
  Table table;
  table.columns = {{"event_id"},  {"measure"},    {"source"}, {"publisher"}, {"scope"},          {"low"},
                   {"best"},      {"high"},       {"bound"},  {"frame"},     {"first_reported"}, {"reason"},
                   {"disagrees"}, {"source_ids"}, {"quote"}};
  const auto number = [](const std::optional<std::int64_t>& n) {
    return n ? std::to_string(*n) : std::string();
  };
  for (const Comparison& comparison : all) {
    for (const SourceRow& row : comparison.rows) {
      const Evidence& e = *row.latest;
      table.rows.push_back({cell(e.event), cell(name_of(e.kind)), cell(said_by(e)), cell(e.publisher),
                            cell(say_scope(e)), cell(number(e.quantity.low)), cell(number(point(e.quantity))),
                            cell(number(e.quantity.high)), cell(name_of(e.quantity.bound)),
                            cell(name_of(e.frame)), cell(e.published ? to_iso(*e.published) : ""),
                            cell(row.standing.letter == '?' ? "" : name_of(row.standing.reason)),
                            cell(is_rival(row) ? "true" : "false"), cell(e.id), cell(e.quote)});
    }
  }
  return table;
}

}  // namespace

std::string render_comparison(const Reconciliation& reconciliation, const std::vector<Document>& documents,
                              const RenderOptions& options) {
  const Standings standings(reconciliation);
  const ArticleIndex articles(documents);
  const std::vector<Comparison> all = compare(reconciliation, standings);
  std::string out;
  JsonWriter json(out);
  switch (options.format) {
    case OutputFormat::json:
      json.open_object()
          .key("schema")
          .value("annals.comparison/1")
          .key("policy")
          .value(reconciliation.policy)
          .key("comparisons")
          .open_array();
      for (const Comparison& one : all) write_comparison(json, one, articles);
      json.close_array().close_object().end_line();
      return out;
    case OutputFormat::jsonl:
      for (const Comparison& one : all) {
        write_comparison(json, one, articles);
        json.end_line();
      }
      return out;
    case OutputFormat::csv:
    case OutputFormat::tsv: append_rows(out, csv_table(all), options.format); return out;
    case OutputFormat::md:
      for (const Comparison& one : all) {
        if (!out.empty()) out += '\n';
        out += "## " + escape_markdown(heading(one, standings)) + "\n\n";
        append_markdown_table(out, table_of(one, articles));
        for (const std::string& line : findings(one, articles)) out += "\n" + escape_markdown(line) + '\n';
      }
      return out;
    default: break;
  }
  for (const Comparison& one : all) {
    if (!out.empty()) out += '\n';
    out += styled(heading(one, standings), Style::bold, options) + '\n';
    append_text_table(out, table_of(one, articles), options);
    for (const std::string& line : findings(one, articles)) append_wrapped(out, line, "  ", options.width);
  }
  return out.empty() ? "no figures to compare\n" : out;
}

}  // namespace annals
