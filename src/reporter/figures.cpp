// The register of figures in every format. JSON and CSV hold every figure, also copies and repeats.

#include "annals/reporter/report.hpp"
#include "annals/text/escape.hpp"

#include "reporter/evidence_json.hpp"
#include "reporter/phrases.hpp"
#include "reporter/register_table.hpp"

namespace annals {

namespace {

std::string heading(const RegisterGroup& group, const Standings& standings) {
  if (group.event.empty()) return kind_label(group.kind);
  return std::string(standings.event_title(group.event)) + ": " + kind_label(group.kind);
}

std::string as_text(const std::vector<RegisterGroup>& groups, const Standings& standings,
                    const ArticleIndex& articles, const RenderOptions& options) {
  if (groups.empty()) return "no figures\n";
  std::string out;
  for (const RegisterGroup& group : groups) {
    out += styled(heading(group, standings), Style::bold, options) + '\n';
    append_text_table(out, register_table(group, standings, articles), options);
    out += '\n';
  }
  return out + styled(register_legend(groups), Style::dim, options) + '\n';
}

std::string as_markdown(const std::vector<RegisterGroup>& groups, const Standings& standings,
                        const ArticleIndex& articles) {
  std::string out;
  for (const RegisterGroup& group : groups) {
    if (!out.empty()) out += '\n';
    out += "## " + escape_markdown(heading(group, standings)) + "\n\n";
    append_markdown_table(out, register_table(group, standings, articles,
                                              [](const Evidence& e) { return escape_markdown(e.id); }));
  }
  return out;
}

std::string number_text(const std::optional<std::int64_t>& number) {
  return number ? std::to_string(*number) : std::string();
}

Table csv_table(const Reconciliation& reconciliation, const Standings& standings,
                const ArticleIndex& articles) {
  Table table;
  table.columns = {{"event_id"},   {"date_edtf"}, {"date_start"}, {"date_end"}, {"title"},
                   {"place"},      {"measure"},   {"low"},        {"best"},     {"high"},
                   {"bound"},      {"unit"},      {"basis"},      {"scope"},    {"frame"},
                   {"status"},     {"reason"},    {"source"},     {"via"},      {"publisher"},
                   {"source_ids"}, {"quote"},     {"url"},        {"sha256"},   {"first_reported"}};
  for (const Evidence& e : reconciliation.evidence) {
    const Document* document = articles.find(e.article);
    const FigureStanding standing = standings.standing(e);
    table.rows.push_back({cell(e.event),
                          cell(e.date ? to_edtf(*e.date) : ""),
                          cell(e.date && e.date->first ? to_iso(*e.date->first) : ""),
                          cell(e.date && e.date->last ? to_iso(*e.date->last) : ""),
                          cell(standings.event_title(e.event)),
                          cell(e.place),
                          cell(name_of(e.kind)),
                          cell(number_text(e.quantity.low)),
                          cell(number_text(point(e.quantity))),
                          cell(number_text(e.quantity.high)),
                          cell(name_of(e.quantity.bound)),
                          cell(name_of(e.unit)),
                          cell(e.more                    ? "increment"
                               : e.scope == Scope::total ? "cumulative"
                                                         : "event"),
                          cell(say_scope(e)),
                          cell(name_of(e.frame)),
                          cell(standing_label(standing)),
                          cell(name_of(standing.reason)),
                          cell(e.source),
                          cell(e.via),
                          cell(e.publisher),
                          cell(e.id),
                          cell(e.quote),
                          cell(document == nullptr ? "" : document->article.url),
                          cell(document == nullptr ? "" : document->article.sha256),
                          cell(e.published ? to_iso(*e.published) : "")});
  }
  return table;
}

void write_figure(JsonWriter& json, const Evidence& e, const Standings& standings,
                  const ArticleIndex& articles) {
  const FigureStanding standing = standings.standing(e);
  const Estimate* then = standings.headline_at(e);
  json.open_object().key("event").text_or_null(e.event).key("kind").value(name_of(e.kind));
  write_evidence(json, e, articles);
  json.key("best").value_or_null(then == nullptr ? std::nullopt : then->best);
  json.key("status").value(standing_label(standing));
  json.key("reason").text_or_null(standing.letter == '?' ? std::string_view{} : name_of(standing.reason));
  json.key("other").text_or_null(standing.other).close_object();
}

}  // namespace

std::string render_figures(const Reconciliation& reconciliation, const std::vector<Document>& documents,
                           const RenderOptions& options) {
  const Standings standings(reconciliation);
  const ArticleIndex articles(documents);
  std::string out;
  JsonWriter json(out);
  switch (options.format) {
    case OutputFormat::json:
      json.open_object().key("policy").value(reconciliation.policy).key("figures").open_array();
      for (const Evidence& e : reconciliation.evidence) write_figure(json, e, standings, articles);
      json.close_array().close_object().end_line();
      return out;
    case OutputFormat::jsonl:
      for (const Evidence& e : reconciliation.evidence) {
        write_figure(json, e, standings, articles);
        json.end_line();
      }
      return out;
    case OutputFormat::csv: append_csv(out, csv_table(reconciliation, standings, articles)); return out;
    case OutputFormat::md:
      return as_markdown(register_groups(reconciliation, standings), standings, articles);
    case OutputFormat::text: break;
  }
  return as_text(register_groups(reconciliation, standings), standings, articles, options);
}

}  // namespace annals
