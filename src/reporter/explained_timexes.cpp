// Every expression of time of the articles with all that was understood and why: `annals explain --timexes`.
// The rule leads to the line of data that read it, the anchor tells what it was counted from.

#include <fmt/format.h>

#include "annals/reporter/report.hpp"
#include "annals/text/escape.hpp"
#include "annals/text/utf8.hpp"

#include "reporter/phrases.hpp"
#include "reporter/table.hpp"
#include "reporter/timex_json.hpp"

namespace annals {

namespace {

std::string weight_text(std::uint16_t thousandths) {
  return fmt::format("{:.3f}", thousandths / 1000.0);
}

std::string value_text(const Timex& timex) {
  return timex.mod.empty() ? timex.value : timex.value + " " + timex.mod;
}

std::string edtf_text(const Timex& timex) {
  const auto dates = narrowed_dates(timex);
  return dates ? to_edtf(*dates) : std::string();
}

// "0.816; or 2024-06-14 0.084 (weekday)"
std::string weights(const Timex& timex) {
  if (timex.alternates.empty()) return {};
  std::string text = weight_text(timex.weight);
  for (const TimexAlternate& alternate : timex.alternates) {
    text += fmt::format("; or {} {} ({})", alternate.value, weight_text(alternate.weight),
                        name_of(alternate.other));
  }
  return text;
}

std::string anchor_text(const Timex& timex) {
  return timex.anchor == AnchorKind::none ? std::string() : std::string(name_of(timex.anchor));
}

Table timex_table(const Document& document) {
  Table table;
  table.columns = {{"Bytes"},  {"Expression", Align::left, true},
                   {"Type"},   {"Value"},
                   {"EDTF"},   {"Relation"},
                   {"Anchor"}, {"Weight"},
                   {"Rule"}};
  for (const Timex& timex : document.extraction.timexes) {
    table.rows.push_back({cell(fmt::format("{}-{}", timex.span.begin, timex.span.end), Style::dim),
                          cell(fold_space(slice(document.article.text, timex.span)), Style::bold),
                          cell(name_of(timex.type)), cell(value_text(timex)), cell(edtf_text(timex)),
                          cell(name_of(timex.relation)), cell(anchor_text(timex)), cell(weights(timex)),
                          cell(timex.rule, Style::dim)});
  }
  drop_empty_columns(table);
  return table;
}

Table range_table(const Document& document) {
  Table table;
  table.columns = {{"Bytes"}, {"Range", Align::left, true}, {"EDTF"}, {"Rule"}};
  for (const TimeRange& range : document.extraction.ranges) {
    table.rows.push_back({cell(fmt::format("{}-{}", range.span.begin, range.span.end), Style::dim),
                          cell(fold_space(slice(document.article.text, range.span)), Style::bold),
                          cell(to_edtf(range.dates)), cell(range.rule, Style::dim)});
  }
  return table;
}

// One row an expression or range, for spreadsheets.
Table row_table(const std::vector<Document>& documents) {
  Table table;
  table.columns = {{"article_id"}, {"begin"},      {"end"},       {"expression"}, {"type"},
                   {"value"},      {"mod"},        {"edtf"},      {"relation"},   {"anchor"},
                   {"weight"},     {"alternates"}, {"published"}, {"rule"}};
  for (const Document& document : documents) {
    const Article& article = document.article;
    const std::string published = article.published ? to_iso(article.published->when) : std::string();
    const auto add = [&](Span span, std::string_view type, std::vector<Cell> middle,
                         const std::string& rule) {
      std::vector<Cell> row{cell(article.id), cell(std::to_string(span.begin)),
                            cell(std::to_string(span.end)), cell(slice(article.text, span)), cell(type)};
      row.insert(row.end(), middle.begin(), middle.end());
      row.insert(row.end(), {cell(published), cell(rule)});
      table.rows.push_back(std::move(row));
    };
    for (const Timex& timex : document.extraction.timexes) {
      std::string others;
      for (const TimexAlternate& alternate : timex.alternates) {
        if (!others.empty()) others += ' ';
        others += fmt::format("{}={}", alternate.value, weight_text(alternate.weight));
      }
      add(timex.span, name_of(timex.type),
          {cell(timex.value), cell(timex.mod), cell(edtf_text(timex)), cell(name_of(timex.relation)),
           cell(name_of(timex.anchor)), cell(weight_text(timex.weight)), cell(others)},
          timex.rule);
    }
    for (const TimeRange& range : document.extraction.ranges) {
      add(range.span, "RANGE",
          {cell(""), cell(""), cell(to_edtf(range.dates)), cell(""), cell(""), cell(""), cell("")},
          range.rule);
    }
  }
  return table;
}

void write_document(JsonWriter& json, const Document& document) {
  const Article& article = document.article;
  json.open_object().key("id").value(article.id).key("published");
  json.text_or_null(article.published ? to_iso(article.published->when) : std::string());
  json.key("dateline").text_or_null(article.dateline ? to_iso(article.dateline->when) : std::string());
  json.key("path").text_or_null(article.path).key("timexes");
  write_timexes(json, document.extraction, article.text);
  json.key("ranges");
  write_ranges(json, document.extraction, article.text);
  json.close_object();
}

std::string heading(const Article& article) {
  std::string line = article.title.empty() ? article.id : article.title;
  const std::string day = article.published  ? to_iso(article.published->when)
                          : article.dateline ? to_iso(article.dateline->when) + " (dateline)"
                                             : std::string("undated");
  return line + ", " + day;
}

std::string as_text(const std::vector<Document>& documents, const RenderOptions& options) {
  std::string out;
  for (const Document& document : documents) {
    if (!out.empty()) out += '\n';
    out += styled(heading(document.article), Style::bold, options);
    out += styled("  [" + document.article.id + "]", Style::dim, options) + '\n';
    if (document.extraction.timexes.empty()) {
      out += "no expression of time\n";
      continue;
    }
    append_text_table(out, timex_table(document), options);
    if (document.extraction.ranges.empty()) continue;
    out += '\n';
    append_text_table(out, range_table(document), options);
  }
  return out;
}

std::string as_markdown(const std::vector<Document>& documents) {
  std::string out;
  for (const Document& document : documents) {
    if (!out.empty()) out += '\n';
    out += "## " + escape_markdown(heading(document.article)) + "\n\n";
    if (document.extraction.timexes.empty()) {
      out += "No expression of time.\n";
      continue;
    }
    append_markdown_table(out, timex_table(document));
    if (document.extraction.ranges.empty()) continue;
    out += "\n";
    append_markdown_table(out, range_table(document));
  }
  return out;
}

}  // namespace

std::string render_timexes(const std::vector<Document>& documents, const RenderOptions& options) {
  std::string out;
  JsonWriter json(out);
  switch (options.format) {
    case OutputFormat::json:
      json.open_array();
      for (const Document& document : documents) write_document(json, document);
      json.close_array().end_line();
      return out;
    case OutputFormat::jsonl:
      for (const Document& document : documents) {
        write_document(json, document);
        json.end_line();
      }
      return out;
    case OutputFormat::csv:
    case OutputFormat::tsv: append_rows(out, row_table(documents), options.format); return out;
    case OutputFormat::md: return as_markdown(documents);
    default: break;
  }
  return as_text(documents, options);
}

}  // namespace annals
