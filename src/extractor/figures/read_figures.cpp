#include "extractor/figures/read_figures.hpp"

#include <algorithm>

#include "extractor/figures/chunk_row.hpp"
#include "extractor/figures/cues.hpp"
#include "extractor/figures/find_figures.hpp"
#include "extractor/figures/harm_dates.hpp"
#include "extractor/figures/harm_places.hpp"
#include "extractor/figures/same_people.hpp"

namespace annals {

namespace {

constexpr std::uint32_t kSaidReach = 5;    // chunks from a harm back to the verb that tells of it
constexpr std::size_t kPeopleKept = 32;    // with a day of their own, of one article
constexpr std::int64_t kLargeToll = 100;   // a perfect tense with so many is a running total
constexpr std::int64_t kWarToll = 10'000;  // so many without a day of their own are no single incident's
constexpr std::uint32_t kLedReach = 6;     // chunks over which "has left ... dead" looks back

class Reader {
 public:
  Reader(const ArticleView& view, const LexiconData& lexicon)
      : view_(view),
        lexicon_(lexicon),
        words_(lexicon.words),
        framing_(*lexicon.framing),
        places_(view, lexicon),
        dates_(view, lexicon) {}

  std::vector<Figure> run(std::vector<Figure>& by_pronoun) {
    std::vector<Figure> figures;
    ToldBefore told;
    for (std::uint32_t s = 0; s < view_.text.sentences.size(); ++s) {
      if (s > 0 && view_.speakers[s - 1].credited) by_day_ = false;
      by_day_ = by_day_ || has_cue(view_.text, words_, view_.text.sentences[s], framing_.by_day);
      const auto found = find_figures(view_.text, view_.chunks[s], *lexicon_.frames, told);
      if (found.empty() && told.by_pronoun.empty()) continue;
      cues_ = SentenceCues(view_.text, words_, framing_, view_.text.sentences[s]);
      since_ = view_.since_in(s);
      for (FoundFigure& one : told.by_pronoun) {
        one.figure.sentence = s;
        one.figure.frame = frame_of(one.figure, view_.chunks[s], one);
        by_pronoun.push_back(std::move(one.figure));
      }
      if (found.empty()) continue;
      places_.enter(s, cues_);
      dates_.enter(s, cues_);
      for (std::size_t i = 0; i < found.size();) {
        std::size_t end = i + 1;
        while (end < found.size() && in_one_breath(s, found[end - 1], found[end])) ++end;
        read(s,
             {found.begin() + static_cast<std::ptrdiff_t>(i),
              found.begin() + static_cast<std::ptrdiff_t>(end)},
             figures);
        i = end;
      }
    }
    share_days(figures);
    return figures;
  }

 private:
  // Whoever is named twice was harmed on the day that one of the tellings says: "The mayor, Ada Berg, was
  // shot on Monday. ... Berg's death"
  void share_days(std::vector<Figure>& figures) const {
    std::vector<std::size_t> dated;
    for (std::size_t i = 0; i < figures.size() && dated.size() < kPeopleKept; ++i) {
      if (told_days_[i] && is_named(figures[i])) dated.push_back(i);
    }
    if (dated.empty()) return;
    for (std::size_t i = 0; i < figures.size(); ++i) {
      if (told_days_[i] || !is_named(figures[i])) continue;
      const auto same = std::find_if(dated.begin(), dated.end(), [&](std::size_t j) {
        return figures[j].kind == figures[i].kind &&
               may_be_same_people(figures[i], figures[j], words_, framing_);
      });
      if (same != dated.end()) figures[i].date = figures[*same].date;
    }
  }

  // Where the same person was named first.
  const Figure* told_by_name(const Figure& figure, const std::vector<Figure>& figures) const {
    const auto same = std::find_if(people_.begin(), people_.end(), [&](std::size_t i) {
      return figures[i].kind == figure.kind && may_be_same_people(figures[i], figure, words_, framing_);
    });
    return same == people_.end() ? nullptr : &figures[*same];
  }

