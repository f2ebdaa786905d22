#pragma once
// Frames of frame_patterns.tsv, compiled: patterns over chunks that say which counts of a sentence are
// casualties.

#include <string>
#include <vector>

#include "annals/model/figure.hpp"

#include "extractor/figures/chunk.hpp"
#include "extractor/pattern_set.hpp"

namespace annals {

struct LexiconData;

struct FrameRow {  // one row of the table
  enum class Target : std::uint8_t { before, after, all };
  Target target = Target::before;
  std::optional<HarmKind> kind;  // unset: that of the harm word
  bool same_as_last = false;     // the kind is that of the figure told last ("the victims were named as")
  bool part = false;
  bool total = false;
  bool weak = false;
  bool first = false;   // of two harms the first, unless the other kills: "was kidnapped and released"
  bool closed = false;  // no object may follow: "three gunmen killed the mayor" tells of no gunmen killed
  std::string where;    // "frame_patterns.tsv:31"
};

struct FrameRules {
  explicit FrameRules(const LexiconData& lexicon);

  PatternSet appositions;  // what may stand between a name and its verb, with that verb
  PatternSet modifiers;    // what hangs on a noun phrase and is passed over as one
  std::vector<FrameRow> rows;
  std::vector<WordId> literals;  // words that patterns name: symbol kChunkKinds + index * kChunkKinds + kind
  ChunkRules chunks;
  ClassSet no_person;     // words that no person's name ends with
  ClassSet organisation;  // ... or holds
  const WordTable* words;

  static constexpr auto kModifier = static_cast<PatternSet::Symbol>(ChunkKind::modifier);

  // Longest match that starts exactly at `start` of the row of symbols; of two equally long the earlier row
  // of the table. `pattern` is an index into rows.
  PatternSet::Match longest(const std::vector<PatternSet::Symbol>& symbols, std::size_t start) const;

  // Symbol of a chunk: its kind, and the word itself where a pattern names it.
  PatternSet::Symbol symbol(const Chunk& chunk, const std::vector<Token>& tokens) const;

 private:
  // An automaton a row: in one for all of them the states would multiply.
  std::vector<PatternSet> patterns_;
  std::vector<std::uint16_t> literal_of_;  // by word: its place among the literals, from 1, or 0
  // By symbol, as bits: the rows whose pattern can begin with it, and those that can go on with it behind
  // their first symbol or need no more than that.
  std::vector<std::vector<std::uint64_t>> starting_;
  std::vector<std::vector<std::uint64_t>> following_;
};

}  // namespace annals
