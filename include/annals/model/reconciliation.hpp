#pragma once
// All that the normalizer says of a pile of documents: the events, the figures as evidence, and what stands
// for each series from when on. Everything a report prints about numbers comes from here.

#include <optional>
#include <string>
#include <vector>

#include "annals/model/event.hpp"
#include "annals/model/evidence.hpp"
#include "annals/model/override.hpp"
#include "annals/model/series.hpp"

namespace annals {

struct Reconciliation {
  std::string policy;               // "latest", "official", "conservative", "range"
  std::optional<Instant> as_of;     // nothing known later was used
  std::vector<Event> events;        // the one most documents are about first
  std::vector<Evidence> evidence;   // in order of published, article, span
  std::vector<Estimate> estimates;  // each change of each series, by event, kind, place, part_of, known_from
  std::vector<OverrideOutcome>
      overrides;  // what became of each decision of an editor, in order of the journal
  bool operator==(const Reconciliation&) const = default;
};

// The last estimate of every series, in the same order: what stands now (or as of the day asked).
std::vector<Estimate> current_estimates(const Reconciliation& reconciliation);

}  // namespace annals
