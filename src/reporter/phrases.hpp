#pragma once
// How values are said: numbers never barer than they were reported, dates year-first, codes in words.
//   Estimate{best 1297, at_least} => "at least 1,297";  Reason::copy_of => "a copy of another report"
// Texts of articles pass through as they are: whoever prints escapes.

#include <optional>
#include <string>
#include <string_view>

#include "annals/model/evidence.hpp"
#include "annals/model/series.hpp"

namespace annals {

// "Killed", "Displaced (families)"
std::string kind_label(HarmKind kind, Unit unit = Unit::people);
// The same of a series or a claim, which may count something that is no harm: "Recovered".
std::string kind_label(const SeriesKey& series);
std::string kind_label(const Evidence& evidence);
// Name of what is counted in the machine formats: "killed", or the measure.
std::string_view kind_name(const SeriesKey& series);
std::string_view frame_label(Frame frame);  // "feared"; empty for what is simply reported

// "at least 1,297", "24-99 (vague)", "no number"
std::string say_best(const Estimate& estimate);
// The same short, for a column: "1,297+", "~250", "<300", "20-30"; "-" when there is none.
std::string short_best(const Estimate& estimate);
// "1,297 to 1,941", "1,297 or more"; "-" where low, best and high are one.
std::string say_range(const Estimate& estimate);
// The quantity with its frame: "at least 12", "100,000 feared". A vague word is told as it was written when
// `written` is given.
std::string say_value(const Evidence& evidence, std::string_view written = {});
// What is counted: "Gaza Strip, identified"; "event" or "total" when there is neither.
std::string say_scope(const Evidence& evidence);
std::string say_series(const SeriesKey& series);  // "Killed, Gaza Strip, women"
// The one who said it; an article's own voice is its publisher's.
std::string said_by(const Evidence& evidence);

// "2021-08-15" or "2021-08-15 16:03"; "-" when unset.
std::string short_time(const std::optional<Instant>& instant);
// "-" when unset.
std::string short_date(const std::optional<DateSpan>& date);

std::string_view status_label(EstimateStatus status);  // "one source", "disputed"
std::string_view reason_label(Reason reason);          // why a figure does not carry, in words
std::string_view cause_label(ChangeCause cause);
std::string_view policy_label(std::string_view policy);  // one sentence; empty for a name not known here

}  // namespace annals
