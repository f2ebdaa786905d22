#include "annals/normalizer/overrides.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <string_view>

#include <fmt/format.h>

namespace annals {

namespace {

class Finder {
 public:
  explicit Finder(const std::vector<Evidence>& evidence) : evidence_(evidence) {
    for (std::size_t i = 0; i < evidence.size(); ++i) by_id_.emplace(evidence[i].id, i);
    for (const Evidence& one : evidence) fingerprints_.push_back(fingerprint(one));
  }

  // The figure that the entry is about; nullopt with `note` set when it is gone or was changed.
  std::optional<std::size_t> find(const Override& entry, std::string& note) const {
    const auto at = by_id_.find(entry.target);
    if (entry.was.empty()) {
      if (at == by_id_.end()) note = "there is no such figure";
      return at == by_id_.end() ? std::nullopt : std::optional(at->second);
    }
    if (at != by_id_.end() && fingerprints_[at->second] == entry.was) return at->second;
    const std::optional<std::size_t> moved = renumbered(entry);
    if (!moved)
      note = at == by_id_.end() ? "there is no such figure" : "its sentence or count has changed since";
    return moved;
  }

 private:
  // The only figure of the same article with the fingerprint.
  std::optional<std::size_t> renumbered(const Override& entry) const {
    const std::string_view article = std::string_view(entry.target).substr(0, entry.target.rfind('#'));
    std::optional<std::size_t> found;
    for (std::size_t i = 0; i < evidence_.size(); ++i) {
      if (evidence_[i].article != article || fingerprints_[i] != entry.was) continue;
      if (found) return std::nullopt;
      found = i;
    }
    return found;
  }

  const std::vector<Evidence>& evidence_;
  std::map<std::string, std::size_t, std::less<>> by_id_;
  std::vector<std::string> fingerprints_;
};

// The estimate that an expectation speaks of: of the headline, or of the named place or part.
const Estimate* stands(const Reconciliation& all, const Expectation& wanted, std::string_view event) {
  const Estimate* found = nullptr;
  for (const Estimate& estimate : all.estimates) {
    const SeriesKey& series = estimate.series;
    const bool same = series.kind == wanted.kind && (event.empty() || series.event == event) &&
                      (wanted.place.empty() ? estimate.headline || !wanted.part_of.empty()
                                            : series.place == wanted.place) &&
                      series.part_of == wanted.part_of;
    if (!same || (wanted.on && estimate.known_from && estimate.known_from->date() > *wanted.on)) continue;
    const bool later = found == nullptr || !found->known_from ||
                       (estimate.known_from && *estimate.known_from >= *found->known_from);
    if (later) found = &estimate;
  }
  return found;
}

}  // namespace

std::vector<OverrideOutcome> apply_overrides(const std::vector<Override>& entries,
                                             std::vector<Evidence>& evidence) {
  std::vector<OverrideOutcome> outcomes;
  if (entries.empty()) return outcomes;
  const std::set<std::string> undone = undone_lines(entries);
  const Finder finder(evidence);
  std::vector<std::pair<std::size_t, const Override*>> found;
  for (const Override& entry : entries) {
    if (entry.act == OverrideAct::undo) continue;
    OverrideOutcome outcome{entry, OverrideState::applied, "", ""};
    if (undone.contains(std::to_string(entry.line))) {
      outcome.state = OverrideState::undone;
    } else if (entry.act != OverrideAct::expect) {
      const auto at = finder.find(entry, outcome.note);
      if (at) {
        outcome.evidence = evidence[*at].id;
        found.emplace_back(*at, &entry);
      } else {
        outcome.state = OverrideState::stale;
      }
    }
    outcomes.push_back(std::move(outcome));
  }
  // Only now: the finder compares with what the articles say.
  for (const auto& [at, entry] : found) {
    if (entry->act == OverrideAct::reject) evidence[at].rejected = true;
    if (entry->act == OverrideAct::accept) evidence[at].accepted = true;
    if (entry->act != OverrideAct::set) continue;
    evidence[at].rejected = false;
    for (const OverrideField& field : entry->fields) set_field(evidence[at], field);
  }
  return outcomes;
}

void check_expectations(const Reconciliation& all, std::vector<OverrideOutcome>& outcomes) {
  for (OverrideOutcome& outcome : outcomes) {
    if (outcome.entry.act != OverrideAct::expect || outcome.state == OverrideState::undone) continue;
    std::string problem;
    const auto wanted = expectation_of(outcome.entry.fields, problem);
    if (!wanted) continue;  // refused when it was read
    const std::string_view event = !wanted->event.empty() || all.events.empty()
                                       ? std::string_view(wanted->event)
                                       : all.events.front().id;
    const Estimate* estimate = stands(all, *wanted, event);
    const bool met = estimate != nullptr && estimate->best == wanted->best;
    outcome.state = met ? OverrideState::met : OverrideState::failed;
    if (met) continue;
    outcome.note =
        estimate == nullptr || !estimate->best
            ? "nothing stands for it"
            : fmt::format("{} stands, {} was expected", grouped(*estimate->best), grouped(wanted->best));
  }
}

}  // namespace annals
