#include "normalizer/origins/source_learning.hpp"

#include <algorithm>
#include <array>
#include <cmath>

#include "normalizer/toll/rounding.hpp"
#include "normalizer/toll/weighing.hpp"

namespace annals {

namespace {

constexpr int kPasses = 3;
constexpr double kStrength = 8;  // the class counts as much as eight claims
// The chance that an origin of a class is right, before it is known. By SourceClass: unknown, verified,
// official, field, party, agency, ngo, media, model, rumour.
constexpr std::array<double, 10> kClassPrior{0.5, 0.9, 0.8, 0.6, 0.5, 0.7, 0.7, 0.5, 0.3, 0.15};
constexpr std::int64_t kMonth = 30 * std::int64_t{86400};
constexpr std::size_t kFewest = 4;  // settled claims before an origin is told apart from its class

double prior_of(const Reading& reading) {
  return kClassPrior.at(static_cast<std::size_t>(reading.source_class));
}

std::vector<const Reading*> undated_of(const SeriesInput& input) {
  std::vector<const Reading*> undated;
  for (const Reading& reading : input.readings) {
    if (reading.time == kAlwaysKnown) undated.push_back(&reading);
  }
  return undated;
}

}  // namespace

void learn_reliability(std::vector<SeriesInput*>& inputs, const ModelParts& parts) {
  struct Tally {
    double right = 0;
    double claims = 0;
    double prior = 0.5;
  };
  bool any = false;
  for (SeriesInput* input : inputs) {
    for (Reading& reading : input->readings) {
      reading.reliability = prior_of(reading);
      any = any || reading.time == kAlwaysKnown;
    }
  }
  if (!any || !parts.learning) return;
  for (int pass = 0; pass + 1 < kPasses; ++pass) {
    std::unordered_map<std::string, Tally> tallies;
    for (const SeriesInput* input : inputs) {
      const std::vector<const Reading*> undated = undated_of(*input);
      if (undated.empty()) continue;
      std::vector<Atom> atoms = weigh_atoms(undated, parts);
      const double top = best_of(atoms)->weight;
      double sum = 0;
      for (Atom& atom : atoms) sum += atom.weight = std::exp(atom.weight - top);
      for (const Reading* reading : undated) {
        Tally& tally = tallies[reading->origin];
        for (const Atom& atom : atoms)
          tally.right +=
              atom.weight / sum * chance_of_knowing(*reading, atom.value, reading->reliability, parts);
        tally.claims += 1;
        tally.prior = prior_of(*reading);
      }
    }
    for (SeriesInput* input : inputs) {
      for (Reading& reading : input->readings) {
        const auto at = tallies.find(reading.origin);
        if (reading.time != kAlwaysKnown || at == tallies.end()) continue;
        const Tally& tally = at->second;
        reading.reliability = (tally.right + kStrength * tally.prior) / (tally.claims + kStrength);
      }
    }
  }
}

void SettledRecords::observe(const SeriesInput& input, const SeriesHistory& history, std::int64_t until) {
  std::size_t judged = 0;  // readings are in order of time
  for (std::size_t i = 0; i < history.standings.size(); ++i) {
    const Standing& standing = history.standings[i];
    if (standing.time == kAlwaysKnown || !standing.carrier) continue;
    const std::int64_t end = i + 1 < history.standings.size() ? history.standings[i + 1].time : until;
    if (end - standing.time < kMonth) continue;
    const std::int64_t settled = standing.time + kMonth;
    for (; judged < input.readings.size() && input.readings[judged].time <= standing.time; ++judged) {
      const Reading& reading = input.readings[judged];
      if (reading.time == kAlwaysKnown) continue;
      // Right is what settled, a rounding of it, or what stood when it was said.
      bool right =
          reading.value == standing.carrier->value || rounds_to(reading.quantity, standing.carrier->value);
      for (const Standing& other : history.standings) {
        if (other.time > reading.time) break;
        right = right || (other.carrier && other.carrier->value == reading.value &&
                          other.carrier->voice != reading.voice);
      }
      records_[reading.origin].push_back({settled, right ? 1U : 0U});
    }
  }
}

void SettledRecords::close() {
  for (auto& [origin, records] : records_) {  // each by itself: the order of origins does not matter
    std::sort(records.begin(), records.end(),
              [](const Record& a, const Record& b) { return a.settled < b.settled; });
    std::uint32_t right = 0;
    for (Record& record : records) record.right = right += record.right;
  }
}

bool SettledRecords::apply(SeriesInput& input) const {
  bool changed = false;
  for (Reading& reading : input.readings) {
    if (reading.time == kAlwaysKnown || reading.source_class == SourceClass::model) continue;
    const auto at = records_.find(reading.origin);
    if (at == records_.end()) continue;
    const std::vector<Record>& records = at->second;
    const auto next =
        std::upper_bound(records.begin(), records.end(), reading.time,
                         [](std::int64_t time, const Record& record) { return time < record.settled; });
    const auto claims = static_cast<std::size_t>(next - records.begin());
    if (claims < kFewest) continue;
    const std::uint32_t right = std::prev(next)->right;
    const double prior = prior_of(reading);
    const double chance =
        (static_cast<double>(right) + kStrength * prior) / (static_cast<double>(claims) + kStrength);
    const double trust = std::clamp(chance / prior, 0.5, 1.5);
    changed = changed || std::abs(trust - reading.trust) > 1e-9;
    reading.trust = trust;
  }
  return changed;
}

}  // namespace annals
