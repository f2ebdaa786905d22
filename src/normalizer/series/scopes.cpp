#include "normalizer/series/scopes.hpp"

#include <algorithm>
#include <optional>

#include "annals/text/utf8.hpp"

namespace annals {

namespace {

bool is_upper(char c) {
  return c >= 'A' && c <= 'Z';
}
bool is_country_code(std::string_view place) {
  return (place.size() == 2 || place.size() == 3) && std::all_of(place.begin(), place.end(), is_upper);
}

// The wholes that the name of a place holds: "SY" of "SY-nw", "Maui" of "Lahaina, Maui".
template <typename See>
void see_wholes(std::string_view place, See see) {
  for (std::size_t at = place.find('-'); at != std::string_view::npos; at = place.find('-', at + 1)) {
    if (at > 0 && at + 1 < place.size()) see(place.substr(0, at));
  }
  for (std::size_t at = place.find(','); at != std::string_view::npos; at = place.find(',', at + 1)) {
    const std::string_view rest = trim(place.substr(at + 1));
    if (at > 0 && !rest.empty()) see(rest);
  }
}

}  // namespace

ScopeTree::ScopeTree(const std::vector<std::string>& places) {
  for (const std::string& place : places) named_parts_[place];
  for (const std::string& place : places) {
    see_wholes(place, [&](std::string_view whole) {
      const auto at = named_parts_.find(whole);
      if (at == named_parts_.end()) return;
      std::vector<std::string>& parts = at->second;
      if (std::find(parts.begin(), parts.end(), place) == parts.end()) parts.push_back(place);
    });
  }
  for (auto& [whole, parts] : named_parts_) std::sort(parts.begin(), parts.end());
}

std::vector<std::string> ScopeTree::parts_of(std::string_view whole) const {
  std::vector<std::string> parts;
  if (whole.find('+') != std::string_view::npos) {
    std::string_view rest = whole;
    while (!rest.empty()) {
      const std::size_t plus = rest.find('+');
      parts.emplace_back(trim(rest.substr(0, plus)));
      rest = plus == std::string_view::npos ? std::string_view{} : rest.substr(plus + 1);
    }
    return parts;
  }
  const auto at = named_parts_.find(whole);
  if (at != named_parts_.end() && at->second.size() > 1) parts = at->second;
  return parts;
}

int ScopeTree::width_of(std::string_view place) const {
  if (place.empty()) return 4;
  if (place.find('+') != std::string_view::npos) return 3;
  bool part = false;
  see_wholes(place, [&](std::string_view whole) { part = part || named_parts_.contains(whole); });
  if (part) return 0;
  return is_country_code(place) ? 2 : 1;
}

}  // namespace annals
