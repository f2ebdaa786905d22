#include "extractor/temporal/alternates.hpp"

#include <cstdlib>
#include <utility>

#include "extractor/temporal/moment.hpp"
#include "extractor/temporal/time_tokens.hpp"

namespace annals {

namespace {

// Thousandths, from TempEval-3's TimeBank and AQUAINT and 22 war histories.
// Bare weekdays (n = 337): the latest on or before the day of writing is right for 89.9 %, the next one for
// 49.6 %, neither for 5 %; 45 % are the day of writing itself, where both are the same. Of the other 55 %
// that leaves (89.9 - 45) / 55 and (49.6 - 45) / 55. Where the sentence looks ahead the two change places.
constexpr std::uint16_t kWeekdayTaken = 816;
constexpr std::uint16_t kWeekdayOther = 84;
constexpr std::uint16_t kWeekdayOfWriting = 950;
// Bare month and day (n = 147): the nearest year is right for 93.2 %. Bare month (n = 72): 76.4 %.
constexpr std::uint16_t kDayTaken = 932;
constexpr std::uint16_t kDayOther = 68;
constexpr std::uint16_t kMonthTaken = 764;
constexpr std::uint16_t kMonthOther = 236;
// Day and month in either order: nothing was measured, and without other dates nothing tells.
constexpr std::uint16_t kEitherOrder = 500;
constexpr int kDaysOfWeek = 7;
constexpr int kMonths = 12;
constexpr std::uint32_t kPairBytes = 12;   // between the ends of a pair: " through the "
constexpr std::uint32_t kSlashTokens = 5;  // 03 / 04 / 2024

class Reader {
 public:
  Reader(const TokenizedText& text, const WordTable& words, const TimeLinkRules& rules,
         std::optional<Date> written)
      : text_(text), words_(words), rules_(rules), written_(written) {}

  void read(std::vector<Timex>& timexes) {
    const std::vector<TokenRange> ranges = tokens_of(text_.tokens, timexes);
    for (const TokenRange range : ranges) note_order(range);
    for (std::size_t i = 0; i < timexes.size(); ++i) {
      Timex& timex = timexes[i];
      if (!timex.dates || !timex.dates->first || timex.type == TimexType::duration) continue;
      const TokenRange range = ranges[i];
      if (is_unclear_slashes(range)) {
        other_order(timex, range);
      } else if (timex.anchor == AnchorKind::publication || timex.anchor == AnchorKind::dateline) {
        // In "7-9 October" the day has its month from the other end.
        const bool lent = (i > 0 && lends(timexes[i - 1], ranges[i - 1], timex)) ||
                          (i + 1 < timexes.size() && lends(timexes[i + 1], ranges[i + 1], timex));
        other_placing(timex, range, lent);
      }
    }
  }

 private:
  bool has_slashes(TokenRange range) const {
    const auto& tokens = text_.tokens;
    return range.last - range.first == kSlashTokens && tokens[range.first].kind == TokenKind::number &&
           tokens[range.first + 1].mark == '/' && tokens[range.first + 3].mark == '/' &&
           tokens[range.first].digits <= 2;
  }
  std::int64_t number(std::uint32_t token) const { return text_.tokens[token].value; }
  bool is_unclear_slashes(TokenRange range) const {
    return has_slashes(range) && number(range.first) <= kMonths && number(range.first + 2) <= kMonths &&
           number(range.first) != number(range.first + 2);
  }

  bool tells_month(TokenRange range) const {
    return any_of_class(text_, words_, range, rules_.month) ||
           any_of_class(text_, words_, range, rules_.short_month);
  }
  bool lends(const Timex& from, TokenRange range, const Timex& to) const {
    return from.span.begin <= to.span.end + kPairBytes && to.span.begin <= from.span.end + kPairBytes &&
           from.anchor == to.anchor && from.rule == to.rule && tells_month(range);
  }

