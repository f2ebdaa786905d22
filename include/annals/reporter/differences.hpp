#pragma once
// What differs between two runs, in text, Markdown and the row formats.
//   ~ Killed  111,481 -> 112,250  interior ministry  [new article: AFP, "Toll rises"]

#include <string>
#include <vector>

#include "annals/model/run.hpp"
#include "annals/reporter/report.hpp"

namespace annals {

std::string render_differences(const std::vector<Difference>& differences, const RenderOptions& options);

}  // namespace annals
