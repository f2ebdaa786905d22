#pragma once
// Small pieces of HTML that several sections are made of. All text is escaped here; `markup` is our own.
//   time_markup("2021-08-14") => <time>2021-08-14</time>, which is a date for machines too

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "annals/model/date.hpp"
#include "annals/model/series.hpp"

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

// How sure a figure is, in two words and as a grade: "corroborated, B2 fair"
std::string confidence_markup(const Estimate& estimate);

// JSON that can stand in a script element: "</script" and "<!--" cannot occur in it.
std::string script_safe(std::string_view json);

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
// In a frame that scrolls sideways where the table is too wide for the screen. Rows beyond `most` go into a
// second table that waits (see open_waiting).
void append_html_table(std::string& out, const HtmlTable& table,
                       std::size_t most = static_cast<std::size_t>(-1));

// What is written between these two is there at once for a browser without scripts. With scripts it is one
// run of text, which costs nothing to read past: the script makes elements of its lines when somebody looks
// at them. So each row must be a line of its own.
inline void open_waiting(std::string& out) {
  out += "<noscript>";
}
inline void close_waiting(std::string& out) {
  out += "</noscript>\n";
}

}  // namespace annals
