#include "extractor/temporal/impossible.hpp"

#include <algorithm>

#include <fmt/core.h>

#include "extractor/temporal/time_tokens.hpp"

namespace annals {

namespace {

constexpr std::uint32_t kDateTokens = 5;  // 2024 - 13 - 45
constexpr int kLastMinute = 59;
constexpr int kLastDay = 31;

class Finder {
 public:
  Finder(const TokenizedText& text, const WordTable& words, const TimeLinkRules& rules)
      : text_(text), words_(words), rules_(rules) {}

  // One past the last token of an impossible date or time that starts at the token; 0 when none does.
  std::uint32_t end_of(std::uint32_t at) const {
    if (text_.tokens[at].kind == TokenKind::number) {
      if (const std::uint32_t end = numbers(at)) return end;
      if (const std::uint32_t end = clock(at)) return end;
      // 32 May 2024
      return is_big_day(at) && is_month(at + 1) && is_year(at + 2) ? at + 3 : 0;
    }
    // May 32, 2024
    if (!is_month(at) || !is_big_day(at + 1)) return 0;
    const std::uint32_t year = mark(at + 2) == ',' ? at + 3 : at + 2;
    return is_year(year) ? year + 1 : 0;
  }

 private:
  bool is_number(std::uint32_t at, std::uint8_t digits) const {
    return at < text_.tokens.size() && text_.tokens[at].kind == TokenKind::number &&
           text_.tokens[at].digits == digits && text_.tokens[at].end - text_.tokens[at].begin == digits;
  }
  bool is_year(std::uint32_t at) const {
    return is_number(at, 4) && text_.tokens[at].value >= 1000 && text_.tokens[at].value <= 2100;
  }
  bool is_big_day(std::uint32_t at) const { return is_number(at, 2) && text_.tokens[at].value > kLastDay; }
  bool is_month(std::uint32_t at) const {
    return at < text_.tokens.size() && text_.tokens[at].capitalised &&
           (has_class(text_, words_, at, rules_.month) || has_class(text_, words_, at, rules_.short_month));
  }
  char mark(std::uint32_t at) const { return at < text_.tokens.size() ? text_.tokens[at].mark : '\0'; }

  // Three numbers with the same mark glued between them, a year at one end.
  std::uint32_t numbers(std::uint32_t at) const {
    const auto& tokens = text_.tokens;
    const std::uint32_t last = at + kDateTokens - 1;
    if (last >= tokens.size()) return 0;
    const char sign = mark(at + 1);
    if ((sign != '-' && sign != '/') || mark(at + 3) != sign) return 0;
    for (std::uint32_t i = at + 1; i <= last; ++i) {
      if (!tokens[i].glued) return 0;
    }
    // Part of a longer row: a telephone number, a reference.
    if (tokens[at].glued && at > 0 && (mark(at - 1) == sign || tokens[at - 1].kind == TokenKind::word))
      return 0;
    if (mark(last + 1) == sign && tokens[last + 1].glued) return 0;
    const auto value = [&](std::uint32_t i) {
      return static_cast<int>(std::min<std::int64_t>(tokens[i].value, 99999));
    };
    if (is_year(at) && is_number(at + 2, 2) && is_number(last, 2))
      return make_date(value(at), value(at + 2), value(last)) ? 0 : last + 1;
    if (sign == '/' && is_year(last) && is_number(at, 2) && is_number(at + 2, 2)) {
      const bool possible = make_date(value(last), value(at), value(at + 2)) ||
                            make_date(value(last), value(at + 2), value(at));
      return possible ? 0 : last + 1;
    }
    return 0;
  }

  // 12:75 p.m.
  std::uint32_t clock(std::uint32_t at) const {
    const bool shape = mark(at + 1) == ':' && is_number(at + 2, 2) && text_.tokens[at + 1].glued &&
                       text_.tokens[at + 2].glued && text_.tokens[at + 2].value > kLastMinute;
    return shape && at + 3 < text_.tokens.size() && has_class(text_, words_, at + 3, rules_.ampm) ? at + 4
                                                                                                  : 0;
  }

  const TokenizedText& text_;
  const WordTable& words_;
  const TimeLinkRules& rules_;
};

}  // namespace

Diagnostic no_day(const TokenizedText& text, Span span) {
  return {Severity::warning, "", span,
          fmt::format("'{}' is no day of the calendar; it is not used as a date", slice(text.text, span))};
}

void drop_impossible(const TokenizedText& text, const WordTable& words, const TimeLinkRules& rules,
                     std::vector<Timex>& timexes, std::vector<Diagnostic>* diagnostics) {
  const Finder finder(text, words, rules);
  std::vector<TokenRange> found;
  for (std::uint32_t i = 0; i < text.tokens.size(); ++i) {
    const std::uint32_t end = finder.end_of(i);
    if (end == 0) continue;
    found.push_back({i, end});
    i = end - 1;
  }
  if (found.empty()) return;
  const auto span_of = [&](TokenRange range) {
    return Span{text.tokens[range.first].begin, text.tokens[range.last - 1].end};
  };
  const auto covered = [&](Span span) {
    const auto at = std::lower_bound(
        found.begin(), found.end(), span.begin,
        [&](TokenRange range, std::uint32_t byte) { return text.tokens[range.last - 1].end <= byte; });
    return at != found.end() && span_of(*at).overlaps(span);
  };
  std::erase_if(timexes, [&](const Timex& timex) { return covered(timex.span); });
  if (diagnostics == nullptr) return;
  // What the patterns had found to be none already is told once, by its whole.
  std::erase_if(*diagnostics, [&](const Diagnostic& one) { return !one.span.empty() && covered(one.span); });
  for (const TokenRange range : found) {
    Diagnostic doubt = no_day(text, span_of(range));
    if (text.tokens[range.last - 1].kind == TokenKind::word) {
      doubt.message =
          fmt::format("'{}' is no time of the clock; it is not used", slice(text.text, doubt.span));
    }
    diagnostics->push_back(std::move(doubt));
  }
  std::stable_sort(diagnostics->begin(), diagnostics->end(),
                   [](const Diagnostic& a, const Diagnostic& b) { return a.span.begin < b.span.begin; });
}

}  // namespace annals
