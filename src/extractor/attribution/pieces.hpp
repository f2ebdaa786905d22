#pragma once
// A sentence as attribution sees it: its chunks, with verbs of speech that a noun phrase has swallowed cut
// out of it.
//   noun[Witnesses reported heavy shelling] => noun[Witnesses] said[reported] noun[heavy shelling]
// A verb of speech knows how much it proves: after "said" any subject speaks, after "released" only a source.

#include <cstdint>
#include <vector>

#include "extractor/attribution/speaker_rules.hpp"
#include "extractor/figures/chunk.hpp"

namespace annals {

enum class SpeechVerb : std::uint8_t {
  none,
  act,    // "identified", "posted": only a source speaks so
  plain,  // "reported", "claims"
  told,   // "told": who hears it follows
  sure,   // "said"
};

struct Piece {
  ChunkKind kind = ChunkKind::other;
  SpeechVerb speech = SpeechVerb::none;
  bool governs = false;     // the verb is speech with the preposition behind it: "called for"
  std::uint32_t first = 0;  // token
  std::uint32_t last = 0;   // one past
};

// Does a noun phrase of some sort stand here?
bool is_noun_like(ChunkKind kind);

// Fills `pieces` with those of one sentence. False, and nothing worth reading, where nobody can speak in it.
bool cut_pieces(const TokenizedText& text, const WordTable& words, const SpeakerRules& rules,
                const std::vector<Chunk>& chunks, std::vector<Piece>& pieces);

}  // namespace annals
