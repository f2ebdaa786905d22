#pragma once
// How a difference between two runs is said, raw.
//   say_difference(d) => "Killed 111,481 -> 112,250";  say_cause(d) => "new article: AFP, Toll rises"

#include <string>
#include <string_view>

#include "annals/model/run.hpp"

namespace annals {

// '+' new, '~' revised, '-' withdrawn or gone, '!' newly disputed, '=' settled.
char difference_mark(DifferenceKind kind);
std::string say_difference(const Difference& difference);
std::string say_cause(const Difference& difference);

}  // namespace annals
