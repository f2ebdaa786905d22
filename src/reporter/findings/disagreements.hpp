#pragma once
// Headlines of the main event that have rivals: who says what, and what can be seen in the claims of why.

#include <string>
#include <vector>

#include "reporter/findings/report_view.hpp"

namespace annals {

struct Disagreement {
  const Estimate* now = nullptr;
  const Evidence* chosen = nullptr;     // nullptr when unknown
  std::vector<const Evidence*> rivals;  // by source and value, the first report of each; never empty
};
std::vector<Disagreement> disagreements_of(const ReportView& view);
// "the figures may count different places; they refer to different days"
std::string likely_reason(const Evidence& chosen, const std::vector<const Evidence*>& rivals);

}  // namespace annals
