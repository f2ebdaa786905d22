#include "annals/model/timex.hpp"

#include "model/names.hpp"

namespace annals {

namespace {
constexpr std::array<std::string_view, 4> kTypes{"DATE", "TIME", "DURATION", "SET"};
constexpr std::array<std::string_view, 8> kRelations{"on",     "since", "until",  "by",
                                                     "before", "after", "within", "as_of"};
constexpr std::array<std::string_view, 5> kAnchors{"none", "publication", "last_mention", "dateline",
                                                   "event"};
constexpr std::array<std::string_view, 3> kOthers{"weekday", "year", "order"};
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
std::string_view name_of(OtherReading other) {
  return name_in(kOthers, other);
}

std::optional<DateSpan> narrowed_dates(const Timex& timex) {
  if (!timex.dates) return std::nullopt;
  DateSpan span = *timex.dates;
  if (timex.mod == "START") span = part_of(span, StretchPart::early);
  if (timex.mod == "MID") span = part_of(span, StretchPart::mid);
  if (timex.mod == "END") span = part_of(span, StretchPart::late);
  span.approximate = span.approximate || timex.dates->approximate || timex.mod == "APPROX";
  span.uncertain = timex.dates->uncertain;
  return span;
}

}  // namespace annals
