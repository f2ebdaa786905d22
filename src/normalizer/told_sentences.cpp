#include "normalizer/told_sentences.hpp"

#include <algorithm>

namespace annals {

void ToldSentences::add(std::size_t sentence) {
  if (!told_.insert(sentence).second) return;
  for (const Weighted& entry : pool_.sentences[sentence].vector) by_term_[entry.term].push_back(sentence);
}

bool ToldSentences::say(std::size_t sentence) const {
  if (told_.contains(sentence)) return true;
  const SparseVector& vector = pool_.sentences[sentence].vector;
  SparseVector heaviest = vector;
  std::sort(heaviest.begin(), heaviest.end(), [](const Weighted& a, const Weighted& b) {
    return a.weight != b.weight ? a.weight > b.weight : a.term < b.term;
  });
  // Vectors are of length one: what shares only words that together weigh less than the threshold cannot
  // reach it (Cauchy and Schwarz). A little is left for rounding.
  double rest = dot(vector, vector);
  for (const Weighted& entry : heaviest) {
    if (rest < kTellsTheSame * kTellsTheSame - 1e-9) return false;
    rest -= entry.weight * entry.weight;
    const auto others = by_term_.find(entry.term);
    if (others == by_term_.end()) continue;
    const bool is_said = std::any_of(others->second.begin(), others->second.end(), [&](std::size_t other) {
      return dot(pool_.sentences[other].vector, vector) > kTellsTheSame;
    });
    if (is_said) return true;
  }
  return false;
}

}  // namespace annals
