#pragma once
// Compiled temporal patterns of a lexicon: time_patterns.tsv as an automaton, and beside each pattern what
// its tokens mean.
//   "mdy   clear_month day2 (comma? year4)?   date month day year"
// Template: an operation, then fields. A field is filled from the first unused token that matches its element
// ("year" => year4; "month=month2" => that shape), or is a constant ("unit=W", "-1"). A field whose token is
// absent is left out.
//   "date FIELD..."                     fields of the calendar
//   "shift AMOUNT UNIT ANCHOR FIELD..." steps from publication or mention, then fields inside that stretch;
//                                       AMOUNT is -1, step, offset, +count or -count
//   "duration count UNIT"               a length
// Others: see TimeOperation. Flags beside the fields: see TemporalRule. from=N and but=N: so many tokens at
// the start or end belong to the context and not to the expression.

#include <algorithm>
#include <array>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "extractor/pattern_set.hpp"
#include "extractor/temporal/meaning.hpp"
#include "extractor/temporal/symbols.hpp"

namespace annals {

struct LexiconData;

enum class TimeOperation : std::uint8_t {
  date,
  shift,
  duration,
  set,
  reference,
  pair,  // two dates that lend each other what they lack: "7-9 October"
  none,  // looks like a time but is none
};

enum class TimeField : std::uint8_t {
  year,
  year2,
  spoken_year,
  month,
  day,
  weekday,
  quarter,
  half,
  season,
  part,
  hour,
  minute,
  ampm,
  clock,
  clock4,
  clock_dot,
  offset,
  step,
  count,
  unit,
  decade,
  decade2,
  century,
  era,
  reference,
  often,
  join,
  nth,
  easter,
};

struct TimeSlot {
  TimeField field = TimeField::year;
  std::vector<TimeSymbols::ElementId> elements;  // empty: constant
  std::int64_t number = 0;                       // constant
  std::string code;                              // constant
};

struct TemporalRule {
  TimeOperation operation = TimeOperation::date;
  std::vector<TimeSlot> slots;
  AnchorKind anchor = AnchorKind::none;
  std::optional<int> amount;  // constant steps of shift
  int sign = 1;               // of count
  bool vague = false;
  bool quarterly = false;  // of reports: that quarter of the year, when a quarter has been told
  bool unplaced = false;   // which one is not said: "at night"
  bool narrative = false;  // a time in narratives only: "the former king", "at that time"
  std::uint32_t from = 0;
  std::uint32_t but = 0;
  std::string where;  // "time_patterns.tsv:31"
};

struct TemporalRules {
  TimeSymbols symbols;
  PatternSet patterns;
  std::vector<TemporalRule> rules;  // by pattern
  // Classes asked for outside patterns.
  std::array<ClassId, 4> units{};  // words for stretches of time, singular and plural
  ClassId month = 0;
  ClassId short_month = 0;
  ClassId unit_number = 0;
  ClassId multiplier = 0;
  ClassId amount_word = 0;
  ClassId vague_count = 0;
  ClassId edge = 0;
  ClassId edge_noun = 0;
  ClassId earlier = 0;
  ClassId approx = 0;
  ClassId limit = 0;
  ClassId tied = 0;
  ClassId date_lead = 0;
  ClassId ahead = 0;
  ClassId behind = 0;
  ClassId over = 0;
  ClassId aims = 0;  // with one of the next two behind it
  ClassId aimed = 0;
  ClassId to = 0;
  ClassId verb_base = 0;
  ClassId happening = 0;
  ClassId relative = 0;
  ClassId timetable = 0;
  ClassId preposition = 0;
  ClassId modal = 0;
  ClassId from = 0;
  ClassId deadline = 0;
  ClassId be = 0;
  ClassSet past_forms;  // verbs in the past tense, those of speech and harm among them

  bool is_unit(WordId word, const WordTable& words) const {
    return std::any_of(units.begin(), units.end(),
                       [&](ClassId klass) { return words.classes(word).has(klass); });
  }
};

// Reads time words and time_patterns.tsv; throws Error::input with file:line for a row it cannot use.
// Adds the words that patterns quote to the vocabulary.
std::unique_ptr<TemporalRules> compile_temporal_rules(LexiconData& lexicon);

}  // namespace annals
