#pragma once
// One series through time: readings in, what stands from when on, and one verdict for every figure seen.
// A forward pass: what is decided at a time uses only what was known then, so that a later figure never
// alters an earlier estimate. Rules: docs/design.md, "What stands".
//   29, 227 (official), "about 230" (media) => 29 | 227, the last one set aside as a rounding

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "annals/model/series.hpp"
#include "annals/normalizer/reconcile.hpp"

#include "normalizer/reading.hpp"

namespace annals {

inline constexpr std::uint32_t kNoOther = UINT32_MAX;

struct Verdict {
  Reason reason = Reason::outweighed;
  std::uint32_t other = kNoOther;  // index of the evidence it relates to
};
using Verdicts = std::map<std::uint32_t, Verdict>;  // by index of evidence

// Taken back at `time` by `origin`: its figure `value`, or all its figures when there is no value.
struct Retraction {
  std::uint32_t member = 0;
  std::string origin;
  std::optional<std::int64_t> value;
  std::int64_t time = kAlwaysKnown;
};
// Not a candidate from the start (feared, an increment, ...).
struct Gated {
  std::uint32_t member = 0;
  Verdict verdict;
  std::int64_t time = kAlwaysKnown;
};

struct SeriesInput {
  HarmKind kind = HarmKind::killed;
  std::vector<Reading> readings;
  std::vector<Retraction> retractions;
  std::vector<Gated> gated;
};

// What stands from `time` on; verdicts are those at the end of the time it stood.
struct Standing {
  std::int64_t time = kAlwaysKnown;
  std::optional<Reading> carrier;  // unset: everything was taken back
  std::optional<std::int64_t> low;
  std::optional<std::int64_t> high;
  EstimateStatus status = EstimateStatus::single_source;
  ChangeCause cause = ChangeCause::first_report;
  std::string reason;
  std::vector<std::uint32_t> carried_by;
  Verdicts verdicts;  // of everything known that does not carry
};

std::vector<Standing> run_series(const std::vector<Evidence>& evidence, SeriesInput input, Policy policy);

}  // namespace annals
