#include "normalizer/explain.hpp"

#include <fmt/core.h>

#include "annals/text/utf8.hpp"

namespace annals {

namespace {

// Who answers for it, as written, at most so long that a sentence stays one line.
std::string speaker_of(const Evidence& figure) {
  const std::string& named = !figure.source.empty() ? figure.source : figure.publisher;
  if (!named.empty()) return shorten(fold_space(named), 60);
  return figure.article.empty() ? fmt::format("claim {}", shorten(figure.id, 40))
                                : "an article without a named source";
}

std::string who_reports(const std::vector<Evidence>& evidence, const Standing& standing) {
  const Evidence& first = evidence[standing.carried_by.front()];
  const std::string number = display(standing.carrier->quantity);
  if (standing.carried_by.size() == 1) return fmt::format("{} reports {}", speaker_of(first), number);
  std::string parts;
  for (const std::uint32_t member : standing.carried_by) {
    if (!parts.empty()) parts += " + ";
    parts += display(evidence[member].quantity);
    if (!evidence[member].place.empty()) parts += fmt::format(" in {}", shorten(evidence[member].place, 40));
  }
  return fmt::format("{} is the sum of {}", number, parts);
}

// The rivals that make it contested, told by the widest one.
std::string dispute(const std::vector<Evidence>& evidence, const Standing& standing) {
  if (standing.status != EstimateStatus::contested) return {};
  const std::uint32_t* widest = nullptr;
  std::int64_t distance = -1;
  for (const auto& [member, verdict] : standing.verdicts) {
    const auto value = point(evidence[member].quantity);
    if (verdict.reason != Reason::outweighed || !value) continue;
    const std::int64_t gap = *value > standing.carrier->value ? *value - standing.carrier->value
                                                              : standing.carrier->value - *value;
    if (gap > distance) {
      distance = gap;
      widest = &member;
    }
  }
  if (widest == nullptr) return {};
  const Evidence& rival = evidence[*widest];
  return fmt::format("; {} says {}", speaker_of(rival), display(rival.quantity));
}

}  // namespace

std::string explain(const std::vector<Evidence>& evidence, const Standing& standing, const Standing* before) {
  if (!standing.carrier) return "Every figure so far was taken back by its origin.";
  std::string sentence = who_reports(evidence, standing);
  const bool changed =
      before != nullptr && before->carrier && before->carrier->value != standing.carrier->value;
  const std::string old = changed ? grouped(before->carrier->value) : std::string{};
  switch (standing.cause) {
    case ChangeCause::first_report: sentence += ", the first figure"; break;
    case ChangeCause::new_deaths:
    case ChangeCause::revised_up:
      if (changed) sentence += fmt::format(", up from {}", old);
      break;
    case ChangeCause::revised_down:
    case ChangeCause::identified_only:
      if (changed) sentence += fmt::format(", revised down from {}", old);
      break;
    case ChangeCause::retraction:
      sentence += changed ? fmt::format(" after {} was taken back by its origin", old)
                          : " and stands after a retraction";
      break;
    case ChangeCause::source_switch:
      if (changed) sentence += fmt::format(", in place of {}", old);
      break;
    case ChangeCause::rounding_refined:
      if (changed) sentence += fmt::format(", more exact than {}", display(before->carrier->quantity));
      break;
  }
  return sentence + dispute(evidence, standing) + ".";
}

}  // namespace annals
