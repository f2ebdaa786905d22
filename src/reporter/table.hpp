#pragma once
// A table of cells and the ways it is printed: aligned text, a Markdown (GFM) table, CSV, TSV.
//   Table t;  t.columns = {{"VALUE", Align::right}, {"SAID BY"}};  t.rows = {{cell("12"), cell("police")}};
// Cells hold raw text; each printer escapes it for the place it goes to. Only `refs` is ours and printed as
// is, in Markdown alone.

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "annals/reporter/report.hpp"

namespace annals {

enum class Align : std::uint8_t { left, right };
enum class Style : std::uint8_t { plain, bold, dim, good, bad };

struct Column {
  std::string header;
  Align align = Align::left;
  bool flexible = false;  // may be cut when the line is too long; numbers and dates never are
};

struct Cell {
  std::string text;
  Style style = Style::plain;
  std::string refs;  // Markdown of our own making, after the text: "[s3-2]"
};
inline Cell cell(std::string_view text, Style style = Style::plain) {
  return {std::string(text), style, {}};
}

struct Table {
  std::vector<Column> columns;
  std::vector<std::vector<Cell>> rows;  // each as long as `columns`
};

void drop_column(Table& table, std::size_t index);
// Columns without text in any row; for tables whose form is not fixed.
void drop_empty_columns(Table& table);

// Columns two blanks apart; flexible ones are cut, the widest first, until a line fits into options.width.
void append_text_table(std::string& out, const Table& table, const RenderOptions& options);
void append_markdown_table(std::string& out, const Table& table);
// Header row and rows as CSV (RFC 4180, CRLF) or TSV (one line a row, tabs and line breaks of a cell become
// blanks).
void append_rows(std::string& out, const Table& table, OutputFormat format);

// `text` made safe for a terminal, in the style when colour is on.
std::string styled(std::string_view text, Style style, const RenderOptions& options);
// Text folded and cut at blanks into lines of at most `width` columns, each after `indent`; safe for a
// terminal.
void append_wrapped(std::string& out, std::string_view text, std::string_view indent, std::size_t width);

}  // namespace annals
