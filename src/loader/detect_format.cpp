#include "loader/detect_format.hpp"

#include <algorithm>
#include <array>

#include "annals/text/utf8.hpp"

namespace annals {

namespace {

using namespace std::string_view_literals;

constexpr std::size_t kHtmlHead = 4096;

std::string_view first_line(std::string_view text) {
  return text.substr(0, std::min(text.find('\n'), text.size()));
}

bool begins_like_json(std::string_view text) {
  if (text.empty() || (text.front() != '{' && text.front() != '[')) return false;
  const std::string_view inside = trim(text.substr(1, 256));
  if (text.front() == '{') return inside.empty() || inside.front() == '"' || inside.front() == '}';
  return inside.empty() || inside.front() == '{' || inside.front() == ']';
}

// Records one a line, rather than one record over several lines.
bool is_one_a_line(std::string_view text, bool named_so, bool whole) {
  if (text.front() == '[') return false;
  const std::string_view line = first_line(text);
  const std::string_view rest = trim(text.substr(line.size()));
  const std::string_view record = trim(line);
  if (line.size() == text.size()) return named_so || !whole;  // one line, as far as can be seen
  if (record.ends_with('}')) return named_so || !rest.empty() || !whole;
  // A cut first record, or one that goes on in the next line.
  return rest.starts_with("{\"") || (named_so && record.size() > 1 && !record.ends_with(',') &&
                                     !record.ends_with('{') && !record.ends_with('['));
}

bool begins_like_html(std::string_view text) {
  if (text.empty() || text.front() != '<') return false;
  const std::string head = to_lower_ascii(text.substr(0, kHtmlHead));
  constexpr std::array<std::string_view, 4> kTags{"<!doctype html", "<html", "<head", "<body"};
  return std::any_of(kTags.begin(), kTags.end(), [&](std::string_view tag) {
    const std::size_t at = head.find(tag);
    return at != std::string::npos && (at + tag.size() == head.size() ||
                                       is_space_ascii(head[at + tag.size()]) || head[at + tag.size()] == '>');
  });
}

}  // namespace

std::string ending_of(std::string_view path) {
  const std::size_t slash = path.rfind('/');
  if (slash != std::string_view::npos) path.remove_prefix(slash + 1);
  const std::size_t point = path.rfind('.');
  return point == std::string_view::npos || point == 0 ? std::string() : to_lower_ascii(path.substr(point));
}

FrontMatter front_matter(std::string_view text) {
  const std::string_view line = first_line(text);
  if (!line.starts_with("---") || trim(line) != "---" || line.size() == text.size()) return {};
  std::size_t at = line.size() + 1;
  const std::size_t begin = at;
  bool has_key = false;
  while (at < text.size()) {
    const std::string_view row = first_line(text.substr(at));
    const std::string_view mark = trim(row);
    const std::size_t next = std::min(at + row.size() + 1, text.size());
    if (row.starts_with("---") || row.starts_with("...")) {
      if (mark == "---" || mark == "...")
        return has_key ? FrontMatter{text.substr(begin, at - begin), next} : FrontMatter{};
    }
    const std::size_t colon = mark.find(':');
    has_key = has_key || (colon != std::string_view::npos && colon > 0);
    at = next;
  }
  return {};
}

InputFormat detect_format(std::string_view head, std::string_view path, bool whole) {
  const std::string ending = ending_of(path);
  const bool named_jsonl = ending == ".jsonl" || ending == ".ndjson";
  std::string_view text = head;
  while (!text.empty() && is_space_ascii(text.front())) text.remove_prefix(1);
  if (begins_like_json(text))
    return is_one_a_line(text, named_jsonl, whole) ? InputFormat::jsonl : InputFormat::json;
  if (begins_like_html(text)) return InputFormat::html;
  if (front_matter(text).size > 0) return InputFormat::markdown;
  if (named_jsonl) return InputFormat::jsonl;
  if (ending == ".json") return InputFormat::json;
  if (ending == ".html" || ending == ".htm" || ending == ".xhtml") return InputFormat::html;
  if (ending == ".md" || ending == ".markdown") return InputFormat::markdown;
  return InputFormat::text;
}

}  // namespace annals
