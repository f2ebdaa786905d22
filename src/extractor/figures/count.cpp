#include "extractor/figures/count.hpp"

#include <charconv>

namespace annals {

namespace {

// A plain number before its hedges are applied.
struct Number {
  std::uint32_t last = 0;
  Quantity quantity;
  bool person = false;
};

class Reader {
 public:
  Reader(const TokenizedText& text, const WordTable& words, const CountRules& rules, std::uint32_t end)
      : tokens_(text.tokens), text_(text.text), words_(words), rules_(rules), end_(end) {}

  std::optional<Count> read(std::uint32_t at) const {
    Count count;
    count.first = at;
    std::optional<Bound> hedge;
    bool plain_hedge = false;
    while (true) {
      if (const auto [length, entry] = find(at, rules_.hedge_before); length != 0) {
        // "the statement about two pilots"
        if (at > 0 && at == count.first && has(at - 1, rules_.topic)) return std::nullopt;
        if (!hedge) hedge = bound_named(entry->value);
        at += static_cast<std::uint32_t>(length);
      } else if (const auto [more_length, more] = find(at, rules_.hedge_more);
                 more_length != 0 && is_additional(at, more_length)) {
        count.more = true;
        at += static_cast<std::uint32_t>(more_length);
      } else if (const auto [plain_length, plain] = find(at, rules_.hedge_plain);
                 plain_length != 0 && !plain_hedge) {
        // "only 12", "all 12": the number alone is the count, the word is not part of it.
        if (count.first != at || hedge) return std::nullopt;
        at += static_cast<std::uint32_t>(plain_length);
        count.first = at;
        plain_hedge = true;
      } else {
        break;
      }
    }
    const auto open = range_opened(at);
    auto number = open ? read_open_range(at) : read_number(at);
    if (!number) return std::nullopt;
    if (!open) extend_range(*number);
    count.quantity = number->quantity;
    count.person = number->person;
    count.last = number->last;
    if (hedge) apply(*hedge, count.quantity);
    read_tail(count);
    if (is_no_count(count)) return std::nullopt;
    return count;
  }

 private:
  PhraseMatch find(std::uint32_t at, ClassId klass) const {
    if (at >= end_) return {};
    return words_.longest_entry([&](std::size_t i) { return tokens_[at + i].word; }, end_ - at, klass);
  }

  bool has(std::uint32_t at, ClassId klass) const {
    return at < end_ && words_.classes(tokens_[at].word).has(klass);
  }
  bool is_mark(std::uint32_t at, char mark) const {
    return at < end_ && tokens_[at].kind == TokenKind::punctuation && tokens_[at].mark == mark;
  }
  std::string_view word(std::uint32_t at) const {
    return at < end_ ? std::string_view(words_.spelling(tokens_[at].word)) : std::string_view();
  }

  // "a" adds only before a written-out "further/additional"; "another" needs a number after it to be more
  // than one.
  bool is_additional(std::uint32_t at, std::size_t length) const {
    if (length == 1 && word(at) == "a") return false;
    return read_number(at + static_cast<std::uint32_t>(length)).has_value();
  }

  bool range_opened(std::uint32_t at) const { return has(at, rules_.range_open) && at + 1 < end_; }

  std::uint32_t after_hedge(std::uint32_t at) const {
    return at + static_cast<std::uint32_t>(find(at, rules_.hedge_before).length);
  }

  // between A and B, from A to B
  std::optional<Number> read_open_range(std::uint32_t at) const {
    auto low = read_number(after_hedge(at + 1));
    if (!low || low->last >= end_) return std::nullopt;
    const std::string_view joint = word(low->last);
    if (joint != "and" && joint != "to") return std::nullopt;
    auto high = read_number(after_hedge(low->last + 1));
    if (!high) return std::nullopt;
    return join(*low, *high);
  }

  static std::optional<Number> join(const Number& low, const Number& high) {
    if (!low.quantity.low || !high.quantity.high) return std::nullopt;
    std::int64_t a = *low.quantity.low;
    const std::int64_t b = *high.quantity.high;
    // "2 to 3 million": the multiplier is said once.
    if (b >= 1000 && a < 1000 && b % 1000 == 0) {
      std::int64_t scale = 1000;
      while (b % (scale * 1000) == 0) scale *= 1000;
      if (a < b / scale && b / scale < 1000) a *= scale;
    }
    if (a >= b) return std::nullopt;
    return Number{high.last, {a, b, Bound::range}, false};
  }

