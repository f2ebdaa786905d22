#pragma once
// From what articles say to what stands: evidence, events, series, estimates with reasons.
//   Reconciliation r = reconcile(documents, {});
//   // 4 articles on one quake: killed 29 -> 227 -> 304, each carried by a figure somebody reported
// An estimate is a reported figure or an exact sum of reported parts; never a mean, never a running maximum.
// The order in which documents are given does not matter.

#include <functional>
#include <optional>
#include <string_view>
#include <vector>

#include "annals/model/document.hpp"
#include "annals/model/reconciliation.hpp"

namespace annals {

enum class Policy : std::uint8_t {
  model,         // the best-supported figure, weighed over origins and time (default)
  latest,        // the newest independent figure
  official,      // the newest figure of the best class of source
  conservative,  // the lowest credible of the current figures
  gtd,           // newest independent source; a tie goes to the majority, then to the lowest
  acled,         // of the newest reports the most conservative; "dozens" is 12, "hundreds" 100
  ucdp,   // best of the current figures without party claims; low..high the lowest and highest credible
  ibc,    // the most that two independent sources bear out; a single one is provisional
  range,  // like model, but low..high spans all current credible figures
};
std::string_view name_of(Policy policy);
std::optional<Policy> policy_named(std::string_view name);
// All of them, in the order above.
std::vector<Policy> all_policies();

// What the model is made of; each can be taken out to measure what it is worth.
struct ModelParts {
  bool rounding = true;   // a coarser number says the exact one again
  bool staleness = true;  // an old value told again is no news
  bool copies = true;     // one vote an origin, however often it is printed
  bool down_moves =
      true;              // a lower figure needs a cue, the same voice or a higher one; off: counts only rise
  bool learning = true;  // origins that were right before weigh more
  bool operator==(const ModelParts&) const = default;
};

// Which estimates tell what they set aside: each of them, or only what stands last of each series and of each
// headline. Every figure known by a change is on its list, so `every_change` grows with their product.
enum class Detail : std::uint8_t { every_change, last };

struct ReconcileOptions {
  Policy policy = Policy::model;
  std::optional<Instant> as_of = {};     // use only what the world could know then
  std::vector<Override> overrides = {};  // decisions of editors; they hold whatever the as-of time is
  std::optional<Instant> ingested = {};  // use only what had been read in by then
  Detail detail = Detail::every_change;
  ModelParts parts = {};
  // Called now and then; what it throws ends the work, of which nothing is left. For a user who waits no
  // longer.
  std::function<void()> checkpoint = {};
  void look_up() const {
    if (checkpoint) checkpoint();
  }
};

// Figures of a document cut loose as evidence, one each, in the order of the text.
std::vector<Evidence> evidence_of(const Document& document);

// Groups evidence of many documents into events: sets Evidence::event and returns the events.
std::vector<Event> find_events(const std::vector<Document>& documents, std::vector<Evidence>& evidence,
                               const ReconcileOptions& options = {});

// Series and estimates for evidence whose events are known.
Reconciliation reconcile_evidence(std::vector<Evidence> evidence, const ReconcileOptions& options);

// All of it.
Reconciliation reconcile(const std::vector<Document>& documents, const ReconcileOptions& options);

}  // namespace annals
