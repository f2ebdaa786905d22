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

// The date a sentence gives for what it tells: its finest date, of several equally fine ones the first.
// "Since March" is a span that reaches to the day of the article.
std::optional<DateSpan> own_date(const ArticleView& view, std::size_t s) {
  const auto [begin, end] = view.sentence_timexes[s];
  const Timex* best = nullptr;
  for (std::uint32_t t = begin; t < end; ++t) {
    const Timex& timex = view.timexes[t];
    if (!timex.dates || (timex.type != TimexType::date && timex.type != TimexType::time)) continue;
    if (best == nullptr || (timex.dates->grain < best->dates->grain)) best = &timex;
  }
  if (best == nullptr) return std::nullopt;
  if (best->relation == TimexRelation::since && view.day && best->dates->first &&
      *best->dates->first <= *view.day) {
    DateSpan span = interval(best->dates->first, view.day);
    span.grain = best->dates->grain;
    return span;
  }
  return best->dates;
}

// Context, not news: a state that holds ("is", "has long been") told by nobody and with no day of its own.
bool is_background(const ArticleView& view, const FramingRules& framing, const WordTable& words,
                   std::size_t s) {
  for (const Chunk& chunk : view.chunks[s]) {
    if (!is_finite_verb(chunk.kind)) continue;
    return words.classes(view.text.tokens[chunk.first].word).has(framing.present_state);
  }
  return false;
}

}  // namespace

std::vector<Claim> read_claims(const ArticleView& view, const LexiconData& lexicon) {
  std::vector<Claim> claims;
  claims.reserve(view.text.sentences.size());
  std::optional<DateSpan> published;
  if (view.day) published = day_span(*view.day);
  std::optional<DateSpan> running = published;
  for (std::size_t s = 0; s < view.text.sentences.size(); ++s) {
    Claim claim;
    claim.span = view.text.sentences[s].span;
    const auto& chunks = view.chunks[s];
    claim.speaker = view.speakers[s].speaker;
    const bool verb =
        std::any_of(chunks.begin(), chunks.end(), [](const Chunk& c) { return is_finite_verb(c.kind); });
    const bool quoted =
        std::any_of(chunks.begin(), chunks.end(), [](const Chunk& c) { return c.kind == ChunkKind::quote; });
    claim.date = own_date(view, s);
    if (!verb && !claim.speaker) {
      claim.type = ClaimType::other;
    } else if (claim.speaker || view.speakers[s].in_quotes || quoted) {
      claim.type = ClaimType::statement;
    } else if (!claim.date && is_background(view, *lexicon.framing, lexicon.words, s)) {
      claim.type = ClaimType::background;
    } else {
      claim.type = ClaimType::event;
    }
    // News is of its day unless it says otherwise; what follows a sentence with a day of its own is still
    // about that day.
    if (claim.date) {
      if (claim.date->is_day()) running = claim.date;
    } else if (claim.type != ClaimType::background) {
      claim.date = running;
      running = published;
    }
    claims.push_back(std::move(claim));
  }
  return claims;
}

}  // namespace annals
