// Evidence to estimates: event by event, with what all of them together teach of the origins.
#include "annals/normalizer/reconcile.hpp"

#include <algorithm>
#include <map>
#include <unordered_map>

#include "annals/normalizer/overrides.hpp"

#include "normalizer/event_estimates.hpp"
#include "normalizer/evidence_order.hpp"
#include "normalizer/origins/source_learning.hpp"
#include "normalizer/series/series_places.hpp"
#include "normalizer/stories/wire.hpp"

namespace annals {

namespace {

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
    options.look_up();
    bool changed = false;
    for (auto& [key, input] : event.inputs) changed = records.apply(input) || changed;
    if (changed) run_event(evidence, event, options);
  }
}

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
  for (EventSeries& event : events) {
    options.look_up();
    run_event(evidence, event, options);
  }
  if (options.parts.learning) learn_from_settled(evidence, events, options);

  std::size_t at = 0;
  for (const auto& [event, members] : by_event) {
    options.look_up();
    std::vector<Estimate> own = estimates_of(evidence, members, events[at++], options);
    result.estimates.insert(result.estimates.end(), std::make_move_iterator(own.begin()),
                            std::make_move_iterator(own.end()));
  }
  result.evidence = std::move(evidence);
  return result;
}

// Copies are looked for within each event.
void mark_copies(const std::vector<Document>& documents, const std::vector<Event>& events,
                 std::vector<Evidence>& evidence, const ReconcileOptions& options) {
  std::unordered_map<std::string_view, const Document*> by_id;  // looked up only
  for (const Document& document : documents) by_id.emplace(document.article.id, &document);
  std::map<std::string_view, std::vector<std::uint32_t>> of_event;
  for (std::uint32_t i = 0; i < evidence.size(); ++i) of_event[evidence[i].event].push_back(i);
  for (const Event& event : events) {
    if (event.articles.size() < 2) continue;
    options.look_up();
    std::vector<const Document*> articles;
    for (const std::string& id : event.articles) articles.push_back(by_id.at(id));
    std::vector<Evidence*> figures;
    for (const std::uint32_t i : of_event[event.id]) figures.push_back(&evidence[i]);
    mark_wire(std::move(articles), figures);
  }
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
    options.look_up();
    std::vector<Evidence> own = evidence_of(document);
    evidence.insert(evidence.end(), std::make_move_iterator(own.begin()), std::make_move_iterator(own.end()));
  }
  std::vector<OverrideOutcome> overrides = apply_overrides(options.overrides, evidence);
  std::vector<Event> events = find_events(*used, evidence, options);
  if (options.parts.copies) mark_copies(*used, events, evidence, options);
  Reconciliation result = weigh(std::move(evidence), options);
  result.events = std::move(events);
  check_expectations(result, overrides);
  result.overrides = std::move(overrides);
  return result;
}

}  // namespace annals
