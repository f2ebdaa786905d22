#include "loader/markdown_inline.hpp"

#include <algorithm>
#include <array>
#include <optional>

#include "annals/text/utf8.hpp"

#include "loader/html_tree.hpp"

namespace annals {

namespace {

constexpr std::string_view kPunctuation = "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~";

bool is_word_byte(char c) {
  const char lower = to_lower_ascii(c);
  return (lower >= 'a' && lower <= 'z') || (c >= '0' && c <= '9') || static_cast<unsigned char>(c) >= 0x80;
}

constexpr std::size_t kLongestCode = 4000;

// The offset of `mark`, where it is within `most` bytes: a search to the end for each byte of a hostile text
// would take time by the square of it.
std::size_t find_near(std::string_view text, char mark, std::size_t from, std::size_t most) {
  return text.substr(0, std::min(text.size(), from + most)).find(mark, from);
}

struct Link {
  std::string_view label;
  std::string_view title;  // in quotes after the address
  std::size_t end = 0;     // one past it
};

// "[label](address "title")" or "[label][name]" from the bracket at `at`.
std::optional<Link> link_at(std::string_view text, std::size_t at) {
  constexpr std::size_t kLongestLink = 2000;
  std::size_t depth = 0;
  std::size_t close = at;
  const std::size_t limit = std::min(text.size(), at + kLongestLink);
  for (; close < limit; ++close) {
    if (text[close] == '\\') {
      ++close;
    } else if (text[close] == '[') {
      ++depth;
    } else if (text[close] == ']' && --depth == 0) {
      break;
    }
  }
  if (close + 1 >= limit) return std::nullopt;
  Link link{text.substr(at + 1, close - at - 1), {}, 0};
  const char open = text[close + 1];
  if (open == '[') {
    const std::size_t end = text.substr(0, limit).find(']', close + 2);
    if (end == std::string_view::npos) return std::nullopt;
    link.end = end + 1;
    return link;
  }
  if (open != '(') return std::nullopt;
  std::size_t end = close + 2;
  for (depth = 1; end < limit; ++end) {
    if (text[end] == '(') ++depth;
    if (text[end] == ')' && --depth == 0) break;
  }
  if (end >= limit) return std::nullopt;
  const std::string_view inside = text.substr(close + 2, end - close - 2);
  const std::size_t quote = inside.find(" \"");
  if (quote != std::string_view::npos && trim(inside).ends_with('"'))
    link.title = trim(inside).substr(quote + 2);
  if (link.title.ends_with('"')) link.title.remove_suffix(1);
  link.end = end + 1;
  return link;
}

// First the links, pictures, tags and code: what remains of the text, with every byte that is not to be
// looked at again for emphasis marked in `literal`.
struct Draft {
  std::string text;
  std::vector<bool> literal;

