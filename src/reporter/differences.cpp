// Differences between two runs in every row format, and for people grouped by event.

#include "annals/reporter/differences.hpp"

#include "annals/text/escape.hpp"
#include "annals/text/utf8.hpp"

#include "reporter/difference_words.hpp"
#include "reporter/phrases.hpp"
#include "reporter/record_json.hpp"
#include "reporter/table.hpp"

namespace annals {

namespace {

Style style_of(char mark) {
  switch (mark) {
    case '+':
    case '=': return Style::good;
    case '-':
    case '!': return Style::bad;
    default: return Style::bold;
  }
}

std::string as_text(const std::vector<Difference>& differences, const RenderOptions& options) {
  std::string out;
  std::string event;
  for (const Difference& difference : differences) {
    const std::string& title = difference.title.empty() ? difference.event : difference.title;
    if (title != event && !title.empty()) out += styled(fold_space(title), Style::dim, options) + '\n';
    event = title;
    const char mark = difference_mark(difference.kind);
    std::string line = say_difference(difference);
    if (!difference.said_by.empty()) line += ", " + difference.said_by;
    line += " [" + say_cause(difference) + "]";
    const std::size_t start = out.size();
    append_wrapped(out, line, "  ", options.width);
    out.replace(start, 1, styled(std::string(1, mark), style_of(mark), options));
  }
  return out;
}

std::string as_markdown(const std::vector<Difference>& differences) {
  std::string out;
  std::string event;
  for (const Difference& difference : differences) {
    const std::string& title = difference.title.empty() ? difference.event : difference.title;
    if (title != event || out.empty())
      out += (out.empty() ? "## " : "\n## ") + escape_markdown(title.empty() ? "Figures" : title) + "\n\n";
    event = title;
    out += "- " + escape_markdown(say_difference(difference));
    if (!difference.said_by.empty()) out += ", " + escape_markdown(difference.said_by);
    out += " (" + escape_markdown(say_cause(difference)) + ")";
    if (!difference.quote.empty()) out += ": \"" + escape_markdown(fold_space(difference.quote)) + '"';
    out += '\n';
  }
  return out;
}

const Estimate* estimate_in(const Difference& d) {
  return d.now ? &*d.now : d.before ? &*d.before : nullptr;
}

Table table_of(const std::vector<Difference>& differences) {
  Table table;
  table.columns = {{"change"},     {"event_id"},    {"title"},       {"measure"}, {"place"},     {"part_of"},
                   {"before_low"}, {"before_best"}, {"before_high"}, {"low"},     {"best"},      {"high"},
                   {"cause"},      {"why"},         {"source"},      {"quote"},   {"source_ids"}};
  const auto number = [](const std::optional<Estimate>& e, std::optional<std::int64_t> Estimate::*end) {
    return e && (*e).*end ? std::to_string(*((*e).*end)) : std::string();
  };
  for (const Difference& d : differences) {
    const Estimate* e = estimate_in(d);
    std::string ids;
    for (const ArticleStamp& article : d.articles) ids += (ids.empty() ? "" : " ") + article.id;
    table.rows.push_back({cell(name_of(d.kind)), cell(d.event), cell(d.title),
                          cell(e == nullptr ? std::string_view{} : kind_name(e->series)),
                          cell(e == nullptr ? "" : e->series.place),
                          cell(e == nullptr ? "" : e->series.part_of), cell(number(d.before, &Estimate::low)),
                          cell(number(d.before, &Estimate::best)), cell(number(d.before, &Estimate::high)),
                          cell(number(d.now, &Estimate::low)), cell(number(d.now, &Estimate::best)),
                          cell(number(d.now, &Estimate::high)), cell(name_of(d.cause)), cell(say_cause(d)),
                          cell(d.said_by), cell(d.quote), cell(ids)});
  }
  return table;
}

}  // namespace

std::string render_differences(const std::vector<Difference>& differences, const RenderOptions& options) {
  std::string out;
  JsonWriter json(out);
  switch (options.format) {
    case OutputFormat::json:
      json.open_object().key("schema").value("annals.differences/1").key("differences").open_array();
      for (const Difference& difference : differences) {
        json.open_object();
        write_difference(json, difference);
        json.close_object();
      }
      json.close_array().close_object().end_line();
      return out;
    case OutputFormat::jsonl:
      for (const Difference& difference : differences) {
        json.open_object();
        write_difference(json, difference);
        json.close_object().end_line();
      }
      return out;
    case OutputFormat::csv:
    case OutputFormat::tsv: append_rows(out, table_of(differences), options.format); return out;
    case OutputFormat::md: return as_markdown(differences);
    default: break;
  }
  return as_text(differences, options);
}

}  // namespace annals
