// The few numbers an editor would print, each said as it was reported; and the events beside the main one.

#include <fmt/format.h>

#include "reporter/markdown_report/sections.hpp"
#include "reporter/phrases.hpp"
#include "reporter/table.hpp"

namespace annals {

namespace {

constexpr std::size_t kMostRows = 10;
constexpr std::size_t kMostOtherRows = 30;

// References to the figures at the ends of the range, where these are not the estimate itself.
std::string cite_range(const ReportView& view, const Estimate& estimate) {
  std::string references;
  for (const auto& end : {estimate.low, estimate.high}) {
    if (!end || end == estimate.best) continue;
    std::vector<std::string_view> ids(estimate.carried_by.begin(), estimate.carried_by.end());
    for (const SetAside& aside : estimate.set_aside) ids.emplace_back(aside.evidence);
    for (const std::string_view id : ids) {
      const Evidence* evidence = view.standings.evidence(id);
      if (evidence == nullptr || (evidence->quantity.low != end && evidence->quantity.high != end)) continue;
      references += (references.empty() ? "" : " ") + view.citations.cite(*evidence);
      break;
    }
  }
  return references;
}

Cell change_cell(const ReportView& view, const Toll& toll) {
  const Estimate& now = *toll.now();
  const Estimate* before = toll.before();
  if (before == nullptr) return cell("first figure");
  std::string text(cause_label(now.cause));
  if (before->best && now.best && *before->best != *now.best)
    text =
        fmt::format("{} from {}", *now.best > *before->best ? "up" : "down", said_with_frame(view, *before));
  return {text, Style::plain, cite_estimate(view, *before)};
}

}  // namespace

void append_key_figures(std::string& out, const ReportView& view) {
  Table table;
  table.columns = {{"Measure"},
                   {"Best", Align::right},
                   {"Range", Align::right},
                   {"As reported by"},
                   {"As of"},
                   {"Change"},
                   {"Confidence"},
                   {"Ref"}};
  const auto add_row = [&](const Estimate& now, Cell change) {
    if (table.rows.size() == kMostRows) return;
    std::string measure = kind_label(now.series);
    for (const std::string& narrower : {now.series.place, now.series.part_of}) {
      if (!narrower.empty()) measure += ", " + narrower;
    }
    table.rows.push_back({cell(measure),
                          cell(said_with_frame(view, now)),
                          {say_range(now), Style::plain, cite_range(view, now)},
                          cell(reporters_of(view, now)),
                          cell(short_time(now.known_from)),
                          std::move(change),
                          cell(status_label(now.status)),
                          {{}, Style::plain, cite_estimate(view, now)}});
  };
  for (const Toll* toll : tolls_of(view, view.main_event)) {
    if (toll->now() == nullptr) continue;
    add_row(*toll->now(), change_cell(view, *toll));
    for (const Estimate* beside : toll->beside) {  // the same count elsewhere: never part of the row above
      if (beside->series.part_of.empty() && beside->series.place != toll->now()->series.place &&
          beside->best) {
        add_row(*beside, cell("-"));
      }
    }
  }
  out += "\n## Key figures\n\n";
  if (table.rows.empty()) {
    out += "No figure is reported of the main event.\n";
  } else {
    append_markdown_table(out, table);
  }
}

void append_other_events(std::string& out, const ReportView& view) {
  Table table;
  std::size_t hidden = 0;
  table.columns = {{"Event"},          {"When"},  {"Place"}, {"Measure"}, {"Best", Align::right},
                   {"As reported by"}, {"As of"}, {"Ref"}};
  for (const Event& event : view.report.reconciliation->events) {
    if (event.id == view.main_event) continue;
    for (const Toll* toll : tolls_of(view, event.id)) {
      if (toll->now() == nullptr) continue;
      if (table.rows.size() == kMostOtherRows) {
        ++hidden;
        continue;
      }
      const Estimate& now = *toll->now();
      table.rows.push_back({cell(view.standings.event_title(event.id)),
                            cell(short_date(event.date)),
                            cell(event.place),
                            cell(kind_label(now.series)),
                            cell(said_with_frame(view, now)),
                            cell(reporters_of(view, now)),
                            cell(short_time(now.known_from)),
                            {{}, Style::plain, cite_estimate(view, now)}});
    }
  }
  if (table.rows.empty()) return;
  out += "\n## Other events\n\nCounted apart from the main event, never added to it.\n\n";
  append_markdown_table(out, table);
  if (hidden > 0) out += fmt::format("\n{} more figures of other events are not shown.\n", hidden);
}

}  // namespace annals
