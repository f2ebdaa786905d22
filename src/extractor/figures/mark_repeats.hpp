#pragma once
// Figures that tell an earlier figure of the article again: same kind, number, unit and frame, people and
// places that can be the same.
//   "Nine miners were killed. ... The nine were buried on Monday."      => the second is a repeat
//   "Nine were killed in Peru ... nine were killed in Chile"            => it is not
//   "An officer, Omar Haddad, was killed"                               => the name is

#include <string_view>
#include <vector>

#include "annals/model/claim.hpp"

#include "extractor/figures/read_figures.hpp"

namespace annals {

// Sets duplicate_of. `claims` are the sentences that the figures point at.
void mark_repeats(std::string_view text, const std::vector<Claim>& claims, std::vector<Figure>& figures,
                  const WordTable& words, const FramingRules& framing);

}  // namespace annals
