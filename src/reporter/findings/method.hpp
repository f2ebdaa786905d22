#pragma once
// How the report was made and what it cannot say, told from the actual settings.

#include <string>
#include <vector>

#include "reporter/findings/report_view.hpp"

namespace annals {

// One or two plain sentences each.
std::vector<std::string> method_of(const ReportView& view);

}  // namespace annals
