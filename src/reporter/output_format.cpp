#include <algorithm>
#include <array>

#include "annals/reporter/report.hpp"

namespace annals {

namespace {
constexpr std::array<std::string_view, 5> kNames{"text", "md", "json", "jsonl", "csv"};
}  // namespace

std::string_view name_of(OutputFormat format) {
  return kNames.at(static_cast<std::size_t>(format));
}

std::optional<OutputFormat> output_format_named(std::string_view name) {
  const auto it = std::find(kNames.begin(), kNames.end(), name);
  if (it == kNames.end()) return std::nullopt;
  return static_cast<OutputFormat>(it - kNames.begin());
}

}  // namespace annals
