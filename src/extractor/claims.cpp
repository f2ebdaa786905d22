#include "extractor/claims.hpp"

#include <algorithm>

namespace annals {

namespace {

bool is_finite_verb(ChunkKind kind) {
  switch (kind) {
    case ChunkKind::be:
    case ChunkKind::have:
    case ChunkKind::modal:
    case ChunkKind::auxiliary:
    case ChunkKind::verb:
    case ChunkKind::said:
    case ChunkKind::harm_ed:
    case ChunkKind::die_ed:
    case ChunkKind::die_base:
    case ChunkKind::harm_base:
    case ChunkKind::claim_verb:
    case ChunkKind::leave_verb:
    case ChunkKind::reach: return true;
    default: return false;
  }
}

// The date a sentence gives for what it tells: its first day-level date that is no mere bound; of several the
// first.
std::optional<DateSpan> own_date(const ArticleView& view, std::size_t s) {
  const auto [begin, end] = view.sentence_timexes[s];
  const Timex* best = nullptr;
  for (std::uint32_t t = begin; t < end; ++t) {
    const Timex& timex = view.timexes[t];
    if (!timex.dates || (timex.type != TimexType::date && timex.type != TimexType::time)) continue;
    if (best == nullptr || (timex.dates->grain < best->dates->grain)) best = &timex;
  }
  if (best == nullptr) return std::nullopt;
  return best->dates;
}

}  // namespace

std::vector<Claim> read_claims(const ArticleView& view, const LexiconData& lexicon) {
  std::vector<Claim> claims;
  claims.reserve(view.text.sentences.size());
  std::optional<DateSpan> running;
  if (view.day) running = day_span(*view.day);
  for (std::size_t s = 0; s < view.text.sentences.size(); ++s) {
    Claim claim;
    claim.span = view.text.sentences[s].span;
    const auto& chunks = view.chunks[s];
    claim.speaker = view.speakers[s].speaker;
    const bool verb =
        std::any_of(chunks.begin(), chunks.end(), [](const Chunk& c) { return is_finite_verb(c.kind); });
    const bool quoted =
        std::any_of(chunks.begin(), chunks.end(), [](const Chunk& c) { return c.kind == ChunkKind::quote; });
    if (!verb && !claim.speaker) {
      claim.type = ClaimType::other;
    } else if (claim.speaker && (quoted || view.speakers[s].in_quotes)) {
      claim.type = ClaimType::statement;
    } else if (claim.speaker) {
      claim.type = ClaimType::statement;
    } else if (view.speakers[s].in_quotes || (quoted && !claim.speaker)) {
      claim.type = ClaimType::statement;
    } else {
      claim.type = ClaimType::event;
    }
    claim.date = own_date(view, s);
    if (claim.date) {
      running = claim.date;
    } else {
      claim.date = running;
    }
    claims.push_back(std::move(claim));
  }
  (void)lexicon;
  return claims;
}

}  // namespace annals
