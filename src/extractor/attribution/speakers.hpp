#pragma once
// Who speaks in each sentence of an article, and who is meant: of all whom a sentence names
// (attribution/mentions.hpp) the one who speaks for the whole of it, pronouns resolved to the last speaker
// they fit, speech that runs on over sentences, the outlet in a bracket at the end of a paragraph.
//   "Police said 12 were killed."             => speaker "Police"
//   "The ministry spoke. It said 12 ..."      => speaker "It", source "The ministry"
//   "Nine were killed. Two fled. (Daily Post)" => outlet "Daily Post" of both
//   "Police said 12 were hurt, clinics say 14." => of the 14, "clinics" (speaks_rather)

#include <optional>
#include <vector>

#include "annals/model/figure.hpp"

#include "extractor/attribution/mentions.hpp"

namespace annals {

// One who speaks in a sentence.
struct Voice {
  Quote who;     // as written
  Quote source;  // the same with a pronoun resolved
  std::optional<Quote> via;
  std::uint32_t verb = 0;  // token
  bool after = false;      // see Mention
  bool tag = false;
  bool headline = false;  // before a dateline inside the sentence
  bool quoted = false;
  bool self = false;  // "we" inside a quotation
};

struct Speaker {
  std::optional<Quote> speaker;  // as written in the sentence
  std::vector<Voice> voices;     // everyone who speaks in it, in order
  std::optional<Quote> source;   // whose words it is, a pronoun resolved, speech carried over
  std::optional<Quote> via;
  std::optional<Quote> outlet;    // the bracket at the end of its paragraph
  bool credited = false;          // that bracket stands at its own end
  bool in_quotes = false;         // the sentence begins inside a quotation
  std::uint32_t story_begin = 0;  // first token behind a dateline inside the sentence; else its first
};

// Of two who speak in a sentence: does `a` rather than `b` tell of the count that begins at `token`?
bool speaks_rather(const Voice& a, const Voice& b, std::uint32_t token);

// One row a sentence. `chunks` are those of each sentence.
std::vector<Speaker> find_speakers(const TokenizedText& text, const WordTable& words,
                                   const SpeakerRules& rules, const std::vector<std::vector<Chunk>>& chunks);

}  // namespace annals
