#include <doctest/doctest.h>

#include "annals/model/span.hpp"

#include "loader/loading.hpp"
#include "loader/markdown_inline.hpp"

using namespace annals;

TEST_CASE("front matter fills the fields and the heading on top is no text") {
  const Article got = load_article(
      "---\ntitle: \"Toll: 12\"\ndate: 2024-06-11T10:00:00Z\nmodified: 2024-06-12 # later\nsite: 'Daily "
      "News'\nauthor: Ann Other\ncanonical: https://x.example/a\n"
      "tags:\n  - title: no\n  - b\nlist: [a, b]\nlanguage: en\n---\n\n# Toll: 12\n\nTwelve died.\n",
      "a.md");
  CHECK(got.title == "Toll: 12");
  CHECK(shown(got.published) == "2024-06-11T10:00:00Z front_matter");
  CHECK(shown(got.modified) == "2024-06-12 front_matter");
  CHECK(got.publisher == "Daily News");
  CHECK(got.author == "Ann Other");
  CHECK(got.url == "https://x.example/a");
  CHECK(got.language == "en");
  CHECK(got.text == "Twelve died.");
  CHECK(got.diagnostics.empty());
}

TEST_CASE("Markdown bodies lose their marks and nothing else") {
  struct Row {
    const char* name;
    const char* bytes;
    const char* title;
    const char* text;
  };
  const Row rows[] = {
      {"a heading as title", "# Toll *rises*\n\nTwelve died.\n\n## More ##\n\nText.", "Toll rises",
       "Twelve died.\n\nMore\n\nText."},
      {"an underlined title", "Toll rises\n==========\n\nTwelve died.", "Toll rises", "Twelve died."},
      {"no title", "Twelve died.\n\nText.", "", "Twelve died.\n\nText."},
      {"a second-level heading on top is text", "## Toll\n\nTwelve died.", "", "Toll\n\nTwelve died."},
      {"lists and quotes", "> Quoted\n> more\n\n- one\n* two\n+ three\n1. four", "",
       "Quoted\nmore\n\none\ntwo\nthree\n1. four"},
      {"comments and rules", "One<!-- no\n\nno -->\n\n---\n\nTwo\n\n***\n", "", "One\n\nTwo"},
      {"tables", "| Town | Dead |\n|---|---:|\n| A | 12 |", "", "| Town | Dead |\n| A | 12 |"},
      {"code", "```\n*raw* text\n```\n\n`*raw*` text", "", "*raw* text\n\n*raw* text"},
      {"link definitions", "See [it][1].\n\n[1]: https://x.example/a", "", "See it."},
      {"line ends kept as they are", "Twelve died\nand more  \nwere hurt.", "",
       "Twelve died\nand more  \nwere hurt."},
  };
  for (const Row& row : rows) {
    CAPTURE(row.name);
    const Article got = load_article(row.bytes, "a.md");
    CHECK(got.title == row.title);
    CHECK(got.text == row.text);
  }
}

TEST_CASE("inline marks go and what only looks like one stays") {
  struct Row {
    const char* markdown;
    const char* plain;
  };
  const Row rows[] = {
      {"**At least** [12](https://x.example/a_b_c \"t\") died", "At least 12 died"},
      {"*a* _b_ __c__ ***d*** ~~e~~", "a b c d e"},
      {"**a *b* c**", "a b c"},
      {"5 * 3 * 2 and snake_case_name and 2**3", "5 * 3 * 2 and snake_case_name and 2**3"},
      {"*unclosed and **half*", "unclosed and **half"},
      {"[not a link] (really)", "[not a link] (really)"},
      {"[a [b] c](u(v)w) d", "a [b] c d"},
      {"\\*a\\* \\# \\x", "*a* # \\x"},
      {"<https://x.example/a_b_> <b>x</b><br>y 3 < 4 > 2", "https://x.example/a_b_ x\ny 3 < 4 > 2"},
      {"A&nbsp;B &amp; C &mdash; D &unknown; & E;", "A B & C \u2014 D &unknown; & E;"},
      {"note[^1] here", "note here"},
      {"[a](b", "[a](b"},
      {"![", "!["},
      {"", ""},
  };
  for (const Row& row : rows) {
    CAPTURE(row.markdown);
    std::vector<std::string> captions;
    CHECK(plain_inline(row.markdown, captions) == row.plain);
    CHECK(captions.empty());
  }
}

TEST_CASE("pictures become captions at the end") {
  const Article got = load_article(
      "# T\n\n![A ruined *school*](a.jpg)\n\nTwelve died. ![x](b.jpg \"At the dam\")\n\n![](c.jpg)\n",
      "a.md");
  CHECK(got.text == "Twelve died.\n\nA ruined school\n\nAt the dam");
  REQUIRE(got.captions.size() == 2);
  CHECK(slice(got.text, got.captions[0]) == "A ruined school");
  CHECK(slice(got.text, got.captions[1]) == "At the dam");
}

TEST_CASE("front matter makes Markdown of any name, and only front matter") {
  CHECK(load_article("---\ntitle: T\n---\n*B*", "a.txt").text == "B");
  CHECK(load_article("---\nno keys here\n---\nB", "a.txt").text.find("no keys here") != std::string::npos);
  CHECK(load_article("---\ntitle: T\nnever closed", "a.txt").title != "T");
}
