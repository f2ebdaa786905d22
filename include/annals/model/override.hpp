#pragma once
// What an editor decided about a figure, as the journal of overrides keeps it: what it really says, that it
// is not used, that it was looked at, or what has to stand in the end.
//   set a12#3 scope=total place=Selm       the reading was wrong
//   reject a12#4                           not used at all
//   accept a12#5                           looked at and found right; no longer asked about
//   expect killed=111481 on=2010-01-23     checked on every run
//   undo 14                                line 14 no longer counts
// docs/formats.md has the file's form.

#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "annals/model/date.hpp"
#include "annals/model/evidence.hpp"

namespace annals {

enum class OverrideAct : std::uint8_t { set, reject, accept, expect, undo };
std::string_view name_of(OverrideAct act);
std::optional<OverrideAct> override_act_named(std::string_view name);

struct OverrideField {
  std::string name;
  std::string value;
  bool operator==(const OverrideField&) const = default;
};

struct Override {
  std::uint32_t line = 0;  // in the journal, from 1
  Instant when;
  std::string who;
  OverrideAct act = OverrideAct::accept;
  std::string target;                 // id of evidence; of undo: a line; of expect: empty
  std::vector<OverrideField> fields;  // of set and expect, in order
  std::string was;                    // fingerprint of the evidence that the editor saw; may be empty
  std::string reason;
  bool operator==(const Override&) const = default;
};

// What was decided, as the journal writes it: "set a12#3 value=25".
std::string decision_of(const Override& entry);

// What became of an entry in a run.
enum class OverrideState : std::uint8_t {
  applied,
  stale,   // the figure is gone or its text has changed since: not applied
  undone,  // by a later entry
  met,     // of expect
  failed,  // of expect
};
std::string_view name_of(OverrideState state);
std::optional<OverrideState> override_state_named(std::string_view name);

struct OverrideOutcome {
  Override entry;
  OverrideState state = OverrideState::applied;
  std::string evidence;  // id that it was applied to; differs from the target when figures were renumbered
  std::string note;      // of stale and failed: what was found instead
  bool operator==(const OverrideOutcome&) const = default;
};

// Lines, as text, that a later entry took back; an undo can itself be undone.
std::set<std::string> undone_lines(const std::vector<Override>& entries);

// Eight hexadecimal digits that change with the sentence and with the count read from it.
std::string fingerprint(const Evidence& evidence);

// Writes a field of the evidence as `set` does: kind, value, low, high, bound, unit, scope, frame, part,
// more, part_of, victims, place, region, source, source_kind, date (EDTF). Returns what is wrong with the
// name or the value, or nothing.
std::optional<std::string> set_field(Evidence& evidence, const OverrideField& field);

// What `expect` asks for: a kind of harm with its number, and optionally on (a day), event, place, part_of.
struct Expectation {
  HarmKind kind = HarmKind::killed;
  std::int64_t best = 0;
  std::optional<Date> on;  // as of the end of that day; unset: now
  std::string event;       // empty: the first event
  std::string place;       // empty: the headline
  std::string part_of;
};
// nullopt with `problem` set when the fields are no expectation.
std::optional<Expectation> expectation_of(const std::vector<OverrideField>& fields, std::string& problem);

}  // namespace annals
