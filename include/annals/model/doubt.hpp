#pragma once
// Something that an editor should look at, because a toll hangs on it.

#include <cstdint>
#include <string>
#include <string_view>

#include "annals/model/series.hpp"

namespace annals {

enum class DoubtKind : std::uint8_t {
  stale_override,      // a decision no longer fits its sentence
  failed_expectation,  // what was expected does not stand
  rival,               // another credible figure was not chosen
  single_source,       // one origin alone carries what stands
};
std::string_view name_of(DoubtKind kind);

struct Doubt {
  DoubtKind kind = DoubtKind::single_source;
  std::string evidence;     // id of the figure to look at; empty: none
  SeriesKey series;         // whose estimate hangs on it
  std::int64_t weight = 0;  // people that what stands would change by, if the doubt is right
  std::string question;     // one plain sentence
  bool operator==(const Doubt&) const = default;
};

}  // namespace annals