  // Clear dates with slashes show how the text writes.
  void note_order(TokenRange range) {
    if (!has_slashes(range)) return;
    day_first_ = day_first_ || number(range.first) > kMonths;
    month_first_ = month_first_ || number(range.first + 2) > kMonths;
  }

  void other_order(Timex& timex, TokenRange range) const {
    const Date date = *timex.dates->first;
    const auto swapped = make_date(date.year, date.day, date.month);
    if (!swapped || !timex.dates->is_day()) return;
    const bool reads_day_first = number(range.first) == date.day;
    if (day_first_ != month_first_) {
      if (day_first_ != reads_day_first) {
        timex.dates = day_span(*swapped);
        timex.value = timex3_value(day_moment(*swapped));
      }
      return;
    }
    timex.weight = kEitherOrder;
    timex.alternates.push_back(
        {timex3_value(day_moment(*swapped)), day_span(*swapped), OtherReading::order, kEitherOrder});
  }

  void other_placing(Timex& timex, TokenRange range, bool month_lent) const {
    if (!written_ || any_of_class(text_, words_, range, rules_.deictic_step) ||
        any_of_class(text_, words_, range, rules_.anaphoric_step)) {
      return;
    }
    const bool weekday = any_of_class(text_, words_, range, rules_.weekday);
    const bool month = tells_month(range) || (month_lent && !weekday);
    if (month && (timex.dates->is_day() || timex.dates->grain == Grain::month)) {
      other_year(timex);
    } else if (!month && timex.dates->is_day() && weekday) {
      other_weekday(timex);
    }
  }

  void other_weekday(Timex& timex) const {
    const Date day = *timex.dates->first;
    if (day == *written_) {
      timex.weight = kWeekdayOfWriting;
      return;
    }
    timex.weight = kWeekdayTaken;
    add(timex, day_span(add_days(day, day < *written_ ? kDaysOfWeek : -kDaysOfWeek)), OtherReading::weekday,
        kWeekdayOther);
  }

  // The nearer of the same month or day in the year before and the year after.
  void other_year(Timex& timex) const {
    const bool day = timex.dates->is_day();
    const Date taken = *timex.dates->first;
    const auto in_year = [&](int year) -> std::optional<DateSpan> {
      if (!day) return month_span(year, taken.month);
      const auto date = make_date(year, taken.month, taken.day);
      return date ? std::optional(day_span(*date)) : std::nullopt;
    };
    const auto distance = [&](const DateSpan& span) {
      return std::abs(to_days(*span.first) - to_days(*written_));
    };
    std::optional<DateSpan> best;
    for (const int year : {taken.year - 1, taken.year + 1}) {
      const auto span = in_year(year);
      if (span && (!best || distance(*span) < distance(*best))) best = span;
    }
    if (!best) return;  // 29 February
    timex.weight = day ? kDayTaken : kMonthTaken;
    add(timex, *best, OtherReading::year, day ? kDayOther : kMonthOther);
  }

  // The other days, with the part of the value that is finer than a day or month kept as it is.
  static void add(Timex& timex, const DateSpan& dates, OtherReading other, std::uint16_t weight) {
    const bool month = dates.grain == Grain::month;
    const Moment moment =
        month ? month_moment(dates.first->year, dates.first->month) : day_moment(*dates.first);
    const Moment taken = month ? month_moment(timex.dates->first->year, timex.dates->first->month)
                               : day_moment(*timex.dates->first);
    std::string value = timex3_value(moment);
    const std::string told = timex3_value(taken);
    if (timex.value.starts_with(told)) value += timex.value.substr(told.size());
    timex.alternates.push_back({std::move(value), dates, other, weight});
  }

  const TokenizedText& text_;
  const WordTable& words_;
  const TimeLinkRules& rules_;
  std::optional<Date> written_;
  bool day_first_ = false;
  bool month_first_ = false;
};

}  // namespace

void add_alternates(const TokenizedText& text, const WordTable& words, const TimeLinkRules& rules,
                    std::optional<Date> written, std::vector<Timex>& timexes) {
  Reader(text, words, rules, written).read(timexes);
}

}  // namespace annals
