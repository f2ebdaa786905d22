#include "cli/moment.hpp"

#include <charconv>
#include <chrono>
#include <cstdlib>

#include <fmt/format.h>

#include "annals/model/error.hpp"
#include "annals/text/escape.hpp"

namespace annals {

namespace {

constexpr std::int64_t kSecondsOfDay = 86400;

[[noreturn]] void refuse(std::string_view option, std::string_view text) {
  throw Error(Error::Kind::usage,
              fmt::format("{} {}: not a date of the calendar; write 2024-06-10, 2024-06, 2024 or @yesterday",
                          option, escape_terminal(text)));
}

std::optional<Instant> source_date_epoch() {
  const char* given = std::getenv("SOURCE_DATE_EPOCH");  // NOLINT(concurrency-mt-unsafe): before any thread
  if (given == nullptr) return std::nullopt;
  const std::string_view text = given;
  Instant instant;
  instant.precision = Instant::Precision::second;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), instant.seconds);
  if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return instant;
}

DateSpan days_of(std::string_view option, std::string_view text, const Clock& clock) {
  if (text == "@today") return day_span(from_days(to_days(clock.read().date())));
  if (text == "@yesterday") return day_span(add_days(clock.read().date(), -1));
  if (const auto span = parse_edtf(text)) return *span;
  if (const auto instant = parse_instant(text)) return day_span(instant->date());
  refuse(option, text);
}

}  // namespace

Instant Clock::read() const {
  if (now) return *now;
  if (const auto epoch = source_date_epoch()) return *epoch;
  Instant instant;
  instant.precision = Instant::Precision::second;
  instant.seconds =
      std::chrono::duration_cast<std::chrono::seconds>(std::chrono::system_clock::now().time_since_epoch())
          .count();
  return instant;
}

Date first_day(std::string_view option, std::string_view text, const Clock& clock) {
  const DateSpan span = days_of(option, text, clock);
  if (!span.first) refuse(option, text);
  return *span.first;
}

Date last_day(std::string_view option, std::string_view text, const Clock& clock) {
  const DateSpan span = days_of(option, text, clock);
  if (!span.last) refuse(option, text);
  return *span.last;
}

Instant end_of(std::string_view option, std::string_view text, const Clock& clock) {
  if (!text.starts_with("@") && !parse_edtf(text)) {
    if (const auto instant = parse_instant(text)) return *instant;
  }
  Instant instant = instant_of(last_day(option, text, clock));
  instant.seconds += kSecondsOfDay - 1;  // stays at day precision, so that it is shown as the day
  return instant;
}

bool is_moment(std::string_view text) {
  return text == "@today" || text == "@yesterday" || parse_edtf(text) || parse_instant(text);
}

Instant moment(std::string_view option, std::string_view text, const Clock& clock) {
  if (text.starts_with("@")) return instant_of(last_day(option, text, clock));
  if (const auto instant = parse_instant(text)) return *instant;
  refuse(option, text);
}

}  // namespace annals