  // "nine killed and 12 wounded": nothing stands between them that could tell another place or day.
  bool in_one_breath(std::uint32_t s, const FoundFigure& a, const FoundFigure& b) const {
    const auto& chunks = view_.chunks[s];
    const std::uint32_t from = std::max(a.chunk, a.trigger) + 1;
    const std::uint32_t to = std::min(b.chunk, b.trigger);
    for (std::uint32_t i = from; i < to; ++i) {
      const ChunkKind kind = chunks[i].kind;
      const bool joins = kind == ChunkKind::and_ || kind == ChunkKind::comma || kind == ChunkKind::or_ ||
                         kind == ChunkKind::be || kind == ChunkKind::adverb;
      if (!joins) return false;
    }
    return true;
  }

  // Where the figure's own words end, if a preposition follows them: "12 in", "33 people killed in".
  static std::uint32_t own_end(const std::vector<Chunk>& chunks, const FoundFigure& one) {
    std::uint32_t i = one.chunk + 1;
    while (i < chunks.size() &&
           (chunks[i].kind == ChunkKind::be || chunks[i].kind == ChunkKind::have ||
            chunks[i].kind == ChunkKind::harm_ed || chunks[i].kind == ChunkKind::die_ed ||
            chunks[i].kind == ChunkKind::harm_adj)) {
      ++i;
    }
    return i < chunks.size() && chunks[i].kind == ChunkKind::preposition ? chunks[i].first
                                                                         : UINT32_MAX - 1000;
  }

  // Figures told in one breath share day and place; the one that is a running total makes the others such.
  void read(std::uint32_t s, std::vector<FoundFigure> breath, std::vector<Figure>& figures) {
    const auto& chunks = view_.chunks[s];
    Extent extent{UINT32_MAX, 0};
    for (const FoundFigure& one : breath) {
      extent.first = std::min({extent.first, chunks[one.chunk].first, chunks[one.trigger].first});
      extent.last = std::max({extent.last, chunks[one.chunk].last, chunks[one.trigger].last});
      extent.own_first = std::max(extent.own_first, one.own_first);
      extent.own_last = std::min(extent.own_last, one.own_last);
    }
    bool total = false;
    for (FoundFigure& one : breath) {
      Figure& figure = one.figure;
      figure.sentence = s;
      attribute(figure, s, chunks[one.chunk]);
      attribute_part(figure, chunks[one.chunk], figures);
      figure.scope = scope_of(one, figure, s, chunks, extent);
      total = total || figure.scope == Scope::total;
    }
    for (FoundFigure& one : breath) {
      Figure& figure = one.figure;
      if (total && !figure.more) figure.scope = Scope::total;
      places_.place(figure, extent, own_end(chunks, one), one.total_frame);
      const bool told = dates_.date(figure, extent, is_to_come(chunks, one));
      told_days_.push_back(told);
      if (is_named(figure)) {
        // "The mayor, Ada Berg, was killed. ... Five died. ... Berg was killed": told of apart from the five.
        const Figure* first = told_by_name(figure, figures);
        if (one.of_group && first != nullptr && !first->part) figure.part = false;
        if (first == nullptr && people_.size() < kPeopleKept) people_.push_back(figures.size());
      }
      figure.frame = frame_of(figure, chunks, one);
      if (figure.frame == Frame::hypothetical && !dates_.has_own_day(extent)) figure.date.reset();
      // Another event was not where the story is, unless its own sentence says so.
      if (figure.frame == Frame::background || (told && dates_.looked_back())) {
        places_.take_back();
        if (figure.place && !view_.text.sentences[s].span.contains(figure.place->span)) {
          figure.place.reset();
          figure.region.clear();
        }
      }
      figures.push_back(std::move(figure));
    }
  }

  const ClassSet& classes(std::uint32_t token) const { return words_.classes(view_.text.tokens[token].word); }

