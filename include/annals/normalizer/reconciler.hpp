#pragma once
// Reconciling without rebuilding: evidence comes bit by bit, and only the events it belongs to are worked out
// anew. In whatever order and portions it comes, the result is that of reconcile_evidence() over all of it,
// byte for byte.
//   Reconciler running({});  running.add(monday);  running.add(tuesday) => {"2020-05-01-orsk"}
// What one event teaches of a source is not used in another (ModelParts::learning is off), as that would
// touch events that nothing was added to.

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "annals/normalizer/reconcile.hpp"

namespace annals {

// Every change of every series of one event; puts its evidence in order. Memory is that of the event.
std::vector<Estimate> reconcile_event(std::vector<Evidence>& evidence, const ReconcileOptions& options);

class Reconciler {
 public:
  explicit Reconciler(ReconcileOptions options);
  // The events have to be known. Returns those that were worked out anew, ascending.
  std::vector<std::string> add(std::vector<Evidence> evidence);
  // Empty when nothing is known of the event.
  std::vector<Estimate> estimates_of(std::string_view event) const;
  Reconciliation result() const;

 private:
  struct EventState {
    std::vector<Evidence> evidence;
    std::vector<Estimate> estimates;
  };
  ReconcileOptions options_;
  std::map<std::string, EventState, std::less<>> events_;
};

}  // namespace annals
