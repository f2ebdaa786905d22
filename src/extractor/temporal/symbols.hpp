#pragma once
// Tokens as symbols of the temporal automaton: one table look-up a word, a little arithmetic a number. A
// symbol stands for the set of pattern elements that the token matches.
//   elements  month 'ago' day2 year4 hyphen   =>   "May" {month};  "12" {num day2 month2 ...};  "the" {'the'}
// Shapes of numbers and marks that an element can name are listed in symbols.cpp.

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "extractor/pattern_set.hpp"
#include "extractor/tokens.hpp"

namespace annals {

class TimeSymbols {
 public:
  using Symbol = PatternSet::Symbol;
  using ElementId = std::uint16_t;

  TimeSymbols() = default;
  // Can patterns name it: a class, a shape of numbers or marks, or a word in single quotes?
  static bool is_element(const WordTable& words, std::string_view name);
  // Elements must be that.
  TimeSymbols(const WordTable& words, std::vector<std::string> elements);

  // Symbol of token `at`; looks at its neighbours for marks and numbers glued to them. 0 matches nothing.
  Symbol of(const std::vector<Token>& tokens, std::size_t at) const;
  bool matches(ElementId element, Symbol symbol) const { return sets_[symbol][element]; }
  std::vector<Symbol> matched_by(ElementId element) const;
  ElementId element(std::string_view name) const;  // throws std::out_of_range: names are checked before
  bool knows(std::string_view name) const;
  // Class that the element names, for reading its value; kNoClass for shapes and quoted words.
  static constexpr int kNoClass = -1;
  int class_of(ElementId element) const { return classes_[element]; }
  std::size_t count() const { return sets_.size(); }

 private:
  std::vector<std::string> elements_;
  std::vector<int> classes_;
  std::vector<std::vector<bool>> sets_;               // symbol -> elements it matches
  std::vector<std::array<Symbol, 2>> by_word_;        // word -> symbol when small, when capitalised
  std::vector<Symbol> by_shape_;                      // mask of number shapes -> symbol
  std::array<std::array<Symbol, 2>, 128> by_mark_{};  // mark -> symbol when loose, when glued on both sides
  ClassSet glued_;  // words that may be glued to a number: 5pm, 0600GMT, 20min
  const WordTable* words_ = nullptr;
};

}  // namespace annals
