#pragma once
// Who says a sentence: direct and indirect speech, "according to", outlets in a trailing bracket, one source
// quoting another, pronouns resolved to the last speaker, speech that runs on over sentences.
//   "Police said 12 were killed." => speaker "Police"
//   "Al Jazeera quoted the ministry as saying ..." => speaker "the ministry", via "Al Jazeera"

#include <optional>
#include <vector>

#include "annals/model/figure.hpp"

#include "extractor/figures/chunk.hpp"

namespace annals {

struct SpeakerRules {
  ClassId according_to, source_noun, pass_on, person, persons, demonym, place, pronoun, speaking_pronoun;
  explicit SpeakerRules(const WordTable& words);
};

struct Speaker {
  std::optional<Quote> speaker;  // as written in the sentence
  std::vector<Quote> all;        // everyone who speaks in the sentence, in order
  std::optional<Quote> source;   // the same with a pronoun resolved; for figures of the sentence
  std::optional<Quote> via;
  std::optional<Quote> outlet;  // the trailing bracket
  bool in_quotes = false;       // the sentence begins inside a quotation
};

// One row a sentence. `chunks` are those of each sentence.
std::vector<Speaker> find_speakers(const TokenizedText& text, const WordTable& words,
                                   const SpeakerRules& rules, const std::vector<std::vector<Chunk>>& chunks);

}  // namespace annals
