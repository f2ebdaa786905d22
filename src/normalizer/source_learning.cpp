#include "normalizer/source_learning.hpp"

#include <algorithm>
#include <cmath>
#include <set>

#include "normalizer/weighing.hpp"

namespace annals {

namespace {

constexpr int kPasses = 3;
constexpr double kHitsBefore = 4;  // an origin nobody knows is right four times in five
constexpr double kMissesBefore = 1;

struct Record {
  double hits = 0;
  double claims = 0;
};

std::vector<const Reading*> undated_of(const SeriesInput& input) {
  std::vector<const Reading*> undated;
  for (const Reading& reading : input.readings) {
    if (reading.time == kAlwaysKnown) undated.push_back(&reading);
  }
  return undated;
}

std::int64_t winner_of(const std::vector<const Reading*>& readings) {
  std::set<std::int64_t> values;
  for (const Reading* reading : readings) values.insert(reading->value);
  std::int64_t winner = 0;
  double best = -1;
  for (const std::int64_t value : values) {
    std::map<std::string_view, double> by_origin;
    for (const Reading* reading : readings) {
      double& most = by_origin[reading->origin];
      most = std::max(most, support(*reading, value, Policy::official));
    }
    double sum = 0;
    for (const auto& [origin, weight] : by_origin) sum += weight;
    if (sum > best + 1e-9) {
      best = sum;
      winner = value;
    }
  }
  return winner;
}

}  // namespace

double nearness(std::int64_t said, std::int64_t value) {
  const double distance = std::abs(std::log(static_cast<double>(said + 1) / static_cast<double>(value + 1)));
  const double steps = distance / 0.01;
  return 0.35 / (1 + steps * steps) + 0.05 / (1 + distance);
}

void learn_trust(std::map<SeriesKey, SeriesInput>& inputs) {
  for (int pass = 0; pass < kPasses; ++pass) {
    std::map<std::string, Record> records;
    for (const auto& [key, input] : inputs) {
      const std::vector<const Reading*> undated = undated_of(input);
      if (undated.size() < 2) continue;
      const std::int64_t winner = winner_of(undated);
      for (const Reading* reading : undated) {
        Record& record = records[reading->origin];
        record.claims += 1;
        if (reading->value == winner) record.hits += 1;
      }
    }
    if (records.empty()) return;
    for (auto& [key, input] : inputs) {
      for (Reading& reading : input.readings) {
        const auto at = records.find(reading.origin);
        if (reading.time != kAlwaysKnown || at == records.end()) continue;
        const Record& record = at->second;
        const double odds = (record.hits + kHitsBefore) / (record.claims - record.hits + kMissesBefore);
        reading.trust = std::clamp(std::log(odds) / std::log(kHitsBefore / kMissesBefore), 0.3, 2.5);
      }
    }
  }
}

}  // namespace annals
