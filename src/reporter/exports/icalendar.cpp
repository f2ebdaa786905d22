// iCalendar (RFC 5545): all-day events that take nobody's time.

#include <fmt/format.h>

#include "annals/text/escape.hpp"
#include "annals/text/utf8.hpp"

#include "reporter/exports/formats.hpp"
#include "reporter/exports/nodes.hpp"
#include "reporter/findings/report_view.hpp"

namespace annals {

namespace {

constexpr std::size_t kMostNodes = 1000;
constexpr std::size_t kSummaryColumns = 110;

// Lines of at most 75 octets, each further one after a blank; no letter is cut.
void append_line(std::string& out, std::string_view line) {
  constexpr std::size_t kOctets = 75;
  std::size_t used = 0;
  for (std::size_t at = 0; at < line.size();) {
    const std::size_t length = utf8_length(line, at);
    if (used + length > kOctets) {
      out += "\r\n ";
      used = 1;
    }
    out += line.substr(at, length);
    used += length;
    at += length;
  }
  out += "\r\n";
}

std::string text_value(std::string_view text) {
  std::string out;
  for (const char c : escape_terminal(text)) {  // line breaks have become blanks
    if (c == '\\' || c == ';' || c == ',') out += '\\';
    out += c;
  }
  return out;
}

std::string day_value(Date date) {
  return fmt::format("{:04}{:02}{:02}", date.year, date.month, date.day);
}

std::string stamp_value(const Instant& instant) {
  const std::int64_t seconds = ((instant.seconds % 86400) + 86400) % 86400;
  const Date day = from_days(static_cast<std::int32_t>((instant.seconds - seconds) / 86400));
  return fmt::format("{}T{:02}{:02}{:02}Z", day_value(day), seconds / 3600, seconds / 60 % 60, seconds % 60);
}

std::string description_of(const Node& node) {
  std::string text;
  const bool certain_day = node.date.is_day() && !node.date.approximate && !node.date.uncertain;
  if (!certain_day) text += text_value("Date: " + to_prose(node.date)) + "\\n";
  for (const std::string& line : node.lines) text += text_value(line) + "\\n";
  for (const Article* article : node.sources) {
    const std::string target = markdown_link_target(article->url);
    text += text_value("Source: " + source_name(*article) + (target.empty() ? "" : " " + target)) + "\\n";
  }
  return text;
}

}  // namespace

std::string render_icalendar(const Report& report, const RenderOptions& options) {
  const Instant stamp = options.now ? *options.now : as_of(report).value_or(Instant{});
  std::string out;
  append_line(out, "BEGIN:VCALENDAR");
  append_line(out, "VERSION:2.0");
  append_line(out, "PRODID:-//annals//" + text_value(options.tool) + "//EN");
  append_line(out, "CALSCALE:GREGORIAN");
  append_line(out, "X-WR-CALNAME:" + text_value(report.title.empty() ? "Timeline" : report.title));
  for (const Node& node : nodes_of(report, kMostNodes)) {
    const Date first = node.date.first ? *node.date.first : *node.date.last;
    const Date last = node.date.last ? *node.date.last : first;
    if (first.year < 1 || last.year > 9998) continue;  // calendars have no such years
    append_line(out, "BEGIN:VEVENT");
    append_line(out, "UID:" + node.id + "@annals");
    append_line(out, "DTSTAMP:" + stamp_value(stamp));
    append_line(out, "DTSTART;VALUE=DATE:" + day_value(first));
    append_line(out, "DTEND;VALUE=DATE:" + day_value(add_days(last, 1)));  // the first day after it
    append_line(out, "SUMMARY:" + text_value(shorten(node.headline, kSummaryColumns)));
    append_line(out, "DESCRIPTION:" + description_of(node));
    append_line(out, "CATEGORIES:" + text_value(node.group));
    append_line(out, "TRANSP:TRANSPARENT");
    append_line(out, "END:VEVENT");
  }
  append_line(out, "END:VCALENDAR");
  return out;
}

}  // namespace annals
