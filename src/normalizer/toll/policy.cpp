#include <algorithm>
#include <array>

#include "annals/normalizer/reconcile.hpp"

namespace annals {

namespace {
constexpr std::array<std::string_view, 9> kNames{"model", "latest", "official", "conservative", "gtd",
                                                 "acled", "ucdp",   "ibc",      "range"};
}  // namespace

std::string_view name_of(Policy policy) {
  return kNames.at(static_cast<std::size_t>(policy));
}

std::optional<Policy> policy_named(std::string_view name) {
  const auto* const it = std::find(kNames.begin(), kNames.end(), name);
  if (it == kNames.end()) return std::nullopt;
  return static_cast<Policy>(it - kNames.begin());
}

std::vector<Policy> all_policies() {
  std::vector<Policy> all;
  for (std::size_t i = 0; i < kNames.size(); ++i) all.push_back(static_cast<Policy>(i));
  return all;
}

}  // namespace annals
