#pragma once
// The noun phrase that names a speaker: how far it reaches on either side of a verb, and whether what it
// names can speak at all.
//   before "told":   "a doctor working in two central clinics"
//   behind "said":   "a spokesman for the army, Omar Haddad"
//   "the blast", "Israeli airstrikes" cannot speak; "the ministry", "Rashid", "witnesses" can.
// Ranges are of pieces.

#include <cstdint>
#include <vector>

#include "extractor/attribution/pieces.hpp"

namespace annals {

struct PieceRange {
  std::uint32_t first = 0;
  std::uint32_t last = 0;  // one past
  bool valid() const { return last > first; }
};

class SourcePhrases {
 public:
  SourcePhrases(const TokenizedText& text, const WordTable& words, const SpeakerRules& rules,
                const std::vector<Piece>& pieces);

  // Subject of a verb whose group of auxiliaries begins at piece `end`; not valid where none can be one.
  PieceRange subject_before(std::uint32_t end, SpeechVerb verb) const;
  // The phrase that begins at piece `begin`, with what hangs on it and a name in apposition.
  PieceRange phrase_after(std::uint32_t begin) const;
  // The first noun phrase of the sentence that no preposition governs.
  PieceRange main_subject(std::uint32_t before) const;
  bool speaks(const PieceRange& range, SpeechVerb verb) const;
  bool is_finite(std::uint32_t piece) const;

 private:
  bool passes(std::uint32_t piece) const;
  bool is_participle(std::uint32_t piece) const;
  bool opens_phrase(std::uint32_t piece) const;
  bool is_name(const Piece& piece) const;
  bool is_underscore(std::uint32_t piece) const;
  bool has_auxiliary(std::uint32_t first, std::uint32_t last) const;
  bool has_capital(std::uint32_t token) const;
  PieceRange first_free_phrase(std::uint32_t first, std::uint32_t end) const;
  PieceRange with_hangers(std::uint32_t at, std::uint32_t end) const;
  PieceRange across_inset(std::uint32_t end, SpeechVerb verb) const;
  ChunkKind kind(std::uint32_t piece) const { return pieces_[piece].kind; }
  const ClassSet& classes(std::uint32_t token) const { return words_.classes(tokens_[token].word); }

  const std::vector<Token>& tokens_;
  const WordTable& words_;
  const SpeakerRules& rules_;
  const std::vector<Piece>& pieces_;
  bool all_capitals_ = false;
};

}  // namespace annals
