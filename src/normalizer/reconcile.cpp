// Evidence to estimates: every series run through time, wholes built from their parts, one headline a kind.
#include "annals/normalizer/reconcile.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

#include "annals/normalizer/overrides.hpp"

#include "normalizer/scopes.hpp"
#include "normalizer/series.hpp"
#include "normalizer/series_places.hpp"
#include "normalizer/source_learning.hpp"

namespace annals {

namespace {

using SeriesRuns = std::map<SeriesKey, std::vector<Standing>>;

// Event, kind and measure: what a headline is chosen for.
using SubjectKey = std::tuple<std::string, HarmKind, std::string>;

void sort_evidence(std::vector<Evidence>& evidence) {
  std::sort(evidence.begin(), evidence.end(), [](const Evidence& a, const Evidence& b) {
    return std::tuple(time_of(a), std::string_view(a.article), a.span, std::string_view(a.id)) <
           std::tuple(time_of(b), std::string_view(b.article), b.span, std::string_view(b.id));
  });
}

// The sum of what stands for all parts, each time one of them changes and none is missing.
std::vector<Reading> sums_of_parts(const std::vector<const std::vector<Standing>*>& parts) {
  std::set<std::int64_t> times;
  for (const auto* part : parts) {
    for (const Standing& standing : *part) times.insert(standing.time);
  }
  std::vector<Reading> sums;
  for (const std::int64_t time : times) {
    std::vector<Reading> standing_now;
    for (const auto* part : parts) {
      const auto next =
          std::find_if(part->begin(), part->end(), [&](const Standing& s) { return s.time > time; });
      if (next == part->begin() || !std::prev(next)->carrier) break;
      standing_now.push_back(*std::prev(next)->carrier);
    }
    if (standing_now.size() != parts.size()) continue;
    Reading sum = sum_of(standing_now);
    sum.time = time;
    sum.scope = Scope::total;
    sum.origin = "sum of parts";
    sums.push_back(std::move(sum));
  }
  return sums;
}

// Sums count from the first time that somebody spoke of the whole: before it, nobody knew that there is one.
void add_sums(SeriesInput& whole, std::vector<Reading> sums) {
  std::int64_t first = INT64_MAX;
  for (const Reading& reading : whole.readings) first = std::min(first, reading.time);
  for (const Retraction& retraction : whole.retractions) first = std::min(first, retraction.time);
  for (const Gated& one : whole.gated) first = std::min(first, one.time);
  for (std::size_t i = 0; i < sums.size(); ++i) {
    if (sums[i].time < first) {
      if (i + 1 < sums.size() && sums[i + 1].time <= first) continue;  // a newer one stands by then
      sums[i].time = first;
    }
    whole.readings.push_back(std::move(sums[i]));
  }
}

SeriesRuns run_all(const std::vector<Evidence>& evidence, Policy policy) {
  std::map<SeriesKey, SeriesInput> inputs = sort_into_series(evidence);
  learn_trust(inputs);
  // Parts before wholes: by the number of wholes they are part of is enough, as names nest ("A+B", "A",
  // "A-b").
  std::vector<SeriesKey> order;
  std::map<std::tuple<std::string, HarmKind, std::string, std::string, Unit>, std::vector<std::string>>
      places;
  for (const auto& [key, input] : inputs) {
    order.push_back(key);
    places[{key.event, key.kind, key.measure, key.part_of, key.unit}].push_back(key.place);
  }
  const auto places_beside = [&](const SeriesKey& key) -> const std::vector<std::string>& {
    return places[{key.event, key.kind, key.measure, key.part_of, key.unit}];
  };
  std::stable_sort(order.begin(), order.end(), [&](const SeriesKey& a, const SeriesKey& b) {
    return width_of(a.place, places_beside(a)) < width_of(b.place, places_beside(b));
  });
  SeriesRuns runs;
  for (const SeriesKey& key : order) {
    SeriesInput& input = inputs[key];
    std::vector<const std::vector<Standing>*> parts;
    const std::vector<std::string> names = parts_of(key.place, places_beside(key));
    for (const std::string& name : names) {
      SeriesKey part = key;
      part.place = name;
      const auto run = runs.find(part);
      if (run != runs.end() && !run->second.empty()) parts.push_back(&run->second);
    }
    if (!parts.empty() && parts.size() == names.size()) {
      add_sums(input, sums_of_parts(parts));
    }
    std::vector<Standing> run = run_series(evidence, std::move(input), policy);
    runs.emplace(key, std::move(run));
  }
  return runs;
}

// The series an editor would print among those that had begun by `time`: the main definition before a part of
// it, people before families, the widest place, then the highest figure.
SeriesKey headline_at(const std::vector<std::pair<SeriesKey, const std::vector<Standing>*>>& series,
                      std::int64_t time) {
  std::vector<std::string> places;
  places.reserve(series.size());
  for (const auto& [key, run] : series) places.push_back(key.place);
  const SeriesKey* best = nullptr;
  std::tuple<bool, bool, int, std::int64_t> best_key;
  for (const auto& [key, run] : series) {
    const auto next =
        std::find_if(run->begin(), run->end(), [&](const Standing& s) { return s.time > time; });
    if (next == run->begin()) continue;
    const Standing& now = *std::prev(next);
    const auto rank = std::tuple(key.part_of.empty(), key.unit == Unit::people, width_of(key.place, places),
                                 now.carrier ? now.carrier->value : -1);
    if (best == nullptr || rank > best_key) {
      best = &key;
      best_key = rank;
    }
  }
  return best != nullptr ? *best : SeriesKey{};
}

Estimate estimate_of(const std::vector<Evidence>& evidence, const SeriesKey& key, const Standing& standing) {
  Estimate estimate;
  estimate.series = key;
  if (standing.time != kAlwaysKnown) {
    Instant known;
    known.seconds = standing.time;
    known.precision = Instant::Precision::second;
    for (const Evidence& figure : evidence) {
      if (figure.published && time_of(figure) == standing.time) {
        known = *figure.published;
        break;
      }
    }
    estimate.known_from = known;
  }
  if (standing.carrier) {
    estimate.best = standing.carrier->value;
    estimate.bound = standing.carrier->quantity.bound;
  }
  estimate.low = standing.low;
  estimate.high = standing.high;
  estimate.status = standing.status;
  estimate.cause = standing.cause;
  estimate.reason = standing.reason;
  for (const std::uint32_t member : standing.carried_by) estimate.carried_by.push_back(evidence[member].id);
  return estimate;
}

}  // namespace

namespace {

// Series and estimates; the decisions of editors are in the evidence already.
Reconciliation weigh(std::vector<Evidence> evidence, const ReconcileOptions& options) {
  Reconciliation result;
  result.policy = name_of(options.policy);
  result.as_of = options.as_of;
  if (options.as_of) {
    std::erase_if(evidence, [&](const Evidence& figure) {
      return figure.published && *figure.published > *options.as_of;
    });
  }
  sort_evidence(evidence);
  tell_places_apart(evidence);
  const SeriesRuns runs = run_all(evidence, options.policy);

  std::map<SubjectKey, std::vector<std::pair<SeriesKey, const std::vector<Standing>*>>> subjects;
  for (const auto& [key, run] : runs) subjects[{key.event, key.kind, key.measure}].emplace_back(key, &run);
  std::map<SubjectKey, std::vector<std::uint32_t>> of_subject;
  for (std::uint32_t i = 0; i < evidence.size(); ++i)
    of_subject[{evidence[i].event, evidence[i].kind, evidence[i].measure}].push_back(i);

  for (const auto& [key, run] : runs) {
    const SubjectKey subject{key.event, key.kind, key.measure};
    for (std::size_t i = 0; i < run.size(); ++i) {
      const Standing& standing = run[i];
      Estimate estimate = estimate_of(evidence, key, standing);
      estimate.headline = headline_at(subjects[subject], standing.time) == key;
      std::set<std::uint32_t> told(standing.carried_by.begin(), standing.carried_by.end());
      for (const auto& [member, verdict] : standing.verdicts) {
        if (!told.insert(member).second) continue;
        estimate.set_aside.push_back({evidence[member].id, verdict.reason,
                                      verdict.other == kNoOther ? "" : evidence[verdict.other].id});
      }
      if (estimate.headline) {  // a headline answers for every figure of its kind, those of side series too
        const std::int64_t until = i + 1 < run.size() ? run[i + 1].time : INT64_MAX;
        for (const std::uint32_t member : of_subject[subject]) {
          if (time_of(evidence[member]) >= until || !told.insert(member).second) continue;
          const Evidence& figure = evidence[member];
          const bool part = figure.part || figure.part_of != key.part_of;
          Reason reason = part ? Reason::subset_of : Reason::other_scope;
          const auto side = runs.find(series_of(figure));
          if (side != runs.end()) {  // a reason that holds in any series goes with it
            for (const Standing& s : side->second) {
              const auto verdict = s.verdicts.find(member);
              if (verdict == s.verdicts.end()) continue;
              const Reason own = verdict->second.reason;
              if (own == Reason::prediction || own == Reason::background || own == Reason::denied ||
                  own == Reason::increment || own == Reason::vague || own == Reason::rejected)
                reason = own;
            }
          }
          estimate.set_aside.push_back({figure.id, reason, ""});
        }
      }
      result.estimates.push_back(std::move(estimate));
    }
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
