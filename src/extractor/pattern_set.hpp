#pragma once
// Patterns over token classes, compiled into one automaton: all patterns are matched at once, the longest
// wins, and no input makes it slow (each symbol is looked at once a start; there is no backtracking).
//   "count unit 'ago'"     elements are class names, or words in quotes
//   "(a|b) c? d* e+"       groups with alternatives, optional and repeated elements
// The text is a row of symbols (small numbers); what an element matches is told once, at compile time, by the
// caller.

#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace annals {

class PatternSet {
 public:
  using Symbol = std::uint16_t;

  struct Pattern {
    std::string text;
    std::string where;  // "patterns.tsv:12", for errors
  };
  struct Match {
    std::size_t length = 0;   // in symbols; 0: nothing matches here
    std::size_t pattern = 0;  // index of the pattern; of two that match equally long, the earlier line
  };

  PatternSet() = default;
  // `matched_by(element)`: the symbols that the element matches, each once and below `symbols`. Throws
  // Error::input with the place of a pattern that cannot be read, that matches the empty row, or when the
  // automaton grows beyond its bounds.
  PatternSet(const std::vector<Pattern>& patterns, std::size_t symbols,
             const std::function<std::vector<Symbol>(std::string_view)>& matched_by);

  // Longest match that starts exactly at `start`.
  template <typename SymbolAt>
  Match longest(SymbolAt symbol_at, std::size_t start, std::size_t end) const {
    Match best;
    if (next_.empty()) return best;
    State state = 1;
    for (std::size_t i = start; i < end; ++i) {
      state = next_[state * columns_ + column_[symbol_at(i)]];
      if (state == 0) break;
      if (accepts_[state] != 0) best = {i - start + 1, accepts_[state] - 1};
    }
    return best;
  }
  // Can any pattern begin with this symbol? For skipping ahead.
  bool can_start(Symbol symbol) const { return !next_.empty() && next_[columns_ + column_[symbol]] != 0; }
  // By symbol: can it be the second of a match, or does a match of one symbol alone make that all the same?
  std::vector<bool> followers() const;
  std::size_t states() const { return accepts_.size(); }

 private:
  using State = std::uint16_t;  // small, because the table is looked at for every token

  std::vector<Symbol> column_;  // symbol -> column: symbols that no element tells apart share one
  std::size_t columns_ = 0;
  std::vector<State> next_;             // state * columns_ + column -> state; 0 is dead, 1 the start
  std::vector<std::uint32_t> accepts_;  // state -> pattern + 1, or 0
};

}  // namespace annals
