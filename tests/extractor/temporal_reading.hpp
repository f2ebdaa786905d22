#pragma once
// Temporal expressions of a text with the shipped lexicon, for tests.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "annals/extractor/lexicon.hpp"
#include "annals/model/timex.hpp"

#include "extractor/temporal/ranges.hpp"
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

inline std::vector<TimeRange> ranges_of(std::string_view text, const std::vector<Timex>& timexes,
                                        std::optional<Date> published) {
  const LexiconData& data = shipped_lexicon().data();
  TokenizedText cut{text, tokenize(text, data.words), {}};
  cut.sentences = split_sentences(cut.tokens, data.words, data.sentence_rules);
  return find_ranges(cut, data.words, *data.time_links, timexes, published);
}

}  // namespace annals
