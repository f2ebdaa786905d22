#pragma once
// Everyone whom a sentence names as speaking: the subject of a verb of speech with its titles and
// appositions, who follows "according to" or "a statement from", who quotes whom.
//   "The organiser, Ada Diallo, told CNN that 12 were hurt." => "The organiser, Ada Diallo"
//   "A toll of 12 was reported by the observatory."          => "the observatory"
//   "The agency quoted the ministry as saying ..."           => "the ministry", via "The agency"
// Denied speech ("did not say") and the passive without an agent ("is said to") name nobody.

#include <cstdint>
#include <vector>

#include "extractor/attribution/pieces.hpp"

namespace annals {

struct Mention {
  TokenRange who;
  TokenRange via;          // empty: nobody passed it on
  std::uint32_t verb = 0;  // token of the verb, or of "according"
  bool quoted = false;     // inside a quotation
  bool after = false;      // "according to": tells of what stands before it or behind it
  bool tag = false;        // ", police said." at the end: tells of the whole sentence
};

// Appends the mentions of one sentence in order. `quoted`: it begins inside a quotation.
void find_mentions(const TokenizedText& text, const WordTable& words, const SpeakerRules& rules,
                   const std::vector<Piece>& pieces, bool quoted, std::vector<Mention>& mentions);

}  // namespace annals
