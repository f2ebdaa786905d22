#include "extractor/figures/harm_dates.hpp"

#include <algorithm>
#include <charconv>

namespace annals {

namespace {

constexpr std::uint32_t kLookAhead = 12;    // sentences searched for the day of a figure told before it
constexpr std::uint32_t kSameStory = 2;     // sentences after which another place is another day's news
constexpr std::int32_t kFresh = 10;         // days: what is news
constexpr std::uint32_t kToldBack = 6;      // chunks from "told workers in Lanta on Monday" back to the verb
constexpr std::ptrdiff_t kOtherVerbs = 2;   // so many between a figure and a day tell of something else
constexpr std::size_t kHeading = 3;         // sentences among which the dateline stands
constexpr std::uint32_t kWindowReach = 12;  // tokens between a figure and "over the past two weeks"
constexpr std::int32_t kLongDate = 27;      // days of a month
constexpr int kLongWindow = 1000;           // days, weeks, months or years
constexpr std::uint32_t kBeginReach = 3;    // tokens between "began" and its day

bool names_day(const Timex& timex) {
  return timex.dates && (timex.type == TimexType::date || timex.type == TimexType::time);
}

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
    : view_(view), lexicon_(lexicon), begin_verb_(lexicon.words.find_class("story_begin")) {
  const std::size_t head = std::min<std::size_t>(kHeading, view.text.sentences.size());
  for (std::size_t s = 0; s < head; ++s) {
    if (view.speakers[s].story_begin > view.text.sentences[s].first)
      story_begin_ = view.speakers[s].story_begin;
  }
}

std::uint32_t HarmDates::token_at(std::uint32_t byte) const {
  const auto& tokens = view_.text.tokens;
  const auto at = std::lower_bound(tokens.begin(), tokens.end(), byte,
                                   [](const Token& token, std::uint32_t b) { return token.begin < b; });
  return static_cast<std::uint32_t>(at - tokens.begin());
}

// "police said on Monday", "on Monday police had said": when it was said rather than when it happened.
bool HarmDates::is_told_then(const Timex& timex, std::uint32_t sentence) const {
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
bool HarmDates::names_incident(const Timex& timex) const {
  const auto& tokens = view_.text.tokens;
  std::uint32_t next = token_at(timex.span.end);
  if (next < tokens.size() && tokens[next].mark == '\'') ++next;
  return next < tokens.size() && lexicon_.words.classes(tokens[next].word).has(lexicon_.framing->incident);
}

// "(equivalent to 7 million in 2023)" dates nothing outside its bracket.
bool HarmDates::in_other_bracket(const Timex& timex, Extent extent) const {
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
std::uint32_t HarmDates::after_in(std::uint32_t first, std::uint32_t last) const {
  for (std::uint32_t i = first; i < last; ++i) {
    if (lexicon_.words.classes(view_.text.tokens[i].word).has(lexicon_.framing->aftermath)) return i;
  }
  return last;
}

// "Police came after gunmen killed nine": what came before, on a day that is not told.
bool HarmDates::in_aftermath(std::uint32_t token) const {
  const std::uint32_t first = view_.text.sentences[sentence_].first;
  std::uint32_t from = first;
  for (const Chunk& chunk : view_.chunks[sentence_]) {
    if (chunk.first >= token) break;
    if (chunk.kind == ChunkKind::comma || chunk.kind == ChunkKind::semicolon) from = chunk.last;
  }
  return from < token && after_in(std::max(from, first + 1), token) < token;
}

// "The blast, whose toll was put at 18 on Friday, killed nine": inside what hangs on a noun before it?
bool HarmDates::in_inset(std::uint32_t token, std::uint32_t end) const {
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
bool HarmDates::opens_next_clause(std::uint32_t token) const {
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
bool HarmDates::aside(const Timex& timex, Extent extent) const {
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
    const std::uint32_t first = token_at(timex.span.begin);
    const std::uint32_t last = token_at(timex.span.end);
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

// The expression nearest to the harm, one that dates what was said after the others.
const Timex* HarmDates::nearest(Extent extent, bool with_speech, bool of_count) const {
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
bool HarmDates::after_since(std::uint32_t token) const {
  for (const Chunk& chunk : view_.chunks[sentence_]) {
    if (chunk.first >= token) break;
    if (lexicon_.words.classes(view_.text.tokens[chunk.first].word).has(lexicon_.framing->since)) return true;
  }
  return false;
}

// "the war, which began 12 days ago, has killed 300"
bool HarmDates::begins(const Timex& timex, Extent extent) const {
  const std::uint32_t at = token_at(timex.span.begin);
  if (at >= extent.first) return false;
  for (std::uint32_t i = at; i > view_.text.sentences[sentence_].first && i + kBeginReach >= at; --i) {
    if (lexicon_.words.classes(view_.text.tokens[i - 1].word).has(begin_verb_)) return true;
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
    if (names_day(timex) && timex.dates->is_day() && after_since(token_at(timex.span.begin)))
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
    if (timex.relation == TimexRelation::since || after_since(token_at(timex.span.begin)) ||
        begins(timex, extent))
      from = timex.dates->first;
  }
  if (const Timex* length = from ? nullptr : window(figure, extent)) from = start_of(*length);
  const Timex* timex = nearest(extent, true, true);
  if (timex != nullptr && timex->dates->is_day() && timex->dates->last != from) to = timex->dates->last;
  if (!from && !to) return std::nullopt;
  if (from && to && *from > *to) from.reset();
  return interval(from, to);
}

// Of "May 2016" the day in it that the text names, where it names only one.
DateSpan HarmDates::narrowed(const DateSpan& span) const {
  if (span.is_day() || !span.first || !span.last) return span;
  const DateSpan* only = nullptr;
  for (const Timex& timex : view_.timexes) {
    if (!names_day(timex) || !timex.dates->is_day() || is_heading(token_at(timex.span.begin))) continue;
    if (*timex.dates->first < *span.first || *timex.dates->last > *span.last) continue;
    if (only != nullptr && only->first != timex.dates->first) return span;
    only = &*timex.dates;
  }
  return only == nullptr ? span : *only;
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
  if (const Timex* own = nearest(extent, false)) {
    const TimeRange* range = view_.range_of(*own);
    const DateSpan day = extent.own_first != 0 ? *own->dates : narrowed(*own->dates);
    figure.date = range != nullptr ? range->dates : day;
    const bool looks_back = view_.day && story_ && to_days(*story_->first) - to_days(*day.first) > kFresh;
    if (day.is_day() && (!view_.day || *day.first <= *view_.day) && !looks_back &&
        !is_heading(extent.first)) {
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
  if (after_since(extent.first)) return false;
  if (in_aftermath(extent.first) && !view_.speakers[sentence_].outlet) {
    if (lede_ == sentence_) figure.date = story_;
    if (!story_ && !near_) figure.date = ahead(figure.kind);
    return false;
  }
  const Timex* told = nearest(extent, true);
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
    if (is_heading(token_at(timex.span.begin)) || is_told_then(timex, sentence)) continue;
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
                     token_at(view_.timexes[begin].span.begin) <= words.first + 1;
  if (moves) story_ = near_;
  if (near_ && (!view_.day || (!story_ && is_fresh(*near_) && tells_harm(view_, lexicon_, sentence))))
    story_ = near_;
}

void HarmDates::enter(std::uint32_t sentence, const SentenceCues& cues) {
  cues_ = &cues;
  for (; sentence_ < sentence; ++sentence_) leave(sentence_);
}

}  // namespace annals
