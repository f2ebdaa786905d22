#include "extractor/figures/word_in.hpp"

namespace annals {

bool word_in(std::string_view bytes, const WordTable& words, ClassId klass) {
  for (std::size_t i = 0; i < bytes.size();) {
    const auto is_letter = [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); };
    std::size_t end = i;
    while (end < bytes.size() && is_letter(bytes[end])) ++end;
    if (end > i && words.classes(words.find(bytes.substr(i, end - i))).has(klass)) return true;
    i = end + 1;
  }
  return false;
}

}  // namespace annals
