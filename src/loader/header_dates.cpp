#include "loader/header_dates.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <vector>

#include "annals/text/utf8.hpp"

namespace annals {

namespace {

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}
bool is_letter(char c) {
  return (to_lower_ascii(c) >= 'a' && to_lower_ascii(c) <= 'z') || static_cast<unsigned char>(c) >= 0x80;
}

// A header value cut into numbers, words and single marks; "a.m." is one word.
struct Piece {
  enum class Kind : std::uint8_t { number, word, mark };
  Kind kind = Kind::mark;
  std::string_view text;
  int number = 0;
};

std::vector<Piece> cut(std::string_view text) {
  std::vector<Piece> pieces;
  std::size_t at = 0;
  while (at < text.size() && pieces.size() < 40) {
    std::size_t end = at + 1;
    if (is_digit(text[at])) {
      while (end < text.size() && is_digit(text[end])) ++end;
      int value = 0;
      for (const char c : text.substr(at, std::min<std::size_t>(end - at, 9))) value = value * 10 + (c - '0');
      pieces.push_back({Piece::Kind::number, text.substr(at, end - at), value});
    } else if (is_letter(text[at])) {
      while (end < text.size() && (is_letter(text[end]) ||
                                   (text[end] == '.' && end + 1 < text.size() && is_letter(text[end + 1]))))
        ++end;
      pieces.push_back({Piece::Kind::word, text.substr(at, end - at), 0});
    } else if (!is_space_ascii(text[at])) {
      pieces.push_back({Piece::Kind::mark, text.substr(at, 1), 0});
    }
    at = end;
  }
  return pieces;
}

// Zones with one meaning only: IST, CST (China) and the like are left out.
std::optional<int> zone_offset(std::string_view name) {
  struct Zone {
    std::string_view name;
    int minutes;
  };
  constexpr std::array<Zone, 21> kZones{
      {{"GMT", 0},    {"UTC", 0},    {"Z", 0},      {"EST", -300}, {"EDT", -240},  {"CDT", -300},
       {"MDT", -360}, {"PDT", -420}, {"PST", -480}, {"HST", -600}, {"AKDT", -480}, {"AKST", -540},
       {"CET", 60},   {"CEST", 120}, {"EET", 120},  {"EEST", 180}, {"MSK", 180},   {"PKT", 300},
       {"JST", 540},  {"AEST", 600}, {"AEDT", 660}}};
  const auto it =
      std::find_if(kZones.begin(), kZones.end(), [&](const Zone& zone) { return zone.name == name; });
  if (it == kZones.end()) return std::nullopt;
  return it->minutes;
}

struct Reader {
  std::vector<Piece> pieces;

  const Piece* at(std::size_t i) const { return i < pieces.size() ? &pieces[i] : nullptr; }
  bool is_number(std::size_t i, std::size_t least, std::size_t most) const {
    const Piece* piece = at(i);
    return piece != nullptr && piece->kind == Piece::Kind::number && piece->text.size() >= least &&
           piece->text.size() <= most;
  }
  bool is_mark(std::size_t i, char c) const {
    const Piece* piece = at(i);
    return piece != nullptr && piece->kind == Piece::Kind::mark && piece->text.front() == c;
  }
  std::string_view word(std::size_t i) const {
    const Piece* piece = at(i);
    return piece != nullptr && piece->kind == Piece::Kind::word ? piece->text : std::string_view();
  }
  int month(std::size_t i) const { return month_named(word(i)); }
  // Past marks such as the point of "Aug." and the comma of "11, 2024", and the "th" of "11th".
  std::size_t skip_marks(std::size_t i, std::string_view marks) const {
    while (at(i) != nullptr && at(i)->kind == Piece::Kind::mark &&
           marks.find(at(i)->text.front()) != std::string_view::npos)
      ++i;
    return i;
  }
  std::size_t skip_ordinal(std::size_t i) const {
    const std::string_view w = word(i);
    return w == "st" || w == "nd" || w == "rd" || w == "th" ? i + 1 : i;
  }
};

struct Found {
  int year = 0;
  int month = 0;
  int day = 0;
  std::size_t next = 0;  // first piece after it
};

// "2024-06-11", "2024/6/11", "25.12.2024" (no month above 12)
std::optional<Found> read_numeric(const Reader& in, std::size_t i) {
  for (const char mark : {'-', '/', '.'}) {
    if (!in.is_mark(i + 1, mark) || !in.is_mark(i + 3, mark)) continue;
    if (in.is_number(i, 4, 4) && in.is_number(i + 2, 1, 2) && in.is_number(i + 4, 1, 2))
      return Found{in.at(i)->number, in.at(i + 2)->number, in.at(i + 4)->number, i + 5};
    if (!in.is_number(i, 1, 2) || !in.is_number(i + 2, 1, 2) || !in.is_number(i + 4, 4, 4)) continue;
    const int a = in.at(i)->number;
    const int b = in.at(i + 2)->number;
    if (mark == '.' || a > 12 || a == b) return Found{in.at(i + 4)->number, b, a, i + 5};
    if (b > 12) return Found{in.at(i + 4)->number, a, b, i + 5};
  }
  return std::nullopt;
}

// "June 11, 2024", "11 June 2024", "Aug. 11th 2023"
std::optional<Found> read_prose(const Reader& in, std::size_t i) {
  if (const int month = in.month(i); month > 0) {
    std::size_t next = in.skip_marks(i + 1, ".");
    if (!in.is_number(next, 1, 2)) return std::nullopt;
    const int day = in.at(next)->number;
    next = in.skip_marks(in.skip_ordinal(next + 1), ",.");
    if (!in.is_number(next, 4, 4)) return std::nullopt;
    return Found{in.at(next)->number, month, day, next + 1};
  }
  if (!in.is_number(i, 1, 2)) return std::nullopt;
  std::size_t next = in.skip_marks(in.skip_ordinal(i + 1), ".-");
  if (in.word(next) == "of") ++next;
  const int month = in.month(next);
  if (month == 0) return std::nullopt;
  next = in.skip_marks(next + 1, ".,-");
  if (!in.is_number(next, 4, 4)) return std::nullopt;
  return Found{in.at(next)->number, month, in.at(i)->number, next + 1};
}

// A clock with its zone after (or before) the date: "at 5:30 p.m. EDT", "16.05 GMT", "20:10 +02:00".
std::optional<Instant> read_clock(const Reader& in, Date date) {
  for (std::size_t i = 0; i < in.pieces.size(); ++i) {
    if (!in.is_number(i, 1, 2) || !in.is_number(i + 2, 2, 2) ||
        !(in.is_mark(i + 1, ':') || in.is_mark(i + 1, '.')))
      continue;
    int hour = in.at(i)->number;
    const int minute = in.at(i + 2)->number;
    if (hour > 23 || minute > 59) continue;
    std::size_t next = i + 3;
    if (in.is_mark(next, ':') && in.is_number(next + 1, 2, 2)) next += 2;
    std::string half = to_lower_ascii(in.word(next));
    std::erase(half, '.');
    if (half == "am" || half == "pm") {
      if (hour == 0 || hour > 12) continue;
      hour = hour % 12 + (half == "pm" ? 12 : 0);
      next = in.skip_marks(next + 1, ".,");
    }
    next = in.skip_marks(next, ",()");
    auto offset = zone_offset(in.word(next));
    if (!offset) continue;
    Instant instant;
    instant.seconds = std::int64_t{to_days(date)} * 86400 + hour * 3600 + minute * 60 - *offset * 60;
    instant.precision = Instant::Precision::minute;
    instant.offset_minutes = static_cast<std::int16_t>(*offset);
    return instant;
  }
  return std::nullopt;
}

}  // namespace

