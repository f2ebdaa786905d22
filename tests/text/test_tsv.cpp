#include <string>

#include <doctest/doctest.h>

#include "annals/text/tsv.hpp"

using namespace annals;

namespace {

// "line:cell|cell" for each row, then "line>input>expected" for each example.
std::string shown(const TsvTable& table) {
  std::string out;
  for (const TsvRow& row : table.rows) {
    out += std::to_string(row.line) + ":";
    for (std::size_t i = 0; i < row.cells.size(); ++i) out += (i == 0 ? "" : "|") + std::string(row.cells[i]);
    out += ";";
  }
  for (const TsvExample& example : table.examples) {
    out += std::to_string(example.line) + ">" + std::string(example.input) + ">" +
           std::string(example.expected) + ";";
  }
  return out;
}

}  // namespace

TEST_CASE("rows, comments and examples of a table") {
  const std::pair<std::string, std::string> rows[] = {
      {"", ""},
      {"\n\n", ""},
      {"a\tb\n", "1:a|b;"},
      {"a\tb", "1:a|b;"},
      {"a\t\tb\t\n", "1:a||b|;"},
      {"\ta\n", "1:|a;"},
      {"a\tb\r\nc\td\r\n", "1:a|b;2:c|d;"},
      {"# words\n\n  \na\n", "4:a;"},
      {"a # b\tc\n", "1:a # b|c;"},
      {"#a\n#\n", ""},
      {"# EXAMPLE: a dozen => quantity 12\n", "1>a dozen>quantity 12;"},
      {"a\n# EXAMPLE:  x  =>  y \r\nb", "1:a;3:b;2>x>y;"},
      {"# EXAMPLE: a => b => c\n", "1>a => b>c;"},
      {"# EXAMPLE: no arrow\n", ""},
      {"# EXAMPLE: x => \n", "1>x>;"},
      {"# Example: a => b\n", ""},
  };
  for (const auto& [bytes, want] : rows) {
    INFO(bytes);
    CHECK(shown(parse_tsv(bytes)) == want);
  }
}

TEST_CASE("cells are views of the bytes given") {
  const std::string bytes = "word\tclass\n";
  const TsvTable table = parse_tsv(bytes);
  REQUIRE(table.rows.size() == 1);
  CHECK(table.rows[0].cells[0].data() == bytes.data());
}

TEST_CASE("any bytes are a table") {
  const std::string bytes("\0\t\xFF\n\t\t\n#\0\n", 10);
  const TsvTable table = parse_tsv(bytes);
  REQUIRE(table.rows.size() == 1);
  CHECK(table.rows[0].cells.size() == 2);
}
