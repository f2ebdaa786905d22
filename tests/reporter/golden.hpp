#pragma once
// Whole outputs kept under tests/golden: compared to the byte, told by the first line that differs.

#include <string>
#include <string_view>

namespace annals {

// Empty when `got` is the golden file; else what differs, after leaving `got` where tests/golden/accept finds
// it.
std::string golden_difference(const std::string& name, std::string_view got);

}  // namespace annals
