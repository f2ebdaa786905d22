// Sentences found by a search.

#include "annals/reporter/search_hits.hpp"

#include "annals/text/escape.hpp"
#include "annals/text/utf8.hpp"

#include "reporter/json_writer.hpp"
#include "reporter/phrases.hpp"
#include "reporter/table.hpp"

namespace annals {

namespace {

void write_found(JsonWriter& json, const FoundSentence& found) {
  json.open_object().key("article").value(found.article).key("title").text_or_null(found.title);
  json.key("publisher").text_or_null(found.publisher).key("published");
  json.text_or_null(found.published ? to_iso(*found.published) : std::string());
  json.key("begin").value(std::int64_t{found.span.begin}).key("end").value(std::int64_t{found.span.end});
  json.key("sentence").value(found.sentence).close_object();
}

std::string where(const FoundSentence& found) {
  std::string line = short_time(found.published);
  for (const std::string& part : {found.publisher, found.title}) {
    if (!part.empty()) line += "  " + part;
  }
  return line + "  [" + found.article + "]";
}

std::string as_text(const std::vector<FoundSentence>& all, const RenderOptions& options) {
  std::string out;
  for (const FoundSentence& found : all) {
    out += styled(where(found), Style::dim, options) + '\n';
    append_wrapped(out, found.sentence, "  ", options.width);
  }
  return out;
}

std::string as_markdown(const std::vector<FoundSentence>& all) {
  std::string out;
  for (const FoundSentence& found : all) {
    out += "- **" + short_time(found.published) + "** " + escape_markdown(fold_space(found.sentence)) + " (";
    if (!found.publisher.empty()) out += escape_markdown(found.publisher) + ", ";
    out += escape_markdown(found.article) + ")\n";
  }
  return out;
}

Table csv_table(const std::vector<FoundSentence>& all) {
  Table table;
  table.columns = {{"article_id"}, {"title"}, {"publisher"}, {"first_reported"},
                   {"begin"},      {"end"},   {"quote"}};
  for (const FoundSentence& found : all) {
    table.rows.push_back({cell(found.article), cell(found.title), cell(found.publisher),
                          cell(found.published ? to_iso(*found.published) : ""),
                          cell(std::to_string(found.span.begin)), cell(std::to_string(found.span.end)),
                          cell(found.sentence)});
  }
  return table;
}

}  // namespace

std::string render_found(const std::vector<FoundSentence>& found, const RenderOptions& options) {
  std::string out;
  JsonWriter json(out);
  switch (options.format) {
    case OutputFormat::json:
      json.open_object().key("schema").value("annals.sentences/1").key("found").open_array();
      for (const FoundSentence& one : found) write_found(json, one);
      json.close_array().close_object().end_line();
      return out;
    case OutputFormat::jsonl:
      for (const FoundSentence& one : found) {
        write_found(json, one);
        json.end_line();
      }
      return out;
    case OutputFormat::md: return as_markdown(found);
    case OutputFormat::csv:
    case OutputFormat::tsv: append_rows(out, csv_table(found), options.format); return out;
    default: break;
  }
  return as_text(found, options);
}

}  // namespace annals
