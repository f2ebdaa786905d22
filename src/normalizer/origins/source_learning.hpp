#pragma once
// How far each origin can be trusted, learned from what it said before and shrunk to what its class deserves.
//   an origin that was right in 9 of 10 series => above its class; one that never was => near 0
// Undated claims ("population of Dhaka") teach all at once: nothing but agreement tells right from wrong.
// Dated ones teach from the day on which their series had settled, so that what stood before is not altered.

#include <cstdint>
#include <map>
#include <string>
#include <unordered_map>
#include <vector>

#include "annals/model/series.hpp"

#include "normalizer/toll/run_series.hpp"

namespace annals {

// Sets Reading::reliability of the undated readings.
void learn_reliability(std::vector<SeriesInput*>& inputs, const ModelParts& parts);

// What settled series say of the origins that spoke in them.
class SettledRecords {
 public:
  // Of one series: every reading is judged on the day when a number had stood for a month.
  void observe(const SeriesInput& input, const SeriesHistory& history, std::int64_t until);
  // To be called once all are observed.
  void close();
  bool empty() const { return records_.empty(); }
  // Sets Reading::trust of the dated readings from what was settled before each; true if any changed.
  bool apply(SeriesInput& input) const;

 private:
  struct Record {
    std::int64_t settled = 0;
    std::uint32_t right = 0;  // once closed: of all up to this one
  };
  std::unordered_map<std::string, std::vector<Record>> records_;  // by origin; looked up only
};

}  // namespace annals
