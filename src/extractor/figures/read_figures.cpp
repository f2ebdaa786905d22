#include "extractor/figures/read_figures.hpp"

#include <algorithm>

#include "extractor/figures/find_figures.hpp"

namespace annals {

namespace {

constexpr std::int64_t kLargeToll = 100;  // a perfect tense with so many is a running total

class Reader {
 public:
  Reader(const ArticleView& view, const LexiconData& lexicon,
         const std::vector<std::optional<DateSpan>>& dates)
      : view_(view), lexicon_(lexicon), words_(lexicon.words), framing_(*lexicon.framing), dates_(dates) {}

  std::vector<Figure> run() {
    std::vector<Figure> figures;
    ToldBefore told;
    std::optional<Place> last_place;
    for (std::uint32_t s = 0; s < view_.text.sentences.size(); ++s) {
      const auto& chunks = view_.chunks[s];
      const auto found = find_figures(view_.text, chunks, *lexicon_.frames, told);
      const auto places =
          find_places(view_.text, words_, *lexicon_.places, view_.text.sentences[s], view_.timexes);
      for (const FoundFigure& one : found) {
        Figure figure = one.figure;
        figure.sentence = s;
        const Chunk& count = chunks[one.chunk];
        const Chunk& trigger = chunks[one.trigger];
        attribute(figure, s);
        place(figure, s, places, count, trigger, last_place);
        figure.scope = scope_of(one, figure, s, chunks);
        date(figure, s, count, trigger);
        figure.frame = frame_of(figure, s, chunks, one);
        figures.push_back(std::move(figure));
      }
      if (const Place* best = most_specific(places)) last_place = *best;
    }
    return figures;
  }

 private:
  const ClassSet& classes(std::uint32_t token) const { return words_.classes(view_.text.tokens[token].word); }

  static const Place* most_specific(const std::vector<Place>& places) {
    const Place* best = nullptr;
    for (const Place& p : places) {
      if (p.locative && (best == nullptr || p.specificity > best->specificity)) best = &p;
    }
    return best;
  }

  // A locality that no gazetteer knows lies where the other places of its sentence do.
  static std::string region_beside(const std::vector<Place>& places) {
    for (const Place& p : places) {
      if (!p.region.empty()) return p.region;
    }
    return {};
  }

  // The named place nearest to the harm, one after a preposition of place before one that is not; else the
  // last one told.
  void place(Figure& figure, std::uint32_t s, const std::vector<Place>& places, const Chunk& count,
             const Chunk& trigger, const std::optional<Place>& last_place) const {
    const std::uint32_t from = std::min(count.first, trigger.first);
    const std::uint32_t to = std::max(count.last, trigger.last);
    const Place* best = nullptr;
    std::uint32_t best_cost = 0;
    for (const Place& p : places) {
      if (p.token >= count.first && p.last <= count.last) continue;  // inside the victims' own phrase
      if (across_contrast(s, p.where.span, figure.span)) continue;
      const std::uint32_t distance = p.token >= to ? p.token - to : p.last <= from ? from - p.last : 0;
      // "officials in the capital said": where those who speak are, rather than where people were harmed.
      const bool speaks = figure.source && figure.source->span.contains(p.where.span);
      const std::uint32_t cost = distance + (p.token < from ? 4 : 0) + (p.locative ? 0 : 20) +
                                 (speaks ? 12 : 0) + static_cast<std::uint32_t>(3 - p.specificity) * 4;
      if (best == nullptr || cost < best_cost) {
        best = &p;
        best_cost = cost;
      }
    }
    if (best != nullptr) {
      figure.place = best->where;
      figure.region = best->region.empty() ? region_beside(places) : best->region;
    } else if (last_place) {
      figure.place = last_place->where;
      figure.region = last_place->region;
    }
  }

  // Does a word of contrast stand between two places of a sentence? "..., while Israel says ..."
  bool across_contrast(std::uint32_t s, Span a, Span b) const {
    const std::uint32_t from = std::min(a.end, b.end);
    const std::uint32_t to = std::max(a.begin, b.begin);
    const Sentence& sentence = view_.text.sentences[s];
    for (std::uint32_t i = sentence.first; i < sentence.last; ++i) {
      const Token& t = view_.text.tokens[i];
      if (t.begin >= from && t.end <= to && classes(i).has(framing_.contrast)) return true;
    }
    return false;
  }

