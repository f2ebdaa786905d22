#include "extractor/claim_dates.hpp"

#include <algorithm>
#include <cstdlib>

#include "extractor/claim_types.hpp"

namespace annals {

namespace {

constexpr std::size_t kNear = 3;  // chunks between a verb of speech and its time

bool tells_time(const Timex& timex) {
  return timex.dates && (timex.type == TimexType::date || timex.type == TimexType::time);
}

bool counts(const std::vector<Chunk>& chunks) {
  return std::any_of(chunks.begin(), chunks.end(), [](const Chunk& c) {
    return c.kind == ChunkKind::count || c.kind == ChunkKind::bare || c.kind == ChunkKind::maybe;
  });
}

}  // namespace

ClaimDates::ClaimDates(const ArticleView& view, const LexiconData& lexicon) : view_(view), lexicon_(lexicon) {
  if (view.day) published_ = day_span(*view.day);
}

// "Since March", and "since the war began in March", is a span that reaches to the day of the article; "from
// 3 to 6 May" the whole of it.
std::optional<DateSpan> ClaimDates::span_of(std::size_t s, const Timex& timex) const {
  if ((timex.relation != TimexRelation::since && !after_since(s, timex)) || !view_.day ||
      !timex.dates->first || *timex.dates->first > *view_.day) {
    const TimeRange* range = view_.range_of(timex);
    return range != nullptr ? range->dates : timex.dates;
  }
  DateSpan span = interval(timex.dates->first, view_.day);
  span.grain = timex.dates->grain;
  return span;
}

bool ClaimDates::after_since(std::size_t s, const Timex& timex) const {
  bool after = false;
  for (const Chunk& chunk : view_.chunks[s]) {
    const Token& t = view_.text.tokens[chunk.first];
    if (t.begin >= timex.span.begin) break;
    if (chunk.kind == ChunkKind::comma) after = false;
    after = after || lexicon_.words.classes(t.word).has(lexicon_.framing->since);
  }
  return after && counts(view_.chunks[s]);
}

// The finest date behind a dateline, of several equally fine ones the first.
std::optional<DateSpan> ClaimDates::own(std::size_t s) const {
  const auto [begin, end] = view_.sentence_timexes[s];
  const Timex* best = nullptr;
  const std::uint32_t story = view_.text.tokens[view_.speakers[s].story_begin].begin;
  for (std::uint32_t t = begin; t < end; ++t) {
    const Timex& timex = view_.timexes[t];
    if (!tells_time(timex)) continue;
    const bool heading = best != nullptr && best->span.begin < story && timex.span.begin >= story;
    if (best == nullptr || heading || timex.dates->grain < best->dates->grain) best = &timex;
  }
  return best == nullptr ? std::nullopt : span_of(s, *best);
}

// The time that stands at a verb of speech ("said Sunday", "told reporters on Monday", "on Thursday
// described") or before the speaker; of a running total, since when it runs.
std::optional<DateSpan> ClaimDates::said(std::size_t s) const {
  const auto& chunks = view_.chunks[s];
  const auto [begin, end] = view_.sentence_timexes[s];
  for (std::uint32_t t = begin; t < end; ++t) {
    const Timex& timex = view_.timexes[t];
    if (!tells_time(timex)) continue;
    if (timex.relation == TimexRelation::since && counts(chunks)) return span_of(s, timex);
    // "On Sunday, in Arden, the mayor called ..."
    const std::size_t verb = first_verb(chunks);
    if (verb < chunks.size() && view_.speakers[s].speaker && !view_.speakers[s].in_quotes &&
        timex.span.end <= view_.speakers[s].speaker->span.begin &&
        view_.speakers[s].speaker->span.end <= view_.text.tokens[chunks[verb].first].begin)
      return span_of(s, timex);
    std::size_t at = 0;
    while (at < chunks.size() && view_.text.tokens[chunks[at].last - 1].end <= timex.span.begin) ++at;
    for (std::size_t c = at > kNear ? at - kNear : 0; c < std::min(chunks.size(), at + kNear + 1); ++c) {
      if (chunks[c].kind != ChunkKind::said) continue;
      const auto [from, to] = std::minmax(c, at);
      const bool apart =
          std::any_of(chunks.begin() + static_cast<std::ptrdiff_t>(from) + 1,
                      chunks.begin() + static_cast<std::ptrdiff_t>(to), [](const Chunk& between) {
                        return is_finite_verb(between.kind) || between.kind == ChunkKind::conjunction ||
                               between.kind == ChunkKind::relative;
                      });
      if (!apart) return span_of(s, timex);
    }
  }
  return std::nullopt;
}

bool ClaimDates::is_present(std::size_t s) const {
  const auto& chunks = view_.chunks[s];
  const std::size_t verb = first_verb(chunks);
  return verb < chunks.size() && lexicon_.words.classes(view_.text.tokens[chunks[verb].first].word)
                                     .has(lexicon_.framing->present_state);
}

// "have left", with no harm and no day: it holds, whenever it came about.
bool ClaimDates::is_perfect(std::size_t s) const {
  const auto& chunks = view_.chunks[s];
  const std::size_t verb = first_verb(chunks);
  return verb < chunks.size() && chunks[verb].kind == ChunkKind::have && is_present(s) && !counts(chunks);
}

// What the same speaker goes on to say was said on the same day.
std::optional<DateSpan> ClaimDates::said_before(std::size_t s) const {
  const std::optional<Quote>& source = view_.speakers[s].source;
  return source && last_source_ && source->text == last_source_->text ? last_said_ : std::nullopt;
}

std::optional<DateSpan> ClaimDates::of(std::size_t s, ClaimType type) {
  if (type == ClaimType::statement) {
    std::optional<DateSpan> day = said(s);
    if (!day) day = said_before(s);
    if (view_.speakers[s].source) {
      last_source_ = view_.speakers[s].source;
      last_said_ = day;
    }
    if (day) return day;
    if (published_) return published_;
  }
  if (const auto day = own(s)) {
    if (day->is_day() && type == ClaimType::event) running_ = day;
    return day;
  }
  if (type == ClaimType::background || type == ClaimType::other) return std::nullopt;
  if (is_present(s)) running_.reset();
  if (is_perfect(s) && !view_.speakers[s].speaker) return std::nullopt;
  return running_ ? running_ : published_;
}

}  // namespace annals