  void extend_range(Number& number) const {
    if (number.quantity.bound != Bound::exact || number.quantity.low == 0) return;
    std::uint32_t next = number.last;
    const bool dash = next + 1 < end_ && tokens_[next].kind == TokenKind::punctuation &&
                      (tokens_[next].mark == '-' || tokens_[next].mark == '_');
    const bool joined = dash || word(next) == "to" || word(next) == "or";
    if (!joined) return;
    ++next;
    if (word(next) == "perhaps") ++next;
    const auto high = read_number(next);
    if (!high || high->quantity.bound != Bound::exact) return;
    if (!dash && word(number.last) == "or" && *high->quantity.low > 4 * *number.quantity.low) return;
    if (const auto range = join(number, *high)) number = *range;
  }

  std::optional<Number> read_number(std::uint32_t at) const {
    if (at >= end_) return std::nullopt;
    const Token& t = tokens_[at];
    if (t.kind == TokenKind::number) return read_digits(at);
    if (t.kind != TokenKind::word) return std::nullopt;
    if (const auto [length, entry] = find(at, rules_.vague_word); length != 0)
      return vague(at + static_cast<std::uint32_t>(length), *entry);
    if (const auto [length, entry] = find(at, rules_.exact_word); length != 0) {
      return scaled(at + static_cast<std::uint32_t>(length), entry->number);
    }
    if (const auto [length, entry] = find(at, rules_.zero_person); length != 0) {
      return Number{at + static_cast<std::uint32_t>(length), exactly(0), true};
    }
    if (const auto [length, entry] = find(at, rules_.zero_word); length != 0) {
      return Number{at + static_cast<std::uint32_t>(length), exactly(0), false};
    }
    return read_number_words(at);
  }

  static std::optional<Number> vague(std::uint32_t last, const Entry& entry) {
    Number number{last, {std::nullopt, std::nullopt, Bound::vague}, false};
    const std::size_t dash = entry.value.find('-');
    if (dash != std::string::npos) {
      std::int64_t high = 0;
      std::from_chars(entry.value.data() + dash + 1, entry.value.data() + entry.value.size(), high);
      number.quantity.low = entry.number;
      number.quantity.high = high;
    }
    return number;
  }

