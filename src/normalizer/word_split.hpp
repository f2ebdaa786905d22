#pragma once
// Words of a text for comparing: runs of ASCII letters, digits and bytes beyond ASCII; an apostrophe, hyphen
// or dot between letters stays inside.
//   "U.N. aid-workers' toll: 12." => "U.N", "aid-workers", "toll", "12"

#include <string_view>
#include <vector>

namespace annals {

std::vector<std::string_view> split_words(std::string_view text);

}  // namespace annals