  // Of several who speak in the sentence, one on the figure's own side; with nobody there, whose words the
  // whole of it is.
  void attribute(Figure& figure, std::uint32_t s, const Chunk& count) const {
    const Speaker& speaker = view_.speakers[s];
    const bool in_headline = count.first < speaker.story_begin;
    const Voice* best = nullptr;
    bool apart = false;
    for (const Voice& voice : speaker.voices) {
      if (voice.headline != in_headline) continue;
      if (cues_.across_contrast(voice.who.span, figure.span)) {
        apart = true;
      } else if (best == nullptr || speaks_rather(voice, *best, count.first)) {
        best = &voice;
      }
    }
    if (best == nullptr && apart && !in_headline) best = speaks_for_all(speaker);
    if (best != nullptr) {
      figure.source = best->source;
      figure.via = best->via;
    } else if (!apart && !in_headline && speaker.voices.empty()) {
      figure.source = speaker.source;
      figure.via = speaker.via;
    }
    if (!figure.source) figure.source = speaker.outlet;
    if (!figure.via && figure.source != speaker.outlet) figure.via = speaker.outlet;
  }

  // "Nine are dead, but hundreds are missing, police said.": who closes the sentence, with nobody else there,
  // told both sides of it.
  static const Voice* speaks_for_all(const Speaker& speaker) {
    const Voice* only = nullptr;
    for (const Voice& voice : speaker.voices) {
      if (voice.headline) continue;
      if (only != nullptr) return nullptr;
      only = &voice;
    }
    return only != nullptr && (only->tag || only->after) ? only : nullptr;
  }

  // "Nine of those died in the prison.": told by whoever told of them all just before.
  void attribute_part(Figure& figure, const Chunk& count, const std::vector<Figure>& before) const {
    const bool opens = count.part && count.first == view_.text.sentences[figure.sentence].first &&
                       count.last == count.count_last + 2;  // "of those", "of them"
    if (figure.source || !opens || before.empty() || before.back().sentence + 1 != figure.sentence) return;
    figure.source = before.back().source;
    figure.via = before.back().via;
  }

  bool any_cue(std::uint32_t first, std::uint32_t last, std::uint32_t end, ClassId klass) const {
    return annals::any_cue(view_.text, words_, first, last, end, klass);
  }
  // "nine were killed, bringing the toll since March to 90": the nine are not counted since March.
  bool counts_since(std::uint32_t s, Extent extent) const {
    const auto [begin, end] = view_.sentence_timexes[s];
    const auto& tokens = view_.text.tokens;
    for (std::uint32_t t = begin; t < end; ++t) {
      if (view_.timexes[t].relation != TimexRelation::since) continue;
      if (!cues_.total_in(extent.last, token_at(tokens, view_.timexes[t].span.begin))) return true;
    }
    return false;
  }
  // "the deadliest fire since 1918, when 453 died": a comparison, no running total.
  bool compares_since() const { return since_ != nullptr && cues_.superlative; }

  // "..., when 453 died", "since a 1918 fire killed 453": of the event compared with. What a participle or a
  // clause behind "and" adds ("the worst since 1918, killing 12") is told of the story's own.
  bool is_of_compared(const std::vector<Chunk>& chunks, const FoundFigure& one) const {
    if (!compares_since()) return false;
    bool added = chunks[one.trigger].kind == ChunkKind::harm_ing;
    for (std::uint32_t i = std::min(one.chunk, one.trigger); i-- > 0;) {
      const ChunkKind kind = chunks[i].kind;
      if (kind == ChunkKind::relative || kind == ChunkKind::conjunction) return true;
      added = added || kind == ChunkKind::and_;
      if (view_.text.tokens[chunks[i].first].begin <= since_->span.begin) return !added;
    }
    return false;
  }

