#pragma once
// The state of one series on its way through time (run_series.hpp), and what is done with it at each moment:
//   absorb    what says nothing new is put aside                     absorb.cpp
//   take back a retraction and all repetitions of its figure         take_back.cpp
//   choose    the best-supported candidate, if it may replace         choose.cpp
//   or        by the coding rule of a policy                         coding_rules.cpp
//   publish   what stands now, its range and status                  publish.cpp

#include <map>
#include <optional>
#include <set>
#include <vector>

#include "normalizer/toll/run_series.hpp"

namespace annals {

inline constexpr std::int64_t kDay = 86400;
inline constexpr std::int64_t kRivalLife = 30 * kDay;
inline constexpr double kContestedGap = 0.25;

// Stocks that may fall freely; all others count up.
bool may_fall(HarmKind kind);
// Of the larger: 0 the same, 1 nothing in common.
double gap_between(std::int64_t a, std::int64_t b);
// The interval a quantity allows holds `value`: "at least 100" does not contradict 471.
bool allows(const Quantity& quantity, std::int64_t value);
std::int64_t seconds_between(std::int64_t from, std::int64_t to);

class SeriesRun {
 public:
  SeriesRun(const std::vector<Evidence>& evidence, const SeriesInput& input, Policy policy,
            const ModelParts& parts);

  void step(std::int64_t time, std::vector<Reading> batch, const std::vector<Retraction>& retractions,
            const std::vector<Gated>& gated);
  SeriesHistory take();

 private:
  // absorb.cpp
  std::vector<Reading> absorb(const std::vector<Reading>& batch);
  std::vector<Reading> last_word_of_each_origin(std::vector<Reading> contenders);
  const Reading* stale_of(const Reading& reading) const;
  bool counts_exactly(const Reading& reading) const;
  void settle(const Reading& reading);
  Reason reason_beside(const Reading& reading) const;
  void set_verdict(const Reading& reading, Reason reason, const Reading* other);
  // take_back.cpp
  void take_back(const Retraction& retraction);
  void fall_back();
  // choose.cpp
  void choose(std::vector<Reading> contenders);
  const Reading* best_dated(const std::vector<Reading>& open, const std::vector<Reading>& contenders) const;
  const Reading* best_undated(const std::vector<Reading>& contenders) const;
  double score(const Reading& candidate, const std::vector<Reading>& contenders) const;
  bool stands_alone_above(const Reading& candidate) const;
  bool is_lone_incident_above(const Reading& candidate) const;
  bool may_replace(const Reading& candidate, const std::vector<Reading>& contenders) const;
  bool may_lower(const Reading& candidate, double weight) const;
  ChangeCause cause_of(const Reading& next) const;
  void accept(const Reading& reading, ChangeCause cause);
  // coding_rules.cpp
  void code(const std::vector<Reading>& batch);
  const Reading* coded(std::int64_t now) const;
  // publish.cpp
  std::vector<Reading> live_rivals() const;
  void spread(Standing& standing, const Reading& shown, const std::vector<Reading>& rivals) const;
  void publish();

  const std::vector<Evidence>& evidence_;
  HarmKind kind_;
  Policy policy_;
  ModelParts parts_;
  std::int64_t now_ = kAlwaysKnown;
  std::int64_t begun_ = kAlwaysKnown;
  bool has_total_ = false;
  std::optional<Reading> carrier_;
  ChangeCause cause_ = ChangeCause::first_report;
  bool changed_ = false;
  std::vector<Reading> formers_;             // accepted values that no longer stand
  std::vector<Reading> seen_;                // every reading so far, in order
  std::map<std::uint32_t, Reading> rivals_;  // the last word of each voice that was not chosen
  std::map<std::uint32_t, Reading> words_;   // the last word of each voice; for the coding rules
  std::optional<std::int64_t> floor_;        // the last count of those verified one by one
  std::set<std::int64_t> taken_back_;        // values that their origin denies
  std::set<std::uint32_t> agreeing_;         // voices that say the value that stands
  SeriesHistory history_;
};

}  // namespace annals
