#pragma once
// Where the main clause of a sentence has its verb.
//   "The plan, which the army accepted, calls for peace."   => calls
//   "As the mayor left, the crowd cheered."                 => cheered
//   "The strike called by the union was over."              => was
// It goes by the order of chunks alone and knows no grammar beyond clauses that open or are set in; where all
// verbs stand in such clauses it is the first one.

#include <span>
#include <vector>

#include "extractor/figures/read_figures.hpp"

namespace annals {

// The first finite verb, by index; or the number of chunks.
std::size_t first_verb(std::span<const Chunk> chunks);
std::size_t main_verb(std::span<const Chunk> chunks);

// The chunk with the verb that carries the meaning: behind "has been" and the like. Their number for none.
std::size_t full_verb(std::span<const Chunk> chunks, std::size_t verb);

// The first chunk that ends behind the byte; or their number.
std::size_t chunk_at(const std::vector<Token>& tokens, std::span<const Chunk> chunks, std::uint32_t byte);

}  // namespace annals
