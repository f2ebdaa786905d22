#pragma once
// A figure, or an exact sum of figures, as the reconciler weighs it: a number, who answers for it, and since
// when it is known.

#include <cstdint>
#include <limits>
#include <string>
#include <vector>

#include "annals/model/evidence.hpp"

#include "normalizer/source_kinds.hpp"

namespace annals {

inline constexpr std::int64_t kAlwaysKnown = std::numeric_limits<std::int64_t>::min();  // no date was given

struct Reading {
  std::vector<std::uint32_t> members;  // indices of evidence; several for a sum
  Quantity quantity;
  std::int64_t value = 0;  // point(quantity)
  SourceClass source_class = SourceClass::unknown;
  std::string origin;
  std::int64_t time = kAlwaysKnown;  // seconds
  Scope scope = Scope::event;
  bool from_article = false;
  bool by_day = false;        // dated by its day only: before or after what was said that day, nobody knows
  double trust = 1;           // learned; see source_learning.hpp
  bool revision_cue = false;  // the sentence says that it replaces a higher figure
};

// Seconds since 1970 from when the figure was known.
std::int64_t time_of(const Evidence& evidence);
// One figure; it has to have a point().
Reading reading_of(const std::vector<Evidence>& evidence, std::uint32_t index);
// The exact sum of readings that count different people.
Reading sum_of(const std::vector<Reading>& parts);

}  // namespace annals
