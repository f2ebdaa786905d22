#pragma once
// The words by which an article is told to belong to a story: those of its title, its lead and the places of
// its figures; and the same with small numbers, for comparing many articles.
//   "A quake hit the coast of Ruritania" => quake, hit, coast, ruritania; ruritania is a name

#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

#include "annals/model/document.hpp"

namespace annals {

inline constexpr std::int64_t kNoDay = INT64_MIN;

// What one article says by itself; does not depend on any other.
struct StoryWords {
  std::int64_t day = kNoDay;                          // since 1970, from when it could be known
  std::vector<std::uint64_t> terms;                   // ascending, each once
  std::vector<std::pair<std::uint64_t, bool>> inner;  // words inside sentences, and whether with a capital
  std::vector<std::uint64_t> names;                   // mostly with a capital inside sentences; ascending
  std::vector<std::uint64_t> known;                   // told of as known: "the explosions"; ascending
  bool running = false;                               // counts on: "the death toll rises to 40"
};
StoryWords story_words(const Document& document);

// The same for a group of articles, with terms numbered in the order of their hashes, so that sums over them
// do not depend on the order in which articles came.
struct StoryText {
  std::int64_t day = kNoDay;
  std::vector<std::uint32_t> terms;
  std::vector<std::pair<std::uint32_t, bool>> inner;
  std::vector<std::uint32_t> known;
  bool running = false;
};
struct StoryTexts {
  std::vector<StoryText> texts;
  std::size_t terms = 0;
};
StoryTexts number_terms(const std::vector<const StoryWords*>& articles);

}  // namespace annals
