#include "normalizer/toll/explain.hpp"

#include <fmt/core.h>

#include "annals/text/utf8.hpp"

#include "normalizer/findings/known_evidence.hpp"

namespace annals {

namespace {

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
std::string dispute(const std::vector<Evidence>& evidence, const Standing& standing,
                    const std::vector<Reading>& rivals) {
  if (standing.status != EstimateStatus::contested) return {};
  std::uint32_t widest = kNoOther;
  std::int64_t distance = -1;
  const auto look = [&](std::uint32_t member) {
    const auto value = point(evidence[member].quantity);
    if (!value) return;
    const std::int64_t gap = *value > standing.carrier->value ? *value - standing.carrier->value
                                                              : standing.carrier->value - *value;
    if (gap > distance || (gap == distance && member < widest)) {
      distance = gap;
      widest = member;
    }
  };
  for (const Reading& rival : rivals) look(rival.members.front());
  for (const std::uint32_t member : standing.displaced) look(member);
  if (widest == kNoOther) return {};
  const Evidence& rival = evidence[widest];
  return fmt::format("; {} says {}", speaker_of(rival), display(rival.quantity));
}

// ", up from 29": what the change is, in the words of its cause.
std::string change_of(const Standing& standing, const Standing* before) {
  const bool changed =
      before != nullptr && before->carrier && before->carrier->value != standing.carrier->value;
  const std::string old = changed ? grouped(before->carrier->value) : std::string{};
  const bool up = changed && standing.carrier->value > before->carrier->value;
  const auto told = [&](std::string_view why) {
    return changed ? fmt::format(", {} from {}{}", up ? "up" : "down", old, why) : std::string{};
  };
  switch (standing.cause) {
    case ChangeCause::first_report: return ", the first figure";
    case ChangeCause::new_deaths:
    case ChangeCause::revised_up: return told("");
    case ChangeCause::revised_down: return changed ? fmt::format(", revised down from {}", old) : "";
    case ChangeCause::retraction:
      return changed ? fmt::format(" after {} was taken back by its origin", old)
                     : " and stands after a retraction";
    case ChangeCause::source_switch: return changed ? fmt::format(", in place of {}", old) : "";
    case ChangeCause::rounding_refined:
      return changed ? fmt::format(", more exact than {}", display(before->carrier->quantity)) : "";
    case ChangeCause::identified_only: return told(": only the identified count now");
    case ChangeCause::recovered: return told(": bodies were found");
    case ChangeCause::late_death: return told(": some of the hurt died later");
    case ChangeCause::backlog: return told(": older deaths were entered at once");
    case ChangeCause::double_count: return told(": some had been counted twice");
    case ChangeCause::misclassified: return told(": some had been counted wrongly");
    case ChangeCause::definition: return told(": another rule of who counts");
    case ChangeCause::scope: return told(": a running total in place of one incident");
    case ChangeCause::typo: return changed ? fmt::format(", in place of {}, a slip of the pen", old) : "";
  }
  return {};
}

}  // namespace

std::string explain(const std::vector<Evidence>& evidence, const Standing& standing, const Standing* before,
                    const std::vector<Reading>& rivals) {
  if (!standing.carrier) return "Every figure so far was taken back by its origin.";
  return who_reports(evidence, standing) + change_of(standing, before) + dispute(evidence, standing, rivals) +
         ".";
}

}  // namespace annals
