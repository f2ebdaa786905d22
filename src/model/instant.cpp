#include <algorithm>
#include <array>
#include <string>

#include <fmt/core.h>

#include "annals/model/date.hpp"

namespace annals {

namespace {

constexpr std::int64_t kDaySeconds = 86400;
constexpr std::array<std::string_view, 12> kMonths{"jan", "feb", "mar", "apr", "may", "jun",
                                                   "jul", "aug", "sep", "oct", "nov", "dec"};

// A cursor over the text; every read_ moves it only when it succeeds.
struct Cursor {
  std::string_view rest;

  bool accept(char c) {
    if (rest.empty() || rest.front() != c) return false;
    rest.remove_prefix(1);
    return true;
  }
  void skip_spaces() {
    while (accept(' ')) {
    }
  }
  std::optional<int> read_number(std::size_t least, std::size_t most) {
    std::size_t n = 0;
    int value = 0;
    while (n < rest.size() && n < most && rest[n] >= '0' && rest[n] <= '9')
      value = value * 10 + (rest[n++] - '0');
    if (n < least) return std::nullopt;
    rest.remove_prefix(n);
    return value;
  }
};

struct ClockTime {
  int seconds = 0;  // since midnight
  Instant::Precision precision = Instant::Precision::minute;
};

std::optional<ClockTime> read_clock(Cursor& in) {
  const auto hour = in.read_number(1, 2);
  if (!hour || *hour > 24 || !in.accept(':')) return std::nullopt;
  const auto minute = in.read_number(2, 2);
  if (!minute || *minute > 59 || (*hour == 24 && *minute != 0)) return std::nullopt;
  ClockTime time{*hour * 3600 + *minute * 60, Instant::Precision::minute};
  if (in.accept(':')) {
    const auto second = in.read_number(2, 2);
    if (!second || *second > 60 || (*hour == 24 && *second != 0)) return std::nullopt;
    time = {time.seconds + *second, Instant::Precision::second};
    if (in.accept('.') || in.accept(',')) in.read_number(0, 9);
  }
  return time;
}

// Z, UTC, GMT, +hh:mm, -hhmm, or nothing (UTC); the named North American zones of RFC 2822.
std::optional<int> read_zone(Cursor& in) {
  in.skip_spaces();
  if (in.rest.empty()) return 0;
  for (const bool minus : {false, true}) {
    if (!in.accept(minus ? '-' : '+')) continue;
    const auto hours = in.read_number(2, 2);
    if (!hours || *hours > 14) return std::nullopt;
    in.accept(':');
    const auto minutes = in.read_number(0, 2);
    const int offset = *hours * 60 + std::min(minutes.value_or(0), 59);
    return minus ? -offset : offset;
  }
  constexpr std::array<std::pair<std::string_view, int>, 12> kZones{{{"Z", 0},
                                                                     {"z", 0},
                                                                     {"UTC", 0},
                                                                     {"GMT", 0},
                                                                     {"UT", 0},
                                                                     {"EST", -300},
                                                                     {"EDT", -240},
                                                                     {"CST", -360},
                                                                     {"CDT", -300},
                                                                     {"MST", -420},
                                                                     {"PST", -480},
                                                                     {"PDT", -420}}};
  for (const auto& [name, offset] : kZones) {
    if (in.rest == name) {
      in.rest = {};
      return offset;
    }
  }
  return std::nullopt;
}

std::optional<Instant> compose(Date date, const ClockTime& time, int offset) {
  Instant instant;
  instant.seconds = to_days(date) * kDaySeconds + time.seconds - offset * 60;
  instant.precision = time.precision;
  instant.offset_minutes = static_cast<std::int16_t>(offset);
  return instant;
}

// "Sat, 14 Aug 2021 16:03:12 GMT"
std::optional<Instant> parse_rfc2822(std::string_view text) {
  const std::size_t comma = text.find(',');
  Cursor in{comma == std::string_view::npos ? text : text.substr(comma + 1)};
  in.skip_spaces();
  const auto day = in.read_number(1, 2);
  if (!day || !in.accept(' ') || in.rest.size() < 3) return std::nullopt;
  std::string name(in.rest.substr(0, 3));
  std::transform(name.begin(), name.end(), name.begin(), [](char c) { return static_cast<char>(c | 0x20); });
  const auto month = std::find(kMonths.begin(), kMonths.end(), name);
  if (month == kMonths.end()) return std::nullopt;
  in.rest.remove_prefix(3);
  if (!in.accept(' ')) return std::nullopt;
  const auto year = in.read_number(4, 4);
  if (!year) return std::nullopt;
  const auto date = make_date(*year, static_cast<int>(month - kMonths.begin()) + 1, *day);
  if (!date) return std::nullopt;
  if (in.rest.empty()) return instant_of(*date);
  in.skip_spaces();
  const auto time = read_clock(in);
  if (!time) return std::nullopt;
  const auto zone = read_zone(in);
  if (!zone || !in.rest.empty()) return std::nullopt;
  return compose(*date, *time, *zone);
}

}  // namespace

Date Instant::date() const {
  const std::int64_t local = seconds + std::int64_t{offset_minutes} * 60;
  const std::int64_t days = local >= 0 ? local / kDaySeconds : -((-local + kDaySeconds - 1) / kDaySeconds);
  return from_days(static_cast<std::int32_t>(std::clamp<std::int64_t>(days, INT32_MIN, INT32_MAX)));
}

Instant instant_of(Date date) {
  return {to_days(date) * kDaySeconds, Instant::Precision::day, 0};
}

std::optional<Instant> parse_instant(std::string_view text) {
  while (!text.empty() && (text.front() == ' ' || text.front() == '\t')) text.remove_prefix(1);
  while (!text.empty() && static_cast<unsigned char>(text.back()) <= ' ') text.remove_suffix(1);
  if (text.size() < 8) return std::nullopt;
  if (text.size() == 8 && text.find_first_not_of("0123456789") == std::string_view::npos) {  // 20240611
    const auto packed = Cursor{text}.read_number(8, 8);
    const auto date = make_date(*packed / 10000, *packed / 100 % 100, *packed % 100);
    if (!date) return std::nullopt;
    return instant_of(*date);
  }
  if (text.size() < 10) return std::nullopt;
  const auto date = parse_iso_date(text.substr(0, 10));
  if (!date) return parse_rfc2822(text);
  Cursor in{text.substr(10)};
  if (in.rest.empty()) return instant_of(*date);
  if (!in.accept('T') && !in.accept('t') && !in.accept(' ')) return std::nullopt;
  const auto time = read_clock(in);
  if (!time) return std::nullopt;
  const auto zone = read_zone(in);
  if (!zone || !in.rest.empty()) return std::nullopt;
  return compose(*date, *time, *zone);
}

std::string to_iso(const Instant& instant) {
  if (instant.precision == Instant::Precision::day) return to_iso(instant.date());
  const Date date = Instant{instant.seconds, instant.precision, 0}.date();
  const std::int64_t clock = instant.seconds - to_days(date) * kDaySeconds;
  return fmt::format("{}T{:02}:{:02}:{:02}Z", to_iso(date), clock / 3600, clock / 60 % 60, clock % 60);
}

}  // namespace annals