  Scope scope_of(const FoundFigure& one, const Figure& figure, std::uint32_t s,
                 const std::vector<Chunk>& chunks, Extent extent) const {
    // "the toll in the north was put at 35": of the day, where the text counts by the day.
    const bool of_day = by_day_ && cues_.totals.empty() && since_ == nullptr && !cues_.since;
    if (one.total_frame) return of_day ? Scope::event : Scope::total;
    const std::int64_t n = point(figure.quantity).value_or(0);
    // "the second mayor killed this week", "since Monday, when Anna Berg was shot": one person, one event.
    if (n == 1 && !figure.part && is_definite(one, figure, chunks)) return Scope::event;
    if (counts_since(s, extent) && !compares_since()) return Scope::total;
    const bool total = !cues_.totals.empty();
    const bool perfect =
        (one.trigger > 0 && has_perfect(chunks, one.trigger)) ||
        (n >= kLargeToll && is_toll(figure) && led_by_perfect(chunks, std::min(one.chunk, one.trigger)));
    if (figure.more) return Scope::event;
    // "on one of the bloodiest days", "on Tuesday so far": no longer than the day.
    if (cues_.superlative && !one.total_frame) return Scope::event;
    if (total && perfect && !so_far_that_day(s)) return Scope::total;
    if (perfect && cues_.since && !compares_since()) return Scope::total;
    if (n >= kLargeToll && stated_as_total(chunks[one.chunk]) && !dates_.has_own_day(extent))
      return Scope::total;
    // "said that 350 had died": what lay before the saying runs no further.
    const bool retold = is_past_perfect(chunks, one.trigger) && !view_.speakers[s].voices.empty();
    if (perfect && n >= kLargeToll && (cues_.ongoing || (!retold && !dates_.has_own_day(extent))))
      return Scope::total;
    const bool up_to_now =
        (perfect || (n >= kLargeToll && is_toll(figure))) && !is_past_perfect(chunks, one.trigger);
    if (is_harmed(figure) && up_to_now && dates_.window(figure, extent) != nullptr) return Scope::total;
    if (n >= kWarToll && is_toll(figure) && !dates_.has_own_day(extent)) return Scope::total;
    return Scope::event;
  }

  // "on Tuesday so far", "so far today": no longer than that day.
  bool so_far_that_day(std::uint32_t s) const {
    const auto [begin, end] = view_.sentence_timexes[s];
    const auto& tokens = view_.text.tokens;
    return std::any_of(view_.timexes.begin() + begin, view_.timexes.begin() + end, [&](const Timex& timex) {
      if (!timex.dates || !timex.dates->is_day() || timex.relation == TimexRelation::since) return false;
      return std::any_of(cues_.totals.begin(), cues_.totals.end(), [&](std::uint32_t cue) {
        const bool before = cue > 0 && tokens[cue - 1].end == timex.span.end;
        const bool behind = cue + 3 < tokens.size() && timex.span.begin >= tokens[cue].begin &&
                            timex.span.begin <= tokens[cue + 3].begin;
        return before || behind;
      });
    });
  }

  bool is_definite(const FoundFigure& one, const Figure& figure, const std::vector<Chunk>& chunks) const {
    return is_named(figure) || (chunks[one.chunk].kind == ChunkKind::single &&
                                classes(chunks[one.chunk].first).has(lexicon_.frames->chunks.definite));
  }
  static bool is_harmed(const Figure& figure) {
    return figure.kind == HarmKind::killed || figure.kind == HarmKind::injured ||
           figure.kind == HarmKind::missing;
  }
  static bool is_toll(const Figure& figure) {
    return is_harmed(figure) && figure.quantity.bound != Bound::vague;
  }

