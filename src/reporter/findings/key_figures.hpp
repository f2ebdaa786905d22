#pragma once
// The few numbers an editor would print: each measure's headline, and the same count elsewhere beside it; the
// figures by place; and those of other events.

#include <string>
#include <vector>

#include "reporter/findings/report_view.hpp"

namespace annals {

struct KeyFigure {
  const Estimate* now = nullptr;
  const Toll* toll = nullptr;  // whose headline it is; nullptr for a count that stands beside one
};

// Of the main event, in order of measures, at most ten.
std::vector<KeyFigure> key_figures(const ReportView& view);
// Names of the figures at the ends of the range, where these are not the estimate itself.
std::vector<std::string> cite_range(const ReportView& view, const Estimate& estimate);
// "up from at least 29", "first figure"; what it was before is to be cited beside it.
std::string say_change(const ReportView& view, const Toll& toll);

// Estimates of the main event that name a place; none when they all name the same one.
std::vector<const Estimate*> place_figures(const ReportView& view);

struct OtherFigures {
  struct Row {
    const Event* event = nullptr;
    const Estimate* now = nullptr;
  };
  std::vector<Row> rows;   // at most thirty
  std::size_t hidden = 0;  // further ones
};
OtherFigures other_figures(const ReportView& view);

}  // namespace annals
