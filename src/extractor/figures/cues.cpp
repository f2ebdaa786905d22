#include "extractor/figures/cues.hpp"

#include <algorithm>

namespace annals {

bool is_cue(const TokenizedText& text, const WordTable& words, std::uint32_t token, std::uint32_t end,
            ClassId klass) {
  const WordId id = text.tokens[token].word;
  if (words.classes(id).has(klass)) return true;
  if (!words.starts_phrase(id)) return false;
  return words.longest_phrase([&](std::size_t k) { return text.tokens[token + k].word; }, end - token, klass)
             .length != 0;
}

bool any_cue(const TokenizedText& text, const WordTable& words, std::uint32_t first, std::uint32_t last,
             std::uint32_t end, ClassId klass) {
  for (std::uint32_t i = first; i < last; ++i) {
    if (is_cue(text, words, i, end, klass)) return true;
  }
  return false;
}

bool has_cue(const TokenizedText& text, const WordTable& words, const Sentence& sentence, ClassId klass) {
  return any_cue(text, words, sentence.first, sentence.last, sentence.last, klass);
}

bool across_contrast(const TokenizedText& text, const WordTable& words, const FramingRules& framing,
                     const Sentence& sentence, Span a, Span b) {
  const std::uint32_t from = std::min(a.end, b.end);
  const std::uint32_t to = std::max(a.begin, b.begin);
  for (std::uint32_t i = sentence.first; i < sentence.last; ++i) {
    const Token& t = text.tokens[i];
    if (t.begin >= from && t.end <= to && words.classes(t.word).has(framing.contrast)) return true;
  }
  return false;
}

}  // namespace annals
