#include "normalizer/toll/grade.hpp"

#include <array>

namespace annals {

namespace {
// By SourceClass: unknown, verified, official, field, party, agency, ngo, media, model, rumour.
constexpr std::array<char, 10> kReliability{'F', 'A', 'B', 'C', 'D', 'B', 'B', 'C', 'D', 'E'};
}  // namespace

std::string grade_of(const Standing& standing, std::size_t agreeing) {
  if (!standing.carrier) return "F5 discounted";
  const SourceClass source_class = standing.carrier->source_class;
  std::string grade(1, kReliability.at(static_cast<std::size_t>(source_class)));
  if (standing.status == EstimateStatus::contested) return grade + "4 contested";
  if (standing.carrier->quantity.bound == Bound::vague) return grade + "6 weak";
  const bool firm = source_class == SourceClass::verified || source_class == SourceClass::official;
  if (agreeing >= 2 || source_class == SourceClass::verified)
    return grade + (firm ? "1 confirmed" : "2 fair");
  if (agreeing == 1) return grade + (firm ? "2 confirmed" : "2 fair");
  return grade + (firm ? "3 fair" : "3 weak");
}

}  // namespace annals
