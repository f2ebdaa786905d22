#include "extractor/temporal/ranges.hpp"

#include <algorithm>
#include <optional>

#include "extractor/temporal/time_tokens.hpp"

namespace annals {

namespace {

constexpr std::uint32_t kLongestGap = 4;       // tokens between the ends: "up to the"
constexpr std::uint32_t kRescheduleWords = 3;  // "put off the vote from"
constexpr int kDaysOfWeek = 7;
constexpr int kMonthsOfYear = 12;

DateSpan moved_by_years(DateSpan span, int years) {
  const bool whole_months =
      !span.is_day() && span.last->day == days_in_month(span.last->year, span.last->month);
  span.first = add_months(*span.first, kMonthsOfYear * years);
  span.last = add_months(*span.last, kMonthsOfYear * years);
  if (whole_months) span.last = month_span(span.last->year, span.last->month).last;
  return span;
}

DateSpan moved_by_days(DateSpan span, int days) {
  span.first = add_days(*span.first, days);
  span.last = add_days(*span.last, days);
  return span;
}

class Finder {
 public:
  Finder(const TokenizedText& text, const WordTable& words, const TimeLinkRules& rules,
         const std::vector<Timex>& timexes, std::optional<Date> written)
      : text_(text), words_(words), rules_(rules), timexes_(timexes), written_(written) {}

  std::vector<TimeRange> run() {
    std::vector<TimeRange> ranges;
    std::size_t sentence = 0;
    for (std::uint32_t i = 0; i + 1 < timexes_.size(); ++i) {
      if (!is_end(timexes_[i]) || !is_end(timexes_[i + 1])) continue;
      const Span left = timexes_[i].span;
      const Span right = timexes_[i + 1].span;
      while (sentence < text_.sentences.size() && text_.sentences[sentence].span.end <= left.begin)
        ++sentence;
      if (sentence >= text_.sentences.size() || right.begin >= text_.sentences[sentence].span.end) continue;
      if (auto range = joined(i, text_.sentences[sentence])) {
        ranges.push_back(std::move(*range));
        ++i;
      }
    }
    return ranges;
  }

 private:
  static bool is_end(const Timex& timex) {
    return names_day(timex) && timex.dates->first && timex.dates->last;
  }

  std::optional<TimeRange> joined(std::uint32_t at, const Sentence& sentence) const {
    const TokenRange left = tokens_of(text_.tokens, timexes_[at].span);
    const TokenRange right = tokens_of(text_.tokens, timexes_[at + 1].span);
    if (right.first <= left.last || right.first - left.last > kLongestGap) return std::nullopt;
    const Entry* opened = nullptr;
    const std::uint32_t first = opening(left.first, sentence.first, opened);
    std::string rule;
    const std::uint32_t after = join(left.last, right.first, opened, at, rule);
    if (after == left.last || !only_leads(after, right.first)) return std::nullopt;
    if (is_rescheduled(first, sentence.first)) return std::nullopt;
    const auto dates = stretch(timexes_[at], timexes_[at + 1]);
    if (!dates) return std::nullopt;
    return TimeRange{{text_.tokens[first].begin, timexes_[at + 1].span.end}, at, at + 1, *dates, rule};
  }

  // First token of the range: the word that opens it, or the first end itself.
  std::uint32_t opening(std::uint32_t first, std::uint32_t begin, const Entry*& opened) const {
    std::uint32_t at = first;
    while (at > begin && has_class(text_, words_, at - 1, rules_.date_lead)) --at;
    if (at == begin || !has_class(text_, words_, at - 1, rules_.stretch_open)) return first;
    --at;
    opened = words_.entry(text_.tokens[at].word, rules_.stretch_open);
    // "overnight from Monday to Tuesday"
    if (at > begin && has_class(text_, words_, at - 1, rules_.stretch_open)) --at;
    return at;
  }

