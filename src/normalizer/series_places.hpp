#pragma once
// Counts of one event in several countries are series of their own: those killed in Israel and those killed
// in the Gaza Strip are never rivals. An event that most articles place in one country keeps one series.

#include <vector>

#include "annals/model/evidence.hpp"

namespace annals {

// Sets series_place of figures from articles: by event and kind, where at least two regions are each told of
// by several articles. Figures whose region is not known go with the region told of most.
void tell_places_apart(std::vector<Evidence>& evidence);

}  // namespace annals
