// Heads of plain text files:
//   " date 2024-06-11 Headline words"      one line with the day and the headline
//   "Title: ...\nDate: ...\n\n"            a block of names and values that a blank line ends
//   "Headline words\n\n"                   a short first line that does not read like a sentence
// What follows is the text, byte for byte.

#include <algorithm>
#include <utility>

#include "annals/text/utf8.hpp"

#include "loader/article_fields.hpp"
#include "loader/formats.hpp"
#include "loader/header_dates.hpp"

namespace annals {

namespace {

constexpr std::size_t kLongestTitle = 200;
constexpr std::size_t kLongestName = 24;

struct Line {
  std::string_view text;  // without blanks around it
  std::size_t next = 0;   // where the next line begins
};

Line line_at(std::string_view text, std::size_t at) {
  const std::size_t end = std::min(text.find('\n', at), text.size());
  return {trim(text.substr(at, end - at)), std::min(end + 1, text.size())};
}

std::size_t skip_blank_lines(std::string_view text, std::size_t at) {
  while (at < text.size()) {
    const Line line = line_at(text, at);
    if (!line.text.empty()) break;
    at = line.next;
  }
  return at;
}

// " date 2024-06-11 Headline words"
bool read_date_line(std::string_view line, Article& article) {
  if (line.size() < 6 || to_lower_ascii(line.substr(0, 4)) != "date" || (line[4] != ' ' && line[4] != '\t'))
    return false;
  const std::string_view rest = trim(line.substr(5));
  const std::size_t end = std::min(rest.find_first_of(" \t"), rest.size());
  const std::string_view day = rest.substr(0, end);
  if (day.size() < 8 || day.front() < '0' || day.front() > '9') return false;
  const HeaderDate date = read_header_date(day);
  if (!date.when && !date.impossible) return false;
  fill_field(article, Field::published, day, DateOrigin::header_line);
  fill_field(article, Field::title, rest.substr(end), DateOrigin::header_line);
  return true;
}

struct HeadLine {
  std::string_view name;
  std::string_view value;
};

// "Name: value" with a name of at most three words.
std::optional<HeadLine> head_line(std::string_view line) {
  const std::size_t colon = line.find(':');
  if (colon == std::string_view::npos || colon == 0 || colon > kLongestName) return std::nullopt;
  const std::string_view name = line.substr(0, colon);
  const bool letters = std::all_of(name.begin(), name.end(), [](char c) {
    return c == ' ' || c == '-' || c == '_' || (to_lower_ascii(c) >= 'a' && to_lower_ascii(c) <= 'z');
  });
  if (!letters || std::count(name.begin(), name.end(), ' ') > 2) return std::nullopt;
  if (colon + 1 < line.size() && line[colon + 1] == '/') return std::nullopt;  // an address
  return HeadLine{name, trim(line.substr(colon + 1))};
}

// A block of head lines from `at`; where it ends, or `at` when there is none. Without a blank line after it
// two known names are asked for, because "Source: ..." may open a paragraph.
std::size_t read_head_block(std::string_view text, std::size_t at, Article& article) {
  std::size_t end = at;
  std::size_t known = 0;
  bool closed = true;
  while (end < text.size()) {
    const Line line = line_at(text, end);
    if (line.text.empty()) break;
    const auto head = head_line(line.text);
    if (head && field_named(head->name) != Field::none) ++known;
    if (!head || known == 0) {
      closed = false;
      break;
    }
    end = line.next;
  }
  if (known == 0 || (!closed && known < 2)) return at;
  for (std::size_t i = at; i < end;) {
    const Line line = line_at(text, i);
    if (const auto head = head_line(line.text))
      fill_field(article, field_named(head->name), head->value, DateOrigin::header_line);
    i = line.next;
  }
  return end;
}

// "... in the U.S." ends in a point and is no sentence for that.
bool ends_like_sentence(std::string_view line) {
  while (line.ends_with('"') || line.ends_with('\'') || line.ends_with("\u201D") || line.ends_with("\u2019"))
    line.remove_suffix(line.ends_with('"') || line.ends_with('\'') ? 1 : 3);
  if (line.ends_with(',') || line.ends_with(';')) return true;
  if (!line.ends_with('.')) return false;
  const std::string_view word = line.substr(line.find_last_of(' ') + 1);
  return word.substr(0, word.size() - 1).find('.') == std::string_view::npos;
}

// Whether the line is a headline: short, no sentence, and followed by a blank line or by a paragraph that it
// is not the first row of.
bool is_title(std::string_view text, const Line& line) {
  if (line.text.empty() || line.text.size() > kLongestTitle || line.next >= text.size()) return false;
  if (ends_like_sentence(line.text)) return false;
  const std::size_t body = skip_blank_lines(text, line.next);
  if (body >= text.size()) return false;
  if (body > line.next) return true;
  const std::string_view below = line_at(text, line.next).text;
  if (head_line(below) && field_named(head_line(below)->name) != Field::none) return true;
  const bool goes_on = below.front() >= 'a' && below.front() <= 'z';
  return !goes_on && below.size() * 4 > line.text.size() * 5;
}

}  // namespace

void read_plain_text(std::string text, Article& article) {
  std::size_t at = skip_blank_lines(text, 0);
  const Line first = line_at(text, at);
  if (read_date_line(first.text, article)) {
    at = first.next;
  } else {
    at = read_head_block(text, at, article);
  }
  if (article.title.empty()) {
    at = skip_blank_lines(text, at);
    const Line line = line_at(text, at);
    if (is_title(text, line)) {
      fill_field(article, Field::title, line.text, DateOrigin::header_line);
      at = read_head_block(text, skip_blank_lines(text, line.next), article);
    }
  }
  text.erase(0, skip_blank_lines(text, at));
  article.text = std::move(text);
}

}  // namespace annals
