#pragma once
// Does an article tell that several people were harmed without saying how many?
//   "Nine people were killed and others were injured"   => injured: yes
//   "killing four men and wounding others"              => injured: yes
//   "a rebel was killed", "no civilians were injured"   => no
// Only plain statements count: nothing feared, denied, supposed or long ago.

#include <string_view>
#include <vector>

#include "annals/model/claim.hpp"
#include "annals/model/figure.hpp"

#include "extractor/lexicon_data.hpp"

namespace annals {

struct SeveralHarmed {
  bool killed = false;
  bool injured = false;
};
SeveralHarmed several_harmed(std::string_view text, const std::vector<Claim>& claims,
                             const LexiconData& lexicon);

}  // namespace annals
