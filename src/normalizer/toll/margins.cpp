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

// The support of what stands and of each value that contradicts it. Each word is weighed once; a word left
// out or replaced changes only its own part, so that all margins of V voices and K values cost V times K.
class Scales {
 public:
  Scales(const Words& words, const Best& best, const ModelParts& parts)
      : words_(words), best_(best), parts_(parts) {
    for (const auto& [voice, word] : words) {
      lead_ += support(*word, best.value, parts);
      if (contradicts(*word, best)) ++against_[word->value].voices;
    }
    for (auto& [value, rival] : against_) rival.weight = weight_of(value);
  }

  double margin() const { return margin_with(nullptr, nullptr); }
  // With the last word of a voice replaced by the one before it, which may be none.
  double without(const Reading& word, const Reading* before) const { return margin_with(&word, before); }

 private:
  struct Rival {
    double weight = 0;
    std::size_t voices = 0;  // that say the value against what stands
  };

  double weight_of(std::int64_t value) const {
    double weight = 0;
    for (const auto& [voice, word] : words_) weight += support(*word, value, parts_);
    return weight;
  }

  double change(const Reading* out, const Reading* in, std::int64_t value) const {
    return (in != nullptr ? support(*in, value, parts_) : 0) -
           (out != nullptr ? support(*out, value, parts_) : 0);
  }

  double margin_with(const Reading* out, const Reading* in) const {
    double most = 0;
    const bool out_against = out != nullptr && contradicts(*out, best_);
    const bool in_against = in != nullptr && contradicts(*in, best_);
    for (const auto& [value, rival] : against_) {
      const bool alone = out_against && out->value == value && rival.voices == 1;
      if (alone && !(in_against && in->value == value)) continue;
      most = std::max(most, rival.weight + change(out, in, value));
    }
    if (in_against && !against_.contains(in->value))
      most = std::max(most, weight_of(in->value) + change(out, in, in->value));
    return lead_ + change(out, in, best_.value) - most;
  }

  const Words& words_;
  Best best_;
  const ModelParts& parts_;
  double lead_ = 0;
  std::map<std::int64_t, Rival> against_;
};

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
  const Scales scales(words, best, parts);
  margins.of_estimate = scales.margin();
  // Without the first who said what stands, others count against it from later on.
  std::int64_t second = standing.carrier->time;
  const Reading* first = nullptr;
  for (const Reading* reading : readings) {
    if (reading->value != best.value) continue;
    if (first == nullptr || reading->time < first->time) {
      if (first != nullptr) second = std::min(second, first->time);
      first = reading;
    } else {
      second = std::min(second, reading->time);
    }
  }
  for (const Reading* reading : readings) {
    double without = margins.of_estimate;
    if (words.at(reading->voice) == reading) {
      const auto earlier = before.find(reading->voice);
      const Reading* in = earlier == before.end() ? nullptr : earlier->second;
      if (reading == first && second != best.since) {
        const Scales later(words, {best.value, second}, parts);
        without = later.without(*reading, in);
      } else {
        without = scales.without(*reading, in);
      }
    }
    for (const std::uint32_t member : reading->members) margins.without.emplace_back(member, without);
  }
  std::sort(margins.without.begin(), margins.without.end());
  return margins;
}

}  // namespace annals
