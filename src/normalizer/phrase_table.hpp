#pragma once
// Phrases of a word list, found in a text: the words of the text are looked at once, and a phrase is compared
// only where its first word stands.
//   PhraseTable t; t.add("counted twice", 0);  t.first_in("Some were counted twice.") => 0

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "normalizer/word_hash.hpp"

namespace annals {

class PhraseTable {
 public:
  // `row` is what first_in() answers; of several phrases that a text holds the lowest row wins.
  void add(std::string_view phrase, std::uint32_t row);
  // Every phrase of a cell, separated by commas.
  void add_all(std::string_view phrases, std::uint32_t row);
  std::optional<std::uint32_t> first_in(std::string_view text) const;
  // The same of the words of a text in small letters, for a text that several tables look at.
  std::optional<std::uint32_t> first_in(const std::vector<std::string_view>& words) const;

 private:
  struct Entry {
    std::vector<std::string> words;
    std::uint32_t row = 0;
  };
  std::unordered_map<std::string, std::vector<Entry>, WordHash, std::equal_to<>> by_first_;  // looked up only
};

}  // namespace annals
