#pragma once
// Which of a sentence's times is that of its main clause.
//   "The dam broke on Sunday."                               => Sunday
//   "The dam broke after rain that began on Sunday."         => none
//   "He spoke of the austerity programme adopted on 3 May."  => none
//   "Damage was put at 5 million dollars (value in 1974)."   => none
// The finest time counts, of several equally fine ones the first.

#include "annals/model/timex.hpp"

#include "extractor/figures/read_figures.hpp"

namespace annals {

// nullptr for none. `said`, the time at which somebody says it, does not count; it may be nullptr.
const Timex* main_date(const ArticleView& view, const LexiconData& lexicon, std::size_t sentence,
                       const Timex* said);

}  // namespace annals
