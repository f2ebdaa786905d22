#pragma once
// All temporal mentions of a text, in order and not overlapping, each with what it means by itself and what
// the words around it say.

#include <vector>

#include "extractor/temporal/outlook.hpp"
#include "extractor/temporal/read_meaning.hpp"
#include "extractor/tokenized_text.hpp"

namespace annals {

struct FoundTime {
  TimeMention mention;
  std::uint32_t sentence = 0;
  Outlook outlook = Outlook::open;
  TimexRelation relation = TimexRelation::on;
};

std::vector<FoundTime> find_times(const TokenizedText& text, const WordTable& words,
                                  const TemporalRules& rules);

}  // namespace annals
