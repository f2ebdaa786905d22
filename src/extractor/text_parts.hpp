#pragma once
// A text too long to be one article (an archive in one file) is read in parts, so that memory and time a byte
// stay those of a part. What goes from sentence to sentence (speakers, the last date told) begins anew in
// each; figures told again are found across parts.

#include <string_view>
#include <vector>

#include "annals/model/span.hpp"

namespace annals {

// No article of a newspaper is this long; books and archives are.
inline constexpr std::size_t kPartBytes = 1'000'000;

// Spans of the text in order and without gaps, each of at most `longest` bytes (>= 4): cut at the last empty
// line that fits, else at the last end of a line, else at the last blank, else between two letters. One part,
// perhaps empty, for a text that fits.
std::vector<Span> cut_into_parts(std::string_view text, std::size_t longest = kPartBytes);

}  // namespace annals
