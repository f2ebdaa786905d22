#pragma once
// What an article says in all: repeats recognised, parts summed once, background and feared figures left out.

#include <array>
#include <optional>
#include <vector>

#include "annals/model/claim.hpp"

namespace annals {

// Sets duplicate_of on figures that tell an earlier figure of the article again: same kind, number and scope,
// victims that can be the same.
void mark_repeats(std::vector<Figure>& figures);

// The article's own toll by kind: a running total where it gives one, else the sum of its distinct counts, or
// the largest where one of them covers the rest.
std::array<std::optional<Total>, kHarmKinds> total_up(const std::vector<Figure>& figures);

}  // namespace annals
