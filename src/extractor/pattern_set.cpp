#include "extractor/pattern_set.hpp"

#include <algorithm>
#include <bit>
#include <span>
#include <utility>

#include <fmt/core.h>

#include "annals/model/error.hpp"

namespace annals {

namespace {

constexpr std::size_t kMaxStates = 20000;

// Position automaton (Glushkov 1961): one position for each element that stands in a pattern, no empty moves.
// Sets of positions are bit rows, so that the subset construction is a few word operations a state.
using Bits = std::vector<std::uint64_t>;

void set_bit(Bits& bits, std::size_t i) {
  if (bits.size() <= i / 64) bits.resize(i / 64 + 1, 0);
  bits[i / 64] |= std::uint64_t{1} << (i % 64);
}
bool has_bit(const Bits& bits, std::size_t i) {
  return i / 64 < bits.size() && ((bits[i / 64] >> (i % 64)) & 1U) != 0;
}
void join(Bits& into, const Bits& from) {
  if (into.size() < from.size()) into.resize(from.size(), 0);
  for (std::size_t w = 0; w < from.size(); ++w) into[w] |= from[w];
}
template <typename Visit>
void each_bit(std::span<const std::uint64_t> bits, Visit visit) {
  for (std::size_t w = 0; w < bits.size(); ++w) {
    for (std::uint64_t word = bits[w]; word != 0; word &= word - 1) {
      visit(w * 64 + static_cast<std::size_t>(std::countr_zero(word)));
    }
  }
}

struct Positions {
  std::vector<std::size_t> element;    // of each position
  std::vector<Bits> follow;            // positions that can come next
  std::vector<std::uint32_t> accepts;  // pattern + 1 where a pattern can end, else 0
};

// A piece of a pattern: where it can begin and end, and whether it can be nothing at all.
struct Piece {
  Bits first;
  Bits last;
  bool empty = true;
};

class Parser {
 public:
  Parser(Positions& positions, std::vector<std::string>& elements)
      : positions_(positions), elements_(elements) {}

  Piece parse(const PatternSet::Pattern& pattern) {
    pattern_ = &pattern;
    rest_ = pattern.text;
    Piece whole = parse_alternatives();
    skip_blanks();
    if (!rest_.empty()) fail("unexpected '" + std::string(rest_.substr(0, 1)) + "'");
    if (whole.empty) fail("it matches nothing at all");
    return whole;
  }

 private:
  [[noreturn]] void fail(const std::string& what) const {
    throw Error(Error::Kind::input,
                fmt::format("{}: pattern '{}': {}", pattern_->where, pattern_->text, what));
  }

  void skip_blanks() {
    while (!rest_.empty() && rest_.front() == ' ') rest_.remove_prefix(1);
  }

  void link(const Bits& from, const Bits& to) {
    each_bit(from, [&](std::size_t p) { join(positions_.follow[p], to); });
  }

  Piece parse_alternatives() {
    Piece all = parse_sequence();
    for (skip_blanks(); !rest_.empty() && rest_.front() == '|'; skip_blanks()) {
      rest_.remove_prefix(1);
      const Piece other = parse_sequence();
      join(all.first, other.first);
      join(all.last, other.last);
      all.empty = all.empty || other.empty;
    }
    return all;
  }

  Piece parse_sequence() {
    Piece sequence;
    for (skip_blanks(); !rest_.empty() && rest_.front() != '|' && rest_.front() != ')'; skip_blanks()) {
      const Piece item = parse_repeated();
      link(sequence.last, item.first);
      if (sequence.empty) join(sequence.first, item.first);
      if (item.empty) {
        join(sequence.last, item.last);
      } else {
        sequence.last = item.last;
      }
      sequence.empty = sequence.empty && item.empty;
    }
    return sequence;
  }

  Piece parse_repeated() {
    Piece item = parse_item();
    while (!rest_.empty() && (rest_.front() == '?' || rest_.front() == '*' || rest_.front() == '+')) {
      const char sign = rest_.front();
      rest_.remove_prefix(1);
      if (sign != '?') link(item.last, item.first);
      if (sign != '+') item.empty = true;
    }
    return item;
  }

