#include "extractor/temporal/context.hpp"

#include <cstdlib>

namespace annals {

namespace {

// Explicit years at most this far from the day of writing speak for news.
constexpr int kNearYears = 1;
constexpr int kFewestFarYears = 3;
// "yesterday" and bare weekdays weigh more: histories have next to none.
constexpr int kDeicticWeight = 4;
constexpr int kAsideYears = 5;

}  // namespace

TimeContext::TimeContext(const std::vector<FoundTime>& found, std::optional<Date> written)
    : written_(written) {
  int far = 0;
  int near = 0;
  int deictic = 0;
  for (const FoundTime& time : found) {
    const Meaning& m = time.mention.meaning;
    if (m.kind == Meaning::Kind::calendar && m.year) {
      if (!first_year_) first_year_ = m.year;
      if (written_) (std::abs(*m.year - written_->year) <= kNearYears ? near : far) += 1;
    } else if ((m.kind == Meaning::Kind::shifted && m.anchor == AnchorKind::publication) ||
               (m.kind == Meaning::Kind::calendar && m.weekday)) {
      deictic += 1;
    }
  }
  narrative_ = !written_ || (far >= kFewestFarYears && far > near + kDeicticWeight * deictic);
}

std::optional<Date> TimeContext::last(TimeUnit unit) const {
  if (unit <= TimeUnit::day) return last_day_;
  if (unit <= TimeUnit::fortnight) return last_week_;
  if (unit <= TimeUnit::half) return last_month_;
  return last_year_;
}

std::optional<int> TimeContext::year() const {
  // A bare year far from the dates told looks back or ahead for a moment ("as later found in 2005").
  if (last_month_ && last_year_ && std::abs(last_month_->year - last_year_->year) > kAsideYears)
    return last_month_->year;
  if (last_year_) return last_year_->year;
  return first_year_;
}

void TimeContext::remember(const Moment& moment, std::uint32_t sentence) {
  last_moment_ = moment;
  last_sentence_ = sentence;
  if (moment.unit <= TimeUnit::day) last_day_ = moment.first;
  if (moment.unit <= TimeUnit::fortnight) last_week_ = moment.first;
  if (moment.unit <= TimeUnit::half) last_month_ = moment.first;
  if (moment.unit <= TimeUnit::year) last_year_ = moment.first;
}

}  // namespace annals
