#pragma once
// What an editor should look at: figures that contradict each other, sums that do not add up, and tolls that
// move in a way that nobody explains. They are values: what is done about them is up to the reader.
//   "mayor 120 <> ministry 80"                            a conflict of rivals
//   "TR 17,134 + SY 3,317 = 20,451, told is 21,000"       a conflict of a sum
//   "34,735 => 24,686 on 2024-05-08, identified_only"     an anomaly with its cause
// Nothing here says which side is right.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "annals/model/series.hpp"

namespace annals {

enum class ConflictKind : std::uint8_t {
  rivals,    // two figures of one series
  denial,    // one is denied
  sum,       // the parts of a whole add up to something else
  subset,    // a part is larger than its whole
  disjoint,  // parts that have nobody in common are together larger than the whole
};
std::string_view name_of(ConflictKind kind);

struct Conflict {
  ConflictKind kind = ConflictKind::rivals;
  SeriesKey series;                   // in which it is found; of parts: that of the whole
  std::optional<Instant> known_from;  // since when both sides are known
  std::int64_t stands = 0;            // what stands
  std::int64_t against = 0;           // what is told against it
  std::string stands_by;              // id of the evidence; empty for sums
  std::string against_by;
  double margin = 0;     // by which `stands` leads; see Estimate::margin
  bool weighty = false;  // the estimate is contested for it, or the arithmetic is broken
  std::string says;      // one plain sentence
  bool operator==(const Conflict&) const = default;
};

enum class AnomalyKind : std::uint8_t {
  drop,        // a count that only grows fell
  jump,        // it more than doubled at once, after it had been going for days
  plateau,     // told again and again without a change, and then it rose
  arithmetic,  // "another 12 ... in all 95" after 80
  silence,     // who had told it again and again said no more while others did
};
std::string_view name_of(AnomalyKind kind);

struct Anomaly {
  AnomalyKind kind = AnomalyKind::drop;
  SeriesKey series;
  std::optional<Instant> from;
  std::optional<Instant> to;
  std::optional<std::int64_t> before;
  std::optional<std::int64_t> after;
  std::optional<ChangeCause> cause;   // what somebody said about it; unset: unexplained
  std::vector<std::string> evidence;  // ids, the one that shows it first
  std::string says;                   // one plain sentence
  bool operator==(const Anomaly&) const = default;
};

}  // namespace annals
