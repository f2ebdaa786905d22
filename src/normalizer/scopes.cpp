#include "normalizer/scopes.hpp"

#include <algorithm>

#include "annals/text/utf8.hpp"

namespace annals {

namespace {

bool is_upper(char c) {
  return c >= 'A' && c <= 'Z';
}
bool is_country_code(std::string_view place) {
  return (place.size() == 2 || place.size() == 3) && std::all_of(place.begin(), place.end(), is_upper);
}
// "SY-nw" of "SY"; "Lahaina, Maui" of "Maui".
bool is_part_by_name(std::string_view part, std::string_view whole) {
  if (whole.empty() || part.size() <= whole.size() + 1) return false;
  if (part.starts_with(whole) && part[whole.size()] == '-') return true;
  return part.ends_with(whole) && trim(part.substr(0, part.size() - whole.size())).ends_with(',');
}

}  // namespace

std::vector<std::string> parts_of(std::string_view whole, const std::vector<std::string>& places) {
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
  for (const std::string& place : places) {
    if (place.starts_with(whole) && is_part_by_name(place, whole)) parts.push_back(place);
  }
  if (parts.size() < 2) parts.clear();
  return parts;
}

int width_of(std::string_view place, const std::vector<std::string>& places) {
  if (place.empty()) return 4;
  if (place.find('+') != std::string_view::npos) return 3;
  const bool part = std::any_of(places.begin(), places.end(),
                                [&](const std::string& p) { return is_part_by_name(place, p); });
  if (part) return 0;
  return is_country_code(place) ? 2 : 1;
}

}  // namespace annals
