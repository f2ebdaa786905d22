#pragma once
// Tab-separated data files: the form of every word list. '#' starts a comment line, blank lines are skipped,
// and
// "# EXAMPLE: input => expected" lines are kept apart, for the test that runs them.

#include <string>
#include <string_view>
#include <vector>

namespace annals {

struct TsvRow {
  int line = 0;  // 1-based
  std::vector<std::string_view> cells;
};
struct TsvExample {
  int line = 0;
  std::string_view input;
  std::string_view expected;
};
struct TsvTable {
  std::vector<TsvRow> rows;
  std::vector<TsvExample> examples;
};

// Views point into `bytes`, which must outlive the table. A final CR is dropped from lines.
TsvTable parse_tsv(std::string_view bytes);

}  // namespace annals
