#pragma once
// Temporal expressions of a text with the shipped lexicon, for tests.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "annals/extractor/lexicon.hpp"
#include "annals/model/timex.hpp"

#include "extractor/temporal/timexes.hpp"

namespace annals {

inline const Lexicon& shipped_lexicon() {
  static const Lexicon lexicon = Lexicon::embedded();
  return lexicon;
}

inline std::vector<Timex> timexes_of(std::string_view text, std::optional<Date> published,
                                     std::vector<Diagnostic>* diagnostics = nullptr) {
  const LexiconData& data = shipped_lexicon().data();
  TokenizedText cut{text, tokenize(text, data.words), {}};
  cut.sentences = split_sentences(cut.tokens, data.words, data.sentence_rules);
  return recognize_timexes(cut, data, published, std::nullopt, diagnostics);
}

}  // namespace annals
