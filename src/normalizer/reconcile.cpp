// Evidence to estimates: event by event, with what all of them together teach of the origins.
#include "annals/normalizer/reconcile.hpp"

#include <algorithm>
#include <map>
#include <numeric>
#include <tuple>
#include <unordered_map>

#include "annals/normalizer/overrides.hpp"
#include "annals/text/utf8.hpp"

#include "normalizer/event_estimates.hpp"
#include "normalizer/evidence_order.hpp"
#include "normalizer/origins/source_learning.hpp"
#include "normalizer/series/series_places.hpp"
#include "normalizer/stories/copies.hpp"

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

namespace {

// What an article says in its own voice is the word of the outlet that printed its text first.
void mark_copies(const std::vector<Document>& documents, std::vector<Evidence>& evidence) {
  std::vector<std::size_t> order(documents.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  const auto key = [&](std::size_t i) {
    const auto when = known_from(documents[i].article);
    return std::tuple(when ? when->seconds : INT64_MIN, std::string_view(documents[i].article.id));
  };
  std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return key(a) < key(b); });
  const std::vector<std::size_t> first = first_prints(documents, order);
  std::unordered_map<std::string_view, std::string> origins;  // of copies, by article; looked up only
  for (std::size_t i = 0; i < documents.size(); ++i) {
    if (first[i] == i) continue;
    const Article& print = documents[first[i]].article;
    origins.emplace(documents[i].article.id,
                    print.publisher.empty() ? "article:" + print.id
                                            : "publisher:" + to_lower_ascii(fold_space(print.publisher)));
  }
  for (Evidence& figure : evidence) {
    const auto at = origins.find(figure.article);
    if (at != origins.end()) figure.wire = at->second;
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
    std::vector<Evidence> own = evidence_of(document);
    evidence.insert(evidence.end(), std::make_move_iterator(own.begin()), std::make_move_iterator(own.end()));
  }
  if (options.parts.copies) mark_copies(*used, evidence);
  std::vector<OverrideOutcome> overrides = apply_overrides(options.overrides, evidence);
  std::vector<Event> events = find_events(*used, evidence);
  Reconciliation result = weigh(std::move(evidence), options);
  result.events = std::move(events);
  check_expectations(result, overrides);
  result.overrides = std::move(overrides);
  return result;
}

}  // namespace annals
