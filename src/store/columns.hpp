#pragma once
// How values of the model lie in columns: a span takes 2, a quote 3, a span of dates 5, a stamped date 5.
// Writing and reading stand side by side, as they must agree. Enumerators are stored as their number.

#include <optional>

#include "annals/model/article.hpp"
#include "annals/model/claim.hpp"

#include "store/sqlite.hpp"

namespace annals {

// How many enumerators each has; a number beyond is refused when read.
inline constexpr int kDateOrigins = 9;
inline constexpr int kPrecisions = 3;
inline constexpr int kGrains = 8;
inline constexpr int kClaimTypes = 4;
inline constexpr int kBounds = 8;
inline constexpr int kUnits = 4;
inline constexpr int kScopes = 2;
inline constexpr int kFrames = 6;
inline constexpr int kTimexTypes = 4;
inline constexpr int kTimexRelations = 8;
inline constexpr int kAnchorKinds = 5;
inline constexpr int kOtherReadings = 3;
inline constexpr int kSeverities = 3;
inline constexpr int kFates = 3;
inline constexpr int kSides = 5;
inline constexpr int kDefinitions = 6;
inline constexpr int kEstimateStatuses = 6;
inline constexpr int kChangeCauses = 16;

// begin, end
void put_span(sqlite::Statement& row, Span span);
Span take_span(sqlite::Statement& row);
// text, begin, end; all NULL when unset
void put_quote(sqlite::Statement& row, const std::optional<Quote>& quote);
std::optional<Quote> take_quote(sqlite::Statement& row);
// EDTF for people, then what the value is made of: first, last (days since 1970-01-01), grain, marks
// (1 approximate + 2 uncertain + 4 unknown end); all NULL when unset
void put_dates(sqlite::Statement& row, const std::optional<DateSpan>& dates);
std::optional<DateSpan> take_dates(sqlite::Statement& row);
// ISO 8601 for people, then seconds, precision, offset, origin; all NULL when unset
void put_stamped(sqlite::Statement& row, const std::optional<StampedDate>& date);
std::optional<StampedDate> take_stamped(sqlite::Statement& row);

template <typename Enum>
void put_enum(sqlite::Statement& row, Enum value) {
  row.put(static_cast<std::int64_t>(value));
}

}  // namespace annals
