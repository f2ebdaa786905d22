#include "normalizer/toll/margins.hpp"

#include <algorithm>
#include <map>

#include "normalizer/toll/rounding.hpp"
#include "normalizer/toll/series_run.hpp"
#include "normalizer/toll/weighing.hpp"

namespace annals {

namespace {

using Words = std::map<std::uint32_t, const Reading*>;  // by voice

struct Best {
  std::int64_t value = 0;
  std::int64_t since = kAlwaysKnown;  // the first time somebody said it
};

// Says another number than `best`, at a time at which it can be meant against it.
bool contradicts(const Reading& reading, const Best& best) {
  if (reading.value == best.value || rounds_to(reading.quantity, best.value)) return false;
  if (rank_of(reading.source_class) == 0 || allows(reading.quantity, best.value)) return false;
  return reading.value > best.value || reading.time >= best.since;
}

bool was_taken_back(const SeriesInput& input, const Reading& reading, std::int64_t until) {
  return std::any_of(input.retractions.begin(), input.retractions.end(), [&](const Retraction& retraction) {
    if (retraction.time >= until) return false;
    return retraction.value ? *retraction.value == reading.value
                            : retraction.voice == reading.voice && reading.time <= retraction.time;
  });
}

double margin(const Words& words, const Best& best, const ModelParts& parts) {
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

Margins margins_of(const SeriesInput& input, std::int64_t until, const Standing& standing,
                   const ModelParts& parts) {
  Margins margins;
  if (!standing.carrier) return margins;
  Best best{standing.carrier->value, standing.carrier->time};
  std::vector<const Reading*> readings;
  for (const Reading& reading : input.readings) {
    if (reading.time >= until) break;
    if (was_taken_back(input, reading, until)) continue;
    readings.push_back(&reading);
    if (reading.value == best.value) best.since = std::min(best.since, reading.time);
  }
  Words words;
  std::map<std::uint32_t, const Reading*> before;  // the word before the last
  for (const Reading* reading : readings) {
    const Reading*& last = words[reading->voice];
    if (last != nullptr) before[reading->voice] = last;
    last = reading;
  }
  margins.of_estimate = margin(words, best, parts);
  for (const Reading* reading : readings) {
    double without = margins.of_estimate;
    if (words.at(reading->voice) == reading) {
      Words rest = words;
      const auto earlier = before.find(reading->voice);
      if (earlier == before.end()) {
        rest.erase(reading->voice);
      } else {
        rest[reading->voice] = earlier->second;
      }
      Best other{best.value, standing.carrier->time};
      for (const Reading* kept : readings) {
        if (kept != reading && kept->value == best.value) other.since = std::min(other.since, kept->time);
      }
      without = margin(rest, other, parts);
    }
    for (const std::uint32_t member : reading->members) margins.without.emplace_back(member, without);
  }
  std::sort(margins.without.begin(), margins.without.end());
  return margins;
}

}  // namespace annals
