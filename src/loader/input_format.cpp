#include <algorithm>
#include <array>

#include "annals/loader/load.hpp"

namespace annals {

namespace {
constexpr std::array<std::string_view, 6> kNames{"auto", "text", "markdown", "html", "json", "jsonl"};
}  // namespace

std::string_view name_of(InputFormat format) {
  return kNames.at(static_cast<std::size_t>(format));
}

std::optional<InputFormat> input_format_named(std::string_view name) {
  const auto it = std::find(kNames.begin(), kNames.end(), name);
  if (it == kNames.end()) return std::nullopt;
  return static_cast<InputFormat>(it - kNames.begin());
}

}  // namespace annals
