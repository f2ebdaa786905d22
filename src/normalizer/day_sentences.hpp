#pragma once
// Sentences by the day they tell of, and the choice of those that tell it best: vectors of words, centroid of
// what mentions the day and of what leads the articles published on it (DATEWISE, docs/design.md).

#include <cstdint>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "annals/model/document.hpp"
#include "annals/normalizer/timeline.hpp"

#include "normalizer/content_words.hpp"

namespace annals {

class ToldSentences;

// Where a keyword stands; the whole reach where none are asked for.
enum class KeywordReach : std::uint8_t { none, article, sentence };

struct PooledSentence {
  std::size_t document = 0;  // index into the sorted documents
  const Claim* claim = nullptr;
  Span telling;       // what of the claim is shown
  double weight = 1;  // as a telling (telling.hpp)
  KeywordReach keyword = KeywordReach::sentence;
  SparseVector vector;
  std::vector<DateSpan> loose;  // what it dates no nearer: "around 3 May", "from 3 to 6 May"
};

struct SentencePool {
  std::vector<PooledSentence> sentences;
  std::map<Date, std::vector<std::size_t>> mentions;  // sentences dated to the day, in order of document
  std::map<Date, std::vector<std::size_t>> leads;  // undated first sentences of articles published that day
};

SentencePool pool_sentences(const std::vector<const Document*>& documents, const TimelineOptions& options);
// At most `count` sentences, best first. What the `told` ones say already is told again only where the day
// has nothing else.
std::vector<std::size_t> choose_sentences(const SentencePool& pool, Date day, std::size_t count,
                                          const ToldSentences& told);
// The date of an entry about the day: the day, or the stretch or doubtful day as which its first sentence
// tells it.
DateSpan told_date(const SentencePool& pool, Date day, const std::vector<std::size_t>& chosen);
// Ids of the articles that mention the day, in order of time.
std::vector<std::string> sources_of(const SentencePool& pool, Date day,
                                    const std::vector<const Document*>& documents);

// Ids of the articles that these sentences are of, in order of time.
std::vector<std::string> articles_of(const SentencePool& pool, const std::vector<std::size_t>& sentences,
                                     const std::vector<const Document*>& documents);

}  // namespace annals
