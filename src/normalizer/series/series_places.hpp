#pragma once
// Counts of one event in several countries, or of several sides, are series of their own: those killed in
// Israel and those killed in the Gaza Strip are never rivals, nor are the soldiers and the civilians of one
// war. An event that most articles place in one country keeps one series.

#include <vector>

#include "annals/model/evidence.hpp"

namespace annals {

// Sets series_place of figures from articles, and clears `side` where nothing has been told apart. Goes
// through `evidence` in its order, which is that of time: from the moment on at which two regions (two sides)
// of a subject have each been told of by several articles, the others have series of their own, and figures
// without one stay with the one told of most. What was sorted before stays where it is.
// A number many times what its own region ever counted that repeats the count of one other goes to the other.
void tell_places_apart(std::vector<Evidence>& evidence);

}  // namespace annals
