#pragma once
// Which articles of a group tell one story. In: the words of each article, in order of time; out: clusters.
//   two reports of a quake in Ecuador and one of a bus crash in Odisha => {0, 1}, {2}
// Names weigh more than other words, rare words more than common ones. Only words of the group are known:
// there is no gazetteer and no background corpus.

#include <cstdint>
#include <map>
#include <vector>

#include "normalizer/stories/story_words.hpp"

namespace annals {

// What the whole group says of each term.
struct TermFacts {
  std::vector<std::uint32_t> frequency;  // documents that have it
  std::vector<bool> is_name;             // mostly written with a capital inside sentences
  std::vector<double> weight;
};
TermFacts facts_of(const StoryTexts& group);

struct StoryCluster {
  std::vector<std::size_t> members;                // indices of texts, ascending
  std::map<std::uint32_t, std::uint32_t> profile;  // members that have each term
};
// Every text in exactly one cluster; the largest first.
std::vector<StoryCluster> cluster_stories(const StoryTexts& group);
StoryCluster cluster_of(std::vector<std::size_t> members, const std::vector<StoryText>& texts);
void largest_first(std::vector<StoryCluster>& clusters);

// Of articles that tell one story the one whose words the others have most, for its length.
std::size_t central_of(const StoryTexts& story);

// A batch about one story: what shares the words that go with its leading name joins the cluster that has
// most of them, however much later and in whatever other words it was written
// (src/normalizer/leading_story.cpp).
void gather_leading_story(const std::vector<StoryText>& texts, const TermFacts& facts,
                          std::vector<StoryCluster>& clusters);
// Moves all of `from` into `into`.
void absorb_cluster(StoryCluster& into, StoryCluster& from);

}  // namespace annals
