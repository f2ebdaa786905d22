#pragma once
// Is a number said a rounding of another? "more than 1,900", "about 2,000", "nearly 2,000" all stand for
// 1,941.
//   rounds_to({1900, -, more_than}, 1941) => true;  rounds_to(exactly(700), 724) => true;
//   rounds_to(exactly(701), 724) => false

#include <cstdint>

#include "annals/model/quantity.hpp"

namespace annals {

// Zeros at the end of a number: 1900 => 2, 0 => 0.
int trailing_zeros(std::int64_t number);
// `said` is a coarser way to say `exact`; never true when it says the number itself, exactly.
bool rounds_to(const Quantity& said, std::int64_t exact);
// A number that nobody would call rounded, said as such: 97, "at least 115", 2,248; not 500, "about 97",
// "dozens".
bool is_precise(const Quantity& quantity);

}  // namespace annals
