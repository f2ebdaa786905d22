#include "annals/model/claim.hpp"

#include "model/names.hpp"

namespace annals {

namespace {
constexpr std::array<std::string_view, 4> kTypes{"event", "statement", "background", "other"};
}  // namespace

std::string_view name_of(ClaimType type) {
  return name_in(kTypes, type);
}
std::optional<ClaimType> claim_type_named(std::string_view name) {
  return named_in<ClaimType>(kTypes, name);
}

}  // namespace annals
