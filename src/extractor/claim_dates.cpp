#include "extractor/claim_dates.hpp"

#include <algorithm>
#include <string_view>

#include "extractor/claim_rules.hpp"
#include "extractor/claim_types.hpp"
#include "extractor/figures/cues.hpp"
#include "extractor/main_clause.hpp"
#include "extractor/main_date.hpp"
#include "extractor/temporal/time_tokens.hpp"

namespace annals {

namespace {

constexpr std::size_t kNear = 3;   // chunks between a verb of speech and its time
constexpr std::size_t kLeads = 3;  // sentences that open an article and tell of its day

bool counts(const std::vector<Chunk>& chunks) {
  return std::any_of(chunks.begin(), chunks.end(), [](const Chunk& c) {
    return c.kind == ChunkKind::count || c.kind == ChunkKind::bare || c.kind == ChunkKind::maybe;
  });
}

// "Mayor Ada Diallo" and "Ada Diallo", in either order.
bool is_same(std::string_view a, std::string_view b) {
  if (a.size() < b.size()) std::swap(a, b);
  if (!a.ends_with(b)) return false;
  return a.size() == b.size() || a[a.size() - b.size() - 1] == ' ';
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

// What was said on Monday of Sunday is of Sunday; with one time only, of that.
std::optional<DateSpan> ClaimDates::own(std::size_t s) const {
  const Timex* timex = main_date(view_, lexicon_, s, said(s));
  if (timex == nullptr) timex = main_date(view_, lexicon_, s, nullptr);
  return timex == nullptr ? std::nullopt : span_of(s, *timex);
}

// The time that stands at a verb of speech ("said Sunday", "told reporters on Monday", "on Thursday
// described") or before the speaker; of a running total, since when it runs.
const Timex* ClaimDates::said(std::size_t s) const {
  const auto& chunks = view_.chunks[s];
  const Speaker& speaker = view_.speakers[s];
  const auto [begin, end] = view_.sentence_timexes[s];
  for (std::uint32_t t = begin; t < end; ++t) {
    const Timex& timex = view_.timexes[t];
    if (!names_day(timex)) continue;
    if (timex.relation == TimexRelation::since && counts(chunks)) return &timex;
    // "On Sunday, in Arden, the mayor called ..."
    const std::size_t verb = first_verb(chunks);
    if (verb < chunks.size() && speaker.speaker && !speaker.in_quotes &&
        timex.span.end <= speaker.speaker->span.begin &&
        speaker.speaker->span.end <= view_.text.tokens[chunks[verb].first].begin)
      return &timex;
    if (stands_at_speech(s, timex)) return &timex;
  }
  return nullptr;
}

// Not "said a letter from Sunday", and not at the verb of somebody whom the speaker tells of.
bool ClaimDates::stands_at_speech(std::size_t s, const Timex& timex) const {
  const auto& chunks = view_.chunks[s];
  const Voice* voice = chief_voice(view_.speakers[s]);
  const std::size_t at = chunk_at(view_.text.tokens, chunks, timex.span.begin);
  for (std::size_t c = at > kNear ? at - kNear : 0; c < std::min(chunks.size(), at + kNear + 1); ++c) {
    if (chunks[c].kind != ChunkKind::said) continue;
    if (voice != nullptr && !(chunks[c].first <= voice->verb && voice->verb < chunks[c].last)) continue;
    const auto [from, to] = std::minmax(c, at);
    const bool apart =
        std::any_of(chunks.begin() + static_cast<std::ptrdiff_t>(from) + 1,
                    chunks.begin() + static_cast<std::ptrdiff_t>(to), [&](const Chunk& between) {
                      return is_finite_verb(between.kind) || between.kind == ChunkKind::conjunction ||
                             between.kind == ChunkKind::relative ||
                             (c < at && lexicon_.words.classes(view_.text.tokens[between.first].word)
                                            .has(lexicon_.speakers->author_mark));
                    });
    if (!apart) return true;
  }
  return false;
}

bool ClaimDates::names_own_day(std::size_t s) const {
  const auto [begin, end] = view_.sentence_timexes[s];
  return std::any_of(view_.timexes.begin() + begin, view_.timexes.begin() + end, [&](const Timex& timex) {
    return names_day(timex) && timex.dates->is_day() && timex.dates->first == view_.day;
  });
}

// A bulletin that ends with its source is of its day, whatever paper or network that is.
bool ClaimDates::is_post(std::size_t s) const {
  const Speaker& speaker = view_.speakers[s];
  if (speaker.outlet) return false;
  if (has_cue(view_.text, lexicon_.words, view_.text.sentences[s], lexicon_.claims->posting)) return true;
  return post_ && speaker.in_quotes && !speaker.speaker;
}

// "is", "has left": it is of now, and no longer of the day that was told.
bool ClaimDates::is_present(std::size_t s) const {
  const auto& chunks = view_.chunks[s];
  const std::size_t verb = first_verb(chunks);
  return verb < chunks.size() &&
         (chunks[verb].kind == ChunkKind::be || chunks[verb].kind == ChunkKind::have) &&
         lexicon_.words.classes(view_.text.tokens[chunks[verb].first].word)
             .has(lexicon_.claims->present_state);
}

// What the same speaker goes on to say was said on the same day.
std::optional<DateSpan> ClaimDates::said_before(std::size_t s) const {
  const std::optional<Quote>& source = view_.speakers[s].source;
  return source && last_source_ && is_same(source->text, last_source_->text) ? last_said_ : std::nullopt;
}

std::optional<DateSpan> ClaimDates::of_statement(std::size_t s) {
  const Timex* time = said(s);
  const std::optional<DateSpan> day = time == nullptr ? said_before(s) : span_of(s, *time);
  if (view_.speakers[s].source) {
    last_source_ = view_.speakers[s].source;
    last_said_ = day;
  }
  if (day) return day;
  std::optional<DateSpan> told = own(s);
  if (published_ && !post_ && (told_own_day_ || view_.speakers[s].outlet)) return published_;
  return told;
}

std::optional<DateSpan> ClaimDates::of_event(std::size_t s) {
  if (const auto day = own(s)) {
    const bool past = !view_.day || !day->first || *day->first <= *view_.day;
    if (day->is_day() && past) running_ = day;
    return day;
  }
  if (is_present(s)) running_.reset();
  if (post_) return std::nullopt;
  if (running_) return running_;
  return told_own_day_ || s < kLeads || view_.speakers[s].outlet ? published_ : std::nullopt;
}

std::optional<DateSpan> ClaimDates::of(std::size_t s, ClaimType type) {
  post_ = is_post(s);
  std::optional<DateSpan> day = type == ClaimType::statement ? of_statement(s)
                                : type == ClaimType::event   ? of_event(s)
                                                             : own(s);
  told_own_day_ = told_own_day_ || names_own_day(s);
  return day;
}

}  // namespace annals
