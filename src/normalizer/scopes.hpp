#pragma once
// Places that counts are of: which is the whole, and which are its disjoint parts.
//   "TR+SY" is the whole of "TR" and "SY";  "SY" of "SY-gov" and "SY-nw";  93 in NO = 86 in Utoya + 7 in Oslo
// No gazetteer: only what the names and the numbers themselves say.

#include <string>
#include <string_view>
#include <vector>

namespace annals {

// The places among `places` that `whole` names as its disjoint parts; empty when it names none.
std::vector<std::string> parts_of(std::string_view whole, const std::vector<std::string>& places);
// How wide a place is as its name tells; a larger number is wider: the whole event, a union, a country code,
// anything else, a part by name of another of `places`.
int width_of(std::string_view place, const std::vector<std::string>& places);

}  // namespace annals
