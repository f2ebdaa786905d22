#pragma once
// Reconciling without rebuilding: evidence or articles come bit by bit, and only the events they belong to
// are worked out anew. In whatever order and portions they come, the result is that of reconcile_evidence()
// or reconcile() over all of them, byte for byte.
//   Reconciler running({});  running.add(monday);  running.add(tuesday) => {"2020-05-01-orsk"}
//   running.add_articles({a report of the quake in Orsk}) => {"2020-05-01-orsk"}: it joins the event, or
//   opens one
// Takes nothing back: to leave an article out, or to put a newer version in its place, begin anew.
// What one event teaches of a source is not used in another (ModelParts::learning is off), as that would
// touch events that nothing was added to.

#include <map>
#include <memory>
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
  ~Reconciler();
  Reconciler(Reconciler&&) noexcept;
  Reconciler& operator=(Reconciler&&) noexcept;
  // The events have to be known. Returns those that were worked out anew, ascending.
  std::vector<std::string> add(std::vector<Evidence> evidence);
  // Each article joins an event or opens one; no two may have the same id. Returns the events that were
  // worked out anew, ascending; events that an article bound together are one from then on. Not for one that
  // evidence was added to.
  std::vector<std::string> add_articles(const std::vector<Document>& documents);
  // Empty when nothing is known of the event.
  std::vector<Estimate> estimates_of(std::string_view event) const;
  Reconciliation result() const;

 private:
  struct EventState {
    std::vector<Evidence> evidence;
    std::vector<Estimate> estimates;
    std::vector<std::string> articles;  // that it was worked out from; empty where evidence was added
  };
  struct Articles;  // the articles so far, and their stories
  EventState work_out(const Event& event) const;

  ReconcileOptions options_;
  std::map<std::string, EventState, std::less<>> events_;
  std::unique_ptr<Articles> articles_;
};

}  // namespace annals
