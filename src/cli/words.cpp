#include "cli/words.hpp"

#include "annals/text/utf8.hpp"

namespace annals {

std::vector<std::string_view> split(std::string_view text, char mark) {
  std::vector<std::string_view> words;
  while (!text.empty()) {
    const std::size_t end = text.find(mark);
    words.push_back(text.substr(0, end));
    if (end == std::string_view::npos) break;
    text.remove_prefix(end + 1);
  }
  return words;
}

std::string wrap(std::string_view text, std::size_t columns, std::size_t indent) {
  std::string out;
  for (const std::string_view line : split(text, '\n')) {
    if (line.empty()) {
      out += '\n';
      continue;
    }
    std::size_t used = 0;
    for (const std::string_view word : split(line, ' ')) {
      if (word.empty()) continue;
      const std::size_t width = display_width(word);
      if (used != 0 && used + 1 + width > columns) {
        out += '\n';
        used = 0;
      }
      if (used == 0) {
        out.append(indent, ' ');
        used = indent;
      } else {
        out += ' ';
        ++used;
      }
      out += word;
      used += width;
    }
    out += '\n';
  }
  return out;
}

}  // namespace annals
