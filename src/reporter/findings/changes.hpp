#pragma once
// The changes of the headline figures of the main event, newest first.

#include <vector>

#include "reporter/findings/report_view.hpp"

namespace annals {

struct Change {
  const Estimate* before = nullptr;  // nullptr: the first figure
  const Estimate* now = nullptr;
};
std::vector<Change> changes_of(const ReportView& view);

}  // namespace annals
