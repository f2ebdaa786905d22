#include "annals/normalizer/reconciler.hpp"

#include <algorithm>
#include <numeric>
#include <set>

#include "normalizer/event_estimates.hpp"
#include "normalizer/evidence_order.hpp"
#include "normalizer/origins/source_learning.hpp"
#include "normalizer/series/series_places.hpp"

namespace annals {

std::vector<Estimate> reconcile_event(std::vector<Evidence>& evidence, const ReconcileOptions& options) {
  leave_out_later(evidence, options);
  SourceBook book(options.parts.copies);
  for (Evidence& figure : evidence) read_axes(figure, book);
  evidence = in_order(std::move(evidence));
  tell_places_apart(evidence);
  std::vector<std::uint32_t> members(evidence.size());
  std::iota(members.begin(), members.end(), 0U);
  EventSeries series{sort_into_series(evidence, members, book), {}};
  std::vector<SeriesInput*> inputs;
  for (auto& [key, input] : series.inputs) {
    number_voices(input);
    inputs.push_back(&input);
  }
  ModelParts alone = options.parts;
  alone.learning = false;
  learn_reliability(inputs, alone);
  run_event(evidence, series, options);
  return annals::estimates_of(evidence, members, series, options);
}

Reconciler::Reconciler(ReconcileOptions options) : options_(std::move(options)) {}

std::vector<std::string> Reconciler::add(std::vector<Evidence> evidence) {
  std::set<std::string> touched;
  for (Evidence& figure : evidence) {
    touched.insert(figure.event);
    events_[figure.event].evidence.push_back(std::move(figure));
  }
  for (const std::string& event : touched) {
    EventState& state = events_.at(event);
    state.estimates = reconcile_event(state.evidence, options_);
  }
  return {touched.begin(), touched.end()};
}

std::vector<Estimate> Reconciler::estimates_of(std::string_view event) const {
  const auto at = events_.find(event);
  return at == events_.end() ? std::vector<Estimate>{} : at->second.estimates;
}

Reconciliation Reconciler::result() const {
  Reconciliation result;
  result.policy = name_of(options_.policy);
  result.as_of = options_.as_of;
  for (const auto& [event, state] : events_) {
    result.evidence.insert(result.evidence.end(), state.evidence.begin(), state.evidence.end());
    result.estimates.insert(result.estimates.end(), state.estimates.begin(), state.estimates.end());
  }
  result.evidence = in_order(std::move(result.evidence));
  return result;
}

}  // namespace annals
