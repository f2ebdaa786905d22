#pragma once
// Amounts of units of time, in digits and words.
//   "two and a half" => 2500 thousandths;  "5 1/2" => 5500;  "a couple of" => 2000;  "several" => vague

#include <cstdint>
#include <optional>
#include <span>

#include "extractor/temporal/temporal_rules.hpp"
#include "extractor/tokens.hpp"

namespace annals {

struct Amount {
  std::int64_t thousandths = 1000;
  bool vague = false;
};

// First amount among the tokens; of a range ("two to three") the lower end. nullopt when there is none.
std::optional<Amount> read_amount(std::span<const Token> tokens, const WordTable& words,
                                  const TemporalRules& rules);

}  // namespace annals
