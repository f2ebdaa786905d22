#pragma once
// Casualty figures of one sentence: counts that a frame claims, with kind, bound, victims, part and more.
// Source, place, date and scope are added by later steps that see the whole article.

#include <vector>

#include "annals/model/figure.hpp"

#include "extractor/figures/frame_rules.hpp"

namespace annals {

struct FoundFigure {
  Figure figure;
  std::uint32_t chunk = 0;    // index of its count chunk
  std::uint32_t trigger = 0;  // index of the chunk that tells the harm
  bool total_frame = false;   // a toll: a running number by its own words
};

// `last_kind` is the kind of the figure told last before this sentence, for "four of them were children"; it
// is kept up.
std::vector<FoundFigure> find_figures(const TokenizedText& text, const std::vector<Chunk>& chunks,
                                      const FrameRules& rules, std::optional<HarmKind>& last_kind);

}  // namespace annals
