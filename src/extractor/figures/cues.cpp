#include "extractor/figures/cues.hpp"

#include <algorithm>

namespace annals {

bool is_cue(const TokenizedText& text, const WordTable& words, std::uint32_t token, std::uint32_t end,
            ClassId klass) {
  const WordId id = text.tokens[token].word;
  if (words.classes(id).has(klass)) return true;
  if (!words.phrase_classes(id).has(klass)) return false;
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

SentenceCues::SentenceCues(const TokenizedText& text, const WordTable& words, const FramingRules& framing,
                           const Sentence& sentence) {
  ClassSet all;
  for (const ClassId klass : {framing.superlative, framing.since, framing.background_cue, framing.ongoing,
                              framing.denied_cue, framing.total_cue, framing.contrast}) {
    all.add(klass);
  }
  for (std::uint32_t i = sentence.first; i < sentence.last; ++i) {
    const Token& token = text.tokens[i];
    if (!words.classes(token.word).meets(all) && !words.phrase_classes(token.word).meets(all)) continue;
    const auto is = [&](ClassId klass) { return is_cue(text, words, i, sentence.last, klass); };
    superlative = superlative || is(framing.superlative);
    since = since || is(framing.since);
    background = background || is(framing.background_cue);
    ongoing = ongoing || is(framing.ongoing);
    if (denied == UINT32_MAX && is(framing.denied_cue)) denied = i;
    if (is(framing.total_cue)) totals.push_back(i);
    if (words.classes(token.word).has(framing.contrast)) contrasts.push_back(token.span());
  }
}

bool SentenceCues::total_in(std::uint32_t first, std::uint32_t last) const {
  const auto at = std::lower_bound(totals.begin(), totals.end(), first);
  return at != totals.end() && *at < last;
}

bool SentenceCues::across_contrast(Span a, Span b) const {
  const std::uint32_t from = std::min(a.end, b.end);
  const std::uint32_t to = std::max(a.begin, b.begin);
  const auto at = std::lower_bound(contrasts.begin(), contrasts.end(), from,
                                   [](Span word, std::uint32_t byte) { return word.begin < byte; });
  return at != contrasts.end() && at->end <= to;
}

}  // namespace annals
