#pragma once
// Who of the people told of in a list a harm befell.
//   "killed three men and a woman was wounded"        => the wounded: the woman
//   "Anna Berg, a nurse, and Olaf Lind were killed"   => Anna Berg, Olaf Lind
//   "killed 12 rebels, a spokesman said"              => the rebels
// Lists are stretches of a ChunkRow; which words tell the harm is for the caller to say.

#include "extractor/figures/chunk_row.hpp"
#include "extractor/figures/person_names.hpp"

namespace annals {

class HarmedLists {
 public:
  HarmedLists(const TokenizedText& text, const std::vector<Chunk>& chunks, const FrameRules& rules,
              const ChunkRow& row, const PersonNames& names)
      : text_(text), chunks_(chunks), rules_(rules), row_(row), names_(names) {}

  // Who of a list before the harm it befalls, in a frame that ends before the row's symbol `last`.
  ChunkRow::List before(ChunkRow::List list, std::uint32_t last) const;
  // Who of a list after the harm done to them.
  ChunkRow::List after(ChunkRow::List list) const;

  bool is_named_next(std::uint32_t r, std::uint32_t end) const;
  bool is_apposition(std::uint32_t r, const ChunkRow::List& list) const;
  bool skips_joint(const ChunkRow::List& list) const;
  bool is_agent(const ChunkRow::List& list, std::uint32_t last) const;
  bool is_negated(const ChunkRow::List& list, std::uint32_t trigger) const;
  bool has_object(std::uint32_t trigger, std::uint32_t last) const;
  // The chunk of the joint behind which others than those of the list are harmed; 0 for none.
  std::uint32_t joint_of_others(const ChunkRow::List& list, std::uint32_t trigger) const;

 private:
  const ClassSet& classes(std::uint32_t token) const {
    return rules_.words->classes(text_.tokens[token].word);
  }
  bool is_word(std::uint32_t chunk, std::string_view word) const {
    return rules_.words->spelling(text_.tokens[chunks_[chunk].first].word) == word;
  }
  bool in_phrase(std::uint32_t r) const;
  bool follows_including(std::uint32_t r) const;
  bool takes_one(const ChunkRow::List& list, std::uint32_t last) const;

  const TokenizedText& text_;
  const std::vector<Chunk>& chunks_;
  const FrameRules& rules_;
  const ChunkRow& row_;
  const PersonNames& names_;
};

}  // namespace annals
