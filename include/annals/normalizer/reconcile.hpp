#pragma once
// From what articles say to what stands: evidence, events, series, estimates with reasons.
//   Reconciliation r = reconcile(documents, {Policy::official, {}});
//   // 4 articles on one quake: killed 29 -> 227 -> 304, each carried by a figure somebody reported
// An estimate is a reported figure or an exact sum of reported parts; never a mean, never a running maximum.
// The order in which documents are given does not matter.

#include <optional>
#include <string_view>
#include <vector>

#include "annals/model/document.hpp"
#include "annals/model/reconciliation.hpp"

namespace annals {

enum class Policy : std::uint8_t {
  latest,        // the newest independent figure
  official,      // the newest figure of the best class of source (default)
  conservative,  // the lowest credible of the current figures
  range,         // like official, but low..high spans all current credible figures
};
std::string_view name_of(Policy policy);
std::optional<Policy> policy_named(std::string_view name);

struct ReconcileOptions {
  Policy policy = Policy::official;
  std::optional<Instant> as_of;          // use only what could be known then
  std::vector<Override> overrides = {};  // decisions of editors; they hold whatever the as-of time is
};

// Figures of a document cut loose as evidence, one each, in the order of the text.
std::vector<Evidence> evidence_of(const Document& document);

// Groups evidence of many documents into events: sets Evidence::event and returns the events.
std::vector<Event> find_events(const std::vector<Document>& documents, std::vector<Evidence>& evidence);

// Series and estimates for evidence whose events are known.
Reconciliation reconcile_evidence(std::vector<Evidence> evidence, const ReconcileOptions& options);

// All of it.
Reconciliation reconcile(const std::vector<Document>& documents, const ReconcileOptions& options);

}  // namespace annals
