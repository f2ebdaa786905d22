#pragma once
// The sentences that a timeline has told so far, and whether one of them says what another sentence says:
//
//   ToldSentences told(pool);
//   told.add(3);
//   if (told.say(7)) ...  // 7 would tell again what 3 has told
//
// Looks only at those that share one of the few words that carry most of the sentence, so that a timeline of
// thousands of days does not compare all with all; the answer is that of comparing all. Chooses nothing.

#include <cstddef>
#include <cstdint>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "normalizer/day_sentences.hpp"

namespace annals {

// Two sentences that are alike to this cosine tell the same.
inline constexpr double kTellsTheSame = 0.6;

class ToldSentences {
 public:
  // `pool` must outlive this.
  explicit ToldSentences(const SentencePool& pool) : pool_(pool) {}

  void add(std::size_t sentence);
  bool say(std::size_t sentence) const;

 private:
  const SentencePool& pool_;
  std::unordered_set<std::size_t> told_;
  std::unordered_map<std::uint32_t, std::vector<std::size_t>> by_term_;  // looked up only
};

}  // namespace annals
