// The way from a number to its quotes: each estimate that stands, the figures that carry it with their
// sentences and where these are, and every figure that was not used with the reason.

#include <fmt/format.h>

#include "annals/reporter/report.hpp"
#include "annals/text/escape.hpp"
#include "annals/text/utf8.hpp"

#include "reporter/evidence_json.hpp"
#include "reporter/explained.hpp"
#include "reporter/phrases.hpp"
#include "reporter/table.hpp"

namespace annals {

namespace {

std::string who_and_when(const Evidence& e) {
  std::string line = said_by(e);
  if (!e.via.empty()) line += " via " + e.via;
  return line + ", " + short_time(e.published);
}

std::string place_of_quote(const ExplainedFigure& figure) {
  if (figure.document == nullptr) return "given as claim " + figure.evidence->id + ", no article";
  const Article& article = figure.document->article;
  const std::string& path = article.path.empty() ? article.id : article.path;
  std::string line = fmt::format("{}:{}-{}", path, figure.sentence.begin, figure.sentence.end);
  if (!article.title.empty()) line += "  \"" + article.title + '"';
  for (const std::string& part :
       {article.publisher, article.published ? to_iso(article.published->when) : std::string("undated")}) {
    if (!part.empty()) line += ", " + part;
  }
  if (!article.sha256.empty()) line += "  sha256 " + article.sha256.substr(0, 12);
  return line;
}

std::string not_used_line(const ExplainedFigure& figure, const ArticleIndex& articles) {
  const Evidence& e = *figure.evidence;
  std::string line = fmt::format("{}, {}: {}", say_value(e, written_count(articles, e)), who_and_when(e),
                                 reason_label(figure.reason));
  if (!figure.other.empty()) line += " [" + std::string(figure.other) + "]";
  return line;
}

void append_text(std::string& out, const ExplainedEstimate& explained, const Reconciliation& reconciliation,
                 const ArticleIndex& articles, const RenderOptions& options) {
  const Estimate& e = *explained.estimate;
  out += styled(say_series(e.series) + ": " + say_best(e), Style::bold, options);
  out += styled(fmt::format("  ({}{})", status_label(e.status), e.headline ? "" : ", side series"),
                e.status == EstimateStatus::contested ? Style::bad : Style::plain, options);
  if (!e.series.event.empty()) out += styled("  " + e.series.event, Style::dim, options);
  out += '\n';
  out += fmt::format("  since {}   range {}   policy {}\n", short_time(e.known_from), say_range(e),
                     escape_terminal(reconciliation.policy));
  if (!e.reason.empty()) append_wrapped(out, e.reason, "  ", options.width);
  for (const ExplainedFigure& figure : explained.carried_by) {
    const Evidence& evidence = *figure.evidence;
    append_wrapped(out,
                   say_value(evidence, written_count(articles, evidence)) + ": " + who_and_when(evidence),
                   "  ", options.width);
    if (!figure.quote.empty()) append_wrapped(out, '"' + figure.quote + '"', "    ", options.width);
    append_wrapped(out, place_of_quote(figure), "    ", options.width);
  }
  if (explained.not_used.empty()) return;
  out += "  not used:\n";
  for (const ExplainedFigure& figure : explained.not_used)
    append_wrapped(out, not_used_line(figure, articles), "    ", options.width);
}

void append_markdown(std::string& out, const ExplainedEstimate& explained, const ArticleIndex& articles) {
  const Estimate& e = *explained.estimate;
  out += "## " + escape_markdown(say_series(e.series) + ": " + say_best(e)) + "\n\n";
  out += fmt::format("{}, since {}; range: {}.\n", status_label(e.status), short_time(e.known_from),
                     say_range(e));
  if (!e.reason.empty()) out += escape_markdown(e.reason) + '\n';
  out += '\n';
  for (const ExplainedFigure& figure : explained.carried_by) {
    const Evidence& evidence = *figure.evidence;
    out += "- **" + escape_markdown(say_value(evidence, written_count(articles, evidence))) + "** " +
           escape_markdown(who_and_when(evidence)) + "\n";
    if (!figure.quote.empty()) out += "  > " + escape_markdown(fold_space(figure.quote)) + "\n\n";
    out += "  " + escape_markdown(place_of_quote(figure)) + '\n';
  }
  if (explained.not_used.empty()) return;
  out += "\nNot used:\n\n";
  for (const ExplainedFigure& figure : explained.not_used)
    out += "- " + escape_markdown(not_used_line(figure, articles)) + '\n';
}

void write_figures(JsonWriter& json, const std::vector<ExplainedFigure>& figures,
                   const ArticleIndex& articles) {
  json.open_array();
  for (const ExplainedFigure& figure : figures) {
    json.open_object();
    write_evidence(json, *figure.evidence, articles);
    json.key("reason").value(name_of(figure.reason)).key("why").value(reason_label(figure.reason));
    json.key("other").text_or_null(figure.other).close_object();
  }
  json.close_array();
}

void write_explained(JsonWriter& json, const ExplainedEstimate& explained,
                     const Reconciliation& reconciliation, const ArticleIndex& articles) {
  const Estimate& e = *explained.estimate;
  json.open_object().key("event").value(e.series.event).key("kind").value(kind_name(e.series));
  json.key("place").text_or_null(e.series.place).key("part_of").text_or_null(e.series.part_of);
  json.key("unit").value(name_of(e.series.unit)).key("said").value(say_best(e));
  json.key("best").value_or_null(e.best).key("low").value_or_null(e.low).key("high").value_or_null(e.high);
  json.key("bound").value(name_of(e.bound)).key("status").value(name_of(e.status));
  json.key("headline").boolean(e.headline);
  json.key("known_from").value(e.known_from ? to_iso(*e.known_from) : std::string());
  json.key("policy").value(reconciliation.policy).key("reason").value(e.reason);
  json.key("carried_by");
  write_figures(json, explained.carried_by, articles);
  json.key("not_used");
  write_figures(json, explained.not_used, articles);
  json.close_object();
}

std::string number_text(const std::optional<std::int64_t>& number) {
  return number ? std::to_string(*number) : std::string();
}

Table csv_table(const std::vector<ExplainedEstimate>& all) {
  Table table;
  table.columns = {{"event_id"},       {"measure"},       {"place"}, {"part_of"}, {"estimate_low"},
                   {"estimate_best"},  {"estimate_high"}, {"used"},  {"reason"},  {"low"},
                   {"best"},           {"high"},          {"bound"}, {"source"},  {"publisher"},
                   {"first_reported"}, {"quote"},         {"path"},  {"begin"},   {"end"},
                   {"sha256"}};
  for (const ExplainedEstimate& explained : all) {
    const Estimate& e = *explained.estimate;
    for (const auto* figures : {&explained.carried_by, &explained.not_used}) {
      for (const ExplainedFigure& f : *figures) {
        const Article* article = f.document == nullptr ? nullptr : &f.document->article;
        const Quantity& q = f.evidence->quantity;
        table.rows.push_back({cell(e.series.event),
                              cell(kind_name(e.series)),
                              cell(e.series.place),
                              cell(e.series.part_of),
                              cell(number_text(e.low)),
                              cell(number_text(e.best)),
                              cell(number_text(e.high)),
                              cell(figures == &explained.carried_by ? "true" : "false"),
                              cell(name_of(f.reason)),
                              cell(number_text(q.low)),
                              cell(number_text(point(q))),
                              cell(number_text(q.high)),
                              cell(name_of(q.bound)),
                              cell(f.evidence->source),
                              cell(f.evidence->publisher),
                              cell(f.evidence->published ? to_iso(*f.evidence->published) : ""),
                              cell(f.quote),
                              cell(article == nullptr ? "" : article->path),
                              cell(std::to_string(f.sentence.begin)),
                              cell(std::to_string(f.sentence.end)),
                              cell(article == nullptr ? "" : article->sha256)});
      }
    }
  }
  return table;
}

}  // namespace

std::string render_explanation(const Reconciliation& reconciliation, const std::vector<Document>& documents,
                               std::optional<HarmKind> kind, const RenderOptions& options) {
  const Standings standings(reconciliation);
  const ArticleIndex articles(documents);
  const std::vector<ExplainedEstimate> all = explain_estimates(standings, articles, kind);
  std::string out;
  JsonWriter json(out);
  switch (options.format) {
    case OutputFormat::json:
      json.open_object().key("schema").value("annals.explanation/1").key("estimates").open_array();
      for (const ExplainedEstimate& one : all) write_explained(json, one, reconciliation, articles);
      json.close_array().close_object().end_line();
      return out;
    case OutputFormat::jsonl:
      for (const ExplainedEstimate& one : all) {
        write_explained(json, one, reconciliation, articles);
        json.end_line();
      }
      return out;
    case OutputFormat::csv:
    case OutputFormat::tsv: append_rows(out, csv_table(all), options.format); return out;
    case OutputFormat::md:
      for (const ExplainedEstimate& one : all) {
        if (!out.empty()) out += '\n';
        append_markdown(out, one, articles);
      }
      return out;
    default: break;
  }
  for (const ExplainedEstimate& one : all) {
    if (!out.empty()) out += '\n';
    append_text(out, one, reconciliation, articles, options);
  }
  return out.empty() ? "no estimate to explain\n" : out;
}

}  // namespace annals
