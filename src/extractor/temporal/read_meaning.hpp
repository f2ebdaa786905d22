#pragma once
// The tokens of a match and the template of its rule => what they mean by themselves.
//   "two weeks ago", template "shift -count unit publication" => shifted, week, -2, from publication

#include <cstdint>
#include <vector>

#include "extractor/temporal/meaning.hpp"
#include "extractor/temporal/temporal_rules.hpp"
#include "extractor/tokens.hpp"

namespace annals {

struct TimeMention {
  std::uint32_t first = 0;  // token
  std::uint32_t last = 0;   // one past
  Meaning meaning;
  const TemporalRule* rule = nullptr;
};

// Mentions told by the match of `rule` over tokens [first, last); two for a pair, none for a negative.
// `at_symbol(i)` is the symbol of token i.
class MeaningReader {
 public:
  MeaningReader(const std::vector<Token>& tokens, const std::vector<TimeSymbols::Symbol>& symbols,
                const WordTable& words, const TemporalRules& rules)
      : tokens_(tokens), symbols_(symbols), words_(words), rules_(rules) {}

  void read(const TemporalRule& rule, std::uint32_t first, std::uint32_t last,
            std::vector<TimeMention>& mentions) const;

 private:
  Meaning read_part(const TemporalRule& rule, std::uint32_t first, std::uint32_t last) const;
  void read_pair(const TemporalRule& rule, std::uint32_t first, std::uint32_t last,
                 std::vector<TimeMention>& mentions) const;
  void fill(Meaning& meaning, const TemporalRule& rule, const TimeSlot& slot, std::uint32_t first,
            std::uint32_t last, std::uint32_t& used) const;
  void fill_clock_dot(Meaning& meaning, const TimeSlot& slot, std::uint32_t first, std::uint32_t last,
                      std::uint32_t& used) const;
  bool clock_stands(TimeField field, std::uint32_t token, std::uint32_t first, std::uint32_t last) const;
  bool slot_matches(const TimeSlot& slot, std::uint32_t token) const;

  const std::vector<Token>& tokens_;
  const std::vector<TimeSymbols::Symbol>& symbols_;
  const WordTable& words_;
  const TemporalRules& rules_;
};

}  // namespace annals
