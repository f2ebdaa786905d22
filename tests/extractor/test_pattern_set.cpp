#include <algorithm>
#include <memory>
#include <random>
#include <set>
#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "annals/model/error.hpp"

#include "extractor/pattern_set.hpp"

using namespace annals;

namespace {

constexpr std::size_t kSymbols = 5;  // a b c d e; the element "ab" is a class that holds a and b

bool matches(std::string_view element, PatternSet::Symbol symbol) {
  return element.find(static_cast<char>('a' + symbol)) != std::string_view::npos && element.front() != '\'';
}

PatternSet compiled(const std::vector<std::string>& texts) {
  std::vector<PatternSet::Pattern> patterns;
  for (std::size_t i = 0; i < texts.size(); ++i)
    patterns.push_back({texts[i], "test.tsv:" + std::to_string(i + 1)});
  return {patterns, kSymbols, [](std::string_view element) {
            std::vector<PatternSet::Symbol> matched;
            for (PatternSet::Symbol s = 0; s < kSymbols; ++s) {
              if (matches(element, s)) matched.push_back(s);
            }
            return matched;
          }};
}

PatternSet::Match longest(const PatternSet& set, std::string_view row, std::size_t start = 0) {
  return set.longest([row](std::size_t i) { return static_cast<PatternSet::Symbol>(row[i] - 'a'); }, start,
                     row.size());
}

// A pattern as a tree, matched the slow and plain way: all ends that it can reach from a start.
struct Node {
  enum class Kind { element, sequence, choice, optional, star, plus } kind = Kind::element;
  std::string element;
  std::vector<Node> parts;

  std::string text() const {
    const auto joined = [this](const char* between) {
      std::string all = "(";
      for (std::size_t i = 0; i < parts.size(); ++i) all += (i == 0 ? "" : between) + parts[i].text();
      return all + ")";
    };
    switch (kind) {
      case Kind::element: return element;
      case Kind::sequence: return joined(" ");
      case Kind::choice: return joined("|");
      case Kind::optional: return "(" + parts[0].text() + ")?";
      case Kind::star: return "(" + parts[0].text() + ")*";
      case Kind::plus: return "(" + parts[0].text() + ")+";
    }
    return {};
  }

  using Ends = std::set<std::size_t>;
  Ends ends(std::string_view row, std::size_t start) const {
    switch (kind) {
      case Kind::element:
        if (start < row.size() && element.find(row[start]) != std::string::npos) return {start + 1};
        return {};
      case Kind::sequence: {
        Ends at{start};
        for (const Node& part : parts) at = from_all(part, row, at);
        return at;
      }
      case Kind::choice: {
        Ends all;
        for (const Node& part : parts) all.merge(part.ends(row, start));
        return all;
      }
      case Kind::optional: {
        Ends all = parts[0].ends(row, start);
        all.insert(start);
        return all;
      }
      case Kind::star:
      case Kind::plus: {
        Ends all = kind == Kind::star ? Ends{start} : parts[0].ends(row, start);
        for (std::size_t before = 0; before != all.size();) {
          before = all.size();
          all.merge(from_all(parts[0], row, all));
        }
        return all;
      }
    }
    return {};
  }
  static Ends from_all(const Node& node, std::string_view row, const Ends& starts) {
    Ends all;
    for (const std::size_t start : starts) all.merge(node.ends(row, start));
    return all;
  }
  bool can_be_empty() const { return ends("", 0).count(0) != 0; }
};

Node random_node(std::mt19937& random, int depth) {
  Node node;
  const auto kind = depth == 0 ? 0U : random() % 8;
  if (kind < 2) {
    constexpr const char* kElements[] = {"a", "b", "c", "d", "ab", "bcd", "e"};
    node.element = kElements[random() % std::size(kElements)];
    return node;
  }
  node.kind = kind < 4   ? Node::Kind::sequence
              : kind < 5 ? Node::Kind::choice
              : kind < 6 ? Node::Kind::optional
              : kind < 7 ? Node::Kind::star
                         : Node::Kind::plus;
  const std::size_t parts = kind < 5 ? 2 + random() % 2 : 1;
  for (std::size_t i = 0; i < parts; ++i) node.parts.push_back(random_node(random, depth - 1));
  return node;
}

std::string error_of(const std::string& text) {
  try {
    compiled({"a", text});
  } catch (const Error& error) {
    CHECK(error.kind() == Error::Kind::input);
    return error.what();
  }
  return {};
}

}  // namespace

