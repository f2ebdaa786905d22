#pragma once
// A figure, or an exact sum of figures, as the reconciler weighs it: a number, who answers for it, and since
// when it is known.

#include <cstdint>
#include <limits>
#include <optional>
#include <string>
#include <vector>

#include "annals/model/evidence.hpp"

#include "normalizer/origins/source_book.hpp"
#include "normalizer/toll/change_cues.hpp"

namespace annals {

inline constexpr std::int64_t kAlwaysKnown = std::numeric_limits<std::int64_t>::min();  // no date was given

struct Reading {
  std::vector<std::uint32_t> members;  // indices of evidence; several for a sum
  Quantity quantity;
  std::int64_t value = 0;  // point(quantity)
  SourceClass source_class = SourceClass::unknown;
  std::string origin;
  std::uint32_t voice = 0;           // number of the origin within its series
  std::int64_t time = kAlwaysKnown;  // seconds
  Scope scope = Scope::event;
  bool from_article = false;
  bool own_toll = false;     // what its article gives as its toll
  bool by_day = false;       // dated by its day only: before or after what was said that day, nobody knows
  double trust = 1;          // learned, of dated figures; see source_learning.hpp
  double reliability = 0.5;  // learned, of undated ones: the chance that the origin is right
  std::optional<ChangeCue> cue;  // what the sentence says of why it differs
  bool lowers() const { return cue && cue->lowers; }
};

// Seconds since 1970 from when the figure was known.
std::int64_t time_of(const Evidence& evidence);
// One figure; it has to have a point().
Reading reading_of(const std::vector<Evidence>& evidence, std::uint32_t index, SourceBook& book);
// The exact sum of readings that count different people.
Reading sum_of(const std::vector<Reading>& parts);

}  // namespace annals
