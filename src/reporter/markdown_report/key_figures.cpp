// The tables of key figures, and of the events beside the main one.

#include "reporter/findings/key_figures.hpp"

#include <fmt/format.h>

#include "reporter/findings/backing.hpp"
#include "reporter/markdown_report/sections.hpp"
#include "reporter/phrases.hpp"
#include "reporter/table.hpp"

namespace annals {

namespace {

Cell change_cell(const ReportView& view, const Toll* toll) {
  if (toll == nullptr) return cell("-");
  Cell change = cell(say_change(view, *toll));
  if (toll->before() != nullptr) change.refs = references(cite_estimate(view, *toll->before()));
  return change;
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
                   {"Backed by"},
                   {"Ref"}};
  for (const KeyFigure& figure : key_figures(view)) {
    const Estimate& now = *figure.now;
    table.rows.push_back({cell(say_series(now.series)),
                          cell(said_with_frame(view, now)),
                          {say_range(now), Style::plain, references(cite_range(view, now))},
                          cell(reporters_of(view, now)),
                          cell(short_time(now.known_from)),
                          change_cell(view, figure.toll),
                          cell(status_label(now.status)),
                          cell(say_backing(backing_of(view, now))),
                          {{}, Style::plain, references(cite_estimate(view, now))}});
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
  table.columns = {{"Event"},          {"When"},  {"Place"}, {"Measure"}, {"Best", Align::right},
                   {"As reported by"}, {"As of"}, {"Ref"}};
  const OtherFigures figures = other_figures(view);
  for (const OtherFigures::Row& row : figures.rows) {
    const Estimate& now = *row.now;
    table.rows.push_back({cell(view.standings.event_title(row.event->id)),
                          cell(short_date(row.event->date)),
                          cell(row.event->place),
                          cell(kind_label(now.series)),
                          cell(said_with_frame(view, now)),
                          cell(reporters_of(view, now)),
                          cell(short_time(now.known_from)),
                          {{}, Style::plain, references(cite_estimate(view, now))}});
  }
  if (table.rows.empty()) return;
  out += "\n## Other events\n\nCounted apart from the main event, never added to it.\n\n";
  append_markdown_table(out, table);
  if (figures.hidden > 0)
    out += fmt::format("\n{} more figures of other events are not shown.\n", figures.hidden);
}

}  // namespace annals