TEST_CASE("the longest match counts") {
  struct Row {
    std::string pattern;
    std::string row;
    std::size_t length;
  };
  const Row rows[] = {
      {"a", "a", 1},
      {"a", "b", 0},
      {"a", "", 0},
      {"a b", "abc", 2},
      {"a b", "a", 0},
      {"a b?", "abb", 2},
      {"a b?", "ac", 1},
      {"a b*", "abbbc", 4},
      {"a b+", "ac", 0},
      {"a b+", "abb", 3},
      {"a|b c", "bc", 2},
      {"a|b c", "ac", 1},
      {"(a|b) c", "ac", 2},
      {"(a|b) c", "bc", 2},
      {"(a b)+ c", "ababc", 5},
      {"(a b)+", "aba", 2},
      {"(a? b)* c", "babc", 4},
      {"ab+ c", "abbac", 5},
      {"a  b", "ab", 2},
      {" a ", "a", 1},
      {"(a (b|c)?)+ d", "aacabd", 6},
      {"((a))", "a", 1},
      {"a b c|a", "abd", 1},
  };
  for (const Row& row : rows) {
    INFO(row.pattern, " on ", row.row);
    CHECK(longest(compiled({row.pattern}), row.row).length == row.length);
  }
}

TEST_CASE("of several patterns the longest wins, of equally long ones the earlier line") {
  const PatternSet set = compiled({"a b", "a b c", "a (b|c)", "d+"});
  CHECK(longest(set, "abd").pattern == 0);
  CHECK(longest(set, "abc").pattern == 1);
  CHECK(longest(set, "acb").pattern == 2);
  CHECK(longest(set, "ddda").pattern == 3);
  CHECK(longest(set, "ddda").length == 3);
  CHECK(longest(set, "eeabd", 2).pattern == 0);
  CHECK(set.can_start(0));
  CHECK_FALSE(set.can_start(1));
}

TEST_CASE("a match starts where it is asked for and ends before the end") {
  const PatternSet set = compiled({"a+"});
  CHECK(longest(set, "baaa", 0).length == 0);
  CHECK(longest(set, "baaa", 2).length == 2);
  CHECK(longest(set, "baaa", 4).length == 0);
}

TEST_CASE("an empty set matches nothing") {
  const PatternSet none;
  CHECK(longest(none, "abc").length == 0);
  CHECK_FALSE(none.can_start(0));
  CHECK(longest(compiled({}), "abc").length == 0);
}

TEST_CASE("patterns that cannot be read say why and where") {
  struct Row {
    std::string pattern;
    std::string why;
  };
  const Row rows[] = {
      {"(a b", "a '(' is not closed"},      {"a)", "unexpected ')'"},
      {"'abc", "a quote is not closed"},    {"", "it matches nothing at all"},
      {"a?", "it matches nothing at all"},  {"(a|b*)", "it matches nothing at all"},
      {"a |", "it matches nothing at all"}, {"*", "an element is missing"},
      {"a (+ b)", "an element is missing"},
  };
  for (const Row& row : rows) {
    INFO(row.pattern);
    const std::string error = error_of(row.pattern);
    CHECK(error == "test.tsv:2: pattern '" + row.pattern + "': " + row.why);
  }
  CHECK(error_of("a b").empty());
}

TEST_CASE("a set that would grow without bounds is refused") {
  std::string pattern = "(a|b)* a";
  for (int i = 0; i < 18; ++i) pattern += " (a|b)";
  CHECK(error_of(pattern).find("states") != std::string::npos);
}

TEST_CASE("the automaton agrees with plain backtracking") {
  std::mt19937 random(41);
  int with_match = 0;
  for (int round = 0; round < 400; ++round) {
    std::vector<Node> nodes;
    std::vector<std::string> texts;
    for (std::size_t n = 1 + random() % 4; nodes.size() < n;) {
      Node node = random_node(random, 3);
      if (node.can_be_empty()) {
        CHECK_THROWS_AS(compiled({node.text()}), const Error&);
        continue;
      }
      texts.push_back(node.text());
      nodes.push_back(std::move(node));
    }
    const PatternSet set = compiled(texts);
    for (int i = 0; i < 20; ++i) {
      std::string row;
      for (std::size_t n = random() % 9; n > 0; --n) row += static_cast<char>('a' + random() % kSymbols);
      PatternSet::Match want;
      for (std::size_t p = 0; p < nodes.size(); ++p) {
        const auto ends = nodes[p].ends(row, 0);
        if (!ends.empty() && *ends.rbegin() > want.length) want = {*ends.rbegin(), p};
      }
      const PatternSet::Match got = longest(set, row);
      INFO(texts[0], " and ", texts.size() - 1, " more on ", row);
      CHECK(got.length == want.length);
      if (want.length != 0) {
        CHECK(got.pattern == want.pattern);
        CHECK(set.can_start(static_cast<PatternSet::Symbol>(row[0] - 'a')));
        ++with_match;
      }
    }
  }
  CHECK(with_match > 1000);
}
