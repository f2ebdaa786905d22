#include "reporter/findings/key_figures.hpp"

#include <set>
#include <unordered_map>

#include <fmt/format.h>

#include "reporter/phrases.hpp"

namespace annals {

std::vector<KeyFigure> key_figures(const ReportView& view) {
  constexpr std::size_t kMostRows = 10;
  std::vector<KeyFigure> figures;
  for (const Toll* toll : tolls_of(view, view.main_event)) {
    if (toll->now() == nullptr) continue;
    figures.push_back({toll->now(), toll});
    for (const Estimate* beside : toll->beside) {
      if (beside->series.part_of.empty() && beside->series.place != toll->now()->series.place && beside->best)
        figures.push_back({beside, nullptr});
    }
  }
  if (figures.size() > kMostRows) figures.resize(kMostRows);
  return figures;
}

std::vector<std::string> cite_range(const ReportView& view, const Estimate& estimate) {
  std::vector<std::string> names;
  for (const auto& end : {estimate.low, estimate.high}) {
    if (!end || end == estimate.best) continue;
    std::vector<std::string_view> ids(estimate.carried_by.begin(), estimate.carried_by.end());
    for (const SetAside& aside : estimate.set_aside) ids.emplace_back(aside.evidence);
    for (const std::string_view id : ids) {
      const Evidence* evidence = view.standings.evidence(id);
      if (evidence == nullptr || (evidence->quantity.low != end && evidence->quantity.high != end)) continue;
      names.push_back(view.citations.cite(*evidence));
      break;
    }
  }
  return names;
}

std::string say_change(const ReportView& view, const Toll& toll) {
  const Estimate& now = *toll.now();
  const Estimate* before = toll.before();
  if (before == nullptr) return "first figure";
  if (!before->best || !now.best || *before->best == *now.best) return std::string(cause_label(now.cause));
  return fmt::format("{} from {}", *now.best > *before->best ? "up" : "down", said_with_frame(view, *before));
}

std::vector<const Estimate*> place_figures(const ReportView& view) {
  std::set<std::string_view> places;
  std::vector<const Estimate*> figures;
  for (const Toll* toll : tolls_of(view, view.main_event)) {
    std::vector<const Estimate*> estimates = toll->beside;
    if (toll->now() != nullptr) estimates.insert(estimates.begin(), toll->now());
    for (const Estimate* estimate : estimates) {
      if (estimate->series.place.empty()) continue;
      places.insert(estimate->series.place);
      figures.push_back(estimate);
    }
  }
  if (places.size() < 2) figures.clear();
  return figures;
}

OtherFigures other_figures(const ReportView& view) {
  constexpr std::size_t kMostRows = 30;
  OtherFigures figures;
  std::unordered_map<std::string_view, std::vector<const Toll*>> tolls;  // by event, looked up only
  for (const Toll& toll : view.standings.tolls()) tolls[toll.event].push_back(&toll);
  for (const Event& event : view.report.reconciliation->events) {
    if (event.id == view.main_event) continue;
    const auto of_event = tolls.find(event.id);
    if (of_event == tolls.end()) continue;
    for (const Toll* toll : of_event->second) {
      if (toll->now() == nullptr) continue;
      if (figures.rows.size() == kMostRows) {
        ++figures.hidden;
      } else {
        figures.rows.push_back({&event, toll->now()});
      }
    }
  }
  return figures;
}

}  // namespace annals
