// "Early", "mid" and "late": thirds of a stretch of the calendar.

#include <algorithm>

#include "annals/model/date.hpp"

namespace annals {

namespace {

// Where the middle and the last part begin, in steps from the start.
struct Cuts {
  int middle;
  int late;
  int end;
};
constexpr Cuts kWeek{2, 4, 7};  // Monday and Tuesday; Wednesday and Thursday; the rest
constexpr Cuts kMonth{10, 20, 31};

// Thirds of months or years: 4, 4, 4 of a year, 4, 3, 3 of a decade.
Cuts thirds(int count) {
  return {(count + 2) / 3, (2 * count + 2) / 3, count};
}

struct Steps {
  int first;
  int last;
};
Steps steps_of(const Cuts& cuts, StretchPart part) {
  switch (part) {
    case StretchPart::early: return {0, cuts.middle - 1};
    case StretchPart::mid: return {cuts.middle, cuts.late - 1};
    case StretchPart::late: break;
  }
  return {cuts.late, cuts.end - 1};
}

DateSpan about(Date first, Date last, Grain grain) {
  return {first, last, grain, true, false};
}

DateSpan months_of(const DateSpan& span, int months, StretchPart part) {
  const Steps steps = steps_of(thirds(months), part);
  return about(add_months(*span.first, steps.first), add_days(add_months(*span.first, steps.last + 1), -1),
               Grain::month);
}

DateSpan years_of(const DateSpan& span, int years, StretchPart part) {
  const Steps steps = steps_of(thirds(years), part);
  return about(*year_span(span.first->year + steps.first).first,
               *year_span(span.first->year + steps.last).last, Grain::year);
}

}  // namespace

DateSpan part_of(const DateSpan& span, StretchPart part) {
  if (!span.first || !span.last) return span;
  const Date first = *span.first;
  const int days = to_days(*span.last) - to_days(first) + 1;
  const int months = (span.last->year - first.year) * 12 + span.last->month - first.month + 1;
  switch (span.grain) {
    case Grain::week: {
      if (days != kWeek.end) return span;
      const Steps steps = steps_of(kWeek, part);
      return about(add_days(first, steps.first), add_days(first, steps.last), Grain::day);
    }
    case Grain::month: {
      if (months != 1 || days != days_in_month(first.year, first.month)) return span;
      const Steps steps = steps_of(kMonth, part);
      return about(add_days(first, steps.first), std::min(add_days(first, steps.last), *span.last),
                   Grain::day);
    }
    case Grain::season:
    case Grain::quarter:
    case Grain::year: return first.day == 1 && months >= 3 ? months_of(span, months, part) : span;
    case Grain::decade:
    case Grain::century: return years_of(span, span.last->year - first.year + 1, part);
    case Grain::day: break;
  }
  return span;
}

}  // namespace annals
