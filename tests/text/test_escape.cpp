#include <algorithm>
#include <random>
#include <string>

#include <doctest/doctest.h>

#include "annals/text/escape.hpp"
#include "annals/text/utf8.hpp"

using namespace annals;

namespace {

struct Row {
  std::string text;
  std::string want;
};

// Text as somebody who means harm would write it: marks of every format, controls, broken letters.
std::string hostile(std::mt19937& random) {
  constexpr std::string_view kPieces[] = {
      "|",         "*",        "_",      "`",      "[",         "](",   ")",        "<script>",
      "&amp;",     "\"",       "'",      "\\",     "\n",        "\r\n", "\t",       "\x1b[31m",
      "\x07",      "\xC2\x9B", "\u202E", "\u2066", "\uFEFF",    "\xFF", "\xE2\x80", "http://x.org",
      "www.x.org", "- ",       "1. ",    "1) ",    "# ",        "> ",   "=1+1",     "+",
      "@",         ",",        ";",      "a",      "12 killed", " ",    "~~~",      "$",
      "\u2028",    "\x7F"};
  std::string text;
  for (std::size_t n = random() % 12; n > 0; --n) text += kPieces[random() % std::size(kPieces)];
  return text;
}

bool has_deceptive(std::string_view text) {
  for (const char* mark : {"\u202E", "\u2066", "\uFEFF"}) {
    if (text.find(mark) != std::string_view::npos) return true;
  }
  return false;
}
bool has_control(std::string_view text) {
  return text.find("\xC2\x9B") != std::string_view::npos ||
         std::any_of(text.begin(), text.end(), [](char c) { return (c >= 0 && c < 0x20) || c == 0x7F; });
}

// Is every `mark` of the text behind an odd number of backslashes?
bool all_escaped(std::string_view text, char mark) {
  std::size_t slashes = 0;
  for (const char c : text) {
    if (c == mark && slashes % 2 == 0) return false;
    slashes = c == '\\' ? slashes + 1 : 0;
  }
  return true;
}

}  // namespace

TEST_CASE("JSON strings") {
  const Row rows[] = {
      {"plain", "plain"},
      {"say \"no\"", R"(say \"no\")"},
      {R"(a\b)", R"(a\\b)"},
      {"a\nb\rc\td", R"(a\nb\rc\td)"},
      {std::string("\0\x1f", 2), R"(\u0000\u001f)"},
      {"\x7F", R"(\u007f)"},
      {"\u2028\u2029", R"(\u2028\u2029)"},
      {"\u00e9\U0001F525", "\u00e9\U0001F525"},
      {"caf\xE9", "caf\uFFFD"},
      {"", ""},
  };
  for (const Row& row : rows) {
    INFO(row.text);
    CHECK(escape_json(row.text) == row.want);
    CHECK(json_string(row.text) == "\"" + row.want + "\"");
  }
}

TEST_CASE("Markdown: nothing that an article says becomes markup") {
  const Row rows[] = {
      {"12 people were killed.", "12 people were killed."},
      {"a|b*c", R"(a\|b\*c)"},
      {"[x](javascript:alert(1))", R"(\[x\](javascript:alert(1)))"},
      {"<img src=x>", R"(&lt;img src=x\>)"},
      {"AT&T", "AT&amp;T"},
      {"# heading", R"(\# heading)"},
      {"- item", R"(\- item)"},
      {" - item", R"(\- item)"},
      {"\n\t+ item", R"(\+ item)"},
      {"    code", "code"},
      {"1968. A year", R"(1968\. A year)"},
      {"1968) A year", R"(1968\) A year)"},
      {"In 1968. A year", "In 1968. A year"},
      {"one\ntwo\r\nthree", "one two three"},
      {"see http://x.org or www.x.org", R"(see http\://x.org or www\.x.org)"},
      {"a@b.org", R"(a\@b.org)"},
      {"\x1b[31mred", R"(\[31mred)"},
      {"\u202Eabc", "abc"},
      {"caf\xE9", "caf\uFFFD"},
      {"", ""},
  };
  for (const Row& row : rows) {
    INFO(row.text);
    CHECK(escape_markdown(row.text) == row.want);
  }
}

TEST_CASE("Markdown link targets are http or nothing") {
  const Row rows[] = {
      {"https://x.org/a?b=1&c=2#d", "https://x.org/a?b=1&c=2#d"},
      {"HTTP://x.org", "HTTP://x.org"},
      {" https://x.org ", "https://x.org"},
      {"https://x.org/a b(c)", "https://x.org/a%20b%28c%29"},
      {"https://x.org/\u00e9", "https://x.org/%C3%A9"},
      {"https://x.org/\n>", "https://x.org/%0A%3E"},
      {"javascript:alert(1)", ""},
      {"data:text/html,x", ""},
      {"file:///etc/hosts", ""},
      {"//x.org", ""},
      {"java\nscript:http://", ""},
      {"", ""},
  };
  for (const Row& row : rows) {
    INFO(row.text);
    CHECK(markdown_link_target(row.text) == row.want);
  }
}

