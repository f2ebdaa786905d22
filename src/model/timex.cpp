#include "annals/model/timex.hpp"

#include "model/names.hpp"

namespace annals {

namespace {
constexpr std::array<std::string_view, 4> kTypes{"DATE", "TIME", "DURATION", "SET"};
constexpr std::array<std::string_view, 8> kRelations{"on",     "since", "until",  "by",
                                                     "before", "after", "within", "as_of"};
constexpr std::array<std::string_view, 4> kAnchors{"none", "publication", "last_mention", "dateline"};
}  // namespace

std::string_view name_of(TimexType type) {
  return name_in(kTypes, type);
}
std::string_view name_of(TimexRelation relation) {
  return name_in(kRelations, relation);
}
std::string_view name_of(AnchorKind anchor) {
  return name_in(kAnchors, anchor);
}

}  // namespace annals
