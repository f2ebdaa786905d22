#pragma once
// When what a sentence tells took place; of a statement, when it was said.
//   "The mayor said on Monday that the dam broke on Friday." => Monday
//   "The dam broke on Friday, the mayor said."               => Friday
// A sentence without a date of its own is of the day that the one before it told, while the story goes on.
// The day of the article is a guess, and is made only where it is a good one: for what opens the article, for
// bulletins that credit an outlet, and once the article has told something of its own day. A post on social
// media is read at any time and takes no day from what stands around it. No date is better than a wrong one.

#include <optional>

#include "annals/model/claim.hpp"

#include "extractor/figures/read_figures.hpp"

namespace annals {

class ClaimDates {
 public:
  ClaimDates(const ArticleView& view, const LexiconData& lexicon);
  // For each sentence once, in order.
  std::optional<DateSpan> of(std::size_t sentence, ClaimType type);

 private:
  std::optional<DateSpan> of_statement(std::size_t sentence);
  std::optional<DateSpan> of_event(std::size_t sentence);
  std::optional<DateSpan> own(std::size_t sentence) const;
  const Timex* said(std::size_t sentence) const;
  std::optional<DateSpan> said_before(std::size_t sentence) const;
  std::optional<DateSpan> span_of(std::size_t sentence, const Timex& timex) const;
  bool stands_at_speech(std::size_t sentence, const Timex& timex) const;
  bool after_since(std::size_t sentence, const Timex& timex) const;
  bool names_own_day(std::size_t sentence) const;
  bool is_post(std::size_t sentence) const;
  bool is_present(std::size_t sentence) const;

  const ArticleView& view_;
  const LexiconData& lexicon_;
  std::optional<DateSpan> published_;
  bool told_own_day_ = false;         // a sentence so far named the day of the article
  bool post_ = false;                 // the sentence is a post, or in the middle of one
  std::optional<DateSpan> running_;   // day of the event that is being told
  std::optional<Quote> last_source_;  // who spoke last, and when
  std::optional<DateSpan> last_said_;
};

}  // namespace annals
