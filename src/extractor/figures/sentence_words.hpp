#pragma once
// What a word of a sentence can be where it stands: whether a noun phrase ends before it, whether it is for
// people, the form of a verb, part of a name or a compound. Phrases and chunks are built on these answers.
//   "12 people aboard": is_people("people"), is_boundary("aboard")
// Words are token indices of the article; what lies outside the sentence has no class.

#include <cstdint>
#include <string_view>
#include <vector>

#include "annals/model/timex.hpp"

#include "extractor/figures/chunk.hpp"

namespace annals {

class SentenceWords {
 public:
  SentenceWords(const TokenizedText& text, const WordTable& words, const ChunkRules& rules,
                const Sentence& sentence, const std::vector<Timex>& timexes);

  const TokenizedText& text() const { return text_; }
  const WordTable& table() const { return words_; }
  const ChunkRules& rules() const { return rules_; }
  const Token& token(std::uint32_t at) const { return tokens_[at]; }
  std::uint32_t first() const { return first_; }
  std::uint32_t end() const { return end_; }
  bool all_capitals() const { return all_capitals_; }

  const ClassSet& classes(std::uint32_t at) const { return words_.classes(tokens_[at].word); }
  bool has(std::uint32_t at, ClassId klass) const { return at < end_ && classes(at).has(klass); }
  std::string_view word(std::uint32_t at) const {
    return at < end_ ? std::string_view(words_.spelling(tokens_[at].word)) : std::string_view();
  }
  PhraseMatch phrase(std::uint32_t at, ClassId klass) const {
    if (at >= end_ || !words_.starts_phrase(tokens_[at].word)) return {};
    return words_.longest_phrase([&](std::size_t i) { return tokens_[at + i].word; }, end_ - at, klass);
  }

  // Token after the timex that starts at this token, or 0.
  std::uint32_t time_at(std::uint32_t at);
  bool time_starts(std::uint32_t at) const;
  // "the county | late on Thursday | said"
  bool is_edge_of_day(std::uint32_t at) const;
  bool after_determiner(std::uint32_t at) const;
  // A word written with a capital in the middle of a sentence, next to another such: part of a name, not a
  // verb.
  bool is_name_part(std::uint32_t at) const;
  // Does a noun phrase end before the word?
  bool is_boundary(std::uint32_t at) const;
  // "two evacuation shelters": an act that only tells what the next noun is for.
  bool is_act_before_noun(std::uint32_t at) const;
  // "left-wing", "death-row": the first half of a compound is no word of its own.
  bool is_first_half(std::uint32_t at) const;
  // "12-year-old", "five-storey": a number that is the first half of a compound.
  bool is_compound(std::uint32_t at) const;
  // "year old", "months-old" after a number.
  bool is_age_of(std::uint32_t at) const;
  // Adverbs of manner that no table knows, by their ending.
  bool is_manner(std::uint32_t at) const;
  // Past tenses that no table knows, by their ending; not where they stand before a noun for people.
  bool is_past_form(std::uint32_t at) const;
  // -ing forms that no table knows, where what follows shows a verb: "living in", "repairing the".
  bool is_ing_form(std::uint32_t at) const;
  bool is_in_law(std::uint32_t at) const;  // "law", of "brother-in-law"
  bool is_people(std::uint32_t at) const;  // a noun for people
  // "Ada Lena Steward,": closes a name.
  bool is_surname(std::uint32_t at) const;
  // May it stand between a count and its noun?
  bool is_modifier(std::uint32_t at) const;
  // Nouns and adjectives that no table knows but that are no names, by their ending.
  bool is_abstract(std::uint32_t at) const;
  // May a known word stand inside a name in capitals? "DE", "SANTIAGO"
  bool is_name_like(std::uint32_t at) const;
  bool capital(std::uint32_t at) const { return tokens_[at].capitalised && !all_capitals_; }
  bool is_one_demonym(std::uint32_t at) const {
    return has(at, rules_.demonym) && !has(at, rules_.people_demonym) && tokens_[at].capitalised;
  }

 private:
  bool is_hyphen(std::uint32_t at) const;
  const TokenizedText& text_;
  const std::vector<Token>& tokens_;
  const WordTable& words_;
  const ChunkRules& rules_;
  std::uint32_t first_;
  std::uint32_t end_;
  bool all_capitals_ = false;
  bool title_case_ = false;  // nearly every word has a capital, as in headings
  std::vector<Timex>::const_iterator timex_;
  std::vector<Timex>::const_iterator timex_end_;
};

}  // namespace annals
