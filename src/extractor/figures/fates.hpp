#pragma once
// What became of people in the end, where an article leaves it to be worked out.
//   "Seven people were shot, one of them was killed"      => 6 injured
//   "Four people were shot at a petrol station"           => 4 injured
//   "A soldier was shot"                                  => nothing: one who was shot may be dead
//   "Four were wounded. One of the wounded later died"    => 1 killed, 3 injured
//   "Gunmen fired at a judge, killing him"                => 1 killed: nobody else is told dead
// For reports of one incident. A number of injured that the article gives is only made smaller by those who
// died of their wounds.

#include <array>
#include <optional>
#include <string_view>
#include <vector>

#include "annals/model/claim.hpp"

#include "extractor/figures/read_figures.hpp"

namespace annals {

using Totals = std::array<std::optional<Total>, kHarmKinds>;

// `by_pronoun` are persons told of by a pronoun alone, who are no figures.
void settle_fates(std::string_view text, const std::vector<Claim>& claims, const std::vector<Figure>& figures,
                  const std::vector<Figure>& by_pronoun, const WordTable& words, const FramingRules& framing,
                  Totals& totals);

}  // namespace annals
