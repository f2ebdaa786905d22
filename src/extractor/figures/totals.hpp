#pragma once
// What an article says in all, by kind: parts summed once, repeats and other events left out, what its
// sources say apart kept as a range.
//   "Two soldiers and three civilians were killed"                        => 5
//   "Nine were killed on Monday ... a hospital put it at 11"              => 9, up to 11
//   "Nine were killed ... the war has killed 2,000 since 2004"            => 9
//   "Three more bodies were found, bringing the death toll to 45"         => 45
// A report, which has a day, is about what it tells first; an account without a day about what it says in
// all.

#include <array>
#include <optional>
#include <string_view>
#include <vector>

#include "annals/model/claim.hpp"
#include "annals/model/figure.hpp"

#include "extractor/figures/unnumbered.hpp"

namespace annals {

// `day` is that of the report; unset for an account. `claims` are the sentences that the figures point at.
// Repeats are marked already. `several` is what the text says without numbers.
std::array<std::optional<Total>, kHarmKinds> total_up(std::string_view text, const std::vector<Claim>& claims,
                                                      const std::vector<Figure>& figures,
                                                      std::optional<Date> day, SeveralHarmed several,
                                                      const LexiconData& lexicon);

}  // namespace annals
