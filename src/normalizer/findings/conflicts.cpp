// Conflicts: rivals inside a series, and wholes that do not fit their parts.
#include <algorithm>
#include <map>
#include <set>

#include <fmt/core.h>

#include "annals/normalizer/findings.hpp"

#include "normalizer/findings/known_evidence.hpp"
#include "normalizer/series/scopes.hpp"

namespace annals {

namespace {

using Current = std::map<SeriesKey, const Estimate*>;

// Small differences between a whole and its parts are a matter of when each was counted.
constexpr double kSlack = 0.01;
bool differ(std::int64_t a, std::int64_t b) {
  const std::int64_t gap = a > b ? a - b : b - a;
  return static_cast<double>(gap) > kSlack * static_cast<double>(std::max(a, b));
}
bool exceeds(std::int64_t part, std::int64_t whole) {
  return part > whole && differ(part, whole);
}

Conflict arithmetic(ConflictKind kind, const Estimate& whole, std::int64_t parts, std::string says) {
  Conflict conflict;
  conflict.kind = kind;
  conflict.series = whole.series;
  conflict.known_from = whole.known_from;
  conflict.stands = *whole.best;
  conflict.against = parts;
  if (!whole.carried_by.empty()) conflict.stands_by = whole.carried_by.front();
  conflict.margin = whole.margin;
  conflict.weighty = true;
  conflict.says = std::move(says);
  return conflict;
}

void add_rivals(const Estimate& estimate, const KnownEvidence& known, std::vector<Conflict>& found) {
  if (!estimate.best || estimate.carried_by.empty()) return;
  const Evidence* carrier = known.find(estimate.carried_by.front());
  for (const SetAside& aside : estimate.set_aside) {
    const bool denial = aside.reason == Reason::denied;
    if (aside.reason != Reason::outweighed && !denial) continue;
    const Evidence* rival = known.find(aside.evidence);
    if (rival == nullptr || carrier == nullptr) continue;
    const auto value = point(rival->quantity);
    if (!value || (*value == *estimate.best) != denial)
      continue;  // who denies another number denies nothing here
    Conflict conflict;
    conflict.kind = denial ? ConflictKind::denial : ConflictKind::rivals;
    conflict.series = estimate.series;
    conflict.known_from = std::max(estimate.known_from, rival->published);
    conflict.stands = *estimate.best;
    conflict.against = *value;
    conflict.stands_by = carrier->id;
    conflict.against_by = rival->id;
    conflict.margin = estimate.margin;
    conflict.weighty = estimate.status == EstimateStatus::contested || denial;
    conflict.says = fmt::format("{}: {}; {}: {}{}", speaker_of(*carrier), display(carrier->quantity),
                                speaker_of(*rival), denial ? "denies " : "", display(rival->quantity));
    found.push_back(std::move(conflict));
  }
}

// A series that counts some of those that another counts: a part, one side, the identified.
bool is_part(const SeriesKey& part, const SeriesKey& whole) {
  SeriesKey same = part;
  same.part_of = whole.part_of;
  same.side = whole.side;
  same.definition = whole.definition;
  if (same != whole || part == whole) return false;
  const bool narrower_definition = part.definition == Definition::recovered ||
                                   part.definition == Definition::identified ||
                                   part.definition == Definition::verified;
  return whole.part_of.empty() && whole.side == Side::everyone && whole.definition == Definition::reported &&
         (!part.part_of.empty() || part.side != Side::everyone || narrower_definition) &&
         (part.definition == Definition::reported || narrower_definition);
}

void add_subsets(const Estimate& whole, const Current& current, std::vector<Conflict>& found) {
  if (!whole.best || whole.bound == Bound::at_least || whole.bound == Bound::more_than) return;
  std::int64_t sides = 0;
  int told = 0;
  for (const auto& [key, part] : current) {
    if (key.event != whole.series.event || key.kind != whole.series.kind || !part->best) continue;
    if (!is_part(key, whole.series)) continue;
    if (exceeds(*part->best, *whole.best))
      found.push_back(arithmetic(
          ConflictKind::subset, whole, *part->best,
          fmt::format("{} of them are counted as a part of {}", grouped(*part->best), grouped(*whole.best))));
    if (key.part_of.empty() && (key.side == Side::civilians || key.side == Side::combatants)) {
      sides += *part->best;
      ++told;
    }
  }
  if (told == 2 && exceeds(sides, *whole.best))
    found.push_back(arithmetic(ConflictKind::disjoint, whole, sides,
                               fmt::format("civilians and combatants are {} together, the whole is {}",
                                           grouped(sides), grouped(*whole.best))));
}

void add_sums(const Estimate& whole, const Current& current, const ScopeTree& places,
              std::vector<Conflict>& found) {
  if (!whole.best) return;
  std::int64_t sum = 0;
  std::string told;
  const std::vector<std::string> names = places.parts_of(whole.series.place);
  for (const std::string& name : names) {
    SeriesKey key = whole.series;
    key.place = name;
    const auto part = current.find(key);
    if (part == current.end() || !part->second->best) return;
    sum += *part->second->best;
    told += fmt::format("{}{} {}", told.empty() ? "" : " + ", name, grouped(*part->second->best));
    if (exceeds(*part->second->best, *whole.best))
      found.push_back(arithmetic(ConflictKind::subset, whole, *part->second->best,
                                 fmt::format("{} alone has {}, the whole is {}", name,
                                             grouped(*part->second->best), grouped(*whole.best))));
  }
  // "More than 20,000" holds for any sum above it.
  const bool open = whole.bound == Bound::at_least || whole.bound == Bound::more_than;
  if (names.empty() || !differ(sum, *whole.best) || (open && sum > *whole.best)) return;
  found.push_back(arithmetic(ConflictKind::sum, whole, sum,
                             fmt::format("{} = {}, told is {}", told, grouped(sum), grouped(*whole.best))));
}

}  // namespace

std::vector<Conflict> find_conflicts(const Reconciliation& reconciliation) {
  const KnownEvidence known(reconciliation);
  const std::vector<Estimate> last = current_estimates(reconciliation);
  Current current;
  std::map<std::string, std::vector<std::string>> places;
  for (const Estimate& estimate : last) {
    current[estimate.series] = &estimate;
    places[estimate.series.event].push_back(estimate.series.place);
  }
  std::map<std::string, ScopeTree> trees;
  for (auto& [event, names] : places) {
    std::sort(names.begin(), names.end());
    names.erase(std::unique(names.begin(), names.end()), names.end());
    trees.emplace(event, ScopeTree(names));
  }
  std::vector<Conflict> found;
  for (const Estimate& estimate : last) {
    add_rivals(estimate, known, found);
    add_subsets(estimate, current, found);
    add_sums(estimate, current, trees.at(estimate.series.event), found);
  }
  return found;
}

}  // namespace annals
