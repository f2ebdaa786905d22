#pragma once
// Civil dates, spans of dates with their grain and EDTF form, and instants. Proleptic Gregorian calendar,
// years -9999..9999 (0 is 1 BC), so "241 BC" has a value. Arithmetic is that of <chrono>, ISO weeks are
// Boost.DateTime's.
//   parse_edtf("2024-06") => 2024-06-01..2024-06-30, grain month;  to_edtf(it) => "2024-06"
//   parse_edtf("../2024-06-10") => open start, last 2024-06-10
// An impossible date ("2023-02-30") is nullopt, never another date.

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace annals {

struct Date {
  std::int16_t year = 1970;
  std::uint8_t month = 1;  // 1..12
  std::uint8_t day = 1;    // 1..days of the month
  auto operator<=>(const Date&) const = default;
};

// Checked: nullopt where the calendar has no such day or the year is outside -9999..9999.
std::optional<Date> make_date(int year, int month, int day);
// Days since 1970-01-01, negative before it.
std::int32_t to_days(Date date);
// Inverse of to_days; days outside years -9999..9999 are clamped to the first or last day of that range.
Date from_days(std::int32_t days);
Date add_days(Date date, std::int32_t days);
// The same day `months` later, clamped to the end of a shorter month (31 January + 1 => 28 or 29 February).
Date add_months(Date date, int months);
int days_in_month(int year, int month);
// 0 Monday .. 6 Sunday.
int weekday(Date date);

struct IsoWeek {
  int year = 1970;
  int week = 1;  // 1..53
  bool operator==(const IsoWeek&) const = default;
};
// ISO 8601 week that holds the date; for years outside 1400..9999 (Boost's range) it is counted in the
// cycle's twin year.
IsoWeek iso_week(Date date);
// Monday of an ISO week; nullopt when the year has no such week.
std::optional<Date> monday_of(IsoWeek week);

enum class Grain : std::uint8_t { day, week, month, season, quarter, year, decade, century };

// A day or a stretch of days, both ends inclusive. A missing end is open ("..", it goes on) or, with
// `unknown_end`, unknown ("").
struct DateSpan {
  std::optional<Date> first;
  std::optional<Date> last;
  // "March 2022" keeps month until a call narrows it; of an interval: the finer end's. A half-year is of
  // grain season, a weekend of grain week.
  Grain grain = Grain::day;
  bool approximate = false;  // EDTF ~
  bool uncertain = false;    // EDTF ?
  bool unknown_end = false;  // of a missing end
  bool is_day() const { return first && last && *first == *last; }
  bool operator==(const DateSpan&) const = default;
};

DateSpan day_span(Date date);
DateSpan month_span(int year, int month);  // month 1..12
DateSpan year_span(int year);
// Interval from the start of `from` to the end of `to`; either may be open (nullopt).
DateSpan interval(std::optional<Date> from, std::optional<Date> to);

// "Early", "mid" and "late" of a stretch: its first, middle or last third, as an interval of the next finer
// grain that is marked approximate. EDTF has no word of its own for it.
//   early March 2011 => 2011-03-01~/2011-03-10~;  late 2019 => 2019-09~/2019-12~;  mid-1990s => 1994~/1996~
// Days, weekends and intervals that are no stretch of the calendar stay whole.
enum class StretchPart : std::uint8_t { early, mid, late };
DateSpan part_of(const DateSpan& span, StretchPart part);

// EDTF (ISO 8601-2:2019, levels 0 to 2) as far as articles need it:
//   2024, 2024-06, 2024-06-10     year, month, day; -0240 is 241 BC
//   2024-21 .. 24                 spring (March to May), summer, autumn, winter (December to February)
//   2024-33 .. 36, 2024-40, 41    quarters, halves of a year
//   199X, 18XX                    decade, century (1800 to 1899)
//   A/B, ../B, A/.., /B, A/       interval; open end; unknown end
//   ~ ? %                         after a date: approximate, uncertain, both; of an interval for the whole
// What EDTF has no word for, as weeks and weekends, is written as the interval of its days; read back it is
// the same days, of grain day. Also read: ISO 8601 weeks (2024-W23, 2024-W23-1), the seasons of each
// hemisphere (2024-25 .. 32), thirds of a year (2024-37 .. 39), and digits that are not told (2024-XX,
// 2024-06-XX) as the stretch that holds them.
// nullopt for anything else, and for days that no calendar has.
std::string to_edtf(const DateSpan& span);
// The same days in years, months and days alone, which every reader of EDTF knows: a summer is
// 2024-06/2024-08, a decade 1990/1999. It is what dates of figures and claims are written as.
std::string to_plain_edtf(const DateSpan& span);
std::optional<DateSpan> parse_edtf(std::string_view text);
// 2024-06-10; years outside 0..9999 with a sign, as ISO 8601 writes them.
std::string to_iso(Date date);
// "10 June 2024", for prose.
std::string to_prose(Date date);
std::string to_prose(const DateSpan& span);
std::optional<Date> parse_iso_date(std::string_view text);

// A point of time in UTC with the precision that was stated.
struct Instant {
  enum class Precision : std::uint8_t { day, minute, second };
  std::int64_t seconds = 0;  // since 1970-01-01T00:00:00Z
  Precision precision = Precision::day;
  std::int16_t offset_minutes = 0;  // zone of the writer: date() is the civil day there
  // Civil day in the writer's own zone.
  Date date() const;
  // Ordered by time alone; a bare day sorts at its start.
  std::strong_ordering operator<=>(const Instant& other) const { return seconds <=> other.seconds; }
  bool operator==(const Instant& other) const = default;
};
Instant instant_of(Date date);
// ISO 8601 / RFC 3339 ("2021-08-14T16:03:12Z", "2021-08-14 16:03+02:00", "2021-08-14") and RFC 2822
// ("Sat, 14 Aug 2021 16:03:12 GMT"); a time without a zone is taken as UTC. nullopt for anything else.
std::optional<Instant> parse_instant(std::string_view text);
// "2021-08-14" at day precision, else "2021-08-14T16:03:12Z".
std::string to_iso(const Instant& instant);

}  // namespace annals
