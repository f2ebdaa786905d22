#include "extractor/figures/harm_dates.hpp"

#include <algorithm>
#include <charconv>

#include "extractor/temporal/time_tokens.hpp"

namespace annals {

namespace {

constexpr std::uint32_t kLookAhead = 12;    // sentences searched for the day of a figure told before it
constexpr std::uint32_t kSameStory = 2;     // sentences after which another place is another day's news
constexpr std::int32_t kFresh = 10;         // days: what is news
constexpr std::uint32_t kWindowReach = 12;  // tokens between a figure and "over the past two weeks"
constexpr std::int32_t kLongDate = 27;      // days of a month
constexpr int kLongWindow = 1000;           // days, weeks, months or years
constexpr std::uint32_t kBeginReach = 3;    // tokens between "began" and its day

// More than one day: "P2W", "PXD"; not "PT3H", "P1D".
bool is_days(std::string_view value) {
  return value.size() > 2 && value[0] == 'P' && value[1] != 'T' && value != "P1D";
}

bool is_harm(ChunkKind kind) {
  return kind >= ChunkKind::harm_ed && kind <= ChunkKind::toll;
}

// What the law does to the suspects, on days of its own.
bool is_custody(HarmKind kind) {
  return kind == HarmKind::detained || kind == HarmKind::released;
}

}  // namespace

bool tells_harm(const ArticleView& view, const LexiconData& lexicon, std::uint32_t sentence) {
  const auto& chunks = view.chunks[sentence];
  return std::any_of(chunks.begin(), chunks.end(), [](const Chunk& c) { return is_harm(c.kind); }) ||
         has_cue(view.text, lexicon.words, view.text.sentences[sentence], lexicon.framing->incident);
}

HarmDates::HarmDates(const ArticleView& view, const LexiconData& lexicon)
    : view_(view), lexicon_(lexicon), clauses_(view, lexicon) {
  for (const Timex& timex : view_.timexes) {
    if (names_day(timex) && timex.dates->is_day() &&
        !clauses_.is_heading(clauses_.token_at(timex.span.begin)))
      days_.push_back(*timex.dates->first);
  }
  std::sort(days_.begin(), days_.end());
  days_.erase(std::unique(days_.begin(), days_.end()), days_.end());
}

// "this year", "this decade": not over yet.
bool HarmDates::is_running(const Timex& timex) const {
  if (timex.type != TimexType::date || !timex.dates || !timex.dates->first || !timex.dates->last ||
      !view_.day)
    return false;
  return *timex.dates->first <= *view_.day && *timex.dates->last >= *view_.day &&
         to_days(*timex.dates->last) - to_days(*timex.dates->first) >= kLongDate;
}

const Timex* HarmDates::window(const Figure& figure, Extent extent) const {
  const auto [begin, end] = view_.sentence_timexes[sentence_];
  const auto& tokens = view_.text.tokens;
  const auto classes = [&](std::uint32_t i) { return lexicon_.words.classes(tokens[i].word); };
  for (std::uint32_t t = begin; t < end; ++t) {
    const Timex& timex = view_.timexes[t];
    const bool length = timex.type == TimexType::duration && is_days(timex.value);
    if (!length && !is_running(timex)) continue;
    if (cues_->across_contrast(timex.span, figure.span)) continue;
    const std::uint32_t first = clauses_.token_at(timex.span.begin);
    const std::uint32_t last = clauses_.token_at(timex.span.end);
    const bool led = first > 0 && classes(first - 1).has(lexicon_.frames->chunks.preposition) &&
                     lexicon_.words.spelling(tokens[first - 1].word) != "for";  // "trapped for two days"
    const bool steps = last < tokens.size() && classes(last).has(lexicon_.framing->apart);
    const std::uint32_t gap = first >= extent.last   ? first - extent.last
                              : last <= extent.first ? extent.first - last
                                                     : 0;
    if ((led || !length) && !steps && gap <= kWindowReach) return &timex;
  }
  return nullptr;
}

// "the war, which began 12 days ago, has killed 300"
bool HarmDates::begins(const Timex& timex, Extent extent) const {
  const std::uint32_t at = clauses_.token_at(timex.span.begin);
  if (at >= extent.first) return false;
  for (std::uint32_t i = at; i > view_.text.sentences[sentence_].first && i + kBeginReach >= at; --i) {
    if (lexicon_.words.classes(view_.text.tokens[i - 1].word).has(lexicon_.framing->story_begin)) return true;
  }
  return false;
}

// Of "the past two weeks": where it says how many.
std::optional<Date> HarmDates::start_of(const Timex& window) const {
  if (window.dates) return window.dates->first;
  int n = 0;
  const char* const end = window.value.data() + window.value.size();
  const auto number = std::from_chars(window.value.data() + 1, end, n);
  if (!view_.day || number.ec != std::errc() || number.ptr + 1 != end || n > kLongWindow) return std::nullopt;
  switch (*number.ptr) {
    case 'D': return add_days(*view_.day, -n);
    case 'W': return add_days(*view_.day, -7 * n);
    case 'M': return add_months(*view_.day, -n);
    case 'Y': return add_months(*view_.day, -12 * n);
    default: return std::nullopt;
  }
}

// "has been in custody since he was found on Wednesday"
std::optional<DateSpan> HarmDates::held_since() const {
  const auto [begin, end] = view_.sentence_timexes[sentence_];
  for (std::uint32_t t = begin; t < end; ++t) {
    const Timex& timex = view_.timexes[t];
    if (names_day(timex) && timex.dates->is_day() &&
        clauses_.after_since(clauses_.token_at(timex.span.begin)))
      return timex.dates;
  }
  return std::nullopt;
}

std::optional<DateSpan> HarmDates::total(const Figure& figure, Extent extent) const {
  std::optional<Date> from;
  std::optional<Date> to = view_.day;
  const auto [begin, end] = view_.sentence_timexes[sentence_];
  for (std::uint32_t t = begin; t < end; ++t) {
    const Timex& timex = view_.timexes[t];
    if (!timex.dates) continue;
    // "since March", "since the uprising began in March", "the war, which began in March"
    if (timex.relation == TimexRelation::since || clauses_.after_since(clauses_.token_at(timex.span.begin)) ||
        begins(timex, extent))
      from = timex.dates->first;
  }
  if (const Timex* length = from ? nullptr : window(figure, extent)) from = start_of(*length);
  const Timex* timex = clauses_.nearest(extent, true, true);
  if (timex != nullptr && timex->dates->is_day() && timex->dates->last != from) to = timex->dates->last;
  if (!from && !to) return std::nullopt;
  if (from && to && *from > *to) from.reset();
  return interval(from, to);
}

// Of "May 2016" the day in it that the text names, where it names only one.
DateSpan HarmDates::narrowed(const DateSpan& span) const {
  if (span.is_day() || !span.first || !span.last) return span;
  const auto first = std::lower_bound(days_.begin(), days_.end(), *span.first);
  if (first == days_.end() || *first > *span.last) return span;
  const auto next = std::next(first);
  return next != days_.end() && *next <= *span.last ? span : day_span(*first);
}

// Told with a place of its own, another than that of the day told last.
bool HarmDates::is_elsewhere(const Figure& figure) const {
  return figure.place && view_.text.sentences[sentence_].span.contains(figure.place->span) &&
         figure.place->text != story_place_;
}

bool HarmDates::date(Figure& figure, Extent extent, bool to_come) {
  if (figure.scope == Scope::total) {
    figure.date = total(figure, extent);
    if (figure.date) story_told_ = sentence_;
    return false;
  }
  if (const Timex* own = clauses_.nearest(extent, false)) {
    const TimeRange* range = view_.range_of(*own);
    const DateSpan day = extent.own_first != 0 ? *own->dates : narrowed(*own->dates);
    figure.date = range != nullptr ? range->dates : day;
    const bool looks_back = view_.day && story_ && to_days(*story_->first) - to_days(*day.first) > kFresh;
    if (day.is_day() && (!view_.day || *day.first <= *view_.day) && !looks_back &&
        !clauses_.is_heading(extent.first)) {
      story_ = day;
      story_place_ = figure.place ? figure.place->text : "";
      story_told_ = sentence_;
      custody_told_ = is_custody(figure.kind);
    } else if (looks_back) {
      aside_ = day;
      aside_told_ = sentence_;
    }
    return true;
  }
  if (clauses_.after_since(extent.first)) return false;
  if (clauses_.in_aftermath(extent.first) && !view_.speakers[sentence_].outlet) {
    if (lede_ == sentence_) figure.date = story_;
    if (!story_ && !near_) figure.date = ahead(figure.kind);
    return false;
  }
  const Timex* told = clauses_.nearest(extent, true);
  const bool elsewhere = view_.day && is_elsewhere(figure);
  const bool custody = is_custody(figure.kind) && !custody_told_ && !view_.speakers[sentence_].outlet;
  if (to_come) {
    figure.date.reset();
  } else if (custody) {
    figure.date = told != nullptr ? told->dates : held_since();
    if (!figure.date) figure.date = ahead(figure.kind);
  } else if (near_ && !elsewhere) {
    figure.date = near_;
    if (!story_) story_ = near_;
    if (near_ == story_) story_told_ = sentence_;
  } else if (story_ && (!elsewhere || story_told_ + kSameStory >= sentence_)) {
    figure.date = story_;
    story_told_ = sentence_;
  } else if (told != nullptr) {
    figure.date = told->dates;
  } else if (const auto later = story_ ? std::nullopt : ahead(figure.kind)) {
    figure.date = later;
    story_ = later;
    lede_ = sentence_;
  } else if (aside_ && aside_told_ + 1 >= sentence_) {
    figure.date = aside_;
  } else if (view_.day) {
    figure.date = day_span(*view_.day);
  }
  // Nobody tells of what is still to happen.
  if (told != nullptr && told->dates->is_day() && figure.date && figure.date->first &&
      *figure.date->first > *told->dates->first) {
    figure.date = told->dates;
  }
  return false;
}

// The day that a sentence tells of: of several the one nearest to a word of harm.
std::optional<DateSpan> HarmDates::day_of(std::uint32_t sentence) const {
  const auto [begin, end] = view_.sentence_timexes[sentence];
  const Timex* best = nullptr;
  std::uint32_t best_distance = 0;
  for (std::uint32_t t = begin; t < end; ++t) {
    const Timex& timex = view_.timexes[t];
    if (!names_day(timex) || !timex.dates->is_day() || timex.relation == TimexRelation::since) continue;
    if (clauses_.is_heading(clauses_.token_at(timex.span.begin)) || clauses_.is_told_then(timex, sentence))
      continue;
    if (view_.day && *timex.dates->first > *view_.day) continue;
    std::uint32_t distance = UINT32_MAX - 1;
    for (const Chunk& chunk : view_.chunks[sentence]) {
      if (!is_harm(chunk.kind)) continue;
      const std::uint32_t harm = view_.text.tokens[chunk.first].begin;
      distance = std::min(distance, harm > timex.span.end ? harm - timex.span.end : timex.span.begin - harm);
    }
    if (best == nullptr || distance < best_distance) {
      best = &timex;
      best_distance = distance;
    }
  }
  return best == nullptr ? std::nullopt : best->dates;
}

bool HarmDates::is_fresh(const DateSpan& day) const {
  return !view_.day || to_days(*view_.day) - to_days(*day.first) <= kFresh;
}

bool HarmDates::tells_harm_like(std::uint32_t sentence, HarmKind kind) const {
  if (!is_custody(kind) &&
      has_cue(view_.text, lexicon_.words, view_.text.sentences[sentence], lexicon_.framing->incident))
    return true;
  const auto& chunks = view_.chunks[sentence];
  return std::any_of(chunks.begin(), chunks.end(), [&](const Chunk& chunk) {
    if (!is_harm(chunk.kind) || chunk.entry == nullptr) return false;
    const auto told = harm_kind_named(chunk.entry->value);
    return is_custody(told.value_or(HarmKind::killed)) == is_custody(kind);
  });
}

// A lede without a day: the day of the harm that the text goes on to, or the day just before it.
std::optional<DateSpan> HarmDates::ahead(HarmKind kind) const {
  const auto end = std::min<std::uint32_t>(sentence_ + 1 + kLookAhead,
                                           static_cast<std::uint32_t>(view_.text.sentences.size()));
  std::optional<DateSpan> before;
  for (std::uint32_t s = sentence_ + 1; s < end && !view_.speakers[s - 1].credited; ++s) {
    const auto day = day_of(s);
    if (tells_harm_like(s, kind)) {
      if (day && is_fresh(*day)) return day;
      if (before && is_fresh(*before)) return before;
    }
    before = day;
  }
  return std::nullopt;
}

void HarmDates::leave(std::uint32_t sentence) {
  near_ = day_of(sentence);
  if (view_.speakers[sentence].credited) {  // a bullet with its outlet: the next one is another story
    near_.reset();
    story_.reset();
  }
  // "On Wednesday the army answered": the story moves on.
  const Sentence& words = view_.text.sentences[sentence];
  const auto [begin, end] = view_.sentence_timexes[sentence];
  const bool moves = near_ && begin < end && is_fresh(*near_) && names_day(view_.timexes[begin]) &&
                     view_.timexes[begin].dates == near_ &&
                     clauses_.token_at(view_.timexes[begin].span.begin) <= words.first + 1;
  if (moves) story_ = near_;
  if (near_ && (!view_.day || (!story_ && is_fresh(*near_) && tells_harm(view_, lexicon_, sentence))))
    story_ = near_;
}

void HarmDates::enter(std::uint32_t sentence, const SentenceCues& cues) {
  cues_ = &cues;
  for (; sentence_ < sentence; ++sentence_) leave(sentence_);
  clauses_.enter(sentence);
}

}  // namespace annals
