#include "normalizer/toll/margins.hpp"

#include <algorithm>
#include <map>

#include "normalizer/toll/rounding.hpp"
#include "normalizer/toll/series_run.hpp"
#include "normalizer/toll/weighing.hpp"

namespace annals {

namespace {

using Words = std::map<std::uint32_t, const Reading*>;  // by voice

// Says another number than `best`, at a time at which it can be meant against it.
bool contradicts(const Reading& reading, const Reading& best) {
  if (reading.value == best.value || rounds_to(reading.quantity, best.value)) return false;
  if (rank_of(reading.source_class) == 0 || allows(reading.quantity, best.value)) return false;
  return reading.value > best.value || reading.time >= best.time;
}

double margin(const Words& words, const Reading& best, const ModelParts& parts) {
  double lead = 0;
  std::map<std::int64_t, double> against;
  for (const auto& [voice, word] : words) {
    lead += support(*word, best.value, parts);
    if (contradicts(*word, best)) against[word->value] = 0;
  }
  double most = 0;
  for (auto& [value, weight] : against) {
    for (const auto& [voice, word] : words) weight += support(*word, value, parts);
    most = std::max(most, weight);
  }
  return lead - most;
}

}  // namespace

Margins margins_of(const SeriesInput& input, std::size_t upto, const Standing& standing,
                   const ModelParts& parts) {
  Margins margins;
  if (!standing.carrier) return margins;
  Words words;
  std::map<std::uint32_t, const Reading*> before;  // the word before the last
  for (std::size_t i = 0; i < upto; ++i) {
    const Reading& reading = input.readings[i];
    const Reading*& last = words[reading.voice];
    if (last != nullptr) before[reading.voice] = last;
    last = &reading;
  }
  margins.of_estimate = margin(words, *standing.carrier, parts);
  for (std::size_t i = 0; i < upto; ++i) {
    const Reading& reading = input.readings[i];
    const auto at = words.find(reading.voice);
    double without = margins.of_estimate;
    if (at->second == &reading) {
      Words rest = words;
      const auto earlier = before.find(reading.voice);
      if (earlier == before.end()) {
        rest.erase(reading.voice);
      } else {
        rest[reading.voice] = earlier->second;
      }
      without = margin(rest, *standing.carrier, parts);
    }
    for (const std::uint32_t member : reading.members) margins.without.emplace_back(member, without);
  }
  std::sort(margins.without.begin(), margins.without.end());
  return margins;
}

}  // namespace annals