  void attribute(Figure& figure, std::uint32_t s) const {
    const Speaker& speaker = view_.speakers[s];
    // Of several who speak in the sentence, the one on the figure's own side.
    for (const Quote& other : speaker.all) {
      if (across_contrast(s, other.span, figure.span)) continue;
      figure.source = speaker.speaker && other == *speaker.speaker ? speaker.source : other;
      break;
    }
    const bool told_here = speaker.speaker.has_value();
    if (!figure.source && (!told_here || !across_contrast(s, speaker.speaker->span, figure.span)))
      figure.source = speaker.source;
    if (!figure.source && speaker.outlet) figure.source = speaker.outlet;
    if (figure.source == speaker.source) figure.via = speaker.via;
    if (!figure.via && figure.source != speaker.outlet) figure.via = speaker.outlet;
  }

  bool cue(std::uint32_t token, ClassId klass, std::uint32_t end) const {
    const WordId id = view_.text.tokens[token].word;
    if (words_.classes(id).has(klass)) return true;
    if (!words_.starts_phrase(id)) return false;
    return words_
               .longest_phrase([&](std::size_t k) { return view_.text.tokens[token + k].word; }, end - token,
                               klass)
               .length != 0;
  }

  // Does a cue of the class begin among the tokens?
  bool any_cue(std::uint32_t first, std::uint32_t last, std::uint32_t end, ClassId klass) const {
    for (std::uint32_t i = first; i < last; ++i) {
      if (cue(i, klass, end)) return true;
    }
    return false;
  }
  bool has_cue(std::uint32_t s, ClassId klass) const {
    const Sentence& sentence = view_.text.sentences[s];
    return any_cue(sentence.first, sentence.last, sentence.last, klass);
  }
  bool has_since(std::uint32_t s) const {
    const auto [begin, end] = view_.sentence_timexes[s];
    return std::any_of(view_.timexes.begin() + begin, view_.timexes.begin() + end,
                       [](const Timex& timex) { return timex.relation == TimexRelation::since; });
  }
  // "the deadliest fire since 1918, when 453 died": a comparison, no running total.
  bool compares_since(std::uint32_t s) const { return has_since(s) && has_cue(s, framing_.superlative); }

  Scope scope_of(const FoundFigure& one, const Figure& figure, std::uint32_t s,
                 const std::vector<Chunk>& chunks) const {
    if (one.total_frame) return Scope::total;
    if (has_since(s) && !compares_since(s)) return Scope::total;
    const bool total = has_cue(s, framing_.total_cue);
    const std::int64_t n = point(figure.quantity).value_or(0);
    const bool perfect = one.trigger > 0 && has_perfect(chunks, one.trigger);
    if (figure.more) return Scope::event;
    if (total && perfect) return Scope::total;
    if (perfect && n >= kLargeToll && !own_day(s, one, chunks)) return Scope::total;
    return Scope::event;
  }

  // "have been killed", "has killed": the perfect just before the harm.
  static bool has_perfect(const std::vector<Chunk>& chunks, std::uint32_t trigger) {
    for (std::uint32_t i = trigger; i-- > 0 && i + 5 > trigger;) {
      if (chunks[i].kind == ChunkKind::have) return true;
      if (chunks[i].kind != ChunkKind::be && chunks[i].kind != ChunkKind::adverb) return false;
    }
    return false;
  }

  // Is there a day of its own near the figure?
  bool own_day(std::uint32_t s, const FoundFigure& one, const std::vector<Chunk>& chunks) const {
    return nearest_timex(s, chunks[one.chunk], chunks[one.trigger]) != nullptr;
  }

  const Timex* nearest_timex(std::uint32_t s, const Chunk& count, const Chunk& trigger) const {
    const auto [begin, end] = view_.sentence_timexes[s];
    const auto& tokens = view_.text.tokens;
    const std::uint32_t from = tokens[std::min(count.first, trigger.first)].begin;
    const std::uint32_t to = tokens[std::max(count.last, trigger.last) - 1].end;
    const Timex* best = nullptr;
    std::uint32_t best_distance = 0;
    for (std::uint32_t t = begin; t < end; ++t) {
      const Timex& timex = view_.timexes[t];
      if (!timex.dates || (timex.type != TimexType::date && timex.type != TimexType::time)) continue;
      const std::uint32_t distance = timex.span.begin >= to   ? timex.span.begin - to
                                     : timex.span.end <= from ? from - timex.span.end
                                                              : 0;
      if (best == nullptr || distance < best_distance) {
        best = &timex;
        best_distance = distance;
      }
    }
    return best;
  }

