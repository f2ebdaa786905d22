#include <doctest/doctest.h>

#include "annals/text/tsv.hpp"

#include "normalizer/embedded_words.hpp"
#include "normalizer/rounding.hpp"
#include "normalizer/source_kinds.hpp"

using namespace annals;

TEST_CASE("the examples of the table of sources hold") {
  const TsvTable table = parse_tsv(embedded_source_kinds());
  REQUIRE(table.examples.size() > 5);
  for (const TsvExample& example : table.examples) {
    INFO("source_kinds.tsv:", example.line, " ", example.input);
    if (example.expected == "revision") {
      CHECK(tells_revision(example.input));
    } else {
      CHECK(name_of(classify_source(example.input)) == example.expected);
    }
  }
  CHECK_FALSE(tells_revision("The toll rose to 12."));
}

TEST_CASE("an origin is the one who said it first") {
  const std::pair<const char*, const char*> rows[] = {
      {"OCHA citing Libyan Red Crescent", "libyan red crescent"},
      {"Libyan Red Crescent via AP", "libyan red crescent"},
      {"the Libyan Red Crescent", "libyan red crescent"},
      {"Red Crescent denies 11,300", "red crescent"},
      {"the health ministry (in a statement)", "health ministry"},
      {"", ""},
      {"the", "the"},
  };
  for (const auto& [source, root] : rows) CHECK(root_of(source) == root);
}

TEST_CASE("roundings of a number, and what is none") {
  struct Row {
    Quantity said;
    std::int64_t exact;
    bool rounds;
  };
  const Row rows[] = {
      {{1900, std::nullopt, Bound::more_than}, 1941, true},
      {{1900, std::nullopt, Bound::more_than}, 2041, false},
      {{std::nullopt, 2000, Bound::less_than}, 1941, true},
      {{std::nullopt, 2000, Bound::less_than}, 2041, false},
      {{1300, 1300, Bound::about}, 1297, true},
      {{1300, 1300, Bound::about}, 1419, false},
      {{700, 700, Bound::exact}, 724, true},
      {{701, 701, Bound::exact}, 724, false},
      {{724, 724, Bound::exact}, 724, false},
      {{20, 99, Bound::vague}, 45, true},
      {{20, 30, Bound::range}, 45, false},
      {{12, std::nullopt, Bound::at_least}, 15, false},
      {{std::nullopt, std::nullopt, Bound::vague}, 15, false},
  };
  for (const Row& row : rows) {
    INFO(display(row.said), " of ", row.exact);
    CHECK(rounds_to(row.said, row.exact) == row.rounds);
  }
  CHECK(is_precise(exactly(97)));
  CHECK(is_precise({115, std::nullopt, Bound::at_least}));
  CHECK_FALSE(is_precise(exactly(500)));
  CHECK_FALSE(is_precise({97, 97, Bound::about}));
}
