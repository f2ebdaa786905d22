#pragma once
// Which articles tell one story. In: the words of each article, in order of time; out: clusters, each with
// its most central article.
//   two reports of a quake in Ecuador and one of a bus crash in Odisha => {0, 1}, {2}
// Names weigh more than other words, rare words more than common ones. Only words of the batch are known:
// there is no gazetteer and no background corpus.

#include <cstdint>
#include <map>
#include <vector>

#include "annals/model/document.hpp"

#include "normalizer/content_words.hpp"

namespace annals {

inline constexpr std::int64_t kNoDay = INT64_MIN;

struct StoryText {
  std::int64_t day = kNoDay;         // since 1970
  std::vector<std::uint32_t> terms;  // of title, lead and places of figures; ascending, each once
  std::vector<std::pair<std::uint32_t, bool>> inner;  // words inside sentences, and whether with a capital
};
StoryText story_text(const Document& document, std::int64_t day, Vocabulary& vocabulary);

// What the whole batch says of each term.
struct TermFacts {
  std::vector<std::uint32_t> frequency;  // documents that have it
  std::vector<bool> is_name;             // mostly written with a capital inside sentences
  std::vector<double> weight;
};
TermFacts facts_of(const std::vector<StoryText>& texts, std::size_t vocabulary_size);

struct StoryCluster {
  std::vector<std::size_t> members;                // indices of texts, ascending
  std::map<std::uint32_t, std::uint32_t> profile;  // members that have each term
  std::size_t central = 0;
};
// Every text in exactly one cluster; the largest first.
std::vector<StoryCluster> cluster_stories(const std::vector<StoryText>& texts, std::size_t vocabulary_size);

// A batch about one story: what shares the words that go with its leading name joins the cluster that has
// most of them, however much later and in whatever other words it was written
// (src/normalizer/leading_story.cpp).
void gather_leading_story(const std::vector<StoryText>& texts, const TermFacts& facts,
                          std::vector<StoryCluster>& clusters);
// Moves all of `from` into `into`.
void absorb_cluster(StoryCluster& into, StoryCluster& from);

}  // namespace annals
