#pragma once
// Which names of an article can be those of people who were harmed.
//   "Anna Berg", "Dr Berg", "Berg" once she was named in full
//   not "Lanta Hospital", "Ruritanian Navy"
// Who of them was harmed is for others to say.

#include <string_view>
#include <vector>

#include "extractor/figures/frame_rules.hpp"

namespace annals {

class PersonNames {
 public:
  // `known` are the first and last words of the names of people read so far, kept from sentence to sentence.
  PersonNames(const TokenizedText& text, const FrameRules& rules, std::vector<std::string_view>& known)
      : text_(text), rules_(rules), known_(known) {}

  // Takes the full names of a sentence to those known.
  void remember(const std::vector<Chunk>& chunks);
  // A name stands for one person only where it looks like one: two or more words, no place, people or body
  // among them; a single word with a title, or as part of a name known.
  bool may_be_person(const Chunk& name) const;

 private:
  const ClassSet& classes(std::uint32_t token) const {
    return rules_.words->classes(text_.tokens[token].word);
  }
  std::string_view word(std::uint32_t token) const { return slice(text_.text, text_.tokens[token].span()); }
  bool is_known(std::uint32_t token) const;

  const TokenizedText& text_;
  const FrameRules& rules_;
  std::vector<std::string_view>& known_;
};

}  // namespace annals
