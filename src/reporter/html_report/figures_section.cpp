// Figures over time: one chart a key figure with the table of what it shows, then the register, one table a
// kind.

#include <algorithm>

#include <fmt/format.h>

#include "annals/text/escape.hpp"

#include "reporter/chart/chart_svg.hpp"
#include "reporter/html_report/page.hpp"
#include "reporter/phrases.hpp"
#include "reporter/register_table.hpp"

namespace annals {

namespace {

constexpr std::size_t kMostOpenRows = 40;  // longer registers are folded
constexpr std::size_t kMostRows = 2000;    // of a kind; the data of the report hold all
constexpr std::size_t kMostSteps = 40;     // of the table of a chart at once; the others wait
constexpr std::size_t kMostAtOnce = 100;   // of these; the others wait

bool has_ranges(const Chart& chart) {
  const auto is_range = [](const ChartStep& step) {
    return step.low.value_or(step.best) != step.high.value_or(step.best);
  };
  return std::any_of(chart.panels.begin(), chart.panels.end(), [&](const ChartPanel& panel) {
    return std::any_of(panel.steps.begin(), panel.steps.end(), is_range);
  });
}

bool has_superseded(const Chart& chart) {
  return std::any_of(chart.panels.begin(), chart.panels.end(), [](const ChartPanel& panel) {
    return std::any_of(panel.dots.begin(), panel.dots.end(),
                       [](const ChartDot& dot) { return dot.superseded; });
  });
}

void append_legend(std::string& out, const Page& page) {
  out +=
      "<ul class=\"legend\" aria-label=\"Legend\"><li><svg class=\"key\" width=\"26\" height=\"14\" "
      "aria-hidden=\"true\">"
      "<line class=\"kb\" x1=\"0\" x2=\"26\" y1=\"7\" y2=\"7\"/></svg> best figure</li>";
  if (has_ranges(page.chart))
    out +=
        "<li><svg class=\"key\" width=\"26\" height=\"14\" aria-hidden=\"true\"><rect class=\"kr\" "
        "width=\"26\" height=\"14\"/></svg> its range</li>";
  out +=
      "<li><svg class=\"key\" width=\"26\" height=\"14\" aria-hidden=\"true\"><line class=\"kx\" x1=\"0\" "
      "x2=\"26\" y1=\"7\" y2=\"7\"/></svg> no newer report</li>";
  for (const SpeakerClass source : classes_in(page.chart)) {
    out += "<li>";
    append_mark(out, source, false);
    out += fmt::format(" {}</li>", label_of(source));
  }
  if (has_superseded(page.chart)) {
    out += "<li>";
    append_mark(out, SpeakerClass::official, true);
    out += " hollow: superseded</li>";
  }
  if (!page.chart.gaps.empty())
    out +=
        "<li><svg class=\"key\" width=\"26\" height=\"14\" aria-hidden=\"true\"><rect width=\"26\" "
        "height=\"14\" fill=\"url(#gap)\"/></svg> no article</li>";
  out += "</ul>\n";
}

void append_step_table(std::string& out, const Page& page, const ChartPanel& panel) {
  const ReportView& view = page.view;
  HtmlTable table;
  table.caption = say_series(panel.now->series) + ": each change";
  table.headers = {"Known from", "Best", "Range", "As reported by", "Why it changed", "Confidence", "Ref"};
  for (const Estimate* estimate : panel.estimates) {
    FilterMarks marks(page.filters);
    marks.known(estimate->known_from).grade(estimate->grade);
    table.rows.push_back(
        {marks.attributes(),
         {markup_cell(time_markup(estimate->known_from)), number_cell(said_with_frame(view, *estimate)),
          number_cell(say_range(*estimate)), text_cell(reporters_of(view, *estimate)),
          text_cell(cause_label(estimate->cause)), markup_cell(confidence_markup(*estimate)),
          markup_cell(reference_markup(cite_estimate(view, *estimate)))}});
  }
  out += fmt::format("<details class=\"more steps\"><summary>Table of this chart ({})</summary>\n",
                     counted(panel.estimates.size(), "row"));
  append_html_table(out, table, kMostSteps);
  out += "</details>\n";
}

void append_figure(std::string& out, const Page& page, const ChartPanel& panel) {
  FilterMarks marks(page.filters);
  marks.measure(kind_label(panel.now->series)).grade(panel.now->grade);
  out += "<figure class=\"panel\"" + marks.attributes() + "><figcaption><h3>" +
         escape_html(say_series(panel.now->series)) + "</h3></figcaption>\n";
  append_panel(out, page.chart, panel, Scale::linear);
  open_waiting(out);
  append_panel(out, page.chart, panel, Scale::logarithmic);
  close_waiting(out);
  out +=
      "\n<div class=\"walk\" hidden><button type=\"button\" class=\"back\" aria-label=\"Earlier "
      "report\">\u2190</button>"
      "<button type=\"button\" class=\"on\" aria-label=\"Later report\">\u2192</button><p "
      "role=\"status\"></p></div>\n";
  append_step_table(out, page, panel);
  out += "</figure>\n";
}

std::string row_references(const ReportView& view, const RegisterRow& row) {
  constexpr std::size_t kMost = 3;
  std::vector<std::string> names{view.citations.cite(*row.evidence)};
  for (std::size_t i = 0; i < row.copies.size() && i + 1 < kMost; ++i) {
    std::string name = view.citations.cite(*row.copies[i]);
    if (std::find(names.begin(), names.end(), name) == names.end()) names.push_back(std::move(name));
  }
  return reference_markup(names);
}

HtmlTable register_of(const Page& page, const RegisterGroup& group) {
  const ReportView& view = page.view;
  // The columns are those of every other register; the first ones are told again as times.
  const Table plain =
      register_table(group, view.standings, view.articles, [](const Evidence&) { return std::string(); });
  HtmlTable table;
  table.caption = kind_label(group.kind) + ": every report";
  for (const Column& column : plain.columns) table.headers.push_back(column.header);
  for (std::size_t i = 0; i < group.rows.size(); ++i) {
    const RegisterRow& row = group.rows[i];
    const Evidence& evidence = *row.evidence;
    FilterMarks marks(page.filters);
    marks.figure(evidence, standing_label(row.standing)).known(evidence.published);
    if (const auto grade = page.grades.find(evidence.id); grade != page.grades.end())
      marks.grade(grade->second);
    HtmlTable::Row& cells = table.rows.emplace_back();
    cells.attributes = marks.attributes();
    for (std::size_t c = 0; c < plain.columns.size(); ++c)
      cells.cells.push_back(text_cell(plain.rows[i][c].text));
    cells.cells[0] = markup_cell(time_markup(evidence.published));
    if (evidence.date && (evidence.date->first || evidence.date->last))
      cells.cells[1] = markup_cell(time_markup(*evidence.date));
    cells.cells[2].is_number = true;
    cells.cells[6].is_number = true;
    if (row.standing.letter == '*') cells.cells[2].markup = "<b>" + cells.cells[2].markup + "</b>";
    cells.cells[7].markup = fmt::format("<span class=\"standing {}\">{}</span>", name_of(row.standing.reason),
                                        cells.cells[7].markup);
    cells.cells.back() = markup_cell(row_references(view, row));
  }
  return table;
}

// All rows, or of very many those that stand or contradict and then the newest, in order of time.
void keep_most_telling(std::vector<RegisterRow>& rows) {
  if (rows.size() <= kMostRows) return;
  std::size_t free = kMostRows;
  std::vector<bool> keep(rows.size());
  const auto take = [&](auto wanted) {
    for (std::size_t i = rows.size(); i-- > 0 && free > 0;) {
      if (keep[i] || !wanted(rows[i])) continue;
      keep[i] = true;
      --free;
    }
  };
  take([](const RegisterRow& row) { return row.standing.letter == '*'; });
  take([](const RegisterRow& row) { return row.standing.letter == '!'; });
  take([](const RegisterRow&) { return true; });
  std::vector<RegisterRow> kept;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    if (keep[i]) kept.push_back(std::move(rows[i]));
  }
  rows = std::move(kept);
}

}  // namespace

