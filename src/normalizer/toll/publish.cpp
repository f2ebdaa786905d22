// What stands after a moment: the number, its range, its status and grade.
#include <algorithm>
#include <array>
#include <tuple>

#include "normalizer/toll/explain.hpp"
#include "normalizer/toll/grade.hpp"
#include "normalizer/toll/series_run.hpp"

namespace annals {

// Figures that contradict what stands: credible, fresh, of another origin.
std::vector<Reading> SeriesRun::live_rivals() const {
  std::vector<Reading> live;
  if (!carrier_) return live;
  for (const auto& [voice, rival] : rivals_) {
    if (rank_of(rival.source_class) == 0 || allows(rival.quantity, carrier_->value)) continue;
    if (seconds_between(rival.time, carrier_->time) > kRivalLife) continue;
    live.push_back(rival);
  }
  return live;
}

// Range and status of `shown` beside its rivals.
void SeriesRun::spread(Standing& standing, const Reading& shown, const std::vector<Reading>& rivals) const {
  standing.low = shown.quantity.low;
  standing.high = shown.quantity.high;
  const bool wide = policy_ == Policy::range || policy_ == Policy::ucdp || policy_ == Policy::ibc;
  bool contested = false;
  for (const Reading& rival : rivals) {
    // Those verified one by one are a floor of what is reported, no rival of it.
    if (rival.source_class == SourceClass::verified && rival.value < shown.value) continue;
    const bool weighty = rank_of(rival.source_class) >= 2 && rank_of(shown.source_class) >= 1;
    const bool far = gap_between(rival.value, shown.value) > kContestedGap;
    contested = contested || (weighty && far);
    if (!(weighty && far) && !wide) continue;
    const std::int64_t rival_low = rival.quantity.low.value_or(rival.value);
    const std::int64_t rival_high = rival.quantity.high.value_or(rival.value);
    if (standing.low) standing.low = std::min(*standing.low, rival_low);
    if (standing.high) standing.high = std::max(*standing.high, rival_high);
  }
  if (standing.low && floor_ && *floor_ <= shown.value) standing.low = std::max(*standing.low, *floor_);
  constexpr std::array kFalls{ChangeCause::revised_down,  ChangeCause::retraction,
                              ChangeCause::typo,          ChangeCause::double_count,
                              ChangeCause::misclassified, ChangeCause::identified_only};
  const bool fell = std::find(kFalls.begin(), kFalls.end(), cause_) != kFalls.end() ||
                    (!formers_.empty() && !may_fall(kind_) && formers_.back().value > shown.value);
  const bool old = !history_.standings.empty() && !changed_ &&
                   seconds_between(history_.standings.back().time, now_) > kRivalLife;
  standing.status = contested            ? EstimateStatus::contested
                    : old                ? EstimateStatus::settled
                    : fell               ? EstimateStatus::revised
                    : !agreeing_.empty() ? EstimateStatus::corroborated
                                         : EstimateStatus::single_source;
}

void SeriesRun::publish() {
  Standing standing;
  standing.time = now_;
  standing.carrier = carrier_;
  standing.cause = cause_;
  standing.verdicts = history_.log.mark();
  standing.until = now_;
  if (!carrier_) {
    if (history_.standings.empty() && !changed_) return;
    standing.status = EstimateStatus::retracted;
  } else {
    std::vector<Reading> rivals = live_rivals();
    Reading shown = *carrier_;
    if (policy_ == Policy::conservative) {
      for (const Reading& rival : rivals) {
        if (rival.value < shown.value) shown = rival;
      }
      if (shown.members != carrier_->members) {
        standing.displaced = carrier_->members;
        standing.carrier = shown;
        rivals.push_back(*carrier_);
      }
    }
    standing.carried_by = shown.members;
    spread(standing, shown, rivals);
  }
  standing.grade = grade_of(standing, agreeing_.size());
  if (!history_.standings.empty()) {
    Standing& last = history_.standings.back();
    const auto key = [](const Standing& s) {
      return std::tuple(s.low, s.high, s.status == EstimateStatus::contested, s.carried_by);
    };
    if (key(last) == key(standing)) {  // nothing to tell: the last one stands on and knows more
      if (last.status != standing.status || last.grade != standing.grade)
        last.earlier.push_back({now_, last.status, last.grade});
      last.status = standing.status;
      last.grade = std::move(standing.grade);
      last.verdicts = standing.verdicts;
      last.until = now_;
      changed_ = false;
      return;
    }
    if (!changed_) standing.cause = ChangeCause::source_switch;
  }
  standing.reason = explain(evidence_, standing,
                            history_.standings.empty() ? nullptr : &history_.standings.back(), live_rivals());
  changed_ = false;
  history_.standings.push_back(std::move(standing));
}

}  // namespace annals