int month_named(std::string_view word) {
  constexpr std::array<std::string_view, 12> kMonths{"january",   "february", "march",    "april",
                                                     "may",       "june",     "july",     "august",
                                                     "september", "october",  "november", "december"};
  while (word.ends_with('.')) word.remove_suffix(1);
  if (word.size() < 3 || word.size() > 9) return 0;
  const std::string lower = to_lower_ascii(word);
  if (lower == "sept") return 9;
  for (std::size_t i = 0; i < kMonths.size(); ++i) {
    if (lower == kMonths[i] || lower == kMonths[i].substr(0, 3)) return static_cast<int>(i) + 1;
  }
  return 0;
}

HeaderDate read_header_date(std::string_view text) {
  text = trim(text);
  if (const auto instant = parse_instant(text)) return {instant, false};
  // parse_instant wants a blank or T before the clock and nothing else after it: "2024-06-11T10:00:00 (EDT)".
  const Reader in{cut(text.substr(0, 200))};
  bool impossible = false;
  for (std::size_t i = 0; i < in.pieces.size(); ++i) {
    auto found = read_numeric(in, i);
    if (!found) found = read_prose(in, i);
    if (!found) continue;
    const auto date = make_date(found->year, found->month, found->day);
    if (!date) {
      impossible = true;
      i = found->next - 1;
      continue;
    }
    const auto clock = read_clock(in, *date);
    return {clock ? *clock : instant_of(*date), false};
  }
  if (!in.pieces.empty() && in.is_number(0, 8, 8)) {  // 20240611T100000Z
    const int packed = in.at(0)->number;
    if (const auto date = make_date(packed / 10000, packed / 100 % 100, packed % 100))
      return {instant_of(*date), false};
    impossible = true;
  }
  return {std::nullopt, impossible};
}

std::optional<Date> day_of_url(std::string_view url) {
  url = url.substr(0, url.find_first_of("?#"));
  for (std::size_t i = 0; i + 8 <= url.size(); ++i) {
    if (i > 0 && (is_digit(url[i - 1]) || is_letter(url[i - 1]))) continue;
    std::size_t at = i;
    const auto number = [&](std::size_t least, std::size_t most) {
      int value = 0;
      std::size_t n = 0;
      for (; at < url.size() && n < most && is_digit(url[at]); ++n) value = value * 10 + (url[at++] - '0');
      return n >= least && (at == url.size() || !is_digit(url[at])) ? value : -1;
    };
    const int year = number(4, 4);
    if (year < 1900 || year > 2100 || at >= url.size()) continue;
    const char mark = url[at++];
    if (mark != '/' && mark != '-') continue;
    int month = number(1, 2);
    if (month < 0) {  // /2023/oct/08/
      const std::size_t end = std::min(url.find(mark, at), url.size());
      month = month_named(url.substr(at, end - at));
      at = end;
    }
    if (month <= 0 || at >= url.size() || url[at++] != mark) continue;
    const int day = number(1, 2);
    if (day <= 0 || (at < url.size() && is_letter(url[at]))) continue;
    if (const auto date = make_date(year, month, day)) return date;
  }
  return std::nullopt;
}

}  // namespace annals
