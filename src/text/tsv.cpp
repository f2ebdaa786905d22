#include "annals/text/tsv.hpp"

#include "annals/text/utf8.hpp"

namespace annals {

namespace {
constexpr std::string_view kExample = "# EXAMPLE:";
constexpr std::string_view kArrow = " => ";
}  // namespace

TsvTable parse_tsv(std::string_view bytes) {
  TsvTable table;
  int number = 0;
  while (!bytes.empty()) {
    ++number;
    const std::size_t end = bytes.find('\n');
    std::string_view line = bytes.substr(0, end);
    bytes.remove_prefix(end == std::string_view::npos ? bytes.size() : end + 1);
    if (!line.empty() && line.back() == '\r') line.remove_suffix(1);
    if (line.starts_with(kExample)) {
      const std::size_t arrow = line.rfind(kArrow);
      if (arrow != std::string_view::npos) {
        table.examples.push_back({number, trim(line.substr(kExample.size(), arrow - kExample.size())),
                                  trim(line.substr(arrow + kArrow.size()))});
      }
      continue;
    }
    if (trim(line).empty() || line.front() == '#') continue;
    TsvRow row{number, {}};
    std::size_t start = 0;
    for (std::size_t tab = line.find('\t'); tab != std::string_view::npos; tab = line.find('\t', start)) {
      row.cells.push_back(line.substr(start, tab - start));
      start = tab + 1;
    }
    row.cells.push_back(line.substr(start));
    table.rows.push_back(std::move(row));
  }
  return table;
}

}  // namespace annals
