#pragma once
// The command table as annals(1) in roff and as docs/cli-reference.md. A test keeps the file in docs equal.

#include <string>
#include <string_view>

namespace annals {

std::string manual_page();
std::string markdown_reference();

// Text of a roff line: backslashes, hyphens and a leading dot or quote are kept from being read as requests.
std::string escape_roff(std::string_view text);

}  // namespace annals
