// One document as read. JSON and JSON Lines are the machine format (docs/formats.md); thousands of documents
// go through here, so it appends to one string.

#include "annals/reporter/report.hpp"
#include "annals/text/escape.hpp"
#include "annals/text/utf8.hpp"

#include "reporter/extraction_json.hpp"
#include "reporter/phrases.hpp"
#include "reporter/table.hpp"

namespace annals {

namespace {

std::string words(const std::optional<Quote>& quote) {
  return quote ? quote->text : std::string();
}

std::string flags(const Figure& figure) {
  std::string out(frame_label(figure.frame));
  const auto add = [&out](std::string_view word) {
    if (!out.empty()) out += ", ";
    out += word;
  };
  if (figure.part) add("part");
  if (figure.more) add("more");
  if (figure.duplicate_of) add("repeat");
  return out;
}

std::string value_of(const Article& article, const Figure& figure) {
  if (figure.quantity.bound == Bound::vague || !point(figure.quantity))
    return '"' + std::string(slice(article.text, figure.span)) + '"';
  return display(figure.quantity);
}

Table figure_table(const Document& document) {
  Table table;
  table.columns = {
      {"Kind"}, {"Value", Align::right},      {"Who", Align::left, true},     {"Scope"},
      {"When"}, {"Place", Align::left, true}, {"Said by", Align::left, true}, {"Mark", Align::left, true}};
  for (const Figure& figure : document.extraction.figures) {
    table.rows.push_back(
        {cell(kind_label(figure.kind, figure.unit)), cell(value_of(document.article, figure), Style::bold),
         cell(words(figure.victims)), cell(name_of(figure.scope)), cell(short_date(figure.date)),
         cell(words(figure.place)), cell(words(figure.source)), cell(flags(figure), Style::dim)});
  }
  drop_empty_columns(table);
  return table;
}

bool is_told(const Claim& claim) {
  return (claim.date || claim.speaker) && claim.type != ClaimType::other;
}

Table claim_table(const Document& document) {
  Table table;
  table.columns = {{"Date"}, {"Speaker", Align::left, true}, {"Sentence", Align::left, true}};
  for (const Claim& claim : document.extraction.claims) {
    if (!is_told(claim)) continue;
    table.rows.push_back({cell(short_date(claim.date)), cell(words(claim.speaker)),
                          cell(fold_space(slice(document.article.text, claim.span)))});
  }
  drop_empty_columns(table);
  return table;
}

std::string byline(const Article& article) {
  std::string line = article.published ? short_time(article.published->when) : "undated";
  if (!article.publisher.empty()) line += ", " + article.publisher;
  return line;
}

std::string title_of(const Article& article) {
  return article.title.empty() ? article.id : article.title;
}

std::string as_text(const Document& document, const RenderOptions& options) {
  std::string out = styled(title_of(document.article), Style::bold, options) + '\n';
  out += styled(byline(document.article) + "  [" + document.article.id + "]", Style::dim, options) + '\n';
  const Table figures = figure_table(document);
  const Table claims = claim_table(document);
  if (figures.rows.empty() && claims.rows.empty()) return out + "no figures and no dated claims\n";
  for (const Table* table : {&figures, &claims}) {
    if (table->rows.empty()) continue;
    out += '\n';
    append_text_table(out, *table, options);
  }
  return out;
}

std::string as_markdown(const Document& document) {
  std::string out = "## " + escape_markdown(title_of(document.article)) + "\n\n";
  out += escape_markdown(byline(document.article)) + ".\n";
  const Table figures = figure_table(document);
  if (!figures.rows.empty()) {
    out += "\n### Figures\n\n";
    append_markdown_table(out, figures);
  }
  const Table claims = claim_table(document);
  if (!claims.rows.empty()) {
    out += "\n### Dated claims\n\n";
    append_markdown_table(out, claims);
  }
  return out;
}

std::string number_text(const std::optional<std::int64_t>& number) {
  return number ? std::to_string(*number) : std::string();
}

Table csv_table(const Document& document) {
  const Article& article = document.article;
  Table table;
  table.columns = {{"article_id"}, {"date_edtf"},     {"date_start"}, {"date_end"}, {"title"},     {"place"},
                   {"measure"},    {"low"},           {"best"},       {"high"},     {"bound"},     {"unit"},
                   {"victims"},    {"basis"},         {"part"},       {"more"},     {"frame"},     {"source"},
                   {"begin"},      {"end"},           {"count"},      {"quote"},    {"publisher"}, {"url"},
                   {"sha256"},     {"first_reported"}};
  for (const Figure& f : document.extraction.figures) {
    const auto& date = f.date;
    table.rows.push_back({cell(article.id),
                          cell(date ? to_plain_edtf(*date) : ""),
                          cell(date && date->first ? to_iso(*date->first) : ""),
                          cell(date && date->last ? to_iso(*date->last) : ""),
                          cell(article.title),
                          cell(words(f.place)),
                          cell(name_of(f.kind)),
                          cell(number_text(f.quantity.low)),
                          cell(number_text(point(f.quantity))),
                          cell(number_text(f.quantity.high)),
                          cell(name_of(f.quantity.bound)),
                          cell(name_of(f.unit)),
                          cell(words(f.victims)),
                          cell(name_of(f.scope)),
                          cell(f.part ? "true" : "false"),
                          cell(f.more ? "true" : "false"),
                          cell(name_of(f.frame)),
                          cell(words(f.source)),
                          cell(std::to_string(f.span.begin)),
                          cell(std::to_string(f.span.end)),
                          cell(slice(article.text, f.span)),
                          cell(f.sentence < document.extraction.claims.size()
                                   ? slice(article.text, document.extraction.claims[f.sentence].span)
                                   : std::string_view{}),
                          cell(article.publisher),
                          cell(article.url),
                          cell(article.sha256),
                          cell(article.published ? to_iso(article.published->when) : "")});
  }
  return table;
}

}  // namespace

std::string render_extraction(const Document& document, const RenderOptions& options) {
  std::string out;
  switch (options.format) {
    case OutputFormat::json:
    case OutputFormat::jsonl: append_extraction_json(out, document); return out;
    case OutputFormat::md: return as_markdown(document);
    case OutputFormat::csv:
    case OutputFormat::tsv: append_rows(out, csv_table(document), options.format); return out;
    default: break;
  }
  return as_text(document, options);
}

}  // namespace annals
