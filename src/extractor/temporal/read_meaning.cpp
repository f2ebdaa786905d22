#include "extractor/temporal/read_meaning.hpp"

#include <algorithm>
#include <charconv>
#include <span>
#include <string>

#include "extractor/temporal/amount.hpp"

namespace annals {

namespace {

constexpr int kLongestShortRange = 60;  // years of "1850-58"
constexpr int kNoon = 12;
constexpr int kFirstNightHour = 6;        // "3 in the night" is before dawn
constexpr std::uint32_t kMaxTokens = 32;  // of one match that fields are looked for in

// "P3M" => 3 M
void read_period(std::string_view code, Meaning& meaning) {
  if (code.starts_with("PT")) code.remove_prefix(1);
  if (code.empty()) return;
  code.remove_prefix(1);
  int amount = 1;
  const auto [end, error] = std::from_chars(code.data(), code.data() + code.size(), amount);
  if (error == std::errc()) code.remove_prefix(static_cast<std::size_t>(end - code.data()));
  meaning.unit = unit_coded(code).value_or(TimeUnit::day);
  meaning.thousandths = amount * 1000;
}

int full_year(std::int64_t two_digits) {
  return static_cast<int>(two_digits + (two_digits < 30 ? 2000 : 1900));
}

void put(Meaning& m, TimeField field, std::int64_t number, std::string_view code) {
  const int n = static_cast<int>(std::clamp<std::int64_t>(number, -100000, 100000));
  switch (field) {
    case TimeField::year: m.year = n; break;
    case TimeField::year2: m.year = full_year(n); break;
    case TimeField::month: m.month = n; break;
    case TimeField::day: m.day = n; break;
    case TimeField::weekday: m.weekday = n - 1; break;
    case TimeField::quarter: m.quarter = n; break;
    case TimeField::half: m.half = n == -1 ? 2 : n; break;
    case TimeField::season: m.season = season_coded(code); break;
    case TimeField::part: m.part = day_part_coded(code); break;
    case TimeField::hour: m.hour = n; break;
    case TimeField::minute: m.minute = n; break;
    case TimeField::ampm:
      if (m.hour && *m.hour <= 12) m.hour = *m.hour % 12 + n;
      break;
    case TimeField::clock:
      m.hour = n / 60;
      m.minute = n % 60;
      break;
    case TimeField::clock4:
      m.hour = n / 100;
      m.minute = n % 100;
      break;
    case TimeField::offset: m.thousandths = std::int64_t{n} * 1000; break;
    case TimeField::step:
      m.step = n;
      if (m.kind == Meaning::Kind::shifted) m.thousandths = std::int64_t{n} * 1000;
      break;
    case TimeField::unit:
      if (const auto unit = unit_coded(code)) m.unit = *unit;
      break;
    case TimeField::decade:
      // "the 1800s" are a century.
      if (n % 100 == 0 && n < 1900) {
        m.century = n / 100;
      } else {
        m.decade = n;
      }
      break;
    case TimeField::decade2: m.decade = 1900 + n; break;
    case TimeField::century: m.century = n - 1; break;
    case TimeField::era:
      if (m.year && n < 0) m.year = 1 - *m.year;
      if (m.decade && n < 0) m.decade = -*m.decade - 8;     // the 470s: -478 .. -469
      if (m.century && n < 0) m.century = -*m.century - 1;  // the 4th: from -399
      break;
    case TimeField::reference:
      if (const auto reference = reference_coded(code)) m.reference = *reference;
      break;
    case TimeField::often: read_period(code, m); break;
    case TimeField::count:
    case TimeField::spoken_year:
    case TimeField::clock_dot:
    case TimeField::join: break;
    case TimeField::nth: m.nth = n; break;
    case TimeField::easter: m.easter = n; break;
  }
}

Meaning::Kind kind_of(TimeOperation operation) {
  switch (operation) {
    case TimeOperation::shift: return Meaning::Kind::shifted;
    case TimeOperation::duration: return Meaning::Kind::duration;
    case TimeOperation::set: return Meaning::Kind::set;
    case TimeOperation::reference: return Meaning::Kind::reference;
    case TimeOperation::date:
    case TimeOperation::pair:
    case TimeOperation::none: break;
  }
  return Meaning::Kind::calendar;
}

// One side of a pair lends the other the larger fields that it lacks.
void lend(const Meaning& from, Meaning& to) {
  if (!to.month && to.day) to.month = from.month;
  if (!to.year) to.year = from.year;
  if (!to.season && !to.month && !to.day) to.season = from.season;
}

void check(Meaning& m) {
  if (m.day && *m.day > 0 && m.month && !make_date(m.year.value_or(2000), *m.month, *m.day))
    m.impossible = true;
  if (m.minute && *m.minute > 59) m.impossible = true;
  if (m.hour && *m.hour > 24) m.impossible = true;
}

}  // namespace

bool MeaningReader::slot_matches(const TimeSlot& slot, std::uint32_t token) const {
  return std::any_of(slot.elements.begin(), slot.elements.end(),
                     [&](TimeSymbols::ElementId e) { return rules_.symbols.matches(e, symbols_[token]); });
}

// Minutes follow a colon; four digits are a clock time only before a word ("1530 GMT") or after "at"; an hour
// comes before minutes or a word of the clock, or else it is the day of a date ("noon on March 3").
bool MeaningReader::clock_stands(TimeField field, std::uint32_t token, std::uint32_t first,
                                 std::uint32_t last) const {
  if (field == TimeField::minute) return token > first && tokens_[token - 1].mark == ':';
  if (field == TimeField::hour) {
    if (token + 1 >= last) return false;
    const Token& next = tokens_[token + 1];
    const ClassSet& classes = words_.classes(next.word);
    return next.mark == ':' ||
           (next.kind == TokenKind::word && !classes.has(rules_.month) && !classes.has(rules_.short_month));
  }
  if (field == TimeField::clock4) return token + 1 < last && tokens_[token + 1].kind == TokenKind::word;
  return true;
}

void MeaningReader::read(const TemporalRule& rule, std::uint32_t first, std::uint32_t last,
                         std::vector<TimeMention>& mentions) const {
  if (rule.operation == TimeOperation::none || first + rule.from + rule.but >= last) return;
  if (rule.operation == TimeOperation::pair) return read_pair(rule, first, last, mentions);
  mentions.push_back(
      {first + rule.from, last - rule.but, read_part(rule, first + rule.from, last - rule.but), &rule});
}

void MeaningReader::read_pair(const TemporalRule& rule, std::uint32_t first, std::uint32_t last,
                              std::vector<TimeMention>& mentions) const {
  const auto join = std::find_if(rule.slots.begin(), rule.slots.end(),
                                 [](const TimeSlot& s) { return s.field == TimeField::join; });
  std::uint32_t middle = first;
  while (join != rule.slots.end() && middle < last && !slot_matches(*join, middle)) ++middle;
  if (middle == first || middle + 1 >= last) return;
  TimeMention left{first, middle, read_part(rule, first, middle), &rule};
  TimeMention right{middle + 1, last, read_part(rule, middle + 1, last), &rule};
  // "1850-58": the short year is of the same century.
  if (left.meaning.year && right.meaning.year && tokens_[last - 1].digits == 2 && last - middle == 2) {
    int year = *left.meaning.year / 100 * 100 + static_cast<int>(tokens_[last - 1].value);
    if (year <= *left.meaning.year) year += 100;                 // "1999-00"
    if (year - *left.meaning.year > kLongestShortRange) return;  // "2024-13": no years
    right.meaning.year = year;
  }
  // "477-450 BC": both are before Christ.
  if (left.meaning.year && right.meaning.year && *right.meaning.year <= 0 && *left.meaning.year > 0)
    left.meaning.year = 1 - *left.meaning.year;
  const bool lent_year = !left.meaning.year && right.meaning.year;
  lend(right.meaning, left.meaning);
  lend(left.meaning, right.meaning);
  // "30 December to 2 January 2022": it began the year before.
  if (lent_year && left.meaning.month && right.meaning.month && *left.meaning.month > *right.meaning.month)
    left.meaning.year = *right.meaning.year - 1;
  check(left.meaning);
  check(right.meaning);
  mentions.push_back(left);
  mentions.push_back(right);
}

Meaning MeaningReader::read_part(const TemporalRule& rule, std::uint32_t first, std::uint32_t last) const {
  Meaning meaning;
  meaning.kind = kind_of(rule.operation);
  meaning.anchor = rule.anchor;
  meaning.vague = rule.vague;
  if (rule.amount) meaning.thousandths = std::int64_t{*rule.amount} * 1000;
  std::uint32_t used = 0;
  for (const TimeSlot& slot : rule.slots) fill(meaning, rule, slot, first, last, used);
  // "8 in the evening"
  if (meaning.hour && meaning.part && *meaning.part != DayPart::morning &&
      *meaning.hour >= (*meaning.part == DayPart::night ? kFirstNightHour : 1) && *meaning.hour < kNoon) {
    *meaning.hour += kNoon;
  }
  // Also in the context before it: "about two weeks". "later" and "earlier" at the end are steps, not parts
  // of what is before them.
  for (std::uint32_t i = first - std::min(rule.from, first); i + 1 < last; ++i) {
    if (tokens_[i].kind != TokenKind::word) continue;
    for (const ClassId klass : {rules_.edge, rules_.edge_noun, rules_.earlier, rules_.approx, rules_.limit}) {
      const Entry* entry = words_.entry(tokens_[i].word, klass);
      if (entry != nullptr && meaning.mod == TimeMod::none)
        meaning.mod = mod_coded(entry->value).value_or(TimeMod::none);
    }
  }
  check(meaning);
  return meaning;
}

void MeaningReader::fill(Meaning& meaning, const TemporalRule& rule, const TimeSlot& slot,
                         std::uint32_t first, std::uint32_t last, std::uint32_t& used) const {
  last = std::min(last, first + kMaxTokens);
  if (slot.field == TimeField::count) {
    if (const auto amount = read_amount(std::span(tokens_).subspan(first, last - first), words_, rules_)) {
      meaning.thousandths = amount->thousandths * rule.sign;
      meaning.vague = amount->vague;
    }
    return;
  }
  if (slot.field == TimeField::spoken_year) {
    // "nineteen ninety-six": the first word is the century, the others add up.
    std::int64_t year = 0;
    bool century = true;
    for (std::uint32_t i = first; i < last; ++i) {
      const Entry* e =
          tokens_[i].kind == TokenKind::word ? words_.entry(tokens_[i].word, rules_.unit_number) : nullptr;
      if (e == nullptr) continue;
      year += century ? e->number * 100 : e->number;
      century = false;
    }
    meaning.year = static_cast<int>(year);
    return;
  }
  if (slot.field == TimeField::clock_dot) return fill_clock_dot(meaning, slot, first, last, used);
  if (slot.elements.empty()) return put(meaning, slot.field, slot.number, slot.code);
  for (std::uint32_t i = first; i < last; ++i) {
    const std::uint32_t bit = 1U << (i - first);
    if ((used & bit) != 0 || !slot_matches(slot, i)) continue;
    const bool after_at = slot.field == TimeField::clock4 && rule.from > 0;
    if (!after_at && !clock_stands(slot.field, i, first, last)) continue;
    used |= bit;
    const Token& t = tokens_[i];
    if (t.kind != TokenKind::word) return put(meaning, slot.field, t.value, {});
    for (const TimeSymbols::ElementId e : slot.elements) {
      const int klass = rules_.symbols.class_of(e);
      const Entry* entry = klass == TimeSymbols::kNoClass || !rules_.symbols.matches(e, symbols_[i])
                               ? nullptr
                               : words_.entry(t.word, static_cast<ClassId>(klass));
      if (entry != nullptr) return put(meaning, slot.field, entry->number, entry->value);
    }
    return;
  }
}

// "9.30 am": the fraction is minutes when it has two digits.
void MeaningReader::fill_clock_dot(Meaning& meaning, const TimeSlot& slot, std::uint32_t first,
                                   std::uint32_t last, std::uint32_t& used) const {
  for (std::uint32_t i = first; i < last; ++i) {
    if (!slot_matches(slot, i)) continue;
    const Token& t = tokens_[i];
    used |= 1U << (i - first);
    const std::uint32_t whole = t.value < 10 ? 1 : 2;
    if (t.value > 24 || t.end - t.begin != whole + 3) {
      meaning.impossible = true;
      return;
    }
    meaning.hour = static_cast<int>(t.value);
    meaning.minute = t.thousandths / 10;
    return;
  }
}

}  // namespace annals
