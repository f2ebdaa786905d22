#pragma once
// The chunks of a sentence as frames see them: what hangs on a noun phrase is one symbol, and people are told
// of in lists.
//   Two boys in the car and a girl were  =>  count modifier and single be; list: count modifier and single
// It knows how lists are put together, not who of them a frame means.

#include <cstdint>
#include <vector>

#include "extractor/figures/frame_rules.hpp"

namespace annals {

bool is_counted(ChunkKind kind);     // chunks that can be a figure
bool is_joint(ChunkKind kind);       // what stands between two of a list
bool is_transitive(ChunkKind kind);  // words of harm that take those harmed as their object

class ChunkRow {
 public:
  struct List {  // of the row: [begin, end)
    std::uint32_t begin;
    std::uint32_t end;
  };

  ChunkRow(const TokenizedText& text, const std::vector<Chunk>& chunks, const FrameRules& rules)
      : text_(text), chunks_(chunks), rules_(rules) {}
  void build();

  const std::vector<PatternSet::Symbol>& symbols() const { return row_; }
  std::uint32_t size() const { return static_cast<std::uint32_t>(row_.size()); }
  std::uint32_t chunk(std::uint32_t r) const { return at_[r]; }  // its index; of a modifier the first one's
  bool is_modifier(std::uint32_t r) const { return row_[r] == FrameRules::kModifier; }
  ChunkKind kind_at(std::uint32_t r) const {
    return is_modifier(r) ? ChunkKind::modifier : chunks_[at_[r]].kind;
  }
  // First and last list of people among the symbols [first, last); empty where there is none.
  List first_list(std::uint32_t first, std::uint32_t last) const;
  List last_list(std::uint32_t first, std::uint32_t last) const;
  bool joined_by_and(const List& list) const;
  // Where the last member begins and the first one ends.
  std::uint32_t last_member(const List& list) const;
  std::uint32_t first_member_end(const List& list) const;
  // "six people, three civilians and three officers": the rest of the list are the first one's parts.
  bool sums_up(const List& list) const;

 private:
  static bool carries_modifier(ChunkKind kind);
  // A name that can be what a sentence is about: not where a preposition stands before it.
  bool is_subject_head(std::uint32_t i) const;
  bool in_list(std::uint32_t r) const;

  const TokenizedText& text_;
  const std::vector<Chunk>& chunks_;
  const FrameRules& rules_;
  std::vector<PatternSet::Symbol> row_;
  std::vector<std::uint32_t> at_;  // chunk of each symbol of the row, and one past the last
};

}  // namespace annals
