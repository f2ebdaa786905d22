#pragma once
// Does an article tell that several people were harmed without saying how many?
//   "Nine people were killed and others were injured"   => injured: yes
//   "killing four men and wounding others"              => injured: yes
//   "a rebel was killed", "no civilians were injured"   => no
// Only plain statements count: nothing feared, denied, supposed or long ago.

#include <span>

#include "annals/model/claim.hpp"

#include "extractor/figures/read_figures.hpp"

namespace annals {

struct SeveralHarmed {
  bool killed = false;
  bool injured = false;
};
// `claims` are those of the view's sentences.
SeveralHarmed several_harmed(const ArticleView& view, std::span<const Claim> claims,
                             const LexiconData& lexicon);

}  // namespace annals
