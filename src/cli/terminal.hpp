#pragma once
// What the program may ask of the terminal it runs in: is there one, how wide is it, may it be coloured.

#include <cstddef>
#include <string>
#include <string_view>

namespace annals {

enum class ColourChoice { automatic, always, never };

bool is_terminal(int descriptor);
// `automatic` is a terminal, unless NO_COLOR or ANNALS_NO_COLOR is set and not empty, or TERM is "dumb".
bool wants_colour(ColourChoice choice, bool terminal);
// Columns of the terminal on standard output; 100 when there is none, so that files look alike everywhere.
std::size_t output_width();
// Whether the locale of the environment (LC_ALL, LC_CTYPE, LANG) is one of UTF-8.
bool shows_utf8();
// Our own signs in letters that every terminal has: the blocks of a sparkline as digits 1 to 8, "…" as "~".
// Words of articles are left as they are.
std::string in_plain_signs(std::string_view text);

}  // namespace annals
