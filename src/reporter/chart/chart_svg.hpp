#pragma once
// Charts as SVG. Lengths along the time axis are percentages and heights are pixels, so that the same drawing
// fits a telephone and a sheet of paper with letters of one size, and nothing has to run to draw it.

#include <string>

#include "reporter/chart/axes.hpp"
#include "reporter/chart/chart.hpp"

namespace annals {

inline constexpr int kPanelHeight = 226;

// The shapes and the hatching that all charts of a page use, as an SVG of no size.
void append_chart_shapes(std::string& out);
// One panel as <svg class="chart NAME">, with its own axes; colours come from the page's style sheet.
void append_panel(std::string& out, const Chart& chart, const ChartPanel& panel, Scale scale);
// What the panel shows, in a sentence: "Killed: from at least 6 on 2023-08-09 to 97 on 2023-09-15, ..."
std::string describe(const ChartPanel& panel);
// The classes that occur, in order.
std::vector<SpeakerClass> classes_in(const Chart& chart);
// A shape for a legend, as an inline SVG of 14 pixels.
void append_mark(std::string& out, SpeakerClass source, bool superseded);

}  // namespace annals