  // "has left 30 dead", "has resulted in the deaths of 30"
  bool led_by_perfect(const std::vector<Chunk>& chunks, std::uint32_t figure) const {
    bool led = false;
    for (std::uint32_t i = figure; i-- > 0 && i + kLedReach >= figure;) {
      const ChunkKind kind = chunks[i].kind;
      if (kind == ChunkKind::have)
        return led && !is_had(chunks[i]) && (i == 0 || chunks[i - 1].kind != ChunkKind::modal);
      led = led || kind == ChunkKind::leave_verb || kind == ChunkKind::reach || kind == ChunkKind::verb ||
            kind == ChunkKind::claim_verb;
      const bool leads = led || kind == ChunkKind::be || kind == ChunkKind::adverb ||
                         kind == ChunkKind::preposition || kind == ChunkKind::of || kind == ChunkKind::to ||
                         kind == ChunkKind::harm_noun;
      if (!leads || kind == ChunkKind::comma) return false;
    }
    return false;
  }
  bool is_had(const Chunk& have) const {
    return words_.spelling(view_.text.tokens[have.first].word) == "had";
  }
  // "had been killed"
  bool is_past_perfect(const std::vector<Chunk>& chunks, std::uint32_t trigger) const {
    for (std::uint32_t i = trigger; i-- > 0 && i + 5 > trigger;) {
      if (chunks[i].kind == ChunkKind::have) return is_had(chunks[i]);
    }
    return false;
  }

  // "a total of 30,035"
  bool stated_as_total(const Chunk& count) const {
    return count.count_first >= 2 && classes(count.count_first - 2).has(framing_.whole) &&
           classes(count.count_first - 1).has(lexicon_.places->of);
  }

  // "have been killed", "has killed": the perfect just before the harm.
  static bool has_perfect(const std::vector<Chunk>& chunks, std::uint32_t trigger) {
    for (std::uint32_t i = trigger; i-- > 0 && i + 5 > trigger;) {
      if (chunks[i].kind == ChunkKind::have) return true;
      if (chunks[i].kind != ChunkKind::be && chunks[i].kind != ChunkKind::adverb) return false;
    }
    return false;
  }

  // "may kill thousands", "will be freed": no day has come for it.
  static bool is_to_come(const std::vector<Chunk>& chunks, const FoundFigure& one) {
    std::uint32_t i = std::min(one.chunk, one.trigger);
    if (chunks[one.trigger].kind == ChunkKind::harm_base || chunks[one.trigger].kind == ChunkKind::harm_ed)
      i = one.trigger;
    while (i > 0 && (chunks[i - 1].kind == ChunkKind::be || chunks[i - 1].kind == ChunkKind::adverb)) --i;
    return i > 0 && chunks[i - 1].kind == ChunkKind::modal;
  }

  // "... and another 90 may have to leave": what follows is told of others.
  static bool opens_clause(const std::vector<Chunk>& chunks, std::uint32_t i) {
    if (chunks[i].kind != ChunkKind::and_ || i + 2 >= chunks.size()) return false;
    const ChunkKind verb = chunks[i + 2].kind;
    return is_counted(chunks[i + 1].kind) && (verb == ChunkKind::modal || verb == ChunkKind::be);
  }

  // "He did not say that 300 were dead"
  static bool is_unsaid(const std::vector<Chunk>& chunks, std::uint32_t harm) {
    for (std::uint32_t i = harm; i > 1 && i + kSaidReach > harm; --i) {
      if (chunks[i - 1].kind != ChunkKind::said) continue;
      return chunks[i - 2].kind == ChunkKind::negation ||
             (i > 2 && chunks[i - 3].kind == ChunkKind::negation);
    }
    return false;
  }

  Frame frame_of(const Figure& figure, const std::vector<Chunk>& chunks, const FoundFigure& one) const {
    // Only the clause of the harm counts: from the last clause mark before it to the next one after it.
    std::uint32_t first = std::min(one.chunk, one.trigger);
    std::uint32_t last = std::max(one.chunk, one.trigger) + 1;
    const auto ends_clause = [](ChunkKind k) {
      return k == ChunkKind::comma || k == ChunkKind::semicolon || k == ChunkKind::conjunction ||
             k == ChunkKind::quote || k == ChunkKind::said;
    };
    while (first > 0 && !ends_clause(chunks[first - 1].kind)) --first;
    while (last < chunks.size() && !ends_clause(chunks[last].kind) &&
           chunks[last].kind != ChunkKind::relative && !opens_clause(chunks, last)) {
      ++last;
    }
    const auto in_clause = [&](ClassId klass) {
      return std::any_of(chunks.begin() + first, chunks.begin() + last, [&](const Chunk& chunk) {
        // Not the month of "2 MAY 90".
        return chunk.kind != ChunkKind::time &&
               any_cue(chunk.first, chunk.last, chunks[last - 1].last, klass);
      });
    };
    const std::uint32_t harm = chunks[std::min(one.chunk, one.trigger)].first;
    const bool denied = cues_.denied < harm;
    if (one.intended) return Frame::hypothetical;
    if (denied && point(figure.quantity) != 0) return Frame::denied;
    if (is_unsaid(chunks, std::min(one.chunk, one.trigger))) return Frame::denied;
    if (in_clause(framing_.feared_cue)) return Frame::feared;
    if (in_clause(framing_.hypothetical_cue)) return Frame::hypothetical;
    if (cues_.background || is_of_compared(chunks, one)) return Frame::background;
    const bool long_ago =
        figure.date && figure.date->last && view_.day && view_.day->year - figure.date->last->year >= 2;
    if (long_ago) return Frame::background;
    return Frame::reported;
  }

