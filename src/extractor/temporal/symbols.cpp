#include "extractor/temporal/symbols.hpp"

#include <algorithm>
#include <stdexcept>
#include <unordered_map>
#include <utility>

#include <fmt/core.h>

#include "annals/model/error.hpp"

namespace annals {

namespace {

// Shapes of numbers, as bits of a mask.
enum Shape : std::uint32_t {
  kNum = 1U << 0U,          // whole number
  kDec = 1U << 1U,          // with a fraction
  kDay2 = 1U << 2U,         // 1..31, at most two digits
  kMonth2 = 1U << 3U,       // 1..12
  kHour = 1U << 4U,         // 0..24
  kMinute2 = 1U << 5U,      // 00..59, two digits
  kYear2 = 1U << 6U,        // two digits
  kYear4 = 1U << 7U,        // 1000..2100, four digits
  kClock4 = 1U << 8U,       // 0000..2359, four digits
  kOrdnum = 1U << 9U,       // 1st .. 31st
  kOrdinal = 1U << 10U,     // any
  kDecade = 1U << 11U,      // 1990s
  kDecade2 = 1U << 12U,     // 90s
  kModernYear = 1U << 13U,  // 1600..2100, four digits
  kShapes = 1U << 14U,
};
constexpr std::array<std::pair<std::string_view, std::uint32_t>, 14> kShapeNames{{
    {"num", kNum},
    {"dec", kDec},
    {"day2", kDay2},
    {"month2", kMonth2},
    {"hour", kHour},
    {"minute2", kMinute2},
    {"year2", kYear2},
    {"year4", kYear4},
    {"clock4", kClock4},
    {"ordnum", kOrdnum},
    {"ordinal", kOrdinal},
    {"decade", kDecade},
    {"decade2", kDecade2},
    {"modern_year", kModernYear},
}};

// Marks: which sign, and whether it must be glued on both sides.
struct MarkName {
  std::string_view name;
  std::string_view marks;
  bool tight;
};
constexpr std::array<MarkName, 11> kMarkNames{{
    {"hyphen", "-", true},
    {"dash", "-_", false},
    {"slash", "/", true},
    {"colon", ":", true},
    {"comma", ",", false},
    {"dot", ".", false},
    {"open", "(", false},
    {"close", ")", false},
    {"apostrophe", "'", false},
    {"possessive", std::string_view("\1", 1), false},
    {"currency", "$", false},
}};

std::uint32_t shape_mask(const Token& t) {
  if (t.value < 0) return 0;
  const std::int64_t v = t.value;
  if (t.kind == TokenKind::ordinal) return kOrdinal | (v >= 1 && v <= 31 ? kOrdnum : 0U);
  if (t.kind == TokenKind::decade) {
    if (v >= 100 && v <= 2100 && v % 10 == 0) return kDecade;
    return v >= 10 && v < 100 && v % 10 == 0 ? kDecade2 : 0U;
  }
  if (t.decimal) return kDec;
  const bool plain = t.end - t.begin == t.digits;  // no thousands separators
  std::uint32_t mask = kNum;
  if (t.digits <= 2 && v >= 1 && v <= 31) mask |= kDay2;
  if (t.digits <= 2 && v >= 1 && v <= 12) mask |= kMonth2;
  if (t.digits <= 2 && v <= 24) mask |= kHour;
  if (t.digits == 2 && v <= 59) mask |= kMinute2;
  if (t.digits == 2) mask |= kYear2;
  if (t.digits == 4 && plain && v >= 1000 && v <= 2100) mask |= kYear4 | (v >= 1600 ? kModernYear : 0U);
  if (t.digits == 4 && plain && v <= 2359 && v % 100 < 60) mask |= kClock4;
  return mask;
}

// All masks that some number has.
std::vector<std::uint32_t> all_shape_masks() {
  std::vector<std::uint32_t> masks;
  Token t;
  for (const TokenKind kind : {TokenKind::number, TokenKind::ordinal, TokenKind::decade}) {
    for (const bool decimal : {false, true}) {
      for (std::uint8_t digits = 1; digits <= 5; ++digits) {
        for (std::int64_t value = 0; value <= 2400; ++value) {
          t.kind = kind;
          t.decimal = decimal;
          t.digits = digits;
          t.value = value;
          t.end = digits;
          const std::uint32_t mask = shape_mask(t);
          if (masks.empty() || masks.back() != mask) masks.push_back(mask);  // most are as the one before
        }
      }
    }
  }
  std::sort(masks.begin(), masks.end());
  masks.erase(std::unique(masks.begin(), masks.end()), masks.end());
  return masks;
}

// Four digits after more digits than a day has: "7946 1990", "555-1984".
bool is_number_run(const std::vector<Token>& tokens, std::size_t at) {
  const Token& t = tokens[at];
  if (t.digits != 4) return false;
  const Token& before = tokens[at - 1];
  if (before.kind == TokenKind::number) return before.value > 31;
  if (at < 2 || !t.glued || before.mark != '-' || !before.glued) return false;
  return tokens[at - 2].kind == TokenKind::number && tokens[at - 2].digits == 3;
}

constexpr std::size_t kPossessive = 1;  // place of 's among the marks, where no mark is

bool is_quoted(std::string_view name) {
  return name.size() > 2 && name.front() == '\'' && name.back() == '\'';
}

}  // namespace

bool TimeSymbols::is_element(const WordTable& words, std::string_view name) {
  if (is_quoted(name)) return true;
  for (const auto& [shape, mask] : kShapeNames) {
    if (shape == name) return true;
  }
  for (const MarkName& mark : kMarkNames) {
    if (mark.name == name) return true;
  }
  for (std::size_t c = 0; c < words.class_count(); ++c) {
    if (words.class_name(static_cast<ClassId>(c)) == name) return true;
  }
  return false;
}

TimeSymbols::TimeSymbols(const WordTable& words, std::vector<std::string> elements)
    : elements_(std::move(elements)), words_(&words) {
  const std::size_t n = elements_.size();
  classes_.assign(n, kNoClass);
  std::vector<std::uint32_t> shapes(n, 0);
  std::vector<const MarkName*> marks(n, nullptr);
  std::vector<WordId> literals(n, kUnknownWord);
  for (std::size_t e = 0; e < n; ++e) {
    const std::string& name = elements_[e];
    const auto shape =
        std::find_if(kShapeNames.begin(), kShapeNames.end(), [&](const auto& s) { return s.first == name; });
    const auto mark =
        std::find_if(kMarkNames.begin(), kMarkNames.end(), [&](const MarkName& m) { return m.name == name; });
    if (is_quoted(name)) {
      literals[e] = words.find(std::string_view(name).substr(1, name.size() - 2));
    } else if (shape != kShapeNames.end()) {
      shapes[e] = shape->second;
    } else if (mark != kMarkNames.end()) {
      marks[e] = &*mark;
    } else {
      classes_[e] = words.find_class(name);
    }
  }
  std::unordered_map<std::vector<bool>, Symbol> known;
  const auto intern = [&](std::vector<bool> set) {
    const auto [it, added] = known.emplace(std::move(set), static_cast<Symbol>(sets_.size()));
    if (added) sets_.push_back(it->first);
    return it->second;
  };
  intern(std::vector<bool>(n));

  ClassSet temporal;
  for (const int klass : classes_) {
    if (klass != kNoClass) temporal.add(static_cast<ClassId>(klass));
  }
  by_word_.resize(words.word_count());
  for (WordId word = 1; word < words.word_count(); ++word) {
    const bool literal = std::find(literals.begin(), literals.end(), word) != literals.end();
    if (!literal && !words.classes(word).meets(temporal)) continue;  // most words: the symbol of no element
    for (const bool capital : {false, true}) {
      std::vector<bool> set(n);
      for (std::size_t e = 0; e < n; ++e) {
        set[e] = literals[e] == word && literals[e] != kUnknownWord;
        if (classes_[e] == kNoClass) continue;
        const Entry* entry = words.entry(word, static_cast<ClassId>(classes_[e]));
        set[e] = entry != nullptr && (capital || entry->note != "capital");
      }
      by_word_[word][static_cast<std::size_t>(capital)] = intern(std::move(set));
    }
  }
  by_shape_.assign(kShapes, 0);
  for (const std::uint32_t mask : all_shape_masks()) {
    std::vector<bool> set(n);
    for (std::size_t e = 0; e < n; ++e) set[e] = (shapes[e] & mask) != 0;
    by_shape_[mask] = intern(std::move(set));
  }
  for (std::size_t c = 0; c < by_mark_.size(); ++c) {
    for (const bool tight : {false, true}) {
      std::vector<bool> set(n);
      for (std::size_t e = 0; e < n; ++e) {
        set[e] = c != 0 && marks[e] != nullptr && (tight || !marks[e]->tight) &&
                 marks[e]->marks.find(static_cast<char>(c)) != std::string_view::npos;
      }
      by_mark_[c][static_cast<std::size_t>(tight)] = intern(std::move(set));
    }
  }
  for (const char* name : {"ampm", "zone", "short_unit", "short_units"}) {
    if (knows(name)) glued_.add(static_cast<ClassId>(class_of(element(name))));
  }
}

std::vector<TimeSymbols::Symbol> TimeSymbols::matched_by(ElementId element) const {
  std::vector<Symbol> matched;
  for (std::size_t s = 0; s < sets_.size(); ++s) {
    if (sets_[s][element]) matched.push_back(static_cast<Symbol>(s));
  }
  return matched;
}

bool TimeSymbols::knows(std::string_view name) const {
  return std::find(elements_.begin(), elements_.end(), name) != elements_.end();
}

TimeSymbols::ElementId TimeSymbols::element(std::string_view name) const {
  const auto it = std::find(elements_.begin(), elements_.end(), name);
  if (it == elements_.end()) throw std::out_of_range("time symbols: no element of that name");
  return static_cast<ElementId>(it - elements_.begin());
}

TimeSymbols::Symbol TimeSymbols::of(const std::vector<Token>& tokens, std::size_t at) const {
  const Token& t = tokens[at];
  const Token* next = at + 1 < tokens.size() ? &tokens[at + 1] : nullptr;
  switch (t.kind) {
    case TokenKind::word: return by_word_[t.word][static_cast<std::size_t>(t.capitalised)];
    case TokenKind::number:
    case TokenKind::ordinal:
    case TokenKind::decade: {
      // Part of a name, a price, a share or a telephone number: "B52", "$1990", "1990%", "3G", "555 1990".
      if (at > 0 && is_number_run(tokens, at)) return 0;
      if (t.glued && at > 0) {
        const Token& before = tokens[at - 1];
        if (before.kind == TokenKind::word) return 0;
        if (before.kind == TokenKind::punctuation &&
            std::string_view("$#.,@&=+").find(before.mark) != std::string_view::npos)
          return 0;
      }
      if (next != nullptr && next->glued) {
        if (next->kind == TokenKind::word && !words_->classes(next->word).meets(glued_)) return 0;
        if (next->kind == TokenKind::punctuation && next->mark == '%') return 0;
      }
      return by_shape_[shape_mask(t)];
    }
    case TokenKind::punctuation: {
      const bool tight = t.glued && next != nullptr && next->glued;
      // 's is the apostrophe (one byte or three) and a letter.
      if (t.mark == '\'' && (t.end - t.begin) % 2 == 0) return by_mark_[kPossessive][0];
      const auto mark = static_cast<unsigned char>(t.mark);
      return mark < by_mark_.size() ? by_mark_[mark][static_cast<std::size_t>(tight)] : Symbol{0};
    }
    case TokenKind::quote_open:
    case TokenKind::quote_close:
    case TokenKind::line_break: return 0;
  }
  return 0;
}

}  // namespace annals
