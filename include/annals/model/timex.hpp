#pragma once
// A temporal expression with its TIMEX3 value (TimeML) and, where it names days, the days.
//   "Monday" in an article of Tuesday 2024-06-11 => DATE, 2024-06-10

#include <optional>
#include <string>
#include <string_view>

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
};
std::string_view name_of(AnchorKind anchor);

struct Timex {
  Span span;
  TimexType type = TimexType::date;
  std::string value;              // TIMEX3 value: 2024-06-10, 2024-W23, P3D, PRESENT_REF, XXXX-WXX-1, ...
  std::string mod;                // TIMEX3 mod: APPROX, START, END, ... or empty
  std::optional<DateSpan> dates;  // the days it names, when it names any
  TimexRelation relation = TimexRelation::on;
  AnchorKind anchor = AnchorKind::none;
  std::string rule;  // the line of data that recognised it: "patterns.tsv:31"
  bool operator==(const Timex&) const = default;
};

}  // namespace annals
