#pragma once
// The word classes that tell who speaks, looked up once. The words are in sources.tsv and function.tsv.

#include "extractor/word_table.hpp"

namespace annals {

struct SpeakerRules {
  ClassId speech;        // "said": value "told" where a hearer follows, "sure" where any subject speaks
  ClassId speech_ing;    // "saying"; in `speech` too
  ClassId speech_act;    // "identified", "posted": speech where the subject is a source
  ClassId maybe_speech;  // "reports", "claims": a verb or a noun; value "base": of several
  ClassId speech_noun;   // "statement", before ...
  ClassId author_mark;   // ... "from", "by"
  ClassId according_to, pass_on;
  ClassId collective_source;  // source nouns that take a plural verb: "police"
  ClassId source_noun, person, persons, people_demonym, place;
  ClassId pronoun;
  ClassId speaking_pronoun;  // value: person, many, body or self
  ClassId preposition, possessive, definite, indefinite, verb_ing, verb_past;
  explicit SpeakerRules(const WordTable& words);
};

}  // namespace annals
