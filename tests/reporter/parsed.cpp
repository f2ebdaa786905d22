#include "reporter/parsed.hpp"

#include <algorithm>

namespace annals {

namespace {

bool is_label(std::string_view text) {
  return text.size() > 1 && (text.front() == 's' || text.front() == 'c') &&
         std::all_of(text.begin() + 1, text.end(), [](char c) { return (c >= '0' && c <= '9') || c == '-'; });
}

}  // namespace

std::vector<std::string> lines_of(std::string_view text) {
  std::vector<std::string> lines;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    lines.emplace_back(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return lines;
}

std::vector<std::string> markdown_cells(std::string_view row) {
  std::vector<std::string> cells;
  std::string cell;
  for (std::size_t i = 1; i < row.size(); ++i) {
    if (row[i] == '\\' && i + 1 < row.size()) {
      cell += row[i++];
      cell += row[i];
    } else if (row[i] == '|') {
      cells.push_back(cell);
      cell.clear();
    } else {
      cell += row[i];
    }
  }
  return cells;
}

std::string uneven_markdown_row(std::string_view markdown) {
  std::size_t columns = 0;
  for (const std::string& line : lines_of(markdown)) {
    if (line.empty() || line.front() != '|') {
      columns = 0;
      continue;
    }
    const std::size_t cells = markdown_cells(line).size();
    if (columns == 0) columns = cells;
    if (cells != columns || line.back() != '|') return line;
  }
  return {};
}

std::set<std::string> references_in(std::string_view markdown) {
  std::set<std::string> found;
  for (std::size_t at = markdown.find('['); at != std::string_view::npos; at = markdown.find('[', at + 1)) {
    if (at > 0 && markdown[at - 1] == '\\') continue;
    const std::size_t end = markdown.find(']', at);
    if (end == std::string_view::npos) break;
    const std::string_view label = markdown.substr(at + 1, end - at - 1);
    if (is_label(label)) found.emplace(label);
  }
  return found;
}

std::set<std::string> anchors_in(std::string_view markdown) {
  constexpr std::string_view kOpen = "<a id=\"";
  std::set<std::string> found;
  for (std::size_t at = markdown.find(kOpen); at != std::string_view::npos;
       at = markdown.find(kOpen, at + 1)) {
    const std::size_t begin = at + kOpen.size();
    found.emplace(markdown.substr(begin, markdown.find('"', begin) - begin));
  }
  return found;
}

std::vector<std::vector<std::string>> csv_rows(std::string_view csv) {
  std::vector<std::vector<std::string>> rows;
  std::vector<std::string> row(1);
  bool quoted = false;
  for (std::size_t i = 0; i < csv.size(); ++i) {
    const char c = csv[i];
    if (quoted) {
      if (c != '"') {
        row.back() += c;
      } else if (i + 1 < csv.size() && csv[i + 1] == '"') {
        row.back() += csv[i++];
      } else {
        quoted = false;
      }
    } else if (c == '"') {
      quoted = true;
    } else if (c == ',') {
      row.emplace_back();
    } else if (c == '\r' && i + 1 < csv.size() && csv[i + 1] == '\n') {
      rows.push_back(std::move(row));
      row.assign(1, {});
      ++i;
    } else {
      row.back() += c;
    }
  }
  if (row.size() > 1 || !row.front().empty()) rows.push_back(std::move(row));  // no final CRLF: a fault
  return rows;
}

}  // namespace annals
