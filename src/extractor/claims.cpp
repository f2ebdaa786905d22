#include "extractor/claims.hpp"

#include "extractor/claim_dates.hpp"
#include "extractor/claim_types.hpp"

namespace annals {

std::vector<Claim> read_claims(const ArticleView& view, const LexiconData& lexicon) {
  std::vector<Claim> claims;
  claims.reserve(view.text.sentences.size());
  ClaimDates dates(view, lexicon);
  for (std::size_t s = 0; s < view.text.sentences.size(); ++s) {
    Claim claim;
    claim.span = view.text.sentences[s].span;
    claim.speaker = view.speakers[s].speaker;
    claim.type = type_of_claim(view, lexicon, s);
    claim.date = dates.of(s, claim.type);
    claims.push_back(std::move(claim));
  }
  return claims;
}

}  // namespace annals
