#pragma once
// All temporal mentions of a text, in order and not overlapping, each with what it means by itself and what
// the words around it say.

#include <vector>

#include "extractor/temporal/read_meaning.hpp"
#include "extractor/tokenized_text.hpp"

namespace annals {

// Which way the sentence looks from the mention.
enum class Outlook : std::uint8_t { open, ahead, behind };

struct FoundTime {
  TimeMention mention;
  std::uint32_t sentence = 0;
  Outlook outlook = Outlook::open;
  TimexRelation relation = TimexRelation::on;
};

std::vector<FoundTime> find_times(const TokenizedText& text, const WordTable& words,
                                  const TemporalRules& rules);

}  // namespace annals
