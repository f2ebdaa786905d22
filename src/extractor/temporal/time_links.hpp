#pragma once
// Compiled words and patterns for what is said beyond a single expression of time: ranges, doubt, relations,
// and days counted from the beginning of a war or a strike. Data: time_links.tsv, time_stories.tsv,
// story_patterns.tsv.

#include <memory>
#include <string>
#include <vector>

#include "extractor/pattern_set.hpp"
#include "extractor/temporal/symbols.hpp"

namespace annals {

struct LexiconData;

enum class StoryRole : std::uint8_t {
  begins,      // the time is the beginning of the story named
  begins_any,  // of every story whose beginning is not told otherwise
  nth,         // "the ninth month of the war"
  numbered,    // "day 12 of the offensive", "on day 12"
  length,      // "the first two weeks of the war"
  its,         // "in its ninth month"
};

struct StoryRule {
  StoryRole role = StoryRole::nth;
  std::string where;  // "story_patterns.tsv:14"
};

struct TimeLinkRules {
  // Words of time_links.tsv and time.tsv.
  ClassId stretch_join = 0;
  ClassId stretch_open = 0;
  ClassId reschedule = 0;
  ClassId date_doubt = 0;
  ClassId date_lead = 0;
  ClassId weekday = 0;
  ClassId month = 0;
  ClassId short_month = 0;
  ClassId deictic_step = 0;
  ClassId anaphoric_step = 0;
  ClassId ampm = 0;
  ClassId unit = 0;
  ClassId units = 0;
  ClassId nth = 0;
  ClassId unit_number = 0;
  ClassId story = 0;
  WordId of = kUnknownWord;
  TimeSymbols symbols;  // of single tokens in story patterns
  PatternSet story_patterns;
  std::vector<StoryRule> story_rules;  // by pattern
  // A whole expression of time, as one symbol.
  PatternSet::Symbol time_symbol() const { return static_cast<PatternSet::Symbol>(symbols.count()); }
};

// To be called before any step is compiled: a step knows only the words that are there by then.
void intern_story_words(LexiconData& lexicon);
// Throws Error::input with file:line for a row of story_patterns.tsv that it cannot use.
std::unique_ptr<TimeLinkRules> compile_time_links(const LexiconData& lexicon);

}  // namespace annals
