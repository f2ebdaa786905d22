#pragma once
// What an account without a day (an encyclopedia article, a report on a season) says in all of one kind of
// harm. It tells a toll more than once, of the whole and of places, and sums up before it goes into detail.
//   "In all, 45 people were killed. In Peru nine people were killed."             => 45
//   "The storm killed nine people in Peru. It then killed three in Chile."        => 12
//   chapters "Peru" with "A total of nine people died", "Chile" with "Three died" => 12
// The total that the opening paragraph states wins; then what is told first of no place; then the sum of the
// places. A place inside another one is not added to it.

#include <optional>
#include <string_view>
#include <vector>

#include "annals/model/claim.hpp"

#include "extractor/figures/places.hpp"
#include "extractor/figures/tellings.hpp"

namespace annals {

// `tellings` in order of the text; nothing where all are of other years.
std::optional<Total> total_of_account(std::string_view text, const std::vector<Claim>& claims,
                                      const std::vector<Telling>& tellings, const WordTable& words,
                                      const FramingRules& framing, const PlaceRules& places);

}  // namespace annals