  Piece parse_item() {
    if (rest_.front() == '(') {
      rest_.remove_prefix(1);
      Piece group = parse_alternatives();
      skip_blanks();
      if (rest_.empty() || rest_.front() != ')') fail("a '(' is not closed");
      rest_.remove_prefix(1);
      return group;
    }
    std::size_t length = 0;
    if (rest_.front() == '\'') {
      const std::size_t close = rest_.find('\'', 1);
      if (close == std::string_view::npos) fail("a quote is not closed");
      length = close + 1;
    } else {
      while (length < rest_.size() &&
             std::string_view(" ()|?*+").find(rest_[length]) == std::string_view::npos)
        ++length;
    }
    if (length == 0) fail("an element is missing");
    const std::string element(rest_.substr(0, length));
    rest_.remove_prefix(length);
    const auto known = std::find(elements_.begin(), elements_.end(), element);
    const auto index = static_cast<std::size_t>(known - elements_.begin());
    if (known == elements_.end()) elements_.push_back(element);
    const std::size_t position = positions_.element.size();
    positions_.element.push_back(index);
    positions_.follow.emplace_back();
    positions_.accepts.push_back(0);
    Piece one;
    set_bit(one.first, position);
    one.last = one.first;
    one.empty = false;
    return one;
  }

  Positions& positions_;
  std::vector<std::string>& elements_;
  const PatternSet::Pattern* pattern_ = nullptr;
  std::string_view rest_;
};

// Sets of positions, each with a number; all of `words` words and in one row.
class StateTable {
 public:
  explicit StateTable(std::size_t words) : words_(words), slots_(kFirstSlots, 0) {}

  std::size_t size() const { return hashes_.size(); }
  std::span<const std::uint64_t> operator[](std::size_t state) const {
    return {rows_.data() + state * words_, words_};
  }
  // The start is a set of its own, though it holds as little as the dead state.
  void add_start() {
    rows_.resize(rows_.size() + words_, 0);
    hashes_.push_back(0);
  }
  // `live` are the words of the set that may hold anything.
  std::uint32_t number_of(const Bits& set, const std::vector<std::size_t>& live) {
    std::uint64_t hash = 0;
    for (const std::size_t w : live) {
      if (set[w] != 0) hash = (hash ^ (set[w] + w)) * 0x9E3779B97F4A7C15ULL;
      hash ^= hash >> 32U;
    }
    for (std::size_t slot = hash;; ++slot) {
      slot &= slots_.size() - 1;
      const std::uint32_t known = slots_[slot];
      if (known == 0) return add(set, hash, slot);
      if (hashes_[known - 1] == hash && std::equal(set.begin(), set.end(), (*this)[known - 1].begin()))
        return known - 1;
    }
  }

 private:
  static constexpr std::size_t kFirstSlots = 256;

  std::uint32_t add(const Bits& set, std::uint64_t hash, std::size_t slot) {
    rows_.insert(rows_.end(), set.begin(), set.end());
    hashes_.push_back(hash);
    const auto number = static_cast<std::uint32_t>(hashes_.size());
    slots_[slot] = number;
    if (hashes_.size() * 2 >= slots_.size()) grow();
    return number - 1;
  }
  void grow() {
    slots_.assign(slots_.size() * 2, 0);
    for (std::size_t i = 0; i < hashes_.size(); ++i) {
      std::size_t slot = hashes_[i] & (slots_.size() - 1);
      while (slots_[slot] != 0) slot = (slot + 1) & (slots_.size() - 1);
      slots_[slot] = static_cast<std::uint32_t>(i + 1);
    }
  }

