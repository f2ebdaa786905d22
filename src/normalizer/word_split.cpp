#include "normalizer/word_split.hpp"

namespace annals {

namespace {
bool is_word_byte(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || byte >= 0x80;
}
bool joins(char c) {
  return c == '\'' || c == '-' || c == '.' || c == ',';
}
bool is_digit(char c) {
  return c >= '0' && c <= '9';
}
}  // namespace

std::vector<std::string_view> split_words(std::string_view text) {
  std::vector<std::string_view> words;
  std::size_t at = 0;
  while (at < text.size()) {
    if (!is_word_byte(text[at])) {
      ++at;
      continue;
    }
    std::size_t end = at + 1;
    while (end < text.size()) {
      if (is_word_byte(text[end])) {
        ++end;
        continue;
      }
      const bool inside = joins(text[end]) && end + 1 < text.size() && is_word_byte(text[end + 1]);
      // A comma joins digits only: "2,248".
      if (!inside || (text[end] == ',' && !(is_digit(text[end - 1]) && is_digit(text[end + 1])))) break;
      ++end;
    }
    words.push_back(text.substr(at, end - at));
    at = end;
  }
  return words;
}

}  // namespace annals
