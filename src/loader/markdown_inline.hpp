#pragma once
// Inline Markdown of one paragraph made plain.
//   "**At least** [12](https://x.example) died" => "At least 12 died"
//   "![A ruined school](a.jpg)" => "", caption "A ruined school"
// "5 * 3", "snake_case_name" and brackets without an address stay as they are.

#include <string>
#include <string_view>
#include <vector>

namespace annals {

std::string plain_inline(std::string_view text, std::vector<std::string>& captions);

}  // namespace annals
