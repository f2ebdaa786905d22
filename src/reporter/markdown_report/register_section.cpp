// Figures over time: the register of the main event, one table a kind; and the table by place.

#include <algorithm>

#include "annals/text/escape.hpp"

#include "reporter/findings/key_figures.hpp"
#include "reporter/markdown_report/sections.hpp"
#include "reporter/phrases.hpp"
#include "reporter/register_table.hpp"
#include "reporter/sparkline.hpp"

namespace annals {

namespace {

constexpr std::size_t kSparkColumns = 32;

std::string cite_row(const ReportView& view, const RegisterRow& row) {
  constexpr std::size_t kMost = 3;
  std::vector<std::string> names{view.citations.cite(*row.evidence)};
  for (std::size_t i = 0; i < row.copies.size() && i + 1 < kMost; ++i) {
    std::string name = view.citations.cite(*row.copies[i]);
    if (std::find(names.begin(), names.end(), name) == names.end()) names.push_back(std::move(name));
  }
  return references(names);
}

}  // namespace

void append_figures_over_time(std::string& out, const ReportView& view) {
  bool is_first = true;
  for (const RegisterGroup& group : register_groups(*view.report.reconciliation, view.standings)) {
    if (group.event != view.main_event) continue;
    if (is_first) out += "\n## Figures over time\n";
    is_first = false;
    out += "\n### " + escape_markdown(kind_label(group.kind)) + "\n\n";
    Table table =
        register_table(group, view.standings, view.articles, [](const Evidence&) { return std::string(); });
    for (std::size_t i = 0; i < group.rows.size(); ++i)
      table.rows[i].back().refs = cite_row(view, group.rows[i]);
    append_markdown_table(out, table);
    for (const Toll* toll : tolls_of(view, group.event)) {
      if (toll->kind != group.kind) continue;
      const std::string course = say_course(toll->history, kSparkColumns);
      if (!course.empty()) out += "\nBest over time: " + escape_markdown(course) + ".\n";
    }
  }
}

void append_places(std::string& out, const ReportView& view) {
  Table table;
  table.columns = {{"Place"},      {"Measure"}, {"Best", Align::right}, {"As reported by"}, {"As of"},
                   {"Confidence"}, {"Ref"}};
  for (const Estimate* e : place_figures(view)) {
    std::string measure = kind_label(e->series);
    if (!e->series.part_of.empty()) measure += ", " + e->series.part_of;
    table.rows.push_back({cell(e->series.place),
                          cell(measure),
                          cell(said_with_frame(view, *e)),
                          cell(reporters_of(view, *e)),
                          cell(short_time(e->known_from)),
                          cell(status_label(e->status)),
                          {{}, Style::plain, references(cite_estimate(view, *e))}});
  }
  if (table.rows.empty()) return;
  out += "\n## Where\n\nPlaces may overlap: these figures are not to be added.\n\n";
  append_markdown_table(out, table);
}

}  // namespace annals
