#pragma once
// How the places that a sentence names hang together.
//   "in the village of Umm Qais in Irbid, Jordan"  => one phrase; Umm Qais lies in Jordan
//   "in Homs, Hama and Idlib"                      => three phrases: a list
//   "LANTA, Ruritania (Agency) - Nine people ..."  => dated from Lanta
// Finding the names themselves is for places.hpp.

#include "extractor/figures/places.hpp"

namespace annals {

// Does what follows a name, from the token `after` on, close a dateline? ", N.Y. (Agency)", " - "
// Nothing at or behind the token `end` counts, nor are words from the byte `date_begin` on names.
bool is_dated_from(const std::vector<Token>& tokens, std::uint32_t after, std::uint32_t end,
                   std::uint32_t date_begin = UINT32_MAX);

// Sets the phrase of each place, and what is known only from the places beside it: `within`, and the region
// and the preposition that it shares with them. `places` are all those of one sentence, in its order.
void join_phrases(const TokenizedText& text, const WordTable& words, const PlaceRules& rules,
                  std::vector<Place>& places);

// Marks the first place that what follows is dated from, if there is one.
// `first` and `end` are the tokens of the sentence, `end` one past the last.
void mark_dateline(const TokenizedText& text, std::uint32_t first, std::uint32_t end,
                   std::vector<Place>& places);

}  // namespace annals