  // Token after what joins the ends, or `from` when nothing does.
  std::uint32_t join(std::uint32_t from, std::uint32_t to, const Entry* opened, std::uint32_t timex,
                     std::string& rule) const {
    const Token& token = text_.tokens[from];
    if (token.kind == TokenKind::punctuation) {
      const bool dash = token.mark == '-' || token.mark == '_';
      const bool slash = token.mark == '/' && token.glued && timexes_[timex].anchor == AnchorKind::none &&
                         timexes_[timex + 1].anchor == AnchorKind::none;
      if (!(dash || slash) || to != from + 1) return from;
      rule = timexes_[timex].rule;
      return from + 1;
    }
    if (token.kind != TokenKind::word) return from;
    const Entry* entry = nullptr;
    std::uint32_t length = 1;
    const auto phrase = words_.longest_phrase([&](std::size_t i) { return text_.tokens[from + i].word; },
                                              to - from, rules_.stretch_join);
    if (phrase.length > 0) {
      entry = phrase.entry;
      length = static_cast<std::uint32_t>(phrase.length);
    } else {
      entry = words_.entry(token.word, rules_.stretch_join);
    }
    if (entry == nullptr) return from;
    if (!entry->value.empty() && (opened == nullptr || opened->value != entry->value)) return from;
    rule = entry->where;
    return from + length;
  }

  bool only_leads(std::uint32_t from, std::uint32_t to) const {
    for (std::uint32_t i = from; i < to; ++i) {
      if (!has_class(text_, words_, i, rules_.date_lead)) return false;
    }
    return true;
  }

  bool is_rescheduled(std::uint32_t first, std::uint32_t begin) const {
    const std::uint32_t from = std::max(begin, first - std::min(first, kRescheduleWords));
    return any_of_class(text_, words_, {from, first}, rules_.reschedule);
  }

  bool tells_month(const Timex& timex) const {
    const TokenRange range = tokens_of(text_.tokens, timex.span);
    return any_of_class(text_, words_, range, rules_.month) ||
           any_of_class(text_, words_, range, rules_.short_month);
  }
  bool tells_weekday_only(const Timex& timex) const {
    return any_of_class(text_, words_, tokens_of(text_.tokens, timex.span), rules_.weekday) &&
           !tells_month(timex);
  }

  std::optional<DateSpan> stretch(const Timex& left, const Timex& right) const {
    DateSpan from = *narrowed_dates(left);
    DateSpan to = *narrowed_dates(right);
    const bool own_left = left.anchor == AnchorKind::none;
    const bool own_right = right.anchor == AnchorKind::none;
    if (own_left && !own_right && tells_month(right)) {
      to = moved_by_years(to, from.first->year - to.first->year);
      if (*to.last < *from.first) to = moved_by_years(to, 1);
    } else if (own_right && !own_left && tells_month(left)) {
      from = moved_by_years(from, to.first->year - from.first->year);
      if (*to.last < *from.first) from = moved_by_years(from, -1);
    } else if (*to.last < *from.first) {
      // Both were placed by themselves.
      if (tells_weekday_only(left) && tells_weekday_only(right)) {
        const bool over = !written_ || *to.last <= *written_;
        (over ? from : to) = moved_by_days(over ? from : to, over ? -kDaysOfWeek : kDaysOfWeek);
      } else if (tells_month(left) && tells_month(right) && !own_left) {
        from = moved_by_years(from, -1);
      }
    }
    if (*to.last < *from.first) return std::nullopt;
    DateSpan span{from.first, to.last, std::min(from.grain, to.grain)};
    span.approximate = from.approximate || to.approximate;
    span.uncertain = from.uncertain || to.uncertain;
    return span;
  }

  const TokenizedText& text_;
  const WordTable& words_;
  const TimeLinkRules& rules_;
  const std::vector<Timex>& timexes_;
  std::optional<Date> written_;
};

}  // namespace

std::vector<TimeRange> find_ranges(const TokenizedText& text, const WordTable& words,
                                   const TimeLinkRules& rules, const std::vector<Timex>& timexes,
                                   std::optional<Date> written) {
  return Finder(text, words, rules, timexes, written).run();
}

}  // namespace annals
