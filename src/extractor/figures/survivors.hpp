#pragma once
// The injured that an article leaves to be worked out: of those who were shot or hit, all who are not told
// dead.
//   "Seven people were shot, one of them was killed"    => 6 injured
//   "Four people were shot at a petrol station"         => 4 injured
//   "A soldier was shot"                                => nothing: one who was shot may be dead
// An article that gives a number of injured is left as it is.

#include <array>
#include <optional>
#include <string_view>
#include <vector>

#include "annals/model/claim.hpp"

#include "extractor/figures/read_figures.hpp"

namespace annals {

// `totals` are those of the article by kind; nothing unless casualties are among them.
std::optional<Total> injured_among_hit(std::string_view text, const std::vector<Claim>& claims,
                                       const std::vector<Figure>& figures,
                                       const std::array<std::optional<Total>, kHarmKinds>& totals,
                                       const WordTable& words, const FramingRules& framing);

}  // namespace annals
