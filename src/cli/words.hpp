#pragma once
// Lists of words inside one text.
//   split("auto|always|never", '|') => {"auto", "always", "never"};  split("", '|') => {}
//   wrap("a long text", 72, 4)      => lines of at most 72 columns, each after 4 blanks

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace annals {

std::vector<std::string_view> split(std::string_view text, char mark);
// Paragraphs (parted by blank lines) with line ends; a word longer than the line stays whole.
std::string wrap(std::string_view text, std::size_t columns, std::size_t indent);

}  // namespace annals
