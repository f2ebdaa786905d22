#pragma once
// Claims and articles for the tests, written short.

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "annals/normalizer/reconcile.hpp"

namespace annals::testing {

// "2020-05-01", 29, "ministry", "official": a claim about the deaths of one event.
struct Said {
  std::string day{};  // ISO date or instant; empty: no date
  std::int64_t value = 0;
  std::string source{};
  std::string source_kind{};
  Bound bound = Bound::exact;
  Frame frame = Frame::reported;
  std::string place{};
  HarmKind kind = HarmKind::killed;
  std::string part_of{};
  bool more = false;
  std::string quote{};
  std::string article{};
};

inline Quantity quantity_of(std::int64_t value, Bound bound) {
  if (bound == Bound::at_least || bound == Bound::more_than) return {value, std::nullopt, bound};
  if (bound == Bound::at_most || bound == Bound::less_than) return {std::nullopt, value, bound};
  return {value, value, bound};
}

inline std::vector<Evidence> evidence_from(const std::vector<Said>& claims) {
  std::vector<Evidence> all;
  for (const Said& said : claims) {
    Evidence evidence;
    evidence.id = "c" + std::string(all.size() < 9 ? "0" : "") + std::to_string(all.size() + 1);
    evidence.event = "quake";
    evidence.kind = said.kind;
    evidence.quantity = quantity_of(said.value, said.bound);
    evidence.frame = said.frame;
    evidence.place = said.place;
    evidence.part_of = said.part_of;
    evidence.more = said.more;
    evidence.quote = said.quote;
    evidence.article = said.article;
    evidence.source = said.source;
    evidence.source_kind = said.source_kind;
    if (!said.day.empty()) evidence.published = parse_instant(said.day);
    all.push_back(std::move(evidence));
  }
  return all;
}

inline std::vector<Estimate> headlines(const Reconciliation& result, HarmKind kind = HarmKind::killed) {
  std::vector<Estimate> found;
  for (const Estimate& estimate : result.estimates) {
    if (estimate.headline && estimate.series.kind == kind) found.push_back(estimate);
  }
  std::stable_sort(found.begin(), found.end(),
                   [](const Estimate& a, const Estimate& b) { return a.known_from < b.known_from; });
  return found;
}

// The numbers that stood one after the other.
inline std::vector<std::int64_t> bests(const std::vector<Estimate>& estimates) {
  std::vector<std::int64_t> numbers;
  for (const Estimate& estimate : estimates) {
    const std::int64_t best = estimate.best.value_or(-1);
    if (numbers.empty() || numbers.back() != best) numbers.push_back(best);
  }
  return numbers;
}

inline std::string reason_of(const Estimate& estimate, const std::string& id) {
  for (const SetAside& aside : estimate.set_aside) {
    if (aside.evidence == id) return std::string(name_of(aside.reason));
  }
  if (std::find(estimate.carried_by.begin(), estimate.carried_by.end(), id) != estimate.carried_by.end())
    return "carries";
  return "not mentioned";
}

}  // namespace annals::testing
