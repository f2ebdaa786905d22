#include "annals/normalizer/doubts.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <string_view>
#include <tuple>

#include <fmt/format.h>

namespace annals {

namespace {

using EvidenceById = std::map<std::string_view, const Evidence*>;

std::string name_in_words(const SeriesKey& series) {
  return std::string(series.measure.empty() ? name_of(series.kind) : std::string_view(series.measure));
}

void add_of_estimate(const Estimate& estimate, const EvidenceById& evidence, std::vector<Doubt>& doubts) {
  const auto unseen = [&](const std::string& id) -> const Evidence* {
    const auto at = evidence.find(id);
    return at == evidence.end() || at->second->accepted || at->second->rejected ? nullptr : at->second;
  };
  const bool settled = std::ranges::any_of(estimate.carried_by, [&](const std::string& id) {
    const auto at = evidence.find(id);
    return at != evidence.end() && at->second->accepted;
  });
  if (settled || !estimate.best) return;
  for (const SetAside& aside : estimate.set_aside) {
    if (aside.reason != Reason::outweighed) continue;
    const Evidence* rival = unseen(aside.evidence);
    const auto value = rival != nullptr ? point(rival->quantity) : std::nullopt;
    if (!value || *value == *estimate.best) continue;
    doubts.push_back({DoubtKind::rival, aside.evidence, estimate.series,
                      *value > *estimate.best ? *value - *estimate.best : *estimate.best - *value,
                      fmt::format("{} {} stands; is {} the better figure?", grouped(*estimate.best),
                                  name_in_words(estimate.series), display(rival->quantity))});
  }
  if (estimate.status == EstimateStatus::single_source && !estimate.carried_by.empty() &&
      unseen(estimate.carried_by.front()) != nullptr) {
    doubts.push_back({DoubtKind::single_source, estimate.carried_by.front(), estimate.series, *estimate.best,
                      fmt::format("{} {} rests on one source alone; is it read rightly?",
                                  grouped(*estimate.best), name_in_words(estimate.series))});
  }
}

}  // namespace

std::vector<Doubt> find_doubts(const Reconciliation& all) {
  std::vector<Doubt> doubts;
  for (const OverrideOutcome& outcome : all.overrides) {
    if (outcome.state == OverrideState::stale)
      doubts.push_back(
          {DoubtKind::stale_override,
           outcome.entry.target,
           {},
           0,
           fmt::format("line {} of the journal ({} by {}) is not applied: {}", outcome.entry.line,
                       name_of(outcome.entry.act), outcome.entry.who, outcome.note)});
    if (outcome.state == OverrideState::failed)
      doubts.push_back({DoubtKind::failed_expectation,
                        "",
                        {},
                        0,
                        fmt::format("line {} of the journal expects something else: {}", outcome.entry.line,
                                    outcome.note)});
  }
  EvidenceById evidence;
  for (const Evidence& one : all.evidence) evidence.emplace(one.id, &one);
  for (const Estimate& estimate : current_estimates(all)) {
    if (estimate.headline) add_of_estimate(estimate, evidence, doubts);
  }
  std::ranges::stable_sort(doubts, [](const Doubt& a, const Doubt& b) {
    const auto urgent = [](const Doubt& d) {
      return d.kind != DoubtKind::stale_override && d.kind != DoubtKind::failed_expectation;
    };
    return std::tuple(urgent(a), b.weight, std::string_view(a.evidence)) <
           std::tuple(urgent(b), a.weight, std::string_view(b.evidence));
  });
  std::set<std::string> asked;
  std::erase_if(doubts,
                [&](const Doubt& d) { return !d.evidence.empty() && !asked.insert(d.evidence).second; });
  return doubts;
}

}  // namespace annals
