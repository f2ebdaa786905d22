#pragma once
// Places that counts are of: which is the whole, and which are its disjoint parts.
//   "TR+SY" is the whole of "TR" and "SY";  "SY" of "SY-gov" and "SY-nw";  93 in NO = 86 in Utoya + 7 in Oslo
// No gazetteer: only what the names themselves say.

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace annals {

class ScopeTree {
 public:
  explicit ScopeTree(const std::vector<std::string>& places);
  // The disjoint parts that `whole` names, or that name it; empty when there are none, or only one.
  std::vector<std::string> parts_of(std::string_view whole) const;
  // How wide a place is as its name tells; a larger number is wider: the whole event, a union, a country
  // code, anything else, a part by name of another of the places.
  int width_of(std::string_view place) const;

 private:
  std::map<std::string, std::vector<std::string>, std::less<>> named_parts_;  // by whole; parts ascending
};

}  // namespace annals
