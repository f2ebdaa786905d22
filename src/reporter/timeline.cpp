// A timeline as aligned text, Markdown, JSON (docs/formats.md), JSON Lines (one entry a line) and CSV (one
// sentence a row).

#include <algorithm>

#include <fmt/format.h>

#include "annals/reporter/report.hpp"
#include "annals/text/escape.hpp"
#include "annals/text/utf8.hpp"

#include "reporter/index.hpp"
#include "reporter/phrases.hpp"
#include "reporter/record_json.hpp"
#include "reporter/table.hpp"

namespace annals {

namespace {

// The outlet; of an article without one its title.
std::string publisher_of(const ArticleIndex& articles, const std::string& id) {
  const Document* document = articles.find(id);
  if (document == nullptr) return id;
  const Article& article = document->article;
  if (!article.publisher.empty()) return article.publisher;
  return article.title.empty() ? id : fold_space(article.title);
}

// The date with "~" where it is no certain day; sentences wrapped beside it.
std::string as_text(const Timeline& timeline, const ArticleIndex& articles, const RenderOptions& options) {
  if (timeline.entries.empty()) return "no dated sentences\n";
  std::string out;
  std::size_t column = 10;
  for (const TimelineEntry& entry : timeline.entries)
    column = std::max(column, to_plain_edtf(entry.date).size());
  const std::string indent(column + 2, ' ');
  for (const TimelineEntry& entry : timeline.entries) {
    const std::string date = to_plain_edtf(entry.date);
    out += styled(date, Style::bold, options);
    std::string body;
    for (const TimelineSentence& sentence : entry.sentences)
      append_wrapped(body, sentence.text, indent, options.width);
    out += body.size() > date.size() ? body.substr(date.size()) : "\n";
    std::string note;
    if (!entry.sentences.empty()) note = publisher_of(articles, entry.sentences.front().article) + ", ";
    note += fmt::format("{} {}", entry.sources.size(), entry.sources.size() == 1 ? "article" : "articles");
    out += indent + styled(note, Style::dim, options) + '\n';
  }
  return out;
}

std::string as_markdown(const Timeline& timeline, const ArticleIndex& articles) {
  std::string out;
  for (const TimelineEntry& entry : timeline.entries) {
    for (const TimelineSentence& sentence : entry.sentences) {
      out += "- **" + escape_markdown(to_plain_edtf(entry.date)) + "** " + escape_markdown(sentence.text);
      out += " (" + escape_markdown(publisher_of(articles, sentence.article)) + ")\n";
    }
  }
  return out;
}

Table csv_table(const Timeline& timeline, const ArticleIndex& articles) {
  Table table;
  table.columns = {{"date_edtf"}, {"date_start"}, {"date_end"},  {"sentence"}, {"speaker"}, {"article_id"},
                   {"begin"},     {"end"},        {"publisher"}, {"url"},      {"sha256"},  {"source_ids"}};
  for (const TimelineEntry& entry : timeline.entries) {
    std::string ids;
    for (const std::string& id : entry.sources) ids += (ids.empty() ? "" : " ") + id;
    for (const TimelineSentence& s : entry.sentences) {
      const Document* document = articles.find(s.article);
      const Article* article = document == nullptr ? nullptr : &document->article;
      table.rows.push_back(
          {cell(to_plain_edtf(entry.date)), cell(entry.date.first ? to_iso(*entry.date.first) : ""),
           cell(entry.date.last ? to_iso(*entry.date.last) : ""), cell(s.text), cell(s.speaker),
           cell(s.article), cell(std::to_string(s.span.begin)), cell(std::to_string(s.span.end)),
           cell(article == nullptr ? "" : article->publisher), cell(article == nullptr ? "" : article->url),
           cell(article == nullptr ? "" : article->sha256), cell(ids)});
    }
  }
  return table;
}

}  // namespace

std::string render_timeline(const Timeline& timeline, const std::vector<Document>& documents,
                            const RenderOptions& options) {
  const ArticleIndex articles(documents);
  std::string out;
  JsonWriter json(out);
  switch (options.format) {
    case OutputFormat::json:
      json.open_object().key("schema").value("annals.timeline/1").key("entries").open_array();
      for (const TimelineEntry& entry : timeline.entries) {
        json.open_object();
        write_entry(json, entry);
        json.close_object();
      }
      json.close_array().close_object().end_line();
      return out;
    case OutputFormat::jsonl:
      for (const TimelineEntry& entry : timeline.entries) {
        json.open_object();
        write_entry(json, entry);
        json.close_object().end_line();
      }
      return out;
    case OutputFormat::md: return as_markdown(timeline, articles);
    case OutputFormat::csv:
    case OutputFormat::tsv: append_rows(out, csv_table(timeline, articles), options.format); return out;
    default: break;
  }
  return as_text(timeline, articles, options);
}

}  // namespace annals