void append_charts(std::string& out, const Page& page) {
  if (page.chart.panels.empty()) return;
  open_section(out, "charts", "Figures over time");
  append_legend(out, page);
  out += "<p class=\"small\"><label><input type=\"checkbox\" id=\"log\"> logarithmic scale</label>";
  if (page.chart.earlier + page.chart.later > 0) {
    out += fmt::format(" \u00b7 not on these axes: {} earlier and {} later days of the timeline",
                       page.chart.earlier, page.chart.later);
  }
  out += "</p>\n<div class=\"panels\">\n";
  for (const ChartPanel& panel : page.chart.panels) append_figure(out, page, panel);
  out += "</div>\n";
  close_section(out);
}

std::vector<ListedGroup> listed_register(const ReportView& view) {
  std::vector<ListedGroup> listed;
  for (RegisterGroup& group : register_groups(*view.report.reconciliation, view.standings)) {
    if (group.event != view.main_event) continue;
    const std::size_t all = group.rows.size();
    keep_most_telling(group.rows);
    listed.push_back({std::move(group), all});
  }
  return listed;
}

void append_registers(std::string& out, const Page& page) {
  bool is_first = true;
  for (const auto& [group, all] : page.listed) {
    if (is_first) open_section(out, "register", "Every report of a figure");
    is_first = false;
    out += fmt::format(
        "<details class=\"register\"{}><summary><h3>{}</h3> <span class=\"of\">{}</span></summary>\n",
        group.rows.size() <= kMostOpenRows ? " open" : "", kind_label(group.kind), counted(all, "report"));
    if (group.rows.size() < all) {
      out += fmt::format(
          "<p class=\"note\">{} of them are not listed here; the data of the report hold all.</p>\n",
          grouped(static_cast<std::int64_t>(all - group.rows.size())));
    }
    append_html_table(out, register_of(page, group), kMostAtOnce);
    out += "</details>\n";
  }
  if (!is_first) close_section(out);
}

}  // namespace annals