  std::size_t words_;
  std::vector<std::uint64_t> rows_;
  std::vector<std::uint64_t> hashes_;  // by number
  std::vector<std::uint32_t> slots_;   // open addressing: number + 1, or 0
};

}  // namespace

PatternSet::PatternSet(const std::vector<Pattern>& patterns, std::size_t symbols,
                       const std::function<std::vector<Symbol>(std::string_view)>& matched_by) {
  Positions positions;
  std::vector<std::string> elements;
  Parser parser(positions, elements);
  Bits start;
  for (std::size_t i = 0; i < patterns.size(); ++i) {
    const Piece whole = parser.parse(patterns[i]);
    join(start, whole.first);
    each_bit(whole.last, [&](std::size_t p) { positions.accepts[p] = static_cast<std::uint32_t>(i + 1); });
  }
  const std::size_t words = positions.element.size() / 64 + 1;
  start.resize(words, 0);

  // Symbols that every element treats alike share a column. At first all do; each element parts those it
  // matches from the others of their column.
  column_.assign(symbols, 0);
  std::vector<Bits> column_elements(1);
  for (std::size_t e = 0; e < elements.size(); ++e) {
    std::vector<Symbol> parted(column_elements.size(), 0);  // column -> that of its symbols that e matches
    for (const Symbol s : matched_by(elements[e])) {
      Symbol& to = parted[column_[s]];
      if (to == 0) {
        to = static_cast<Symbol>(column_elements.size());
        column_elements.push_back(column_elements[column_[s]]);
        set_bit(column_elements.back(), e);
      }
      column_[s] = to;
    }
  }
  // Columns that lost all their symbols are left out.
  std::vector<std::size_t> kept(column_elements.size(), column_elements.size());
  std::vector<std::size_t> columns;
  for (Symbol& column : column_) {
    if (kept[column] == column_elements.size()) {
      kept[column] = columns.size();
      columns.push_back(column);
    }
    column = static_cast<Symbol>(kept[column]);
  }
  columns_ = columns.size();

  // Positions that each column can stand at.
  std::vector<Bits> at_column(columns_, Bits(words, 0));
  for (std::size_t p = 0; p < positions.element.size(); ++p) {
    for (std::size_t c = 0; c < columns_; ++c) {
      if (has_bit(column_elements[columns[c]], positions.element[p])) set_bit(at_column[c], p);
    }
  }

  // Subset construction. State 0 is dead, 1 the start; a state is the set of positions that its last symbol
  // can hold.
  StateTable states(words);
  Bits reached(words, 0);
  states.number_of(reached, {});
  states.add_start();
  next_.assign(2 * columns_, 0);
  accepts_.assign(2, 0);
  std::vector<std::size_t> live;  // words of the set that hold anything: few
  for (std::size_t at = 1; at < states.size(); ++at) {
    Bits follow = at == 1 ? start : Bits(words, 0);
    each_bit(states[at], [&](std::size_t p) { join(follow, positions.follow[p]); });
    live.clear();
    for (std::size_t w = 0; w < words; ++w) {
      if (follow[w] != 0) live.push_back(w);
    }
    for (std::size_t c = 0; c < columns_; ++c) {
      std::uint64_t any = 0;
      for (const std::size_t w : live) any |= reached[w] = follow[w] & at_column[c][w];
      if (any == 0) continue;  // to the dead state
      const std::uint32_t to = states.number_of(reached, live);
      next_[at * columns_ + c] = static_cast<State>(to);
      if (to < accepts_.size()) continue;
      if (states.size() > kMaxStates) {
        throw Error(Error::Kind::input,
                    fmt::format("lexicon: patterns need more than {} states; make them simpler", kMaxStates));
      }
      std::uint32_t accepts = 0;
      each_bit(states[to], [&](std::size_t p) {
        const std::uint32_t pattern = positions.accepts[p];
        if (pattern != 0 && (accepts == 0 || pattern < accepts)) accepts = pattern;
      });
      accepts_.push_back(accepts);
      next_.resize(next_.size() + columns_, 0);
    }
    for (const std::size_t w : live) reached[w] = 0;
  }
}

std::vector<bool> PatternSet::followers() const {
  std::vector<bool> columns(columns_, false);
  for (std::size_t first = 0; first < columns_; ++first) {
    const std::size_t state = next_[columns_ + first];
    if (state == 0) continue;
    for (std::size_t c = 0; c < columns_; ++c) {
      if (accepts_[state] != 0 || next_[state * columns_ + c] != 0) columns[c] = true;
    }
  }
  std::vector<bool> symbols(column_.size());
  for (std::size_t s = 0; s < symbols.size(); ++s) symbols[s] = columns[column_[s]];
  return symbols;
}

}  // namespace annals
