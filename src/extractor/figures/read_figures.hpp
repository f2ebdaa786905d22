#pragma once
// All figures of an article, with source, place, date, scope and frame from their sentences and from what
// stands around.

#include <vector>

#include "annals/model/claim.hpp"

#include "extractor/attribution/speakers.hpp"
#include "extractor/figures/frame_rules.hpp"
#include "extractor/lexicon_data.hpp"

namespace annals {

struct FramingRules {
  ClassId feared_cue, hypothetical_cue, denied_cue, total_cue, background_cue, superlative, since, contrast,
      ongoing, incident, anyone, telling, whole, apart, there, land, partly, how_bad, hit, others, aftermath,
      by_day, besides;
  ClassId person, persons, sequel, harm_ed, harm_ing, speaking_pronoun, definite, indefinite, including, died,
      wounds, story_begin;
  explicit FramingRules(const WordTable& words);
};

// What is known of an article's sentences before its figures are read; all by sentence.
struct ArticleView {
  const TokenizedText& text;
  const std::vector<Timex>& timexes;
  const std::vector<std::vector<Chunk>>& chunks;
  const std::vector<Speaker>& speakers;
  std::vector<std::pair<std::uint32_t, std::uint32_t>>
      sentence_timexes;     // first, one past: index into timexes
  std::optional<Date> day;  // of publication, else of the dateline
  const std::vector<TimeRange>& ranges;

  // The range that the timex, one of `timexes`, is an end of; nullptr for none.
  const TimeRange* range_of(const Timex& timex) const;
  // The first timex of a sentence that says since when; nullptr for none.
  const Timex* since_in(std::size_t sentence) const;
};

// Figures in order of the text. `by_pronoun` gets the single persons that only a pronoun tells of ("killing
// him"): they are no figures, and have no place and day.
std::vector<Figure> read_figures(const ArticleView& view, const LexiconData& lexicon,
                                 std::vector<Figure>& by_pronoun);

}  // namespace annals
