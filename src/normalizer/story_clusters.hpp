#pragma once
// Which articles tell one story. In: words of each article, in order of time; out: clusters, each with its
// most central article.

#include <cstdint>
#include <vector>

#include "annals/model/document.hpp"

#include "normalizer/content_words.hpp"

namespace annals {

inline constexpr std::int64_t kNoDay = INT64_MIN;

struct StoryText {
  std::int64_t day = kNoDay;
  std::vector<std::uint32_t> terms;  // of title, lead and places of figures; sorted, each once
};
StoryText story_text(const Document& document, std::int64_t day, Vocabulary& vocabulary);

struct StoryCluster {
  std::vector<std::size_t> members;  // indices of texts, ascending
  std::size_t central = 0;
};
std::vector<StoryCluster> cluster_stories(const std::vector<StoryText>& texts, std::size_t vocabulary_size);

}  // namespace annals
