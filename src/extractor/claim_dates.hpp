#pragma once
// When what a sentence tells took place; of a statement, when it was said.
//   "The mayor said on Monday that the dam broke on Friday." => Monday
//   "The dam broke on Friday, the mayor said."               => Friday
// A sentence without a date of its own is of the day that the one before it told, while the story goes on,
// else of the day of the article.

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
  std::optional<DateSpan> own(std::size_t sentence) const;
  std::optional<DateSpan> said(std::size_t sentence) const;
  std::optional<DateSpan> span_of(std::size_t sentence, const Timex& timex) const;
  bool after_since(std::size_t sentence, const Timex& timex) const;
  std::optional<DateSpan> said_before(std::size_t sentence) const;
  bool is_present(std::size_t sentence) const;
  bool is_perfect(std::size_t sentence) const;

  const ArticleView& view_;
  const LexiconData& lexicon_;
  std::optional<DateSpan> published_;
  std::optional<DateSpan> running_;
  std::optional<Quote> last_source_;  // who spoke last, and when
  std::optional<DateSpan> last_said_;
};

}  // namespace annals
