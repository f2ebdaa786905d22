#pragma once
// One verdict for every figure of a series, and how the verdicts were at any moment: changes are written to a
// log, so that a long history costs no more than what changed.

#include <cstdint>
#include <optional>
#include <utility>
#include <vector>

#include "annals/model/series.hpp"

namespace annals {

inline constexpr std::uint32_t kNoOther = UINT32_MAX;

struct Verdict {
  Reason reason = Reason::outweighed;
  std::uint32_t other = kNoOther;  // index of the evidence it relates to
  bool operator==(const Verdict&) const = default;
};

class VerdictLog {
 public:
  VerdictLog() = default;
  explicit VerdictLog(std::vector<std::uint32_t> members);  // indices of evidence, in any order
  void set(std::uint32_t member, Verdict verdict) { write(member, verdict); }
  void drop(std::uint32_t member) { write(member, std::nullopt); }
  // The verdict as of now.
  std::optional<Verdict> of(std::uint32_t member) const;
  // Every `agrees` with a figure becomes this; called when the figure no longer stands.
  void reassign(Reason from, std::uint32_t from_other, Verdict to);
  std::size_t mark() const { return log_.size(); }
  // Verdicts at a mark, ascending by member.
  std::vector<std::pair<std::uint32_t, Verdict>> at(std::size_t mark) const;
  // Calls `see(member, verdict or null)` for each change from one mark to another, in order.
  template <typename See>
  void replay(std::size_t from, std::size_t to, See see) const {
    for (std::size_t i = from; i < to; ++i)
      see(members_[log_[i].slot], log_[i].verdict ? &*log_[i].verdict : nullptr);
  }

 private:
  struct Entry {
    std::uint32_t slot = 0;
    std::optional<Verdict> verdict;
  };
  std::size_t slot_of(std::uint32_t member) const;
  void write(std::uint32_t member, std::optional<Verdict> verdict);

  std::vector<std::uint32_t> members_;  // ascending
  std::vector<std::optional<Verdict>> now_;
  std::vector<Entry> log_;
  std::vector<std::uint32_t> agreeing_;  // slots that may hold `agrees`
};

}  // namespace annals