  void date(Figure& figure, std::uint32_t s, const Chunk& count, const Chunk& trigger) const {
    const Timex* timex = nearest_timex(s, count, trigger);
    if (figure.scope == Scope::total) {
      std::optional<Date> from;
      std::optional<Date> to = view_.day;
      const auto [begin, end] = view_.sentence_timexes[s];
      for (std::uint32_t t = begin; t < end; ++t) {
        const Timex& one = view_.timexes[t];
        if (!one.dates) continue;
        if (one.relation == TimexRelation::since) from = one.dates->first;
      }
      if (timex != nullptr && timex->relation != TimexRelation::since && timex->dates->is_day())
        to = timex->dates->last;
      if (from || to) {
        if (from && to && *from > *to) from.reset();
        figure.date = interval(from, to);
      }
      return;
    }
    if (timex != nullptr) {
      figure.date = timex->dates;
    } else if (!after_since(s, std::min(count.first, trigger.first))) {
      figure.date = dates_[s];
    }
  }

  // "... the ninth month since fighters killed 1,200 people": told as the start of something; its day is not
  // said here.
  bool after_since(std::uint32_t s, std::uint32_t token) const {
    for (const Chunk& chunk : view_.chunks[s]) {
      if (chunk.first >= token) break;
      if (words_.classes(view_.text.tokens[chunk.first].word).has(framing_.since)) return true;
    }
    return false;
  }

  Frame frame_of(const Figure& figure, std::uint32_t s, const std::vector<Chunk>& chunks,
                 const FoundFigure& one) const {
    // Only the clause of the harm counts: from the last clause mark before it to the next one after it.
    std::uint32_t first = std::min(one.chunk, one.trigger);
    std::uint32_t last = std::max(one.chunk, one.trigger) + 1;
    const auto ends_clause = [](ChunkKind k) {
      return k == ChunkKind::comma || k == ChunkKind::semicolon || k == ChunkKind::conjunction ||
             k == ChunkKind::quote || k == ChunkKind::said;
    };
    while (first > 0 && !ends_clause(chunks[first - 1].kind)) --first;
    while (last < chunks.size() && !ends_clause(chunks[last].kind)) ++last;
    const auto in_clause = [&](ClassId klass) {
      return any_cue(chunks[first].first, chunks[last - 1].last, chunks[last - 1].last, klass);
    };
    const std::uint32_t harm = chunks[std::min(one.chunk, one.trigger)].first;
    const bool denied =
        any_cue(chunks.front().first, harm, view_.text.sentences[s].last, framing_.denied_cue);
    if (denied && point(figure.quantity) != 0) return Frame::denied;
    if (in_clause(framing_.feared_cue)) return Frame::feared;
    if (in_clause(framing_.hypothetical_cue)) return Frame::hypothetical;
    if (has_cue(s, framing_.background_cue) || compares_since(s)) return Frame::background;
    const bool long_ago =
        figure.date && figure.date->last && view_.day && view_.day->year - figure.date->last->year >= 2;
    if (long_ago) return Frame::background;
    return Frame::reported;
  }

  const ArticleView& view_;
  const LexiconData& lexicon_;
  const WordTable& words_;
  const FramingRules& framing_;
  const std::vector<std::optional<DateSpan>>& dates_;
};

}  // namespace

FramingRules::FramingRules(const WordTable& words)
    : feared_cue(words.find_class("feared_cue")),
      hypothetical_cue(words.find_class("hypothetical_cue")),
      denied_cue(words.find_class("denied_cue")),
      total_cue(words.find_class("total_cue")),
      background_cue(words.find_class("background_cue")),
      present_state(words.find_class("present_state")),
      superlative(words.find_class("superlative")),
      since(words.find_class("since")),
      contrast(words.find_class("contrast")) {}

std::vector<Figure> read_figures(const ArticleView& view, const LexiconData& lexicon,
                                 const std::vector<std::optional<DateSpan>>& dates) {
  return Reader(view, lexicon, dates).run();
}

}  // namespace annals
