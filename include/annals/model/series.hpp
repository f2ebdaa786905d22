#pragma once
// A series holds the figures that can be compared: one event, kind, place, scope and definition. An estimate
// is what stands for it from some time on, with the figures that carry it and one reason for each that does
// not.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "annals/model/date.hpp"
#include "annals/model/figure.hpp"

namespace annals {

// What is known of those counted: found dead, given up for dead, or dead and missing in one count.
enum class Fate : std::uint8_t { known, presumed, dead_or_missing };
std::string_view name_of(Fate fate);
std::optional<Fate> fate_named(std::string_view name);

// Whose people a count is of. "59 dead, the gunman among them" and "58 victims" are two counts.
enum class Side : std::uint8_t { everyone, civilians, combatants, with_attackers, without_attackers };
std::string_view name_of(Side side);
std::optional<Side> side_named(std::string_view name);

// What makes somebody count: told as dead, found, identified, verified case by case, or worked out (more dead
// than in other years; an estimate).
enum class Definition : std::uint8_t { reported, recovered, identified, verified, excess, estimated };
std::string_view name_of(Definition definition);
std::optional<Definition> definition_named(std::string_view name);

struct SeriesKey {
  std::string event;
  HarmKind kind = HarmKind::killed;
  std::string measure;  // of claims about something else than harm; see Evidence::measure
  std::string place;    // scope of the count; empty: the whole event
  std::string part_of;  // sub-series; empty: the main definition
  Unit unit = Unit::people;
  Fate fate = Fate::known;
  Side side = Side::everyone;
  Definition definition = Definition::reported;
  auto operator<=>(const SeriesKey&) const = default;
};

enum class EstimateStatus : std::uint8_t {
  single_source,
  corroborated,
  contested,
  revised,
  retracted,
  settled
};
std::string_view name_of(EstimateStatus status);
std::optional<EstimateStatus> estimate_status_named(std::string_view name);

// Why a figure carries the estimate or does not. Closed list; docs/glossary.md explains each.
enum class Reason : std::uint8_t {
  carries,      // the estimate is this figure
  agrees,       // says the same, from another origin
  copy_of,      // the same origin's figure, passed on
  rounds_to,    // a rounding of the figure that carries
  stale_of,     // an older value, repeated late
  superseded,   // was the estimate until a later figure replaced it
  part_of_sum,  // one of the parts that make up the estimate
  subset_of,    // a part of the whole; never a rival
  increment,    // counts on top of another figure
  other_scope,  // another place, period or definition
  prediction,   // feared, expected or hypothetical
  background,   // another event
  denied,       // reported as a denial
  retracted,    // taken back by its origin
  outweighed,   // a rival that the policy did not choose
  vague,        // no number to compare with
  rejected,     // an editor decided that it is not used
  typo_of,      // one digit away from a figure that others give
};
std::string_view name_of(Reason reason);
std::optional<Reason> reason_named(std::string_view name);

struct SetAside {
  std::string evidence;  // id
  Reason reason = Reason::outweighed;
  std::string other;  // id of the evidence it relates to; may be empty
  double margin = 0;  // Estimate::margin as it would be without this figure
  bool operator==(const SetAside&) const = default;
};

// Why an estimate changed.
enum class ChangeCause : std::uint8_t {
  first_report,
  new_deaths,
  revised_up,
  revised_down,
  identified_only,
  retraction,
  source_switch,
  rounding_refined,
  recovered,      // bodies found
  late_death,     // of the hurt, long after
  backlog,        // old deaths entered at once
  double_count,   // somebody was counted twice
  misclassified,  // counted under the wrong name: a gunman among the victims, remains of two as one
  definition,     // another rule of who counts
  scope,          // another area or period
  typo,           // a slip of the pen
};
std::string_view name_of(ChangeCause cause);
std::optional<ChangeCause> change_cause_named(std::string_view name);

// How sure an estimate was before others bore it out, or before it had stood for long.
struct EarlierConfidence {
  std::optional<Instant> until;  // from then on it was another
  EstimateStatus status = EstimateStatus::single_source;
  std::string grade;
  bool operator==(const EarlierConfidence&) const = default;
};

struct Estimate {
  SeriesKey series;
  std::optional<Instant> known_from;  // from when the world could know it; unset when no date was given
  std::optional<std::int64_t> best;   // a figure that somebody reported, or an exact sum of reported parts
  std::optional<std::int64_t> low;
  std::optional<std::int64_t> high;  // unset: open ("at least")
  Bound bound = Bound::exact;        // of the figure that carries: how to say `best`
  EstimateStatus status = EstimateStatus::single_source;
  bool headline = false;  // what an editor would print for the event and kind
  ChangeCause cause = ChangeCause::first_report;
  std::string reason;  // one plain sentence
  // Log-odds by which `best` leads the next value that contradicts it; without one, by which it stands alone.
  double margin = 0;
  std::string grade;  // "B2 fair": source A-F and information 1-6 (Admiralty code), and the word for both
  std::vector<EarlierConfidence> earlier;  // in order of time; `status` and `grade` are the last
  std::vector<std::string> carried_by;     // ids of evidence, the one whose value is `best` first
  std::vector<SetAside> set_aside;         // every other figure of the series known by then
  bool operator==(const Estimate&) const = default;
};

}  // namespace annals
