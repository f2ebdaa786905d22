#pragma once
// The word that somebody may have meant.
//   suggest("timelin", {"timeline", "figures"}) => "timeline";  suggest("xyz", ...) => ""
// Only ever printed; nothing is run on a guess.

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace annals {

// Edits between two words: insert, delete, replace, swap of two neighbours (optimal string alignment).
std::size_t edit_distance(std::string_view a, std::string_view b);
// The nearest of `known` when it is near enough (a third of the letters, at most 3), the first of equals;
// a word that continues `word` also counts. Empty when none does.
std::string suggest(std::string_view word, const std::vector<std::string_view>& known);

}  // namespace annals
