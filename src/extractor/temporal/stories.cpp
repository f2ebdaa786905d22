#include "extractor/temporal/stories.hpp"

#include <algorithm>
#include <iterator>
#include <map>
#include <string_view>
#include <utility>

#include "extractor/temporal/meaning.hpp"
#include "extractor/temporal/moment.hpp"
#include "extractor/temporal/time_tokens.hpp"

namespace annals {

namespace {

constexpr std::int64_t kMostCounted = 5000;  // days; more is no way to count
constexpr std::size_t kLongestPattern = 24;  // symbols
constexpr int kDaysOfWeek = 7;
constexpr int kMonthsOfYear = 12;

// One token, or one expression of time that names days.
struct Piece {
  std::uint32_t token = 0;
  const Timex* time = nullptr;
};

struct Beginning {
  std::string_view story;  // value of class story; empty: any
  DateSpan dates;
};

// An expression that counts: "the ninth month", 9, month, of "war".
struct Counted {
  TokenRange tokens;
  std::int64_t number = 0;
  TimeUnit unit = TimeUnit::day;
  bool from_first = false;  // all of the first `number` units
  std::string_view story;   // empty: not told
  const StoryRule* rule = nullptr;
};

class Reader {
 public:
  Reader(const TokenizedText& text, const WordTable& words, const TimeLinkRules& rules,
         const std::vector<Timex>& timexes)
      : text_(text), words_(words), rules_(rules), timexes_(timexes) {}

  // Most texts count from nothing: sentences without a unit of time are passed over, and beginnings are
  // looked for only where something counts from them.
  void read() {
    read_sentences({rules_.unit, rules_.units}, true);
    if (!counted.empty()) read_sentences({rules_.story}, false);
  }

  std::vector<Beginning> beginnings;
  std::vector<Counted> counted;

 private:
  void read_sentences(const std::vector<ClassId>& needed, bool counts) {
    auto timex = timexes_.begin();
    for (const Sentence& sentence : text_.sentences) {
      const bool worth = std::any_of(needed.begin(), needed.end(), [&](ClassId klass) {
        return any_of_class(text_, words_, {sentence.first, sentence.last}, klass);
      });
      if (!worth) continue;
      pieces_.clear();
      symbols_.clear();
      for (std::uint32_t i = sentence.first; i < sentence.last;) {
        while (timex != timexes_.end() && timex->span.begin < text_.tokens[i].begin) ++timex;
        const bool time = timex != timexes_.end() && timex->span.begin == text_.tokens[i].begin &&
                          timex->dates && timex->type != TimexType::duration;
        pieces_.push_back({i, time ? &*timex : nullptr});
        symbols_.push_back(time ? rules_.time_symbol() : rules_.symbols.of(text_.tokens, i));
        ++i;
        while (time && i < sentence.last && text_.tokens[i].begin < timex->span.end) ++i;
      }
      read_sentence(counts);
    }
  }

  void read_sentence(bool counts) {
    const auto at = [&](std::size_t i) { return symbols_[i]; };
    std::size_t free = 0;  // first piece that no count has taken
    for (std::size_t i = 0; i < pieces_.size(); ++i) {
      if (!rules_.story_patterns.can_start(symbols_[i])) continue;
      const PatternSet::Match match =
          rules_.story_patterns.longest(at, i, std::min(pieces_.size(), i + kLongestPattern));
      if (match.length == 0) continue;
      const StoryRule& rule = rules_.story_rules[match.pattern];
      const bool begins = rule.role == StoryRole::begins || rule.role == StoryRole::begins_any;
      if (begins && !counts) {
        add_beginning(rule, i, i + match.length);
      } else if (!begins && counts && i >= free) {
        add_count(rule, i, i + match.length);
        free = i + match.length;
      }
    }
  }

  const Entry* entry(std::size_t piece, ClassId klass) const {
    const Token& token = text_.tokens[pieces_[piece].token];
    if (pieces_[piece].time != nullptr || token.kind != TokenKind::word) return nullptr;
    return words_.entry(token.word, klass);
  }

