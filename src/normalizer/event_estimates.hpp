#pragma once
// One event: its figures sorted into series, each run through time, wholes built from their parts, one
// headline a kind. Nothing here looks at another event, so an article that is added touches only its own.

#include <map>
#include <string>
#include <vector>

#include "annals/normalizer/reconcile.hpp"

#include "normalizer/series/series.hpp"

namespace annals {

struct EventSeries {
  std::map<SeriesKey, SeriesInput> inputs;
  std::map<SeriesKey, SeriesHistory> histories;
};

// Runs every series of `series.inputs`.
void run_event(const std::vector<Evidence>& evidence, EventSeries& series, const ReconcileOptions& options);

// Every change of every series, by kind, place, part and known_from. `members`: the event's figures in order
// of time.
std::vector<Estimate> estimates_of(const std::vector<Evidence>& evidence,
                                   const std::vector<std::uint32_t>& members, const EventSeries& series,
                                   const ReconcileOptions& options);

}  // namespace annals
