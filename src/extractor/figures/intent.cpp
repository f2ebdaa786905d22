#include "extractor/figures/intent.hpp"

#include "extractor/figures/chunk_row.hpp"

namespace annals {

namespace {

bool is_noun_phrase(ChunkKind kind) {
  return is_counted(kind) || kind == ChunkKind::noun || kind == ChunkKind::plural ||
         kind == ChunkKind::pronoun;
}

}  // namespace

bool is_intended(const TokenizedText& text, const std::vector<Chunk>& chunks, const FrameRules& rules,
                 std::uint32_t trigger) {
  const auto ends_with = [&](std::uint32_t chunk, ClassId klass) {
    return rules.words->classes(text.tokens[chunks[chunk].last - 1].word).has(klass);
  };
  if (trigger == 0) return false;
  const ClassId intent = rules.chunks.intent;
  if (rules.words->classes(text.tokens[chunks[trigger].first].word).has(rules.chunks.to))
    return ends_with(trigger - 1, intent);  // one phrase: "to murder"
  if (trigger == 1) return false;
  const ChunkKind harm = chunks[trigger].kind;
  const ChunkKind before = chunks[trigger - 1].kind;
  std::uint32_t at = trigger - 2;
  if (before == ChunkKind::to && (harm == ChunkKind::harm_base || harm == ChunkKind::harm_noun)) {
    if (ends_with(at, intent)) return true;
    // "sent two men to kill the judge", "came to the town, allegedly to kill the judge"
    if (chunks[at].kind == ChunkKind::adverb && at > 0) --at;
    if (!is_noun_phrase(chunks[at].kind) || at == 0) return false;
    --at;
    if ((chunks[at].kind == ChunkKind::to || chunks[at].kind == ChunkKind::preposition) && at > 0) --at;
    return ends_with(at, intent);
  }
  const bool governed = before == ChunkKind::of || before == ChunkKind::preposition;
  if (harm == ChunkKind::harm_ing && governed) return ends_with(at, intent);  // "the mission of killing him"
  return harm == ChunkKind::harm_noun && before == ChunkKind::preposition &&
         ends_with(at, rules.chunks.demand);
}

}  // namespace annals
