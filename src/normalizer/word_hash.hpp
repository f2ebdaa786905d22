#pragma once
// Lets a hash table of strings be asked with a view, so that asking copies nothing.
//   std::unordered_set<std::string, WordHash, std::equal_to<>> words;  words.contains(text.substr(0, 3))

#include <cstddef>
#include <functional>
#include <string_view>

namespace annals {

struct WordHash {
  using is_transparent = void;
  std::size_t operator()(std::string_view word) const { return std::hash<std::string_view>{}(word); }
};

}  // namespace annals
