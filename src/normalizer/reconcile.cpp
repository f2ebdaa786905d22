// Evidence to estimates: event by event, with what all of them together teach of the origins.
#include "annals/normalizer/reconcile.hpp"

#include <algorithm>
#include <map>
#include <numeric>
#include <tuple>

#include "annals/normalizer/overrides.hpp"

#include "normalizer/event_estimates.hpp"
#include "normalizer/origins/source_learning.hpp"
#include "normalizer/series/series_places.hpp"

namespace annals {

namespace {

// By time, article, place in the text and id.
std::vector<Evidence> in_order(std::vector<Evidence> evidence) {
  std::vector<std::uint32_t> order(evidence.size());
  std::iota(order.begin(), order.end(), 0U);
  const auto key = [&](std::uint32_t i) {
    const Evidence& e = evidence[i];
    return std::tuple(time_of(e), std::string_view(e.article), e.span, std::string_view(e.id));
  };
  std::sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) {
    const std::int64_t x = time_of(evidence[a]);
    const std::int64_t y = time_of(evidence[b]);
    return x != y ? x < y : key(a) < key(b);
  });
  std::vector<Evidence> sorted;
  sorted.reserve(evidence.size());
  for (const std::uint32_t i : order) sorted.push_back(std::move(evidence[i]));
  return sorted;
}

void leave_out_later(std::vector<Evidence>& evidence, const ReconcileOptions& options) {
  std::erase_if(evidence, [&](const Evidence& figure) {
    const bool unpublished = options.as_of && figure.published && *figure.published > *options.as_of;
    const bool unread = options.ingested && figure.ingested && *figure.ingested > *options.ingested;
    return unpublished || unread;
  });
}

// What settled series teach of the origins is used from the day on which they had settled.
void learn_from_settled(const std::vector<Evidence>& evidence, std::vector<EventSeries>& events,
                        const ReconcileOptions& options) {
  std::int64_t until = kAlwaysKnown;
  for (const Evidence& figure : evidence) until = std::max(until, time_of(figure));
  SettledRecords records;
  for (const EventSeries& event : events) {
    for (const auto& [key, history] : event.histories) records.observe(event.inputs.at(key), history, until);
  }
  if (records.empty()) return;
  records.close();
  for (EventSeries& event : events) {
    bool changed = false;
    for (auto& [key, input] : event.inputs) changed = records.apply(input) || changed;
    if (changed) run_event(evidence, event, options);
  }
}

}  // namespace

namespace {

// Series and estimates; the decisions of editors are in the evidence already.
Reconciliation weigh(std::vector<Evidence> evidence, const ReconcileOptions& options) {
  Reconciliation result;
  result.policy = name_of(options.policy);
  result.as_of = options.as_of;
  leave_out_later(evidence, options);
  SourceBook book(options.parts.copies);
  for (Evidence& figure : evidence) read_axes(figure, book);
  evidence = in_order(std::move(evidence));
  tell_places_apart(evidence);

  std::map<std::string_view, std::vector<std::uint32_t>> by_event;
  for (std::uint32_t i = 0; i < evidence.size(); ++i) by_event[evidence[i].event].push_back(i);
  std::vector<EventSeries> events;
  events.reserve(by_event.size());
  std::vector<SeriesInput*> inputs;
  for (const auto& [event, members] : by_event) {
    events.push_back({sort_into_series(evidence, members, book), {}});
    for (auto& [key, input] : events.back().inputs) {
      number_voices(input);
      inputs.push_back(&input);
    }
  }
  learn_reliability(inputs, options.parts);
  for (EventSeries& event : events) run_event(evidence, event, options);
  if (options.parts.learning) learn_from_settled(evidence, events, options);

  std::size_t at = 0;
  for (const auto& [event, members] : by_event) {
    std::vector<Estimate> own = estimates_of(evidence, members, events[at++], options);
    result.estimates.insert(result.estimates.end(), std::make_move_iterator(own.begin()),
                            std::make_move_iterator(own.end()));
  }
  result.evidence = std::move(evidence);
  return result;
}

}  // namespace

Reconciliation reconcile_evidence(std::vector<Evidence> evidence, const ReconcileOptions& options) {
  std::vector<OverrideOutcome> overrides = apply_overrides(options.overrides, evidence);
  Reconciliation result = weigh(std::move(evidence), options);
  check_expectations(result, overrides);
  result.overrides = std::move(overrides);
  return result;
}

Reconciliation reconcile(const std::vector<Document>& documents, const ReconcileOptions& options) {
  std::vector<Document> known;
  const std::vector<Document>* used = &documents;
  if (options.as_of) {
    std::copy_if(documents.begin(), documents.end(), std::back_inserter(known),
                 [&](const Document& document) {
                   const auto when = known_from(document.article);
                   return !when || *when <= *options.as_of;
                 });
    used = &known;
  }
  std::vector<Evidence> evidence;
  for (const Document& document : *used) {
    std::vector<Evidence> own = evidence_of(document);
    evidence.insert(evidence.end(), std::make_move_iterator(own.begin()), std::make_move_iterator(own.end()));
  }
  std::vector<OverrideOutcome> overrides = apply_overrides(options.overrides, evidence);
  std::vector<Event> events = find_events(*used, evidence);
  Reconciliation result = weigh(std::move(evidence), options);
  result.events = std::move(events);
  check_expectations(result, overrides);
  result.overrides = std::move(overrides);
  return result;
}

}  // namespace annals
