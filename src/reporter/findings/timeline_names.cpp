#include "reporter/findings/timeline_names.hpp"

namespace annals {

namespace {

std::string anchor_base(const DateSpan& date) {
  std::string base = "e-";
  for (const char c : to_plain_edtf(date)) {
    if (c >= '0' && c <= '9') base += c;
    if (c == '/') base += '-';
  }
  return base;
}

std::string letters(std::size_t n) {
  std::string out(1, static_cast<char>('a' + n % 26));
  for (n /= 26; n > 0; n /= 26) {
    --n;
    out.insert(out.begin(), static_cast<char>('a' + n % 26));
  }
  return out;
}

}  // namespace

std::string month_of(const DateSpan& date) {
  const std::optional<Date>& day = date.first ? date.first : date.last;
  if (!day) return "Undated";
  return to_prose(date.grain >= Grain::season ? year_span(day->year) : month_span(day->year, day->month));
}

std::string TimelineNames::next(const DateSpan& date) {
  const std::string base = anchor_base(date);
  return base + '-' + letters(used_[base]++);
}

}  // namespace annals
