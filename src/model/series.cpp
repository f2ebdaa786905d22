#include "annals/model/series.hpp"

#include "model/names.hpp"

namespace annals {

namespace {
constexpr std::array<std::string_view, 6> kStatuses{"single_source", "corroborated", "contested",
                                                    "revised",       "retracted",    "settled"};
constexpr std::array<std::string_view, 18> kReasons{
    "carries",     "agrees",    "copy_of",    "rounds_to",   "stale_of",   "superseded",
    "part_of_sum", "subset_of", "increment",  "other_scope", "prediction", "background",
    "denied",      "retracted", "outweighed", "vague",       "rejected",   "typo_of"};
constexpr std::array<std::string_view, 16> kCauses{
    "first_report",  "new_deaths",       "revised_up", "revised_down", "identified_only", "retraction",
    "source_switch", "rounding_refined", "recovered",  "late_death",   "backlog",         "double_count",
    "misclassified", "definition",       "scope",      "typo"};
constexpr std::array<std::string_view, 3> kFates{"known", "presumed", "dead_or_missing"};
constexpr std::array<std::string_view, 5> kSides{"everyone", "civilians", "combatants", "with_attackers",
                                                 "without_attackers"};
constexpr std::array<std::string_view, 6> kDefinitions{"reported", "recovered", "identified",
                                                       "verified", "excess",    "estimated"};
}  // namespace

std::optional<EstimateStatus> estimate_status_named(std::string_view name) {
  return named_in<EstimateStatus>(kStatuses, name);
}
std::optional<Reason> reason_named(std::string_view name) {
  return named_in<Reason>(kReasons, name);
}
std::optional<ChangeCause> change_cause_named(std::string_view name) {
  return named_in<ChangeCause>(kCauses, name);
}
std::string_view name_of(Fate fate) {
  return name_in(kFates, fate);
}
std::optional<Fate> fate_named(std::string_view name) {
  return named_in<Fate>(kFates, name);
}
std::string_view name_of(Side side) {
  return name_in(kSides, side);
}
std::optional<Side> side_named(std::string_view name) {
  return named_in<Side>(kSides, name);
}
std::string_view name_of(Definition definition) {
  return name_in(kDefinitions, definition);
}
std::optional<Definition> definition_named(std::string_view name) {
  return named_in<Definition>(kDefinitions, name);
}

std::string_view name_of(EstimateStatus status) {
  return name_in(kStatuses, status);
}
std::string_view name_of(Reason reason) {
  return name_in(kReasons, reason);
}
std::string_view name_of(ChangeCause cause) {
  return name_in(kCauses, cause);
}

}  // namespace annals
