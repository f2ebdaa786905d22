#include "normalizer/toll/verdicts.hpp"

#include <algorithm>
#include <cassert>

namespace annals {

VerdictLog::VerdictLog(std::vector<std::uint32_t> members) : members_(std::move(members)) {
  std::sort(members_.begin(), members_.end());
  members_.erase(std::unique(members_.begin(), members_.end()), members_.end());
  now_.resize(members_.size());
}

std::size_t VerdictLog::slot_of(std::uint32_t member) const {
  const auto at = std::lower_bound(members_.begin(), members_.end(), member);
  assert(at != members_.end() && *at == member);
  return static_cast<std::size_t>(at - members_.begin());
}

void VerdictLog::write(std::uint32_t member, std::optional<Verdict> verdict) {
  const std::size_t slot = slot_of(member);
  if (now_[slot] == verdict) return;
  now_[slot] = verdict;
  log_.push_back({static_cast<std::uint32_t>(slot), verdict});
  if (verdict && verdict->reason == Reason::agrees) agreeing_.push_back(static_cast<std::uint32_t>(slot));
}

std::optional<Verdict> VerdictLog::of(std::uint32_t member) const {
  return now_[slot_of(member)];
}

void VerdictLog::reassign(Reason from, std::uint32_t from_other, Verdict to) {
  std::vector<std::uint32_t> slots;
  slots.swap(agreeing_);
  for (const std::uint32_t slot : slots) {
    const auto& verdict = now_[slot];
    if (!verdict || verdict->reason != from) continue;
    if (verdict->other == from_other) {
      write(members_[slot], to);
    } else {
      agreeing_.push_back(slot);
    }
  }
}

std::vector<std::pair<std::uint32_t, Verdict>> VerdictLog::at(std::size_t mark) const {
  std::vector<std::optional<Verdict>> then(members_.size());
  for (std::size_t i = 0; i < mark; ++i) then[log_[i].slot] = log_[i].verdict;
  std::vector<std::pair<std::uint32_t, Verdict>> all;
  for (std::size_t slot = 0; slot < then.size(); ++slot) {
    if (then[slot]) all.emplace_back(members_[slot], *then[slot]);
  }
  return all;
}

}  // namespace annals
