#include "extractor/figures/dated_clauses.hpp"

#include <algorithm>

#include "extractor/temporal/time_tokens.hpp"

namespace annals {

namespace {

constexpr std::uint32_t kToldBack = 6;     // chunks from "told workers in Lanta on Monday" back to the verb
constexpr std::ptrdiff_t kOtherVerbs = 2;  // so many between a figure and a day tell of something else
constexpr std::size_t kHeading = 3;        // sentences among which the dateline stands

}  // namespace

DatedClauses::DatedClauses(const ArticleView& view, const LexiconData& lexicon)
    : view_(view), lexicon_(lexicon) {
  const std::size_t head = std::min<std::size_t>(kHeading, view.text.sentences.size());
  for (std::size_t s = 0; s < head; ++s) {
    if (view.speakers[s].story_begin > view.text.sentences[s].first)
      story_begin_ = view.speakers[s].story_begin;
  }
}

std::uint32_t DatedClauses::token_at(std::uint32_t byte) const {
  return annals::token_at(view_.text.tokens, byte);
}

// "police said on Monday", "on Monday police had said": when it was said rather than when it happened.
bool DatedClauses::is_told_then(const Timex& timex, std::uint32_t sentence) const {
  const auto& chunks = view_.chunks[sentence];
  const std::uint32_t begin = token_at(timex.span.begin);
  const auto is_noun = [](ChunkKind kind) {
    return kind == ChunkKind::name || kind == ChunkKind::noun || kind == ChunkKind::plural;
  };
  for (std::uint32_t i = 0; i < chunks.size(); ++i) {
    if (chunks[i].first > begin || chunks[i].last <= begin) continue;
    for (std::uint32_t back = 1; back <= kToldBack && back <= i; ++back) {
      const ChunkKind kind = chunks[i - back].kind;
      if (kind == ChunkKind::said) return true;
      if (kind != ChunkKind::preposition && !is_noun(kind)) break;
    }
    std::uint32_t next = i + 1;
    const bool opens = i == 0 || (i == 1 && chunks[0].kind == ChunkKind::preposition);
    if (opens && timex.dates->is_day()) {
      while (next < chunks.size() &&
             (is_noun(chunks[next].kind) || chunks[next].kind == ChunkKind::single ||
              chunks[next].kind == ChunkKind::comma || chunks[next].kind == ChunkKind::have ||
              chunks[next].kind == ChunkKind::of || chunks[next].kind == ChunkKind::pronoun))
        ++next;
    }
    return next < chunks.size() && chunks[next].kind == ChunkKind::said;
  }
  return false;
}

// "the toll of Tuesday's fire": dates what happened, not the count of it.
bool DatedClauses::names_incident(const Timex& timex) const {
  const auto& tokens = view_.text.tokens;
  std::uint32_t next = token_at(timex.span.end);
  if (next < tokens.size() && tokens[next].mark == '\'') ++next;
  return next < tokens.size() && lexicon_.words.classes(tokens[next].word).has(lexicon_.framing->incident);
}

// "(equivalent to 7 million in 2023)" dates nothing outside its bracket.
bool DatedClauses::in_other_bracket(const Timex& timex, Extent extent) const {
  const Sentence& sentence = view_.text.sentences[sentence_];
  const std::uint32_t at = token_at(timex.span.begin);
  int depth = 0;
  int figure = 0;
  int date = 0;
  for (std::uint32_t i = sentence.first; i < sentence.last; ++i) {
    if (i == extent.first) figure = depth;
    if (i == at) date = depth;
    if (view_.text.tokens[i].mark == '(') ++depth;
    if (view_.text.tokens[i].mark == ')' && depth > 0) --depth;
  }
  return date > figure;
}

// "after" or "following" that opens a clause among the tokens; `last` where there is none.
std::uint32_t DatedClauses::after_in(std::uint32_t first, std::uint32_t last) const {
  for (std::uint32_t i = first; i < last; ++i) {
    if (lexicon_.words.classes(view_.text.tokens[i].word).has(lexicon_.framing->aftermath)) return i;
  }
  return last;
}

// "Police came after gunmen killed nine": what came before, on a day that is not told.
bool DatedClauses::in_aftermath(std::uint32_t token) const {
  const std::uint32_t first = view_.text.sentences[sentence_].first;
  std::uint32_t from = first;
  for (const Chunk& chunk : view_.chunks[sentence_]) {
    if (chunk.first >= token) break;
    if (chunk.kind == ChunkKind::comma || chunk.kind == ChunkKind::semicolon) from = chunk.last;
  }
  return from < token && after_in(std::max(from, first + 1), token) < token;
}

// "The blast, whose toll was put at 18 on Friday, killed nine": inside what hangs on a noun before it?
bool DatedClauses::in_inset(std::uint32_t token, std::uint32_t end) const {
  const auto& chunks = view_.chunks[sentence_];
  bool inside = false;
  for (std::size_t i = 1; i < chunks.size() && chunks[i].first < end; ++i) {
    if (chunks[i - 1].kind == ChunkKind::comma && chunks[i].kind == ChunkKind::relative) inside = true;
    if (chunks[i].first < token) continue;
    if (!inside) return false;
    if (chunks[i].kind == ChunkKind::comma) {
      const ChunkKind next = i + 1 < chunks.size() ? chunks[i + 1].kind : ChunkKind::other;
      return next != ChunkKind::leave_verb && is_finite_verb(next);
    }
  }
  return false;
}

// "nine died, and on Sunday the mayor said ...": does the day belong to what follows it?
bool DatedClauses::opens_next_clause(std::uint32_t token) const {
  const auto& chunks = view_.chunks[sentence_];
  for (std::size_t i = 1; i + 1 < chunks.size() && chunks[i].first <= token; ++i) {
    if (chunks[i].first != token) continue;
    const std::size_t opens = chunks[i - 1].kind == ChunkKind::preposition && i > 1 ? i - 2 : i - 1;
    const ChunkKind next = chunks[i + 1].kind;
    return chunks[opens].kind == ChunkKind::and_ &&
           (next == ChunkKind::name || next == ChunkKind::noun || next == ChunkKind::single ||
            next == ChunkKind::count || next == ChunkKind::plural || next == ChunkKind::pronoun);
  }
  return false;
}

// "17 dead in Deraa, where protests began last month": dates the clause that hangs on, not the harm.
// "They marched on Monday after police killed nine": nor what comes after it.
bool DatedClauses::aside(const Timex& timex, Extent extent) const {
  const std::uint32_t at = token_at(timex.span.begin);
  const auto& chunks = view_.chunks[sentence_];
  if (is_heading(at) != is_heading(extent.first)) return true;
  const bool day = timex.dates->is_day();
  if (at < extent.first) {
    return day && after_in(token_at(timex.span.end), extent.first) < extent.first;
  }
  if (opens_next_clause(at)) return true;
  // "Nine were hurt when they protested against taxes imposed after a fire on Monday"
  const std::uint32_t after = day ? after_in(extent.last, at) : at;
  if (after < at && std::count_if(chunks.begin(), chunks.end(), [&](const Chunk& chunk) {
                      return chunk.first >= extent.last && chunk.first < after &&
                             chunk.kind == ChunkKind::verb;
                    }) >= kOtherVerbs) {
    return true;
  }
  for (std::size_t i = 1; i < chunks.size() && chunks[i].first < at; ++i) {
    if (chunks[i].first >= extent.last && chunks[i].kind == ChunkKind::relative &&
        chunks[i - 1].kind == ChunkKind::comma)
      return true;
  }
  return at >= extent.last && after_since(at);
}

// The expression nearest to the harm, one that dates what was said after the others.
const Timex* DatedClauses::nearest(Extent extent, bool with_speech, bool of_count) const {
  const auto [begin, end] = view_.sentence_timexes[sentence_];
  const auto& tokens = view_.text.tokens;
  const std::uint32_t from = tokens[extent.first].begin;
  const std::uint32_t to = tokens[extent.last - 1].end;
  const Timex* best = nullptr;
  std::uint32_t best_distance = 0;
  for (std::uint32_t t = begin; t < end; ++t) {
    const Timex& timex = view_.timexes[t];
    if (!names_day(timex) || timex.relation == TimexRelation::since) continue;
    if (in_other_bracket(timex, extent) || aside(timex, extent)) continue;
    if (of_count && names_incident(timex)) continue;
    if (!extent.owns(token_at(timex.span.begin))) continue;
    const bool told_then = is_told_then(timex, sentence_);
    if (told_then && !with_speech) continue;
    std::uint32_t distance = timex.span.begin >= to   ? timex.span.begin - to
                             : timex.span.end <= from ? from - timex.span.end
                                                      : 0;
    if (told_then) distance += 1000;
    const std::uint32_t at = token_at(timex.span.begin);
    if (at < extent.first && in_inset(at, extent.first)) distance += 500;
    if (best == nullptr || distance < best_distance) {
      best = &timex;
      best_distance = distance;
    }
  }
  return best;
}

// "... the ninth month since fighters killed 1,200 people": told as the start of something; its day is not
// said here.
bool DatedClauses::after_since(std::uint32_t token) const {
  for (const Chunk& chunk : view_.chunks[sentence_]) {
    if (chunk.first >= token) break;
    if (lexicon_.words.classes(view_.text.tokens[chunk.first].word).has(lexicon_.framing->since)) return true;
  }
  return false;
}

}  // namespace annals
