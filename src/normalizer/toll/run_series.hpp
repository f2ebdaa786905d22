#pragma once
// One series through time: readings in, what stands from when on, and one verdict for every figure seen.
// A forward pass: what is decided at a time uses only what was known then, so that a later figure never
// alters an earlier estimate. Rules: docs/design.md, "What stands".
//   29, 227 (official), "about 230" (media) => 29 | 227, the last one set aside as a rounding

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "annals/model/series.hpp"
#include "annals/normalizer/reconcile.hpp"

#include "normalizer/toll/reading.hpp"
#include "normalizer/toll/verdicts.hpp"

namespace annals {

// Taken back at `time` by `voice`: its figure `value`, or all its figures when there is no value.
struct Retraction {
  std::uint32_t member = 0;
  std::string origin;
  std::uint32_t voice = 0;
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
  std::vector<Reading> readings;  // run_series() puts them in order of time
  std::vector<Retraction> retractions;
  std::vector<Gated> gated;
};
void put_in_order(const std::vector<Evidence>& evidence, SeriesInput& input);

// What stands from `time` on.
// How sure a standing was until that time.
struct ConfidenceUntil {
  std::int64_t time = kAlwaysKnown;
  EstimateStatus status = EstimateStatus::single_source;
  std::string grade;
};

struct Standing {
  std::int64_t time = kAlwaysKnown;
  std::optional<Reading> carrier;  // unset: everything was taken back
  std::optional<std::int64_t> low;
  std::optional<std::int64_t> high;
  EstimateStatus status = EstimateStatus::single_source;
  ChangeCause cause = ChangeCause::first_report;
  std::string reason;
  std::string grade;
  std::vector<ConfidenceUntil> earlier;
  std::vector<std::uint32_t> carried_by;
  std::vector<std::uint32_t> displaced;  // carried it but for the policy
  std::size_t verdicts = 0;              // mark of the log at the end of the time it stood
  std::int64_t until = kAlwaysKnown;     // of the last figure heard while it stood
};

struct SeriesHistory {
  std::vector<Standing> standings;
  VerdictLog log;
};

SeriesHistory run_series(const std::vector<Evidence>& evidence, const SeriesInput& input, Policy policy,
                         const ModelParts& parts);

// Of everything known that does not carry the standing, ascending by member.
std::vector<std::pair<std::uint32_t, Verdict>> verdicts_of(const SeriesHistory& history,
                                                           std::size_t standing);

}  // namespace annals
