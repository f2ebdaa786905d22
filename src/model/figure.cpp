#include "annals/model/figure.hpp"

#include "model/names.hpp"

namespace annals {

namespace {
constexpr std::array<std::string_view, kHarmKinds> kKinds{"killed",   "injured",  "missing",    "captive",
                                                          "released", "detained", "displaced",  "trapped",
                                                          "rescued",  "sick",     "casualties", "affected"};
constexpr std::array<std::string_view, 4> kUnits{"people", "families", "households", "bodies"};
constexpr std::array<std::string_view, 2> kScopes{"event", "total"};
constexpr std::array<std::string_view, 6> kFrames{"reported",   "feared",       "denied",
                                                  "background", "hypothetical", "retracted"};
}  // namespace

std::string_view name_of(HarmKind kind) {
  return name_in(kKinds, kind);
}
std::optional<HarmKind> harm_kind_named(std::string_view name) {
  return named_in<HarmKind>(kKinds, name);
}
std::string_view name_of(Unit unit) {
  return name_in(kUnits, unit);
}
std::optional<Unit> unit_named(std::string_view name) {
  return named_in<Unit>(kUnits, name);
}
std::string_view name_of(Scope scope) {
  return name_in(kScopes, scope);
}
std::optional<Scope> scope_named(std::string_view name) {
  return named_in<Scope>(kScopes, name);
}
std::string_view name_of(Frame frame) {
  return name_in(kFrames, frame);
}
std::optional<Frame> frame_named(std::string_view name) {
  return named_in<Frame>(kFrames, name);
}

}  // namespace annals
