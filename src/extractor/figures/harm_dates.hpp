#pragma once
// When the people of a figure were harmed; of a running total from when to when it counts.
//   "Nine people were killed on Monday"              => the Monday
//   "... have been killed since March, he said"      => from March to the day of the article
//   "... have been killed in the past week"          => the last seven days
//   "Nine people were killed, police said on Monday" => the day the story is at; the Monday where it has none
// A figure without a day of its own is of the day that the story told last, else of the day of the article.

#include <optional>
#include <string>

#include "extractor/figures/dated_clauses.hpp"

namespace annals {

// Does a sentence tell of harm, or of what does harm?
bool tells_harm(const ArticleView& view, const LexiconData& lexicon, std::uint32_t sentence);

class HarmDates {
 public:
  HarmDates(const ArticleView& view, const LexiconData& lexicon);

  // Sentences in order of the text; figures of a sentence between `enter` and the next `enter`.
  void enter(std::uint32_t sentence, const SentenceCues& cues);
  // Sets the date. Scope and place have to be known. Is it a day told for this very figure, rather than
  // taken over from around it?
  // `to_come`: the harm is still to come.
  bool date(Figure& figure, Extent extent, bool to_come);
  // The length of time that it counts over: "have been killed in two months", "over the past 12 days";
  // nullptr where none of more than a day is told.
  const Timex* window(const Figure& figure, Extent extent) const;
  // Was the day of the figure dated last told of something long before the story?
  bool looked_back() const { return aside_told_ == sentence_ && aside_.has_value(); }
  // Does the sentence give a day for it?
  bool has_own_day(Extent extent) const { return clauses_.nearest(extent, true) != nullptr; }

 private:
  bool begins(const Timex& timex, Extent extent) const;
  bool is_running(const Timex& timex) const;
  std::optional<DateSpan> held_since() const;
  std::optional<DateSpan> total(const Figure& figure, Extent extent) const;
  std::optional<Date> start_of(const Timex& window) const;
  std::optional<DateSpan> day_of(std::uint32_t sentence) const;
  DateSpan narrowed(const DateSpan& span) const;
  bool tells_harm_like(std::uint32_t sentence, HarmKind kind) const;
  bool is_fresh(const DateSpan& day) const;
  bool is_elsewhere(const Figure& figure) const;
  std::optional<DateSpan> ahead(HarmKind kind) const;
  void leave(std::uint32_t sentence);

  const ArticleView& view_;
  const LexiconData& lexicon_;
  DatedClauses clauses_;
  std::uint32_t sentence_ = 0;
  const SentenceCues* cues_ = nullptr;  // of the sentence
  std::vector<Date> days_;              // that the text names, in order, each once
  std::optional<DateSpan> story_;       // the day told last of harm
  std::string story_place_;             // and where that was
  std::uint32_t story_told_ = 0;        // sentence of the last figure of that day
  std::uint32_t lede_ = UINT32_MAX;     // the sentence that took its day from further on
  bool custody_told_ = false;           // that day is one of arrests
  std::optional<DateSpan> aside_;       // a day told of something long before the story
  std::uint32_t aside_told_ = 0;        // and its sentence
  std::optional<DateSpan> near_;        // the day that the sentence before is about
};

}  // namespace annals
