#pragma once
// Which of the days that a sentence names is that of a harm told in it.
//   "Nine died, and on Sunday the mayor said ..."        => none: the Sunday opens the next clause
//   "They marched on Monday after police killed nine"    => none: what comes after "after" came before
//   "On Sunday the ministry had reported nine deaths"    => the day it was said, only where nothing else is
//   told
// Whether a day is taken over from other sentences is for harm_dates.hpp to say.

#include <optional>

#include "extractor/figures/cues.hpp"

namespace annals {

// Tokens of one figure, or of several told in one breath ("nine killed and 12 wounded").
struct Extent {
  std::uint32_t first = 0;  // token
  std::uint32_t last = 0;   // one past
  // Days and places are looked for among the tokens [own_first, own_last) of its sentence.
  std::uint32_t own_first = 0;
  std::uint32_t own_last = UINT32_MAX;
  bool owns(std::uint32_t token) const { return own_first <= token && token < own_last; }
};

class DatedClauses {
 public:
  DatedClauses(const ArticleView& view, const LexiconData& lexicon);

  // The sentence that the calls below are about.
  void enter(std::uint32_t sentence) { sentence_ = sentence; }
  // The expression nearest to the figure that can date it; nullptr for none. `with_speech`: also the time at
  // which it was said, after all others. `of_count`: a running total, which is not of the day of "Friday's
  // fire".
  const Timex* nearest(Extent extent, bool with_speech, bool of_count = false) const;
  // Is the figure at the token told as what came before something else ("after gunmen killed nine")?
  bool in_aftermath(std::uint32_t token) const;
  // Does a "since" stand before the token?
  bool after_since(std::uint32_t token) const;
  // Does it tell when something was said, rather than when it happened? In any sentence.
  bool is_told_then(const Timex& timex, std::uint32_t sentence) const;
  // Does the token stand before the dateline, in a caption or a headline?
  bool is_heading(std::uint32_t token) const { return token < story_begin_; }
  // The first token that begins at the byte or behind it.
  std::uint32_t token_at(std::uint32_t byte) const;

 private:
  bool names_incident(const Timex& timex) const;
  bool in_other_bracket(const Timex& timex, Extent extent) const;
  std::uint32_t after_in(std::uint32_t first, std::uint32_t last) const;
  bool in_inset(std::uint32_t token, std::uint32_t end) const;
  bool opens_next_clause(std::uint32_t token) const;
  bool aside(const Timex& timex, Extent extent) const;

  const ArticleView& view_;
  const LexiconData& lexicon_;
  std::uint32_t sentence_ = 0;
  std::uint32_t story_begin_ = 0;  // token behind the dateline
};

}  // namespace annals
