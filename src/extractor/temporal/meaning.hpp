#pragma once
// What a temporal expression says by itself, before anything is known about when it was written: fields of
// the calendar, or steps from an anchor. Resolved in a second step (resolve.hpp).
//   "June 3"        => calendar, month 6, day 3
//   "two weeks ago" => shifted, unit week, amount -2, anchor publication
//   "the next day"  => shifted, unit day, amount +1, anchor last_mention

#include <cstdint>
#include <optional>
#include <string_view>

#include "annals/model/timex.hpp"

namespace annals {

// From fine to coarse.
enum class TimeUnit : std::uint8_t {
  second,
  minute,
  hour,
  part,  // of a day
  day,
  weekend,
  week,
  fortnight,
  month,
  quarter,
  season,
  half,
  year,
  decade,
  century,
};

enum class Season : std::uint8_t { spring, summer, autumn, winter };
enum class DayPart : std::uint8_t { morning, afternoon, evening, night };
enum class Reference : std::uint8_t { past, present, future };
enum class TimeMod : std::uint8_t {
  none,
  start,
  mid,
  end,
  approx,
  more_than,
  less_than,
  equal_or_more,
  equal_or_less,
};

// nullopt for a code that is none. Codes are those of TIMEX3: D W M Q Y, MO AF EV NI, SP SU FA WI, START ...
std::optional<TimeUnit> unit_coded(std::string_view code);
std::optional<Season> season_coded(std::string_view code);
std::optional<DayPart> day_part_coded(std::string_view code);
std::optional<Reference> reference_coded(std::string_view code);
std::optional<TimeMod> mod_coded(std::string_view code);
std::string_view code_of(Season season);
std::string_view code_of(DayPart part);
std::string_view code_of(Reference reference);
std::string_view code_of(TimeMod mod);  // empty for none

struct Meaning {
  enum class Kind : std::uint8_t {
    calendar,   // the fields below, some missing
    shifted,    // `amount` units from the anchor, then the fields below inside it
    duration,   // `amount` units
    set,        // recurring: each `amount` units, or the fields below
    reference,  // now, the past
  };
  Kind kind = Kind::calendar;
  TimeMod mod = TimeMod::none;
  AnchorKind anchor = AnchorKind::none;  // where shifted counts from; publication or last_mention
  TimeUnit unit = TimeUnit::day;
  std::int64_t thousandths = 1000;  // amount of units: 2500 is two and a half
  bool vague = false;               // an amount that is not said: "several", "years"
  Reference reference = Reference::present;

  std::optional<int> year;     // astronomical: 0 is 1 BC
  std::optional<int> month;    // 1..12
  std::optional<int> day;      // 1..31, -1 the last of the month
  std::optional<int> weekday;  // 0 Monday .. 6
  std::optional<int> nth;      // which such weekday of the month, -1 the last
  std::optional<int> easter;   // days after Easter Sunday
  std::optional<int> quarter;  // 1..4
  std::optional<int> half;     // 1, 2
  std::optional<Season> season;
  std::optional<DayPart> part;
  std::optional<int> hour;
  std::optional<int> minute;
  std::optional<int> step;     // of a weekday, month, season: -1 last, 0 this, 1 next
  std::optional<int> decade;   // first year, 1990
  std::optional<int> century;  // 19 for 1900..1999, as TIMEX3 counts
  bool impossible = false;     // names a day that no calendar has
};

}  // namespace annals
