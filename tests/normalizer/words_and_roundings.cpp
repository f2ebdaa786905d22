#include <string>

#include <doctest/doctest.h>

#include "annals/text/tsv.hpp"
#include "annals/text/utf8.hpp"

#include "normalizer/embedded_words.hpp"
#include "normalizer/origins/source_kinds.hpp"
#include "normalizer/series/series_words.hpp"
#include "normalizer/toll/change_cues.hpp"
#include "normalizer/toll/rounding.hpp"
#include "normalizer/toll/typo.hpp"

using namespace annals;

TEST_CASE("the examples of the table of sources hold") {
  const TsvTable table = parse_tsv(embedded_source_kinds());
  REQUIRE(table.examples.size() > 5);
  for (const TsvExample& example : table.examples) {
    INFO("source_kinds.tsv:", example.line, " ", example.input);
    CHECK(name_of(classify_source(example.input)) == example.expected);
  }
}

TEST_CASE("the examples of the table of cues hold") {
  const TsvTable table = parse_tsv(embedded_change_cues());
  REQUIRE(table.examples.size() > 5);
  for (const TsvExample& example : table.examples) {
    INFO("change_cues.tsv:", example.line, " ", example.input);
    const auto cue = cue_of(example.input);
    CHECK((cue ? name_of(cue->cause) : std::string_view{}) == example.expected);
  }
}

TEST_CASE("the examples of the words of series hold") {
  const TsvTable table = parse_tsv(embedded_series_words());
  REQUIRE(table.examples.size() > 5);
  for (const TsvExample& example : table.examples) {
    INFO("series_words.tsv:", example.line, " ", example.input);
    const std::size_t bar = example.input.find('|');
    REQUIRE(bar != std::string_view::npos);
    const std::string_view where = trim(example.input.substr(0, bar));
    const std::string_view text = trim(example.input.substr(bar + 1));
    SeriesWords words;
    (where == "after"      ? words.after
     : where == "sentence" ? words.sentence
     : where == "source"   ? words.source
                           : words.victims) = text;
    const SeriesAxes axes = read_series_words(words);
    std::string told;
    if (axes.fate != Fate::known) told = "fate " + std::string(name_of(axes.fate));
    if (axes.side != Side::everyone) told = "side " + std::string(name_of(axes.side));
    if (axes.definition != Definition::reported) told = "definition " + std::string(name_of(axes.definition));
    CHECK(told == example.expected);
  }
}

TEST_CASE("slips of the pen, and numbers that are none") {
  CHECK(is_typo(41239, 41329));        // two digits exchanged
  CHECK(is_typo(9240, 1240));          // another first digit
  CHECK(is_typo(22207, 2207));         // a digit too many
  CHECK_FALSE(is_typo(41328, 41329));  // the count of an hour later
  CHECK_FALSE(is_typo(24, 42));        // too short to tell
  CHECK_FALSE(is_typo(9000, 1000));    // round numbers
  CHECK_FALSE(is_typo(1941, 1941));
}

TEST_CASE("an origin is the one who said it first") {
  const std::pair<const char*, const char*> rows[] = {
      {"OCHA citing Libyan Red Crescent", "libyan red crescent"},
      {"Libyan Red Crescent via AP", "libyan red crescent"},
      {"the Libyan Red Crescent", "libyan red crescent"},
      {"Red Crescent denies 11,300", "red crescent"},
      {"the health ministry (in a statement)", "health ministry"},
      {"contributor (10.0.0.7)", "contributor 10.0.0.7"},
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
