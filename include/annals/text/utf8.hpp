#pragma once
// UTF-8 at the level of bytes: is it valid, make it valid, walk it, cut it without breaking a letter.
//   to_valid_utf8("caf\xE9") => "caf\xEF\xBF\xBD"

#include <cstddef>
#include <string>
#include <string_view>

namespace annals {

// Offset of the first byte that is not well-formed UTF-8 (RFC 3629), or npos.
std::size_t find_invalid_utf8(std::string_view bytes);
// Each ill-formed sequence becomes U+FFFD; well-formed text is returned as it is.
std::string to_valid_utf8(std::string_view bytes);
// Length in bytes of the letter at `at` of valid UTF-8 (1..4).
std::size_t utf8_length(std::string_view text, std::size_t at);
// Code point at `at` of valid UTF-8.
char32_t utf8_at(std::string_view text, std::size_t at);
void append_utf8(std::string& out, char32_t code_point);
// Columns a terminal needs: one a code point, none for combining marks and controls, two for wide East Asian
// letters.
std::size_t display_width(std::string_view text);
// At most `columns` columns, with "…" where something was cut.
std::string shorten(std::string_view text, std::size_t columns);

// ASCII letters only; other bytes stay.
char to_lower_ascii(char c);
std::string to_lower_ascii(std::string_view text);
bool is_space_ascii(char c);
std::string_view trim(std::string_view text);
// Runs of white space become one blank; none at the ends.
std::string fold_space(std::string_view text);

}  // namespace annals
