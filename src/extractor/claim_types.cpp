#include "extractor/claim_types.hpp"

#include <algorithm>

namespace annals {

namespace {

constexpr std::uint32_t kShortest = 8;  // tokens of a sentence that is none of a caption or byline

bool is_participle(ChunkKind kind) {
  switch (kind) {
    case ChunkKind::verb:
    case ChunkKind::doing:
    case ChunkKind::said:
    case ChunkKind::harm_ed:
    case ChunkKind::harm_ing:
    case ChunkKind::harm_adj:
    case ChunkKind::die_ed:
    case ChunkKind::die_ing:
    case ChunkKind::ruin_ed:
    case ChunkKind::ruin_ing:
    case ChunkKind::leave_verb:
    case ChunkKind::reach:
    case ChunkKind::claim_verb: return true;
    default: return false;
  }
}

// "is" with what was done to somebody tells an event: "are killed", "is also arrested", "are reported".
bool does_something(const std::vector<Chunk>& chunks, std::size_t verb) {
  for (std::size_t i = verb + 1; i < chunks.size(); ++i) {
    if (chunks[i].kind == ChunkKind::adverb || chunks[i].kind == ChunkKind::be) continue;
    return is_participle(chunks[i].kind);
  }
  return false;
}

bool tells_harm(const std::vector<Chunk>& chunks) {
  return std::any_of(chunks.begin(), chunks.end(), [](const Chunk& c) {
    return c.kind == ChunkKind::count || c.kind == ChunkKind::harm_ed || c.kind == ChunkKind::die_ed;
  });
}

// "was a short storm", "there was no sign": what something is, not what it did.
bool describes(const std::vector<Chunk>& chunks, std::size_t verb) {
  std::size_t next = verb + 1;
  while (next < chunks.size() && chunks[next].kind == ChunkKind::adverb) ++next;
  if (chunks[verb].kind != ChunkKind::be || next >= chunks.size()) return false;
  return chunks[next].kind == ChunkKind::single || chunks[next].kind == ChunkKind::noun;
}

// "had faced a charge": told as lying before the story.
bool is_pluperfect(const ArticleView& view, const LexiconData& lexicon, const std::vector<Chunk>& chunks,
                   std::size_t verb) {
  return chunks[verb].kind == ChunkKind::have &&
         lexicon.words.classes(view.text.tokens[chunks[verb].first].word).has(lexicon.framing->past_state);
}

// How things are ("is near the port") or what did not come about ("was not available").
bool is_context(const ArticleView& view, const LexiconData& lexicon, std::size_t s) {
  const auto& chunks = view.chunks[s];
  const std::size_t verb = first_verb(chunks);
  if (verb == chunks.size()) return false;
  if (verb + 1 < chunks.size() && chunks[verb + 1].kind == ChunkKind::negation) return !tells_harm(chunks);
  if (describes(chunks, verb) || is_pluperfect(view, lexicon, chunks, verb)) return !tells_harm(chunks);
  const ClassSet& classes = lexicon.words.classes(view.text.tokens[chunks[verb].first].word);
  if (!classes.has(lexicon.framing->present_state)) return false;
  if (chunks[verb].kind == ChunkKind::have) return false;
  return !tells_harm(chunks) && !does_something(chunks, verb);
}

// Counted people and what was done to them.
bool counts_harm(const std::vector<Chunk>& chunks) {
  bool counted = false;
  bool harmed = false;
  for (const Chunk& c : chunks) {
    counted =
        counted || c.kind == ChunkKind::count || c.kind == ChunkKind::bare || c.kind == ChunkKind::single;
    harmed = harmed || c.kind == ChunkKind::harm_ed || c.kind == ChunkKind::die_ed ||
             c.kind == ChunkKind::harm_ing;
  }
  return counted && harmed;
}

bool runs_since(const ArticleView& view, std::size_t s) {
  const auto [begin, end] = view.sentence_timexes[s];
  return std::any_of(view.timexes.begin() + begin, view.timexes.begin() + end,
                     [](const Timex& timex) { return timex.relation == TimexRelation::since; });
}

// "..., police said": what is told comes first, and who says so is added.
bool is_added(const ArticleView& view, std::size_t s) {
  const Quote& speaker = *view.speakers[s].speaker;
  const auto& chunks = view.chunks[s];
  const std::size_t verb = first_verb(chunks);
  return verb < chunks.size() && view.text.tokens[chunks[verb].first].begin < speaker.span.begin;
}

// A toll being put, or how things are, is somebody's word wherever he stands; harm to counted people is an
// event.
ClaimType type_of_told(const ArticleView& view, const LexiconData& lexicon, std::size_t s) {
  const auto& chunks = view.chunks[s];
  const bool toll =
      std::any_of(chunks.begin(), chunks.end(), [](const Chunk& c) { return c.kind == ChunkKind::toll; });
  if (toll || runs_since(view, s)) return ClaimType::statement;
  if (!is_added(view, s)) return counts_harm(chunks) ? ClaimType::event : ClaimType::statement;
  return is_context(view, lexicon, s) ? ClaimType::statement : ClaimType::event;
}

// Long and ended by a full stop: its verb is one that no table knows.
bool is_whole(const ArticleView& view, std::size_t s) {
  const Sentence& sentence = view.text.sentences[s];
  if (sentence.last - sentence.first < kShortest) return false;
  const auto& tokens = view.text.tokens;
  return tokens[sentence.last - 1].mark == '.' || tokens[sentence.last - 2].mark == '.' ||
         view.speakers[s].outlet.has_value();
}

}  // namespace

std::size_t first_verb(const std::vector<Chunk>& chunks) {
  const auto at =
      std::find_if(chunks.begin(), chunks.end(), [](const Chunk& c) { return is_finite_verb(c.kind); });
  return static_cast<std::size_t>(at - chunks.begin());
}

ClaimType type_of_claim(const ArticleView& view, const LexiconData& lexicon, std::size_t s) {
  const auto& chunks = view.chunks[s];
  const Speaker& speaker = view.speakers[s];
  const bool quoted = speaker.in_quotes || std::any_of(chunks.begin(), chunks.end(), [](const Chunk& c) {
                        return c.kind == ChunkKind::quote;
                      });
  if (first_verb(chunks) == chunks.size() && !speaker.speaker && !is_whole(view, s)) return ClaimType::other;
  if (quoted) return ClaimType::statement;
  if (speaker.speaker) return type_of_told(view, lexicon, s);
  return is_context(view, lexicon, s) ? ClaimType::background : ClaimType::event;
}

}  // namespace annals
