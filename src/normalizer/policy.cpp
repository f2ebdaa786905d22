#include <algorithm>
#include <array>

#include "annals/normalizer/reconcile.hpp"

namespace annals {

namespace {
constexpr std::array<std::string_view, 4> kNames{"latest", "official", "conservative", "range"};
}  // namespace

std::string_view name_of(Policy policy) {
  return kNames.at(static_cast<std::size_t>(policy));
}

std::optional<Policy> policy_named(std::string_view name) {
  const auto it = std::find(kNames.begin(), kNames.end(), name);
  if (it == kNames.end()) return std::nullopt;
  return static_cast<Policy>(it - kNames.begin());
}

}  // namespace annals
