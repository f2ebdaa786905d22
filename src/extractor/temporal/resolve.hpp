#pragma once
// Second step: what a mention says by itself, with the day of writing and the dates told before it, gives the
// time that is meant. The anchor is chosen for each mention:
//   yesterday, last week, two days ago     the day of writing
//   the next day, that year, a week later  the last date in the text at that grain
//   Friday, 3 March, March                 the day of writing in news; the last date in a narrative
// A text is a narrative when its own explicit years lie away from the day of writing, or when that is
// unknown.

#include <optional>
#include <vector>

#include "extractor/temporal/moment.hpp"
#include "extractor/temporal/recognize.hpp"

namespace annals {

struct ResolvedTime {
  std::optional<Moment> moment;  // unset: no one time is known
  AnchorKind anchor = AnchorKind::none;
  bool dropped = false;  // no time in a text of this kind
};

// One result a mention, in order. `written` is the day of publication or else of the dateline.
std::vector<ResolvedTime> resolve_times(const std::vector<FoundTime>& found, std::optional<Date> written,
                                        AnchorKind written_kind);

}  // namespace annals
