#pragma once
// How far a noun phrase goes, which of its words are for people, and which are somebody's name.
//   "his brother Magdi Yasser, 12," => people: brother; name: Magdi Yasser; age set off behind it
// It knows nothing of counts and makes no chunks.

#include "extractor/figures/sentence_words.hpp"

namespace annals {

class NounPhrases {
 public:
  struct Phrase {
    std::uint32_t last = 0;    // one past the phrase
    std::uint32_t people = 0;  // token of the last people noun + 1, or 0
    const Entry* state = nullptr;
  };

  explicit NounPhrases(const SentenceWords& words) : words_(words) {}

  // Extent of a noun phrase that starts at `at`. `counted` allows participles before the noun.
  Phrase extent(std::uint32_t at, bool counted) const;
  // In text that is all capitals: first token of the words at the end of a phrase that no table knows, where
  // there are two of them or one after a person noun ("POLICE COMMANDER JUAN PEREZ", "BISHOP ROMERO").
  std::optional<std::uint32_t> upper_name(std::uint32_t first, std::uint32_t last) const;
  // Does a person noun stand right before the name, in a phrase that begins at `first`?
  bool is_titled(std::uint32_t name, std::uint32_t first) const;
  // First token of a name that ends a phrase after its people noun ("his brother Magdi Yasser"), or 0.
  std::uint32_t trailing_name(std::uint32_t first, const Phrase& phrase) const;
  // One past a name of two words or more that follows a person ("a teacher Anna Berg"), or 0.
  std::uint32_t name_after(const Phrase& phrase) const;
  // "in Lanta, Ruritania, ...": the region set off behind a place belongs to it; token after it.
  std::uint32_t after_region(std::uint32_t at) const;
  // An age set off behind a person: ", 18," or "(18)" or "aged 18" or ", 18 years old,"; token after it.
  std::uint32_t after_age(std::uint32_t at) const;
  // Token after the last possessive mark of a phrase whose owner is a name, or 0.
  std::uint32_t possessor(std::uint32_t at, std::uint32_t last) const;

 private:
  // "12 wounded soldiers": a participle or state between a count and its noun.
  const Entry* state_before_noun(std::uint32_t at) const;
  bool is_bracketed_name(std::uint32_t at) const;

  const SentenceWords& words_;
};

}  // namespace annals
