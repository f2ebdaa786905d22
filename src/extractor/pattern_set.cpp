#include "extractor/pattern_set.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include <fmt/core.h>

#include "annals/model/error.hpp"

namespace annals {

namespace {

constexpr std::size_t kMaxStates = 20000;

// Thompson automaton: each state has at most one element edge or up to two empty edges.
struct NfaState {
  int element = -1;  // index into the elements, or -1
  std::vector<std::uint32_t> to;
  std::uint32_t accepts = 0;  // pattern + 1
};

struct Fragment {
  std::uint32_t in = 0;
  std::uint32_t out = 0;
};

class Parser {
 public:
  Parser(std::vector<NfaState>& states, std::vector<std::string>& elements)
      : states_(states), elements_(elements) {}

  Fragment parse(const PatternSet::Pattern& pattern) {
    pattern_ = &pattern;
    rest_ = pattern.text;
    const Fragment whole = parse_alternatives();
    skip_blanks();
    if (!rest_.empty()) fail("unexpected '" + std::string(rest_.substr(0, 1)) + "'");
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

  std::uint32_t make_state() {
    states_.emplace_back();
    return static_cast<std::uint32_t>(states_.size() - 1);
  }

  Fragment parse_alternatives() {
    Fragment all = parse_sequence();
    skip_blanks();
    while (!rest_.empty() && rest_.front() == '|') {
      rest_.remove_prefix(1);
      const Fragment other = parse_sequence();
      const Fragment both{make_state(), make_state()};
      states_[both.in].to = {all.in, other.in};
      states_[all.out].to.push_back(both.out);
      states_[other.out].to.push_back(both.out);
      all = both;
      skip_blanks();
    }
    return all;
  }

  Fragment parse_sequence() {
    const std::uint32_t begin = make_state();
    Fragment sequence{begin, begin};
    for (skip_blanks(); !rest_.empty() && rest_.front() != '|' && rest_.front() != ')'; skip_blanks()) {
      const Fragment item = parse_repeated();
      states_[sequence.out].to.push_back(item.in);
      sequence.out = item.out;
    }
    return sequence;
  }

  Fragment parse_repeated() {
    Fragment item = parse_item();
    while (!rest_.empty() && (rest_.front() == '?' || rest_.front() == '*' || rest_.front() == '+')) {
      const char sign = rest_.front();
      rest_.remove_prefix(1);
      const Fragment around{make_state(), make_state()};
      states_[around.in].to.push_back(item.in);
      states_[item.out].to.push_back(around.out);
      if (sign != '+') states_[around.in].to.push_back(around.out);
      if (sign != '?') states_[item.out].to.push_back(item.in);
      item = around;
    }
    return item;
  }

  Fragment parse_item() {
    if (rest_.front() == '(') {
      rest_.remove_prefix(1);
      const Fragment group = parse_alternatives();
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
    const auto index = static_cast<int>(known - elements_.begin());
    if (known == elements_.end()) elements_.push_back(element);
    const Fragment one{make_state(), make_state()};
    states_[one.in].element = index;
    states_[one.in].to = {one.out};
    return one;
  }

  std::vector<NfaState>& states_;
  std::vector<std::string>& elements_;
  const PatternSet::Pattern* pattern_ = nullptr;
  std::string_view rest_;
};

// Adds all states reachable over empty edges.
void close_over(const std::vector<NfaState>& states, std::set<std::uint32_t>& set) {
  std::vector<std::uint32_t> open(set.begin(), set.end());
  while (!open.empty()) {
    const std::uint32_t state = open.back();
    open.pop_back();
    if (states[state].element >= 0) continue;
    for (const std::uint32_t to : states[state].to) {
      if (set.insert(to).second) open.push_back(to);
    }
  }
}

}  // namespace

PatternSet::PatternSet(const std::vector<Pattern>& patterns, std::size_t symbols,
                       const std::function<bool(std::string_view, Symbol)>& matches) {
  std::vector<NfaState> nfa(1);
  std::vector<std::string> elements;
  Parser parser(nfa, elements);
  std::set<std::uint32_t> start{0};
  for (std::size_t i = 0; i < patterns.size(); ++i) {
    const Fragment whole = parser.parse(patterns[i]);
    nfa[0].to.push_back(whole.in);
    nfa[whole.out].accepts = static_cast<std::uint32_t>(i + 1);
  }
  close_over(nfa, start);
  for (const std::uint32_t state : start) {
    if (nfa[state].accepts == 0) continue;
    const Pattern& pattern = patterns[nfa[state].accepts - 1];
    throw Error(Error::Kind::input,
                fmt::format("{}: pattern '{}' matches nothing at all", pattern.where, pattern.text));
  }

  // Symbols that every element treats alike share a column.
  std::map<std::vector<bool>, std::uint32_t> columns;
  std::vector<std::vector<bool>> column_elements;
  column_.resize(symbols);
  for (std::size_t s = 0; s < symbols; ++s) {
    std::vector<bool> row(elements.size());
    for (std::size_t e = 0; e < elements.size(); ++e) row[e] = matches(elements[e], static_cast<Symbol>(s));
    const auto [it, added] = columns.emplace(row, static_cast<std::uint32_t>(columns.size()));
    if (added) column_elements.push_back(row);
    column_[s] = it->second;
  }
  columns_ = column_elements.size();

  // Subset construction. State 0 is dead, 1 the start.
  std::map<std::set<std::uint32_t>, std::uint32_t> known{{{}, 0}, {start, 1}};
  std::vector<std::set<std::uint32_t>> sets{{}, start};
  next_.assign(2 * columns_, 0);
  accepts_.assign(2, 0);
  for (std::size_t at = 1; at < sets.size(); ++at) {
    for (std::size_t c = 0; c < columns_; ++c) {
      std::set<std::uint32_t> reached;
      for (const std::uint32_t state : sets[at]) {
        const int element = nfa[state].element;
        if (element >= 0 && column_elements[c][static_cast<std::size_t>(element)])
          reached.insert(nfa[state].to[0]);
      }
      close_over(nfa, reached);
      const auto [it, added] = known.emplace(reached, static_cast<std::uint32_t>(sets.size()));
      if (added) {
        if (sets.size() >= kMaxStates) {
          throw Error(
              Error::Kind::input,
              fmt::format("lexicon: patterns need more than {} states; make them simpler", kMaxStates));
        }
        std::uint32_t accepts = 0;
        for (const std::uint32_t state : reached) {
          if (nfa[state].accepts != 0 && (accepts == 0 || nfa[state].accepts < accepts))
            accepts = nfa[state].accepts;
        }
        sets.push_back(std::move(reached));
        accepts_.push_back(accepts);
        next_.resize(next_.size() + columns_, 0);
      }
      next_[at * columns_ + c] = it->second;
    }
  }
}

}  // namespace annals
