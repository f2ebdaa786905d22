#pragma once
// The lexicon tables that the build wrote into the program (cmake/AnnalsEmbed.cmake).

#include <string_view>
#include <vector>

namespace annals {

struct EmbeddedTable {
  std::string_view name;   // "numbers.tsv"
  std::string_view bytes;  // the file, unchanged
};

std::vector<EmbeddedTable> embedded_lexicon();

}  // namespace annals
