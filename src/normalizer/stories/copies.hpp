#pragma once
// Which articles print the same text: wire copy, near-duplicates, pages that were edited a little.
//   MinHash over runs of three words, 42 bands of 3, finds candidates loosely (two texts that share three in
//   ten runs meet with p = .68); a strict look at both texts decides: nearly half of the shorter one's runs
//   in the other, or 25 words in one run. Articles more than four days apart are never copies.

#include <cstddef>
#include <vector>

#include "annals/model/document.hpp"

namespace annals {

// `documents` in order of time. For each, the index of the first of those that print its text; its own where
// it is the first.
std::vector<std::size_t> first_prints(const std::vector<const Document*>& documents);

}  // namespace annals
