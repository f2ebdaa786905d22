#include "annals/model/doubt.hpp"

#include "model/names.hpp"

namespace annals {

std::string_view name_of(DoubtKind kind) {
  static constexpr std::array<std::string_view, 4> kNames{"stale_override", "failed_expectation", "rival",
                                                          "single_source"};
  return name_in(kNames, kind);
}

}  // namespace annals
