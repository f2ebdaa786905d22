#include "reporter/findings/disagreements.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "reporter/phrases.hpp"

namespace annals {

namespace {

std::vector<const Evidence*> rivals_of(const ReportView& view, const Estimate& now) {
  std::vector<const Evidence*> rivals;
  for (const SetAside& aside : now.set_aside) {
    if (aside.reason != Reason::outweighed && aside.reason != Reason::denied) continue;
    const Evidence* evidence = view.standings.evidence(aside.evidence);
    if (evidence != nullptr) rivals.push_back(evidence);
  }
  std::stable_sort(rivals.begin(), rivals.end(), [](const Evidence* a, const Evidence* b) {
    if (!a->published || !b->published) return a->published && !b->published;
    return *a->published < *b->published;
  });
  std::vector<const Evidence*> distinct;
  for (const Evidence* rival : rivals) {
    const bool is_known = std::any_of(distinct.begin(), distinct.end(), [rival](const Evidence* known) {
      return said_by(*known) == said_by(*rival) && known->quantity == rival->quantity &&
             known->frame == rival->frame;
    });
    if (!is_known) distinct.push_back(rival);
  }
  return distinct;
}

}  // namespace

std::string likely_reason(const Evidence& chosen, const std::vector<const Evidence*>& rivals) {
  const auto any = [&](auto differs) { return std::any_of(rivals.begin(), rivals.end(), differs); };
  std::vector<std::string_view> reasons;
  if (any([](const Evidence* r) { return r->frame == Frame::denied; }))
    reasons.emplace_back("one side denies the figure");
  if (any([&](const Evidence* r) {
        return r->place != chosen.place && !r->place.empty() && !chosen.place.empty();
      }))
    reasons.emplace_back("the figures may count different places");
  if (any([&](const Evidence* r) { return r->date && chosen.date && r->date != chosen.date; }))
    reasons.emplace_back("they refer to different days");
  if (any([&](const Evidence* r) { return r->scope != chosen.scope; }))
    reasons.emplace_back("one counts an incident, the other a running total");
  if (any([&](const Evidence* r) {
        return r->source_kind != chosen.source_kind && !r->source_kind.empty() && !chosen.source_kind.empty();
      }))
    reasons.emplace_back("they come from different kinds of source");
  if (reasons.empty()) return "the articles do not tell";
  return fmt::format("{}", fmt::join(reasons, "; "));
}

std::vector<Disagreement> disagreements_of(const ReportView& view) {
  std::vector<Disagreement> all;
  for (const Toll* toll : tolls_of(view, view.main_event)) {
    if (toll->now() == nullptr) continue;
    std::vector<const Evidence*> rivals = rivals_of(view, *toll->now());
    if (!rivals.empty()) all.push_back({toll->now(), carrier_of(view, *toll->now()), std::move(rivals)});
  }
  return all;
}

}  // namespace annals
