// Any bytes come out harmless in every format, and the tables of words and dates read any bytes.

#include <algorithm>

#include "annals/text/escape.hpp"
#include "annals/text/tsv.hpp"
#include "annals/text/utf8.hpp"

#include "promise.hpp"

using namespace annals;

namespace {

bool has_control(std::string_view text) {
  return std::any_of(text.begin(), text.end(), [](char c) { return (c >= 0 && c < 0x20) || c == 0x7F; });
}

bool all_escaped(std::string_view text, std::string_view marks) {
  std::size_t slashes = 0;
  for (const char c : text) {
    if (slashes % 2 == 0 && marks.find(c) != std::string_view::npos) return false;
    slashes = c == '\\' ? slashes + 1 : 0;
  }
  return true;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text = as_text(data, size);
  const std::string valid = to_valid_utf8(text);
  PROMISE(find_invalid_utf8(valid) == std::string_view::npos);
  PROMISE(to_valid_utf8(valid) == valid);
  std::string again;
  for (std::size_t at = 0; at < valid.size(); at += utf8_length(valid, at))
    append_utf8(again, utf8_at(valid, at));
  PROMISE(again == valid);
  PROMISE(display_width(shorten(valid, 20)) <= 20);
  PROMISE(fold_space(fold_space(text)) == fold_space(text));

  const std::string json = escape_json(text);
  PROMISE(all_escaped(json, "\""));
  PROMISE(!has_control(json));
  const std::string markdown = escape_markdown(text);
  PROMISE(all_escaped(markdown, "`*_[]>|~$@"));
  PROMISE(markdown.find('<') == std::string::npos);
  PROMISE(!has_control(markdown));
  PROMISE(markdown.empty() || std::string_view(" #-+=!").find(markdown.front()) == std::string_view::npos);
  PROMISE(escape_html(text).find_first_of("<>\"'") == std::string::npos);
  const std::string cell = csv_cell(text);
  PROMISE(cell.empty() || std::string_view("=+-@\t\r").find(cell.front()) == std::string_view::npos);
  PROMISE(!has_control(escape_terminal(text)));
  const std::string target = markdown_link_target(text);
  PROMISE(target.find_first_of(" <>()\"\n\\") == std::string::npos);
  PROMISE(target.empty() || to_lower_ascii(target).starts_with("http"));

  for (const TsvRow& row : parse_tsv(text).rows) PROMISE(!row.cells.empty());
  return 0;
}
