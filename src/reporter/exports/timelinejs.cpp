// TimelineJS 3: one JSON object with a title slide and events.

#include "annals/text/escape.hpp"
#include "annals/text/utf8.hpp"

#include "reporter/exports/formats.hpp"
#include "reporter/exports/nodes.hpp"
#include "reporter/json_writer.hpp"

namespace annals {

namespace {

constexpr std::size_t kMostNodes = 40;
constexpr std::size_t kHeadlineColumns = 110;

// The library makes links of all that looks like an address or a mail box, entities or not. Words of an
// article stay words: a word joiner, which nobody sees, stands where the address would be recognised.
std::string escape_slide(std::string_view text) {
  constexpr std::string_view kWordJoiner = "\u2060";
  const std::string html = escape_html(text);
  std::string out;
  out.reserve(html.size());
  for (std::size_t at = 0; at < html.size(); ++at) {
    const bool scheme = at > 0 && html[at - 1] == ':' && html.compare(at, 2, "//") == 0;
    const bool host = html[at] == '.' && at >= 3 && to_lower_ascii(html.substr(at - 3, 3)) == "www";
    if (scheme || host || html[at] == '@') out += kWordJoiner;
    out += html[at];
  }
  return out;
}

void write_date(JsonWriter& json, Date date, Grain grain, std::string_view in_words) {
  json.open_object().key("year").value(std::int64_t{date.year});
  if (grain < Grain::year) json.key("month").value(std::int64_t{date.month});
  if (grain <= Grain::week) json.key("day").value(std::int64_t{date.day});
  if (!in_words.empty()) json.key("display_date").value(in_words);
  json.close_object();
}

// Each line a paragraph, then links to the sources; a source without an address is named.
std::string body_of(const Node& node) {
  std::string html;
  for (const std::string& line : node.lines) html += "<p>" + escape_slide(line) + "</p>";
  if (node.sources.empty()) return html;
  html += "<p>Sources: ";
  for (std::size_t i = 0; i < node.sources.size(); ++i) {
    const Article& article = *node.sources[i];
    if (i > 0) html += "; ";
    const std::string name = escape_slide(source_name(article));
    const std::string target = markdown_link_target(article.url);
    html += target.empty() ? name : "<a href=\"" + escape_html(target) + "\">" + name + "</a>";
  }
  return html + "</p>";
}

void write_node(JsonWriter& json, const Node& node) {
  const DateSpan& date = node.date;
  const Date first = date.first ? *date.first : *date.last;
  const bool certain_day = date.is_day() && !date.approximate && !date.uncertain;
  json.open_object().key("unique_id").value(node.id).key("start_date");
  write_date(json, first, date.grain, certain_day ? std::string() : to_prose(date));
  if (date.first && date.last && *date.first != *date.last) {
    json.key("end_date");
    write_date(json, *date.last, date.grain, {});
  }
  json.key("text")
      .open_object()
      .key("headline")
      .value(escape_slide(shorten(node.headline, kHeadlineColumns)));
  json.key("text").value(body_of(node)).close_object().key("group").value(node.group).close_object();
}

}  // namespace

std::string render_timelinejs(const Report& report) {
  std::string out;
  JsonWriter json(out);
  json.open_object().key("scale").value("human").key("title").open_object().key("text").open_object();
  json.key("headline").value(escape_slide(report.title.empty() ? "Timeline" : report.title));
  json.key("text").value("<p>Policy: " + escape_html(report.reconciliation->policy) + "</p>");
  json.close_object().close_object().key("events").open_array();
  for (const Node& node : nodes_of(report, kMostNodes)) write_node(json, node);
  json.close_array().close_object().end_line();
  return out;
}

}  // namespace annals
