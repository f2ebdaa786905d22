// Retractions: a figure that its origin denies falls with everything that repeats it.
#include <algorithm>
#include <tuple>

#include "normalizer/toll/series_run.hpp"

namespace annals {

void SeriesRun::take_back(const Retraction& retraction) {
  history_.log.set(retraction.member, {Reason::retracted, kNoOther});
  std::set<std::int64_t> values;
  if (retraction.value) values.insert(*retraction.value);
  for (const Reading& reading : seen_) {
    if (!retraction.value && reading.voice == retraction.voice) values.insert(reading.value);
  }
  taken_back_.insert(values.begin(), values.end());
  const auto dead = [&](const Reading& reading) { return values.contains(reading.value); };
  for (const Reading& reading : seen_) {
    if (!dead(reading)) continue;
    for (const std::uint32_t member : reading.members)
      history_.log.set(member, {Reason::retracted, retraction.member});
  }
  if (floor_ && values.contains(*floor_)) floor_.reset();
  std::erase_if(seen_, dead);
  std::erase_if(formers_, dead);
  std::erase_if(rivals_, [&](const auto& entry) { return dead(entry.second); });
  std::erase_if(words_, [&](const auto& entry) { return dead(entry.second); });
  if (carrier_ && dead(*carrier_)) {
    carrier_.reset();
    changed_ = true;
    fall_back();
  }
}

// The best of what is left when the figure that stood was taken back: the highest class, then the newest.
void SeriesRun::fall_back() {
  cause_ = ChangeCause::retraction;
  const auto key = [](const Reading& r) {
    return std::tuple(rank_of(r.source_class), r.time, r.quantity.bound != Bound::vague, r.value);
  };
  const auto best = std::max_element(seen_.begin(), seen_.end(),
                                     [&](const Reading& a, const Reading& b) { return key(a) < key(b); });
  if (best == seen_.end()) return;
  const Reading chosen = *best;
  std::erase_if(formers_, [&](const Reading& former) { return former.members == chosen.members; });
  accept(chosen, ChangeCause::retraction);
}

}  // namespace annals
