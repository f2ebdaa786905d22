#pragma once
// Text of articles is never trusted in what we print: one function for each place it can go to.
//   escape_markdown("a|b*c") => "a\|b\*c";  csv_cell("=1+1") => "'=1+1";  escape_terminal("\x1b[31m") =>
//   "\u{1b}[31m"

#include <string>
#include <string_view>

namespace annals {

// Inside a JSON string, without the quotes: ", \, and controls; U+2028/2029 too, so that it is also
// JavaScript. Ill-formed UTF-8 becomes U+FFFD.
std::string escape_json(std::string_view text);
// `"…"` with the quotes.
std::string json_string(std::string_view text);
// Inline text of CommonMark/GFM, safe in a table cell, link text and quote: all ASCII punctuation that can
// mean something is escaped, line breaks become blanks, controls and bidirectional overrides are dropped.
std::string escape_markdown(std::string_view text);
// The target of a Markdown link: http and https only, percent-encoded where needed; empty for any other
// scheme.
std::string markdown_link_target(std::string_view url);
// Text and attribute values of HTML.
std::string escape_html(std::string_view text);
// One cell of RFC 4180, quoted where needed; a leading = + - @ tab or CR is defused with ' (formula
// injection).
std::string csv_cell(std::string_view text);
// One cell of tab-separated values, which know no quoting: tabs and line breaks become blanks; formulas are
// defused as in csv_cell.
std::string tsv_cell(std::string_view text);
// For a terminal: controls (C0, C1, ESC), bidirectional overrides and ill-formed bytes are shown as \u{..};
// line breaks and tabs become blanks.
std::string escape_terminal(std::string_view text);

}  // namespace annals
