#include "annals/extractor/extract.hpp"

#include "extractor/lexicon_data.hpp"
#include "extractor/temporal/timexes.hpp"

namespace annals {

Extraction extract(const Article& article, const Lexicon& lexicon) {
  const LexiconData& data = lexicon.data();
  TokenizedText text{article.text, tokenize(article.text, data.words), {}};
  text.sentences = split_sentences(text.tokens, data.words, data.sentence_rules);
  Extraction found;
  const auto day_of = [](const std::optional<StampedDate>& date) {
    return date ? std::optional<Date>(date->when.date()) : std::nullopt;
  };
  found.timexes = recognize_timexes(text, data, day_of(article.published), day_of(article.dateline));
  for (const Sentence& sentence : text.sentences)
    found.claims.push_back({sentence.span, ClaimType::event, {}, {}});
  return found;
}

}  // namespace annals