  void add_beginning(const StoryRule& rule, std::size_t first, std::size_t last) {
    std::string_view story;
    const Timex* time = nullptr;
    for (std::size_t i = first; i < last; ++i) {
      if (const Entry* e = entry(i, rules_.story); e != nullptr && story.empty()) story = e->value;
      if (pieces_[i].time != nullptr) time = pieces_[i].time;
    }
    if (time == nullptr || !time->dates->first || !time->dates->last) return;
    beginnings.push_back({rule.role == StoryRole::begins_any ? std::string_view() : story, *time->dates});
  }

  void add_count(const StoryRule& rule, std::size_t first, std::size_t last) {
    Counted found;
    found.rule = &rule;
    found.from_first = rule.role == StoryRole::length;
    std::size_t begin = first;
    std::size_t end = last;
    for (std::size_t i = first; i < last; ++i) {
      const Token& token = text_.tokens[pieces_[i].token];
      if (pieces_[i].time != nullptr) continue;
      if (token.kind == TokenKind::number || token.kind == TokenKind::ordinal) {
        if (found.number == 0) found.number = token.value;
        end = i + 1;
        continue;
      }
      const Entry* number = rule.role == StoryRole::nth || rule.role == StoryRole::its
                                ? entry(i, rules_.nth)
                                : entry(i, rules_.unit_number);
      if (number != nullptr && found.number == 0) {
        found.number = number->number;
        end = i + 1;
      }
      const Entry* unit = entry(i, rules_.unit);
      if (unit == nullptr) unit = entry(i, rules_.units);
      if (unit != nullptr && (found.number != 0 || rule.role == StoryRole::numbered)) {
        found.unit = unit_coded(unit->value).value_or(TimeUnit::day);
        if (rule.role != StoryRole::numbered) {
          end = i + 1;
          break;
        }
      }
    }
    // "in its ninth month", "on day 12": the word before is no part of the expression.
    while (begin + 1 < end && !starts_expression(begin, rule.role)) ++begin;
    for (std::size_t i = last; i-- > end;) {
      if (const Entry* e = entry(i, rules_.story)) {
        found.story = e->value;
        break;
      }
    }
    if (found.story.empty() && rule.role == StoryRole::its) found.story = story_before(begin);
    if (rule.role == StoryRole::its && found.story.empty()) return;
    // "on day 2 of the fair": counted from something else.
    if (found.story.empty() && last < pieces_.size() && text_.tokens[pieces_[last].token].word == rules_.of)
      return;
    if (found.number < 1 || found.number > kMostCounted) return;
    const std::uint32_t past = end < pieces_.size() ? pieces_[end].token : pieces_[end - 1].token + 1;
    found.tokens = {pieces_[begin].token, past};
    counted.push_back(found);
  }

  bool starts_expression(std::size_t piece, StoryRole role) const {
    if (role == StoryRole::numbered) return entry(piece, rules_.unit) != nullptr;
    if (role != StoryRole::its) return true;
    return piece > 0 && (entry(piece + 1, rules_.nth) != nullptr ||
                         text_.tokens[pieces_[piece + 1].token].kind == TokenKind::ordinal);
  }

  // The story that "its" goes back to: the last one named before in the sentence.
  std::string_view story_before(std::size_t piece) const {
    while (piece-- > 0) {
      if (const Entry* e = entry(piece, rules_.story)) return e->value;
    }
    return {};
  }