  const ArticleView& view_;
  const LexiconData& lexicon_;
  const WordTable& words_;
  const FramingRules& framing_;
  HarmPlaces places_;
  HarmDates dates_;
  std::vector<std::size_t> people_;  // figures that name somebody first
  std::vector<bool> told_days_;      // by figure: its day is told for itself
  SentenceCues cues_;                // of the sentence being read
  bool by_day_ = false;              // the text counts the harm of single days
  const Timex* since_ = nullptr;     // the time in it that says since when
};

}  // namespace

FramingRules::FramingRules(const WordTable& words)
    : feared_cue(words.find_class("feared_cue")),
      hypothetical_cue(words.find_class("hypothetical_cue")),
      denied_cue(words.find_class("denied_cue")),
      total_cue(words.find_class("total_cue")),
      background_cue(words.find_class("background_cue")),
      superlative(words.find_class("superlative")),
      since(words.find_class("since")),
      contrast(words.find_class("contrast")),
      ongoing(words.find_class("ongoing")),
      incident(words.find_class("incident")),
      anyone(words.find_class("anyone")),
      telling(words.find_class("telling")),
      whole(words.find_class("whole")),
      apart(words.find_class("apart")),
      there(words.find_class("there")),
      land(words.find_class("land")),
      partly(words.find_class("partly")),
      how_bad(words.find_class("how_bad")),
      hit(words.find_class("hit")),
      others(words.find_class("others")),
      aftermath(words.find_class("aftermath")),
      by_day(words.find_class("by_day")),
      besides(words.find_class("besides")),
      person(words.find_class("person")),
      persons(words.find_class("persons")),
      sequel(words.find_class("sequel")),
      harm_ed(words.find_class("harm_ed")),
      harm_ing(words.find_class("harm_ing")),
      speaking_pronoun(words.find_class("speaking_pronoun")),
      definite(words.find_class("definite")),
      indefinite(words.find_class("indefinite")),
      including(words.find_class("including")),
      died(words.find_class("died")),
      wounds(words.find_class("wounds")),
      story_begin(words.find_class("story_begin")) {}

const TimeRange* ArticleView::range_of(const Timex& timex) const {
  const auto index = static_cast<std::uint32_t>(&timex - timexes.data());
  const auto at = std::lower_bound(ranges.begin(), ranges.end(), index,
                                   [](const TimeRange& range, std::uint32_t i) { return range.last < i; });
  return at != ranges.end() && at->first <= index ? &*at : nullptr;
}

const Timex* ArticleView::since_in(std::size_t sentence) const {
  const auto [begin, end] = sentence_timexes[sentence];
  for (std::uint32_t t = begin; t < end; ++t) {
    if (timexes[t].relation == TimexRelation::since) return &timexes[t];
  }
  return nullptr;
}

std::vector<Figure> read_figures(const ArticleView& view, const LexiconData& lexicon,
                                 std::vector<Figure>& by_pronoun) {
  return Reader(view, lexicon).run(by_pronoun);
}

}  // namespace annals
