#include "extractor/figures/word_in.hpp"

#include <array>

namespace annals {

namespace {

constexpr std::size_t kPhraseWords = 6;

// The run of letters at or after `at`, which moves behind it.
std::string_view next_word(std::string_view bytes, std::size_t& at) {
  const auto is_letter = [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); };
  while (at < bytes.size() && !is_letter(bytes[at])) ++at;
  const std::size_t begin = at;
  while (at < bytes.size() && is_letter(bytes[at])) ++at;
  return bytes.substr(begin, at - begin);
}

bool phrase_at(std::string_view bytes, std::size_t at, WordId first, const WordTable& words, ClassId klass) {
  std::array<WordId, kPhraseWords> ids{first};
  std::size_t count = 1;
  for (; count < kPhraseWords && at < bytes.size(); ++count) ids[count] = words.find(next_word(bytes, at));
  return words.longest_phrase([&](std::size_t i) { return ids[i]; }, count, klass).length != 0;
}

}  // namespace

bool word_in(std::string_view bytes, const WordTable& words, ClassId klass) {
  for (std::size_t at = 0; at < bytes.size();) {
    const std::string_view word = next_word(bytes, at);
    if (word.empty()) return false;
    const WordId id = words.find(word);
    if (words.classes(id).has(klass)) return true;
    if (words.phrase_classes(id).has(klass) && phrase_at(bytes, at, id, words, klass)) return true;
  }
  return false;
}

}  // namespace annals
