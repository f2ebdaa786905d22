#pragma once
// A temporal expression with its TIMEX3 value (TimeML) and, where it names days, the days.
//   "Monday" in an article of Tuesday 2024-06-11 => DATE, 2024-06-10

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "annals/model/date.hpp"
#include "annals/model/span.hpp"

namespace annals {

enum class TimexType : std::uint8_t { date, time, duration, set };
std::string_view name_of(TimexType type);  // "DATE"

// How the sentence relates to the expression.
enum class TimexRelation : std::uint8_t { on, since, until, by, before, after, within, as_of };
std::string_view name_of(TimexRelation relation);

// What an underspecified expression was resolved against.
enum class AnchorKind : std::uint8_t {
  none,          // complete in itself
  publication,   // the article's own day
  last_mention,  // a date earlier in the text
  dateline,
  event,  // the beginning of a war, siege or strike that the text dates: "the ninth month of the war"
};
std::string_view name_of(AnchorKind anchor);

// What makes another reading possible.
enum class OtherReading : std::uint8_t {
  weekday,  // the same weekday of the week before or after
  year,     // the same month or day of the year before or after
  order,    // 03/04/2024 with day and month the other way round
};
std::string_view name_of(OtherReading other);

// A second reading that is plausible too, with its weight. Whoever weighs figures can use it: a toll that
// fits the other day is evidence.
struct TimexAlternate {
  std::string value;  // TIMEX3
  DateSpan dates;
  OtherReading other = OtherReading::weekday;
  std::uint16_t weight = 0;  // thousandths; with that of the timex itself at most 1000
  bool operator==(const TimexAlternate&) const = default;
};

struct Timex {
  Span span;
  TimexType type = TimexType::date;
  std::string value;              // TIMEX3 value: 2024-06-10, 2024-W23, P3D, PRESENT_REF, XXXX-WXX-1, ...
  std::string mod;                // TIMEX3 mod: APPROX, START, END, ... or empty
  std::optional<DateSpan> dates;  // the days it names, when it names any
  TimexRelation relation = TimexRelation::on;
  AnchorKind anchor = AnchorKind::none;
  std::string rule;             // the line of data that recognised it: "patterns.tsv:31"
  std::uint16_t weight = 1000;  // of this reading, in thousandths; less where there are alternates
  std::vector<TimexAlternate> alternates = {};  // heaviest first
  bool operator==(const Timex&) const = default;
};

// The days with what `mod` says of them: "early March 2011" => 2011-03-01..10, approximate. nullopt where the
// timex names no days.
std::optional<DateSpan> narrowed_dates(const Timex& timex);

}  // namespace annals
