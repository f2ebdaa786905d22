#include "annals/model/finding.hpp"

#include "model/names.hpp"

namespace annals {

namespace {
constexpr std::array<std::string_view, 5> kConflicts{"rivals", "denial", "sum", "subset", "disjoint"};
constexpr std::array<std::string_view, 5> kAnomalies{"drop", "jump", "plateau", "arithmetic", "silence"};
}  // namespace

std::string_view name_of(ConflictKind kind) {
  return name_in(kConflicts, kind);
}
std::string_view name_of(AnomalyKind kind) {
  return name_in(kAnomalies, kind);
}

}  // namespace annals
