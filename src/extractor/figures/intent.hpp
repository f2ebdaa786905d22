#pragma once
// Is a harm only meant, rather than done?
//   "a plot to kill three judges", "sent two men to kill a judge", "calling for the death of two ministers"
// "used a knife to kill two" tells of two dead. What is feared or supposed is told by other words
// (read_figures).

#include <cstdint>
#include <vector>

#include "extractor/figures/frame_rules.hpp"

namespace annals {

// `trigger`: the chunk that tells the harm.
bool is_intended(const TokenizedText& text, const std::vector<Chunk>& chunks, const FrameRules& rules,
                 std::uint32_t trigger);

}  // namespace annals
