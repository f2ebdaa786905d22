#include "reporter/table.hpp"

#include <algorithm>
#include <cassert>
#include <cstddef>

#include "annals/text/escape.hpp"
#include "annals/text/utf8.hpp"

namespace annals {

namespace {

constexpr std::size_t kGap = 2;
constexpr std::size_t kNarrowest = 8;  // a flexible column is not cut below this

std::string_view code_of(Style style) {
  switch (style) {
    case Style::bold: return "\x1b[1m";
    case Style::dim: return "\x1b[2m";
    case Style::good: return "\x1b[32m";
    case Style::bad: return "\x1b[31m";
    case Style::plain: break;
  }
  return {};
}

void append_coloured(std::string& out, std::string_view safe_text, Style style, bool colour) {
  const std::string_view code = colour ? code_of(style) : std::string_view{};
  out += code;
  out += safe_text;
  if (!code.empty()) out += "\x1b[0m";
}

std::vector<std::size_t> natural_widths(const Table& table,
                                        const std::vector<std::vector<std::string>>& rows) {
  std::vector<std::size_t> widths;
  for (const Column& column : table.columns) widths.push_back(display_width(column.header));
  for (const auto& row : rows) {
    for (std::size_t i = 0; i < row.size(); ++i) widths[i] = std::max(widths[i], display_width(row[i]));
  }
  return widths;
}

void fit(std::vector<std::size_t>& widths, const std::vector<Column>& columns, std::size_t room) {
  std::size_t total = widths.empty() ? 0 : kGap * (widths.size() - 1);
  for (const std::size_t width : widths) total += width;
  while (total > room) {
    std::size_t widest = widths.size();
    for (std::size_t i = 0; i < widths.size(); ++i) {
      if (columns[i].flexible && widths[i] > kNarrowest &&
          (widest == widths.size() || widths[i] > widths[widest]))
        widest = i;
    }
    if (widest == widths.size()) return;
    --widths[widest];
    --total;
  }
}

void append_row(std::string& out, const std::vector<std::string>& texts, const std::vector<Style>& styles,
                const std::vector<Column>& columns, const std::vector<std::size_t>& widths, bool colour) {
  const std::size_t line = out.size();
  for (std::size_t i = 0; i < texts.size(); ++i) {
    if (i > 0) out.append(kGap, ' ');
    const std::string text = shorten(texts[i], widths[i]);
    const std::size_t padding = widths[i] - std::min(widths[i], display_width(text));
    if (columns[i].align == Align::right) out.append(padding, ' ');
    append_coloured(out, text, styles[i], colour && !text.empty());
    if (columns[i].align == Align::left && i + 1 < texts.size()) out.append(padding, ' ');
  }
  while (out.size() > line && out.back() == ' ') out.pop_back();
  out += '\n';
}

}  // namespace

std::string styled(std::string_view text, Style style, const RenderOptions& options) {
  std::string out;
  append_coloured(out, escape_terminal(text), style, options.colour);
  return out;
}

void drop_column(Table& table, std::size_t index) {
  const auto at = static_cast<std::ptrdiff_t>(index);
  table.columns.erase(table.columns.begin() + at);
  for (auto& row : table.rows) row.erase(row.begin() + at);
}

void drop_empty_columns(Table& table) {
  for (std::size_t i = table.columns.size(); i-- > 0;) {
    const bool is_empty =
        std::all_of(table.rows.begin(), table.rows.end(), [i](const std::vector<Cell>& row) {
          return (row[i].text.empty() || row[i].text == "-") && row[i].refs.empty();
        });
    if (is_empty) drop_column(table, i);
  }
}

void append_text_table(std::string& out, const Table& table, const RenderOptions& options) {
  std::vector<std::vector<std::string>> texts;
  for (const auto& row : table.rows) {
    assert(row.size() == table.columns.size());
    auto& line = texts.emplace_back();
    for (const Cell& c : row) line.push_back(escape_terminal(c.text));
  }
  std::vector<std::size_t> widths = natural_widths(table, texts);
  fit(widths, table.columns, options.width);
  std::vector<std::string> headers;
  for (const Column& column : table.columns) headers.push_back(column.header);
  append_row(out, headers, std::vector<Style>(headers.size(), Style::bold), table.columns, widths,
             options.colour);
  for (std::size_t i = 0; i < texts.size(); ++i) {
    std::vector<Style> styles;
    for (const Cell& c : table.rows[i]) styles.push_back(c.style);
    append_row(out, texts[i], styles, table.columns, widths, options.colour);
  }
}

void append_markdown_table(std::string& out, const Table& table) {
  for (const Column& column : table.columns) out += "| " + column.header + ' ';
  out += "|\n";
  for (const Column& column : table.columns) out += column.align == Align::right ? "|---:" : "|---";
  out += "|\n";
  for (const auto& row : table.rows) {
    assert(row.size() == table.columns.size());
    for (const Cell& c : row) {
      // A lone dash stands for "nothing" and cannot start a list inside a cell.
      const std::string text = c.text == "-" ? c.text : escape_markdown(c.text);
      out += "| " + text;
      if (!c.refs.empty()) out += (text.empty() ? "" : " ") + c.refs;
      if (out.back() != ' ') out += ' ';
    }
    out += "|\n";
  }
}

void append_rows(std::string& out, const Table& table, OutputFormat format) {
  const bool tabs = format == OutputFormat::tsv;
  const auto append = [&](std::size_t column, std::string_view text) {
    if (column > 0) out += tabs ? '\t' : ',';
    out += tabs ? tsv_cell(text) : csv_cell(text);
  };
  const std::string_view end = tabs ? "\n" : "\r\n";
  for (std::size_t i = 0; i < table.columns.size(); ++i) append(i, table.columns[i].header);
  out += end;
  for (const auto& row : table.rows) {
    for (std::size_t i = 0; i < row.size(); ++i) append(i, row[i].text);
    out += end;
  }
}

void append_wrapped(std::string& out, std::string_view text, std::string_view indent, std::size_t width) {
  const std::string safe = fold_space(escape_terminal(text));
  const std::size_t room = width > indent.size() + 20 ? width - indent.size() : 20;
  std::size_t used = 0;
  for (std::size_t at = 0; at < safe.size();) {
    const std::size_t end = std::min(safe.find(' ', at), safe.size());
    const std::string_view word = std::string_view(safe).substr(at, end - at);
    const std::size_t columns = display_width(word);
    if (used == 0 || used + 1 + columns > room) {
      if (used > 0) out += '\n';
      out += indent;
      used = columns;
    } else {
      out += ' ';
      used += 1 + columns;
    }
    out += word;
    at = end + 1;
  }
  out += '\n';
}

}  // namespace annals