  const TokenizedText& text_;
  const WordTable& words_;
  const TimeLinkRules& rules_;
  const std::vector<Timex>& timexes_;
  std::vector<Piece> pieces_;
  std::vector<PatternSet::Symbol> symbols_;
};

bool lies_in(const DateSpan& inner, const DateSpan& outer) {
  return *outer.first <= *inner.first && *inner.last <= *outer.last;
}

// The finest beginning told; nullopt where two contradict each other.
std::optional<DateSpan> agreed(const std::vector<Beginning>& beginnings, std::string_view story, bool all) {
  std::optional<DateSpan> best;
  for (const Beginning& one : beginnings) {
    if (!all && one.story != story) continue;
    if (!best || lies_in(one.dates, *best)) {
      best = one.dates;
    } else if (!lies_in(*best, one.dates)) {
      return std::nullopt;
    }
  }
  return best;
}

std::optional<DateSpan> beginning_of(const std::vector<Beginning>& beginnings, std::string_view story) {
  if (story.empty()) return agreed(beginnings, {}, true);
  const bool own = std::any_of(beginnings.begin(), beginnings.end(),
                               [&](const Beginning& one) { return one.story == story; });
  return agreed(beginnings, own ? story : std::string_view(), false);
}

DateSpan months_after(Date begin, std::int64_t from, std::int64_t to, Grain grain) {
  const Date first = add_months(begin, static_cast<int>(from));
  return {first, add_days(add_months(begin, static_cast<int>(to)), -1), grain};
}

// Units [from, to) after the beginning. nullopt where the beginning is told too coarsely for the unit.
std::optional<DateSpan> count_from(const DateSpan& begin, const Counted& counted) {
  const std::int64_t to = counted.number;
  const std::int64_t from = counted.from_first ? 0 : to - 1;
  const Date first = *begin.first;
  const bool day = begin.is_day();
  switch (counted.unit) {
    case TimeUnit::day:
    case TimeUnit::week: {
      if (!day) return std::nullopt;
      const std::int64_t length = counted.unit == TimeUnit::day ? 1 : kDaysOfWeek;
      DateSpan span{add_days(first, static_cast<std::int32_t>(from * length)),
                    add_days(first, static_cast<std::int32_t>(to * length - 1)),
                    counted.unit == TimeUnit::day ? Grain::day : Grain::week};
      return span;
    }
    case TimeUnit::month: {
      if (!day && begin.grain != Grain::month) return std::nullopt;
      DateSpan span = months_after(first, from, to, Grain::month);
      span.approximate = !day;
      return span;
    }
    case TimeUnit::year: {
      if (!day && begin.grain != Grain::month && begin.grain != Grain::year) return std::nullopt;
      DateSpan span = months_after(first, from * kMonthsOfYear, to * kMonthsOfYear, Grain::year);
      span.approximate = !day;
      return span;
    }
    default: return std::nullopt;
  }
}

// Gives the days to the expression that stands there, or adds one to `added`.
void put(const TokenizedText& text, const Counted& counted, const DateSpan& dates,
         std::vector<Timex>& timexes, std::vector<Timex>& added) {
  const Span span{text.tokens[counted.tokens.first].begin, text.tokens[counted.tokens.last - 1].end};
  const auto at = std::lower_bound(timexes.begin(), timexes.end(), span.begin,
                                   [](const Timex& t, std::uint32_t byte) { return t.span.end <= byte; });
  Timex* timex = nullptr;
  if (at == timexes.end() || !at->span.overlaps(span)) {
    timex = &added.emplace_back();
    timex->span = span;
    timex->value = timex3_value(moment_around(*dates.first, counted.unit));
  } else if (!at->dates) {
    timex = &*at;
  } else {
    return;  // it was told otherwise
  }
  timex->dates = dates;
  timex->anchor = AnchorKind::event;
  timex->rule = counted.rule->where;
  if (!dates.is_day() && timex->relation == TimexRelation::on) timex->relation = TimexRelation::within;
}

}  // namespace

void place_stories(const TokenizedText& text, const WordTable& words, const TimeLinkRules& rules,
                   std::optional<Date> written, std::vector<Timex>& timexes) {
  Reader reader(text, words, rules, timexes);
  reader.read();
  if (reader.counted.empty()) return;
  std::erase_if(reader.beginnings,
                [&](const Beginning& one) { return written && *one.dates.first > *written; });
  std::map<std::string_view, std::optional<DateSpan>> known;
  std::vector<Timex> added;
  for (const Counted& counted : reader.counted) {
    const auto [begin, is_new] = known.try_emplace(counted.story);
    if (is_new) begin->second = beginning_of(reader.beginnings, counted.story);
    const auto dates = begin->second ? count_from(*begin->second, counted) : std::nullopt;
    if (dates) put(text, counted, *dates, timexes, added);
  }
  const auto middle = static_cast<std::ptrdiff_t>(timexes.size());
  std::move(added.begin(), added.end(), std::back_inserter(timexes));
  std::inplace_merge(timexes.begin(), timexes.begin() + middle, timexes.end(),
                     [](const Timex& a, const Timex& b) { return a.span.begin < b.span.begin; });
}

}  // namespace annals