TEST_CASE("HTML text and attributes") {
  const Row rows[] = {
      {"<b onclick='x()'>\"a\" & b</b>", "&lt;b onclick=&#39;x()&#39;&gt;&quot;a&quot; &amp; b&lt;/b&gt;"},
      {"a\nb\tc", "a\nb\tc"},
      {"a\rb\x1b"
       "c",
       "abc"},
      {std::string("a\0b", 3), "ab"},
      {"\u202Eabc\u2066", "abc"},
      {"caf\xE9", "caf\uFFFD"},
  };
  for (const Row& row : rows) {
    INFO(row.text);
    CHECK(escape_html(row.text) == row.want);
  }
}

TEST_CASE("CSV cells") {
  const Row rows[] = {
      {"plain", "plain"},
      {"", ""},
      {"a,b", "\"a,b\""},
      {"say \"no\"", "\"say \"\"no\"\"\""},
      {"a\nb", "\"a\nb\""},
      {"=1+1", "'=1+1"},
      {"+1", "'+1"},
      {"-1", "'-1"},
      {"@SUM(A1)", "'@SUM(A1)"},
      {"\t=1", "'\t=1"},
      {"\r=1", "\"'\r=1\""},
      {"\"=1+1\"", "\"'\"\"=1+1\"\"\""},  // read without quoting, the mark would hide a formula
      {"=HYPERLINK(\"x\",1)", "\"'=HYPERLINK(\"\"x\"\",1)\""},
      {"1=1", "1=1"},
      {"caf\xE9", "caf\uFFFD"},
  };
  for (const Row& row : rows) {
    INFO(row.text);
    CHECK(csv_cell(row.text) == row.want);
  }
}

TEST_CASE("terminals: what could move the cursor or turn the text round is shown") {
  const Row rows[] = {
      {"\x1b[31mred", "\\u{1b}[31mred"},
      {"a\nb\tc\r", "a b c "},
      {"\xC2\x9B"
       "2J",
       "\\u{9b}2J"},
      {"\u202Eabc", "\\u{202e}abc"},
      {"a\u200Bb", "a\\u{200b}b"},
      {std::string("\0", 1), "\\u{0}"},
      {"\x7F", "\\u{7f}"},
      {"caf\xE9", "caf\uFFFD"},
      {"\u00e9\u9707", "\u00e9\u9707"},
  };
  for (const Row& row : rows) {
    INFO(row.text);
    CHECK(escape_terminal(row.text) == row.want);
  }
}

TEST_CASE("hostile text stays text in every format") {
  std::mt19937 random(11);
  for (int i = 0; i < 4000; ++i) {
    const std::string text = hostile(random);
    INFO(escape_terminal(text));

    const std::string json = escape_json(text);
    CHECK(find_invalid_utf8(json) == std::string_view::npos);
    CHECK(all_escaped(json, '"'));
    CHECK(std::none_of(json.begin(), json.end(), [](char c) { return c >= 0 && c < 0x20; }));

    const std::string markdown = escape_markdown(text);
    for (const char mark : std::string_view("`*_[]>|~$@")) CHECK(all_escaped(markdown, mark));
    CHECK(markdown.find('<') == std::string::npos);
    CHECK_FALSE(has_control(markdown));
    CHECK_FALSE(has_deceptive(markdown));
    for (std::size_t at = markdown.find("://"); at != std::string::npos; at = markdown.find("://", at + 1))
      CHECK((at > 0 && markdown[at - 1] == '\\'));
    CHECK(markdown.find("www.") == std::string::npos);
    if (!markdown.empty())
      CHECK(std::string_view(" #-+=!:()").find(markdown.front()) == std::string_view::npos);

    const std::string html = escape_html(text);
    CHECK(html.find_first_of("<>\"'") == std::string::npos);
    CHECK_FALSE(has_deceptive(html));

    const std::string cell = csv_cell(text);
    if (!cell.empty()) CHECK(std::string_view("=+-@\t\r").find(cell.front()) == std::string_view::npos);
    if (cell.find_first_of(",\n\r\"") != std::string::npos) {
      REQUIRE(cell.size() >= 2);
      CHECK(cell.front() == '"');
      CHECK(cell.back() == '"');
      CHECK(std::count(cell.begin(), cell.end(), '"') % 2 == 0);
    }

    const std::string terminal = escape_terminal(text);
    CHECK_FALSE(has_control(terminal));
    CHECK_FALSE(has_deceptive(terminal));
    CHECK(find_invalid_utf8(terminal) == std::string_view::npos);
  }
}
