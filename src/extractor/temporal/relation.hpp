#pragma once
// How what a sentence tells lies to an expression of time, told by the words before it.
//   "since the Oct. 7 attack" => since;  "no later than Friday" => by;  "as of Monday" => as_of
// The words are class tied; those of class date_lead may stand between them and the expression.

#include <cstdint>

#include "annals/model/timex.hpp"

#include "extractor/tokenized_text.hpp"

namespace annals {

// Of the expression that starts at token `first`, in the sentence that starts at token `begin`. `on` where no
// word tells.
TimexRelation relation_before(const TokenizedText& text, const WordTable& words, ClassId tied,
                              ClassId date_lead, std::uint32_t begin, std::uint32_t first);

}  // namespace annals
