// Markdown with its marks made plain: what a reader of the rendered page would see, line by line as written.
// Done with a light hand: what is no clear markup stays as it is.

#include <algorithm>
#include <array>
#include <cstdint>
#include <optional>
#include <utility>
#include <vector>

#include "annals/text/utf8.hpp"

#include "loader/article_fields.hpp"
#include "loader/detect_format.hpp"
#include "loader/formats.hpp"
#include "loader/markdown_inline.hpp"

namespace annals {

namespace {

std::string_view unquoted(std::string_view value) {
  if (value.size() >= 2 && (value.front() == '"' || value.front() == '\'') && value.back() == value.front())
    return value.substr(1, value.size() - 2);
  // A comment after a bare value.
  if (const std::size_t mark = value.find(" #"); mark != std::string_view::npos)
    return trim(value.substr(0, mark));
  return value;
}

// "key: value" rows; lists, nested maps and folded texts are left alone.
void read_front_matter(std::string_view block, Article& article) {
  while (!block.empty()) {
    const std::size_t end = std::min(block.find('\n'), block.size());
    const std::string_view row = block.substr(0, end);
    block.remove_prefix(std::min(end + 1, block.size()));
    const std::size_t colon = row.find(':');
    if (colon == std::string_view::npos || row.empty() || is_space_ascii(row.front()) || row.front() == '#')
      continue;
    const std::string_view value = unquoted(trim(row.substr(colon + 1)));
    if (value.empty() || value == "|" || value == ">" || value == "null" || value == "~") continue;
    if (value.front() == '[' || value.front() == '{') continue;
    fill_field(article, field_named(row.substr(0, colon)), value, DateOrigin::front_matter);
  }
}

std::string_view without_comments(std::string_view text, std::string& storage) {
  std::size_t open = text.find("<!--");
  if (open == std::string_view::npos) return text;
  while (open != std::string_view::npos) {
    storage.append(text.substr(0, open));
    const std::size_t close = text.find("-->", open);
    text.remove_prefix(close == std::string_view::npos ? text.size() : close + 3);
    open = text.find("<!--");
  }
  storage.append(text);
  return storage;
}

// "## Heading ##" => "Heading"; nullopt for any other line.
std::optional<std::string_view> heading(std::string_view line, std::size_t& level) {
  level = 0;
  while (level < line.size() && line[level] == '#') ++level;
  if (level == 0 || level > 6 || level == line.size() || line[level] != ' ') return std::nullopt;
  std::string_view words = trim(line.substr(level));
  std::string_view bare = words;
  while (bare.ends_with('#')) bare.remove_suffix(1);
  return bare.ends_with(' ') ? trim(bare) : words;
}

bool is_rule(std::string_view line) {  // "***", "- - -", "====="
  if (line.size() < 3) return false;
  const char mark = line.front();
  if (std::string_view("-*_=").find(mark) == std::string_view::npos) return false;
  return std::all_of(line.begin(), line.end(), [&](char c) { return c == mark || c == ' ' || c == '\r'; });
}

// "|---|:--:|"
bool is_table_rule(std::string_view line) {
  return line.find('|') != std::string_view::npos && line.find("--") != std::string_view::npos &&
         line.find_first_not_of("|-: \r\t") == std::string_view::npos;
}

// "[name]: https://..."
bool is_link_definition(std::string_view line) {
  const std::size_t close = line.find("]:");
  return line.starts_with('[') && close != std::string_view::npos && close > 1 && line.find(']') == close &&
         !line.starts_with("[^");
}

// The line without the marks of quotes and bullets. Numbers of lists stay: they may be counts.
std::string_view without_prefix(std::string_view line) {
  std::string_view rest = line;
  while (!rest.empty() && (rest.front() == ' ' || rest.front() == '\t')) rest.remove_prefix(1);
  if (rest.starts_with('>')) {
    rest.remove_prefix(1);
    return without_prefix(rest);
  }
  if (rest.size() >= 2 && std::string_view("-*+").find(rest.front()) != std::string_view::npos &&
      rest[1] == ' ')
    return trim(rest.substr(2));
  return rest;
}

class Body {
 public:
  explicit Body(Article& article) : article_(article) {}

  void read(std::string_view text) {
    while (!text.empty()) {
      const std::size_t end = std::min(text.find('\n'), text.size());
      read_line(text.substr(0, end));
      text.remove_prefix(std::min(end + 1, text.size()));
    }
    flush();
    std::string& out = article_.text;
    while (!out.empty() && is_space_ascii(out.back())) out.pop_back();
    for (const std::string& caption : captions_) {
      if (!out.empty()) out += "\n\n";
      const auto begin = static_cast<std::uint32_t>(out.size());
      out += caption;
      article_.captions.push_back({begin, static_cast<std::uint32_t>(out.size())});
    }
  }

 private:
  void read_line(std::string_view line) {
    if (line.ends_with('\r')) line.remove_suffix(1);
    const std::string_view bare = trim(line);
    if (bare.starts_with("```") || bare.starts_with("~~~")) {
      flush();
      fenced_ = !fenced_;
      return;
    }
    if (fenced_) {
      article_.text.append(line).append("\n");
      return;
    }
    if (bare.empty()) {
      flush();
      if (!article_.text.empty() && !article_.text.ends_with("\n\n")) article_.text += '\n';
      return;
    }
    std::size_t level = 0;
    if (const auto words = heading(bare, level)) {
      flush();
      paragraph_ = *words;
      const bool on_top = article_.text.empty() && level == 1;
      if (!on_top) return flush();
      // The heading on top is the title, whether or not the front matter gave one.
      fill_field(article_, Field::title, plain_inline(paragraph_, captions_), DateOrigin::front_matter);
      paragraph_.clear();
      return;
    }
    if (is_rule(bare)) {  // a rule, or the underline of a heading
      const bool title = bare.front() == '=' && article_.text.empty() && !paragraph_.empty() &&
                         paragraph_.find('\n') == std::string::npos;
      if (title) {
        fill_field(article_, Field::title, plain_inline(paragraph_, captions_), DateOrigin::front_matter);
        paragraph_.clear();
      }
      return flush();
    }
    if (is_table_rule(bare) || is_link_definition(bare)) return;
    if (!paragraph_.empty()) paragraph_ += '\n';
    paragraph_.append(without_prefix(line));
  }

  void flush() {
    if (paragraph_.empty()) return;
    const std::string plain = plain_inline(paragraph_, captions_);
    paragraph_.clear();
    if (!trim(plain).empty()) article_.text.append(plain).append("\n");
  }

  Article& article_;
  std::string paragraph_;
  std::vector<std::string> captions_;
  bool fenced_ = false;
};

}  // namespace

void read_markdown(std::string_view text, Article& article) {
  while (!text.empty() && is_space_ascii(text.front())) text.remove_prefix(1);
  const FrontMatter front = front_matter(text);
  read_front_matter(front.block, article);
  text.remove_prefix(front.size);
  std::string storage;
  Body(article).read(without_comments(text, storage));
}

}  // namespace annals
