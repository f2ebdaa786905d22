#pragma once
// Names of enumerators, in the order of the enumerators: name_of() and *_named() read the same table.

#include <algorithm>
#include <array>
#include <cstddef>
#include <optional>
#include <string_view>

namespace annals {

template <typename Enum, std::size_t N>
std::string_view name_in(const std::array<std::string_view, N>& names, Enum value) {
  return names.at(static_cast<std::size_t>(value));
}

template <typename Enum, std::size_t N>
std::optional<Enum> named_in(const std::array<std::string_view, N>& names, std::string_view name) {
  const auto it = std::find(names.begin(), names.end(), name);
  if (it == names.end()) return std::nullopt;
  return static_cast<Enum>(it - names.begin());
}

}  // namespace annals