  void add(char c, bool is_literal) {
    text += c;
    literal.push_back(is_literal);
  }
  void add(std::string_view part, bool is_literal) {
    text.append(part);
    literal.insert(literal.end(), part.size(), is_literal);
  }
};

std::string_view tag_name(std::string_view text, std::size_t at) {
  std::size_t begin = at + 1;
  if (begin < text.size() && text[begin] == '/') ++begin;
  std::size_t end = begin;
  while (end < text.size() &&
         ((text[end] >= 'a' && text[end] <= 'z') || (text[end] >= 'A' && text[end] <= 'Z') ||
          (text[end] >= '1' && text[end] <= '6')))
    ++end;
  return text.substr(begin, end - begin);
}

void draft(std::string_view text, Draft& out, std::vector<std::string>& captions, int depth) {
  for (std::size_t i = 0; i < text.size();) {
    const char c = text[i];
    if (c == '\\' && i + 1 < text.size() && kPunctuation.find(text[i + 1]) != std::string_view::npos) {
      out.add(text[i + 1], true);
      i += 2;
      continue;
    }
    if (c == '`') {
      const std::size_t run = std::min(text.find_first_not_of('`', i), text.size()) - i;
      const std::size_t close = text.substr(0, i + kLongestCode).find(text.substr(i, run), i + run);
      if (close != std::string_view::npos) {
        out.add(text.substr(i + run, close - i - run), true);
        i = close + run;
        continue;
      }
    }
    const bool picture = c == '!' && i + 1 < text.size() && text[i + 1] == '[';
    if ((picture || c == '[') && depth < 4) {
      if (const auto link = link_at(text, i + (picture ? 1 : 0))) {
        if (picture) {
          std::vector<std::string> none;
          const std::string caption =
              fold_space(plain_inline(link->title.empty() ? link->label : link->title, none));
          if (!caption.empty()) captions.push_back(caption);
        } else {
          draft(link->label, out, captions, depth + 1);
        }
        i = link->end;
        continue;
      }
      if (text.substr(i, 2) == "[^") {  // a footnote
        const std::size_t close = find_near(text, ']', i, 20);
        if (close != std::string_view::npos) {
          i = close + 1;
          continue;
        }
      }
    }
    if (c == '<') {
      const std::size_t close = find_near(text, '>', i, 300);
      const std::string name = to_lower_ascii(tag_name(text, i));
      if (close != std::string_view::npos && !name.empty()) {
        const std::string_view inside = text.substr(i + 1, close - i - 1);
        if (inside.starts_with("http")) {
          out.add(inside, true);
        } else if (name == "br") {
          out.add('\n', true);
        }
        i = close + 1;
        continue;
      }
    }
    if (c == '&') {
      const std::size_t close = find_near(text, ';', i, 12);
      if (close != std::string_view::npos && close - i > 2) {
        const std::string decoded =
            text.substr(i, close - i + 1) == "&nbsp;" ? " " : decode_entities(text.substr(i, close - i + 1));
        out.add(decoded, true);
        i = close + 1;
        continue;
      }
    }
    out.add(c, false);
    ++i;
  }
}

struct Run {
  std::size_t at = 0;
  std::size_t length = 0;
};

// Drops the marks of emphasis that come in pairs: *a*, **a**, ***a***, _a_, __a__, ~~a~~.
std::string without_emphasis(const Draft& source) {
  const std::string& text = source.text;
  std::vector<bool> drop(text.size(), false);
  std::vector<Run> open;
  for (std::size_t i = 0; i < text.size();) {
    const char mark = text[i];
    if (source.literal[i] || (mark != '*' && mark != '_' && mark != '~')) {
      ++i;
      continue;
    }
    std::size_t end = i;
    while (end < text.size() && text[end] == mark && !source.literal[end]) ++end;
    const Run run{i, end - i};
    i = end;
    if (run.length > 3 || (mark == '~' && run.length != 2)) continue;
    const char before = run.at == 0 ? ' ' : text[run.at - 1];
    const char after = end == text.size() ? ' ' : text[end];
    const bool inside_word = mark == '_' && is_word_byte(before) && is_word_byte(after);
    const bool can_close = !is_space_ascii(before) && !inside_word;
    const bool can_open = !is_space_ascii(after) && !inside_word;
    const auto opener = std::find_if(open.rbegin(), open.rend(), [&](const Run& other) {
      return text[other.at] == mark && other.length == run.length;
    });
    if (can_close && opener != open.rend()) {
      for (std::size_t k = 0; k < run.length; ++k) drop[opener->at + k] = drop[run.at + k] = true;
      open.erase(std::prev(opener.base()), open.end());
    } else if (can_open && open.size() < 100) {
      open.push_back(run);
    }
  }
  std::string out;
  out.reserve(text.size());
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (!drop[i]) out += text[i];
  }
  return out;
}

}  // namespace

std::string plain_inline(std::string_view text, std::vector<std::string>& captions) {
  if (text.find_first_of("\\`![<&*_~") == std::string_view::npos) return std::string(text);
  Draft source;
  draft(text, source, captions, 0);
  return without_emphasis(source);
}

}  // namespace annals
