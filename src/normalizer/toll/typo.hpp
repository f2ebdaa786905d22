#pragma once
// Slips of the pen: 41,239 for 41,329; 9,240 for 1,240; 2,207 for 22,207.
//   is_typo(41239, 41329) => true;  is_typo(41300, 41329) => false (a rounding);  is_typo(24, 26) => false
//   (too short to tell)

#include <cstdint>

namespace annals {

// Of numbers with four digits or more: two neighbouring digits exchanged, one dropped or put in, or the first
// one changed. Other single digits change with every new count, so they tell nothing.
bool is_typo(std::int64_t said, std::int64_t meant);

}  // namespace annals
