#pragma once
// A report that annals wrote as JSON ("annals.report/1"), read back for comparing.
//   annals report news/ -o monday.json;  load_run("monday.json").reconciliation.estimates

#include <string>
#include <string_view>

#include "annals/model/run.hpp"

namespace annals {

// Throws Error::input when the file cannot be read or is no such report.
Run load_run(const std::string& path);
Run parse_run(std::string_view bytes, const std::string& path);

}  // namespace annals
