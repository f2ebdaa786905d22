#pragma once
// The journal of overrides: plain text, one decision a line, only ever added to, so that it can be kept
// beside the articles in version control.
//   # comment
//   2024-06-12T09:00:00Z MK set a12#3 scope=total place="Port of Selm" was=1c9e02ab ; clarified by phone
//   2024-06-12T09:05:00Z MK undo 2 ; wrong line
// Time, who, act, target, fields, and after a semicolon the reason. A word with blanks, quotes, '=' or ';' is
// put in double quotes, with \" and \\ inside.

#include <string>
#include <string_view>
#include <vector>

#include "annals/model/override.hpp"

namespace annals {

// All entries in order. A line that cannot be read throws Error::input with file:line: a decision must not be
// lost in silence. A file that is not there holds none.
std::vector<Override> load_overrides(const std::string& path);
std::vector<Override> parse_overrides(std::string_view bytes, const std::string& path);

// The line of an entry, with its line end; parse_overrides reads the same entry back. Control characters of
// the reason become blanks.
std::string format_override(const Override& entry);

}  // namespace annals
