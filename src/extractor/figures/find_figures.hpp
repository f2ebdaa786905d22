#pragma once
// Casualty figures of one sentence: counts that a frame claims, with kind, bound, victims, part and more.
// Source, place, date and scope are added by later steps that see the whole article.

#include <array>
#include <optional>
#include <string_view>
#include <vector>

#include "annals/model/figure.hpp"

#include "extractor/figures/frame_rules.hpp"

namespace annals {

struct FoundFigure {
  Figure figure;
  std::uint32_t chunk = 0;    // index of its count chunk
  std::uint32_t trigger = 0;  // index of the chunk that tells the harm
  // Tokens [own_first, own_last) whose days and places may be its own; the whole sentence, unless it is
  // broken down into parts.
  std::uint32_t own_first = 0;
  std::uint32_t own_last = UINT32_MAX;
  bool intended = false;     // "a plot to kill three judges": not told to have happened
  bool of_group = false;     // a part only because several were told of before
  bool total_frame = false;  // a toll: a running number by its own words
};

// What the sentences before have told, kept up from one to the next.
struct ToldBefore {
  std::optional<HarmKind> kind;     // of the figure told last, for "the victims were named as"
  std::uint32_t sentences = 0;      // read so far
  std::uint32_t kind_sentence = 0;  // the sentence of that figure
  std::array<std::uint32_t, kHarmKinds> group_sentence{};  // last one that told of several, counted from 1
  std::vector<std::string_view> names;                     // first and last words of people's names
  std::vector<FoundFigure> by_pronoun;  // of the last sentence: persons told of by a pronoun ("killing him")
};

// The figures of the next sentence of an article.
std::vector<FoundFigure> find_figures(const TokenizedText& text, const std::vector<Chunk>& chunks,
                                      const FrameRules& rules, ToldBefore& told);

}  // namespace annals
