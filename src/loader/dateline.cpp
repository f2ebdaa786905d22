#include "loader/dateline.hpp"

#include <algorithm>
#include <array>
#include <cstdlib>

#include "annals/text/utf8.hpp"

#include "loader/header_dates.hpp"

namespace annals {

namespace {

constexpr std::size_t kLongest = 120;  // a dateline with three places, a day and an agency is shorter

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

// What stands before the dash; empty when the text does not begin with a dateline. After a dateline comes a
// dash or an agency in parentheses.
std::string_view before_the_dash(std::string_view text) {
  while (!text.empty() && is_space_ascii(text.front())) text.remove_prefix(1);
  text = text.substr(0, std::min(text.find_first_of("\r\n"), text.size()));
  // The place is in capitals; letters beyond ASCII are taken on trust.
  std::size_t capitals = 0;
  while (capitals < text.size() && ((text[capitals] >= 'A' && text[capitals] <= 'Z') ||
                                    static_cast<unsigned char>(text[capitals]) >= 0x80))
    ++capitals;
  if (capitals < 2 || text.front() < 'A' || text.front() > 'Z') return {};
  std::size_t end = std::string_view::npos;
  for (const std::string_view dash : {" - ", "\u2013", "\u2014", "--", " \u2212 ", "("})
    end = std::min(end, text.find(dash));
  return end > kLongest ? std::string_view() : text.substr(0, end);
}

struct MonthDay {
  int month = 0;
  int day = 0;
  std::optional<int> year;
  std::string_view words;
};

std::optional<MonthDay> find_month_day(std::string_view text) {
  struct Token {
    std::string_view text;
    int number = -1;
  };
  std::array<Token, 24> tokens;
  std::size_t count = 0;
  for (std::size_t at = 0; at < text.size() && count < tokens.size();) {
    const std::size_t end = std::min(text.find_first_of(" ,/()", at), text.size());
    if (end > at) {
      Token token{text.substr(at, end - at), -1};
      if (token.text.size() <= 4 && std::all_of(token.text.begin(), token.text.end(), is_digit))
        token.number = std::atoi(std::string(token.text).c_str());
      tokens.at(count++) = token;
    }
    at = end + 1;
  }
  for (std::size_t i = 0; i + 1 < count; ++i) {
    const Token& a = tokens.at(i);
    const Token& b = tokens.at(i + 1);
    MonthDay found;
    if (month_named(a.text) > 0 && b.number > 0 && b.text.size() <= 2) {
      found = {month_named(a.text), b.number, {}, {}};
    } else if (month_named(b.text) > 0 && a.number > 0 && a.text.size() <= 2) {
      found = {month_named(b.text), a.number, {}, {}};
    } else {
      continue;
    }
    // A place comes first: "MAY 9 (Agency)" alone is no dateline.
    if (i == 0) continue;
    if (i + 2 < count && tokens.at(i + 2).text.size() == 4 && tokens.at(i + 2).number > 0)
      found.year = tokens.at(i + 2).number;
    found.words = text.substr(static_cast<std::size_t>(a.text.data() - text.data()),
                              static_cast<std::size_t>(b.text.data() + b.text.size() - a.text.data()));
    return found;
  }
  return std::nullopt;
}

}  // namespace

Dateline read_dateline(std::string_view text, std::optional<Date> published) {
  const auto found = find_month_day(before_the_dash(text));
  if (!found) return {};
  Dateline line;
  if (found->year) {
    line.day = make_date(*found->year, found->month, found->day);
  } else if (published) {
    for (const int year : {published->year - 1, int{published->year}, published->year + 1}) {
      const auto day = make_date(year, found->month, found->day);
      if (!day) continue;
      if (!line.day ||
          std::abs(to_days(*day) - to_days(*published)) < std::abs(to_days(*line.day) - to_days(*published)))
        line.day = day;
    }
  }
  // In a leap year the calendar has most days, so that is what an unreadable one is held against.
  if (!line.day && (found->year || !make_date(2024, found->month, found->day)))
    line.impossible = std::string(found->words);
  return line;
}

}  // namespace annals
