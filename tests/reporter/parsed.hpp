#pragma once
// Just enough reading of our own outputs to test them: Markdown tables and references, CSV, columns of text.

#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace annals {

std::vector<std::string> lines_of(std::string_view text);
// Cells of a Markdown table row; an escaped | is no border.
std::vector<std::string> markdown_cells(std::string_view row);
// Empty when each row of each table has as many cells as its header; else the row.
std::string uneven_markdown_row(std::string_view markdown);
// "s3-2" of every [s3-2] in the body, and of every anchor <a id="s3-2">.
std::set<std::string> references_in(std::string_view markdown);
std::set<std::string> anchors_in(std::string_view markdown);
// RFC 4180.
std::vector<std::vector<std::string>> csv_rows(std::string_view csv);

}  // namespace annals
