#pragma once
// Small pieces of HTML that several sections are made of. All text is escaped here; `markup` is our own.
//   time_markup("2021-08-14 16:03") => <time datetime="2021-08-14T16:03Z">2021-08-14 16:03</time>

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "annals/model/date.hpp"

#include "reporter/table.hpp"

namespace annals {

// <a class="ref" href="#s3-2">s3-2</a>, one after the other.
std::string reference_markup(const std::vector<std::string>& names);
std::string reference_markup(std::string_view name);
std::string time_markup(const std::optional<Instant>& instant);  // "-" when unset
std::string time_markup(const DateSpan& date);
// Words of an article, which may run in any direction: <span lang="es" dir="auto">...</span>
std::string words_markup(std::string_view words, std::string_view language);
// A language tag of letters, digits and hyphens; empty for anything else.
std::string_view language_tag(std::string_view language);

// Text for a table cell, or markup of our own instead of it.
struct HtmlCell {
  std::string markup;
  bool is_number = false;
};
HtmlCell text_cell(std::string_view text);
HtmlCell number_cell(std::string_view text);
HtmlCell markup_cell(std::string markup);

struct HtmlTable {
  std::string caption;  // plain text
  std::vector<std::string> headers;
  struct Row {
    std::string attributes;  // of our own: ` data-k="12"`
    std::vector<HtmlCell> cells;
  };
  std::vector<Row> rows;
};
// In a frame that scrolls sideways where the table is too wide for the screen.
void append_html_table(std::string& out, const HtmlTable& table);

}  // namespace annals