  // Multipliers after a number: "2.3 million", "two hundred thousand", "37 thousand".
  std::optional<Number> scaled(std::uint32_t at, std::int64_t value, std::int64_t thousandths = 0) const {
    std::int64_t scale = 1;
    while (has(at, rules_.multiplier)) {
      const std::int64_t factor = words_.entry(tokens_[at].word, rules_.multiplier)->number;
      if (scale > 1'000'000'000 / factor) return std::nullopt;
      scale *= factor;
      ++at;
    }
    if (thousandths != 0 && scale < 1000) return std::nullopt;
    if (value > 9'000'000'000'000 / scale) return std::nullopt;
    return Number{at, exactly(value * scale + thousandths * (scale / 1000)), false};
  }

  std::optional<Number> read_digits(std::uint32_t at) const {
    const Token& t = tokens_[at];
    if (t.value < 0 || (t.digits > 1 && text_[t.begin] == '0')) return std::nullopt;  // "0932"
    // "12-year-old", "9mm", "10:30", "3%", "$5", "No. 5", "7.62"
    if (at > 0 && t.glued && tokens_[at - 1].kind == TokenKind::punctuation) {
      const char before = tokens_[at - 1].mark;
      const bool range_dash =
          (before == '-' || before == '_') && at > 1 && tokens_[at - 2].kind == TokenKind::number;
      if (before == '$' || before == '#' || before == ':' || before == '/' || before == '.' ||
          before == '[' || (before == '-' && !range_dash)) {
        return std::nullopt;
      }
    }
    const std::uint32_t before = at > 1 && is_mark(at - 1, '.') ? at - 2 : at - 1;
    if (at > 0 && has(before, rules_.money)) return std::nullopt;  // "Rs. 1,500"
    if (at > 0 && t.glued && tokens_[at - 1].kind == TokenKind::word)
      return std::nullopt;  // A-10, £5 (a letter run)
    if (at + 1 < end_ && tokens_[at + 1].glued) {
      const Token& next = tokens_[at + 1];
      if (next.kind == TokenKind::word) {
        const std::string_view unit = text_.substr(next.begin, next.end - next.begin);
        if (unit == "m" || unit == "M") return number_with_suffix(at, 1'000'000);
        if (unit == "k" || unit == "K") return number_with_suffix(at, 1'000);
        return std::nullopt;
      }
      if (next.kind == TokenKind::punctuation && (next.mark == '%' || next.mark == '/')) return std::nullopt;
      if (next.kind == TokenKind::punctuation && next.mark == ':' && at + 2 < end_ && tokens_[at + 2].glued &&
          tokens_[at + 2].kind == TokenKind::number) {
        return std::nullopt;
      }
    }
    std::int64_t value = t.value;
    std::uint32_t last = at + 1;
    while (is_thousands_group(last, value)) value = value * 1000 + tokens_[last++].value;
    if (last == at + 1 && is_torn_thousand(last)) {
      value *= 1000;
      last += 2;
    }
    const auto number = scaled(last, value, t.decimal ? t.thousandths : 0);
    if (t.decimal && (!number || number->last == at + 1)) return std::nullopt;
    return number;
  }

  // The "000" of "14 000".
  bool is_thousands_group(std::uint32_t at, std::int64_t value) const {
    if (at >= end_ || value <= 0 || value > 1'000'000) return false;
    const Token& before = tokens_[at - 1];
    const Token& t = tokens_[at];
    return before.kind == TokenKind::number && !before.decimal && before.digits <= 3 &&
           before.end - before.begin == before.digits && t.kind == TokenKind::number && !t.decimal &&
           t.digits == 3 && t.end - t.begin == 3 && !t.glued && t.begin - before.end <= 2 &&
           !(at + 1 < end_ && tokens_[at + 1].glued && tokens_[at + 1].kind == TokenKind::word);
  }

  // The ", 000" of "61, 000".
  bool is_torn_thousand(std::uint32_t at) const {
    return at + 1 < end_ && tokens_[at - 1].digits <= 3 && !tokens_[at - 1].decimal && is_mark(at, ',') &&
           tokens_[at].glued && tokens_[at + 1].kind == TokenKind::number && tokens_[at + 1].digits == 3 &&
           tokens_[at + 1].value == 0 && tokens_[at + 1].end - tokens_[at + 1].begin == 3;
  }

  std::optional<Number> number_with_suffix(std::uint32_t at, std::int64_t scale) const {
    const Token& t = tokens_[at];
    if (t.value > 1'000'000'000) return std::nullopt;
    return Number{at + 2, exactly(t.value * scale + (t.decimal ? t.thousandths * (scale / 1000) : 0)), false};
  }

  // "two thousand three hundred and five", "twenty-five"
  std::optional<Number> read_number_words(std::uint32_t at) const {
    std::int64_t total = 0;
    std::int64_t group = -1;  // below a thousand
    std::int64_t last_unit = 1000;
    std::uint32_t last = at;
    while (at < end_) {
      const WordId id = tokens_[at].word;
      if (const Entry* unit = words_.entry(id, rules_.unit_number)) {
        const bool fits =
            group < 0 || (unit->number < 10 && last_unit >= 20 && last_unit < 100) || last_unit >= 100;
        if (!fits) break;
        group = std::max<std::int64_t>(group, 0) + unit->number;
        last_unit = unit->number;
      } else if (const Entry* factor = words_.entry(id, rules_.multiplier);
                 factor != nullptr && (group > 0 || total > 0)) {
        if (factor->number < 1000) {
          if (group <= 0 || group >= 100) break;
          group *= factor->number;
        } else {
          const std::int64_t base = group > 0 ? group : total;
          if (base > 1'000'000'000'000 / factor->number) return std::nullopt;
          total = group > 0 ? total + group * factor->number : total * factor->number;
          group = -1;
        }
        last_unit = 1000;
      } else if (has(at + 1, rules_.unit_number) && joins_words(at, group, total, last_unit)) {
        ++at;
        continue;
      } else {
        break;
      }
      ++at;
      last = at;
    }
    if (group < 0 && total == 0) return std::nullopt;
    return Number{last, exactly(total + std::max<std::int64_t>(group, 0)), false};
  }

  // The hyphen of "twenty-five", the "and" of "two hundred and five".
  bool joins_words(std::uint32_t at, std::int64_t group, std::int64_t total, std::int64_t last_unit) const {
    if (is_mark(at, '-')) return group >= 0;
    return word(at) == "and" && last_unit >= 100 && (group > 0 || total > 0);
  }

  static void apply(Bound hedge, Quantity& q) {
    if (q.bound == Bound::vague || q.bound == Bound::range) {
      return;  // "at least dozens" stays vague, "about 20 to 30" a range
    }
    q.bound = hedge;
    if (hedge == Bound::at_least || hedge == Bound::more_than) q.high.reset();
    if (hedge == Bound::at_most || hedge == Bound::less_than) q.low.reset();
  }

  void read_tail(Count& count) const {
    if (const auto [length, entry] = find(count.last, rules_.hedge_after); length != 0) {
      if (count.quantity.bound == Bound::exact) apply(*bound_named(entry->value), count.quantity);
      count.last += static_cast<std::uint32_t>(length);
    }
    if (const auto [length, entry] = find(count.last, rules_.more_after);
        length != 0 && word(count.last + 1) != "than") {
      count.more = true;
      count.last += static_cast<std::uint32_t>(length);
    }
  }

  bool is_plain_number(std::uint32_t at) const {
    return at < end_ && (tokens_[at].kind == TokenKind::number || has(at, rules_.unit_number));
  }
  bool is_year(std::uint32_t at) const { return tokens_[at].value >= 1000 && tokens_[at].value <= 2100; }

  // "the 1932 uprising"
  bool is_year_name(const Count& count) const {
    if (count.first == 0 || count.last != count.first + 1) return false;
    const Token& t = tokens_[count.first];
    return t.kind == TokenKind::number && t.digits == 4 && t.end - t.begin == 4 && t.value >= 1700 &&
           t.value <= 2100 && has(count.first - 1, rules_.hedge_plain);
  }

  // What follows may show that the number is none of people: an age, a share, a rank.
  bool is_no_count(const Count& count) const {
    const std::uint32_t next = count.last;
    // Shares: neither number of "four in five" counts people.
    if (count.first >= 2 && word(count.first - 1) == "in" && is_plain_number(count.first - 2)) return true;
    if (is_year_name(count)) return true;
    if (count.first > 0 && has(count.first - 1, rules_.asking)) return true;
    if (next == count.first + 1 && count.quantity.low == 1 && has(next, rules_.hedge_more))
      return true;  // "one another"
    if (next >= end_) return false;
    if (word(next) == "in" && is_plain_number(next + 1) && !is_year(next + 1)) return true;
    if (is_mark(next, '%')) return true;
    if (is_mark(next, '-') && tokens_[next].glued && next + 1 < end_ && tokens_[next + 1].glued) return true;
    if (is_mark(next, '-') && word(next + 1) == "year") return true;  // a line was broken there
    const std::string_view after = word(next);
    if ((after == "year" || after == "years") && word(is_mark(next + 1, '-') ? next + 2 : next + 1) == "old")
      return true;
    return after == "percent" || (after == "per" && word(next + 1) == "cent");
  }

  const std::vector<Token>& tokens_;
  std::string_view text_;
  const WordTable& words_;
  const CountRules& rules_;
  std::uint32_t end_;
};

}  // namespace

CountRules::CountRules(const WordTable& words)
    : unit_number(words.find_class("unit_number")),
      multiplier(words.find_class("multiplier")),
      exact_word(words.find_class("exact_word")),
      zero_word(words.find_class("zero_word")),
      zero_person(words.find_class("zero_person")),
      vague_word(words.find_class("vague_word")),
      hedge_before(words.find_class("hedge_before")),
      hedge_plain(words.find_class("hedge_plain")),
      hedge_more(words.find_class("hedge_more")),
      hedge_after(words.find_class("hedge_after")),
      more_after(words.find_class("more_after")),
      range_open(words.find_class("range_open")),
      asking(words.find_class("asking")),
      money(words.find_class("money")),
      topic(words.find_class("topic")) {
  for (const ClassId klass : {unit_number, exact_word, zero_word, zero_person, vague_word, hedge_before,
                              hedge_plain, hedge_more, range_open}) {
    openings.add(klass);
  }
}

std::optional<Count> parse_count(const TokenizedText& text, const WordTable& words, const CountRules& rules,
                                 std::uint32_t at, std::uint32_t end) {
  if (at >= end || !may_open_count(text.tokens[at], words, rules)) return std::nullopt;
  return Reader(text, words, rules, end).read(at);
}

std::optional<Quantity> parse_quantity(const TokenizedText& text, const WordTable& words,
                                       const CountRules& rules) {
  const auto count = parse_count(text, words, rules, 0, static_cast<std::uint32_t>(text.tokens.size()));
  if (!count || count->last != text.tokens.size()) return std::nullopt;
  return count->quantity;
}

}  // namespace annals
