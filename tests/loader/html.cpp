#include <doctest/doctest.h>

#include "annals/model/span.hpp"

#include "loader/html_tree.hpp"
#include "loader/json_ld.hpp"
#include "loader/loading.hpp"

using namespace annals;

namespace {

// Long enough to count as running text.
const std::string kFirst =
    "At least twelve people were killed on Monday when a dam broke above the town, the police said on "
    "Tuesday.";
const std::string kSecond =
    "Rescuers were still looking for thirty people who had not been seen since the water came, the mayor "
    "said.";

std::string paragraphs() {
  return "<p>" + kFirst + "</p>\n<p>" + kSecond + "</p>";
}

}  // namespace

TEST_CASE("dates, names and addresses of a page come from its best source") {
  struct Row {
    const char* name;
    const char* head;
    const char* title;
    const char* published;
    const char* modified;
    const char* publisher;
    const char* author;
    const char* url;
  };
  const Row rows[] = {
      {"JSON-LD",
       R"(<script type="application/ld+json">{"@type": "NewsArticle", "headline": "Fish &amp; chips", "datePublished": "2024-06-11T10:00:00+02:00",
        "dateModified": "2024-06-12", "publisher": {"name": "P"}, "author": [{"name": "A"}, {"name": "C"}], "mainEntityOfPage": {"@id": "https://x.example/a"}}</script>
        <meta property="article:published_time" content="2020-01-01">)",
       "Fish & chips", "2024-06-11T08:00:00Z json_ld", "2024-06-12 json_ld", "P", "A, C",
       "https://x.example/a"},
      {"JSON-LD in a graph, in a list",
       R"(<script type="application/ld+json">[{"@graph": [{"@type": "Organization", "@id": "#o", "name": "P"},
        {"@type": ["Article", "ReportageNewsArticle"], "headline": "T", "datePublished": "2024-06-11", "publisher": {"@id": "#o"}, "author": "A"}]}]</script>)",
       "T", "2024-06-11 json_ld", "", "P", "A", ""},
      {"JSON-LD with raw line breaks in strings",
       "<script type=application/ld+json>{\"@type\": \"https://schema.org/NewsArticle\", \"headline\": "
       "\"T\nt\", \"datePublished\": \"2024-06-11\"}</script>",
       "T t", "2024-06-11 json_ld", "", "", "", ""},
      {"broken JSON-LD beside meta",
       R"(<script type="application/ld+json">{"@type": "NewsArticle", "headline": </script>
        <meta property="og:title" content="T"><meta property="og:site_name" content="P"><meta property="og:url" content="https://x.example/a">
        <meta property="article:published_time" content="2024-06-11T10:00:00Z"><meta property="article:modified_time" content="2024-06-11T12:00:00Z">
        <meta name="author" content="A">)",
       "T", "2024-06-11T10:00:00Z meta", "2024-06-11T12:00:00Z meta", "P", "A", "https://x.example/a"},
      {"JSON-LD that is no article",
       R"(<script type="application/ld+json">{"@type": "WebSite", "name": "X", "datePublished": "2001-01-01"}</script>
        <title>T | P</title><meta name="DC.date" content="2024-06-11"><link rel="canonical" href="https://x.example/a">)",
       "T", "2024-06-11 meta", "", "", "", "https://x.example/a"},
      {"the better of two meta names",
       R"(<meta name="date" content="2024-06-13"><meta name="parsely-pub-date" content="2024-06-11"><meta name="last-modified" content="June 12, 2024"><title>T</title>)",
       "T", "2024-06-11 meta", "2024-06-12 meta", "", "", ""},
      {"the name of the site in the title",
       R"(<meta property="og:title" content="T - Daily News"><meta property="og:site_name" content="Daily News"><meta name="pubdate" content="20240611">)",
       "T", "2024-06-11 meta", "", "Daily News", "", ""},
      {"an impossible date before a good one",
       R"(<title>T</title><meta property="article:published_time" content="2023-02-30"><meta name="date" content="2024-06-11">)",
       "T", "2024-06-11 meta", "", "", "", ""},
      {"nothing but the address",
       R"(<title>T</title><link rel="canonical" href="https://x.example/2024/06/11/a">)", "T",
       "2024-06-11 url", "", "", "", "https://x.example/2024/06/11/a"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.name);
    const Article got = load_article("<!doctype html><html lang=en-GB><head>" + std::string(row.head) +
                                         "</head><body>" + paragraphs() + "</body></html>",
                                     "a.html");
    CHECK(got.title == row.title);
    CHECK(shown(got.published) == row.published);
    CHECK(shown(got.modified) == row.modified);
    CHECK(got.publisher == row.publisher);
    CHECK(got.author == row.author);
    CHECK(got.url == row.url);
    CHECK(got.language == "en-GB");
    CHECK(got.text == kFirst + "\n\n" + kSecond);
  }
}

TEST_CASE("the text of a page is its paragraphs and nothing around them") {
  struct Row {
    const char* name;
    std::string body;
    std::string text;
  };
  const std::string both = kFirst + "\n\n" + kSecond;
  const Row rows[] = {
      {"furniture",
       "<header><a href=/>Site</a></header><nav><ul><li>World<li>Sport</ul></nav><main><article>" +
           paragraphs() + "</article></main><aside><p>" + kFirst +
           "</p></aside><footer><p>All rights reserved by the newspaper, which has a hundred and twenty "
           "bureaus in seventy lands.</p></footer>",
       both},
      {"blocks named by their class",
       "<div id=content><div class='share-tools'>Share this</div>" + paragraphs() +
           "<div class=newsletter><p>Sign up for our morning newsletter, which forty thousand people read "
           "before they have had breakfast.</p></div>"
           "<section class='RelatedStories'><h2>Related</h2><p>Ferry accident in the north leaves twenty-one "
           "people dead, and the owner is being sought by police.</p></section></div>",
       both},
      {"an unlucky class on the frame",
       "<div class='page has-sidebar with-comments'><div class=related-layout>" + paragraphs() +
           "</div></div>",
       both},
      {"a class of the frame that says related", "<div class='related'>" + paragraphs() + "</div>", both},
      {"hidden parts",
       "<article>" + paragraphs() +
           "<p hidden>Secret</p><p style='display: none'>Secret</p><div "
           "aria-hidden=true>Secret</div><noscript>Secret</noscript></article>",
       both},
      {"a page without paragraphs", "<div class=x><h1>T</h1>" + kFirst + "<br><br>" + kSecond + "</div>",
       both},
      {"a line break", "<article><p>" + kFirst + "<br>" + kSecond + "</p></article>",
       kFirst + "\n" + kSecond},
      {"headings, lists, quotes and tables",
       "<article>" + paragraphs() +
           "<h2>The toll</h2><ul><li>Killed: 12</li><li>Missing: 30</li></ul><blockquote>We "
           "ran.</blockquote><table><tr><th>Town<td>12 dead</table></article>",
       both + "\n\nThe toll\n\nKilled: 12\n\nMissing: 30\n\nWe ran.\n\nTown\n\n12 dead"},
      {"entities and odd blanks",
       "<article>" + paragraphs() + "<p>A&nbsp;toll&#8217;s  \n &lt;12&gt;&shy; &eacute;</p></article>",
       both + "\n\nA toll\u2019s <12> \u00E9"},
      {"inline marks",
       "<article>" + paragraphs() +
           "<p><b>At</b> least <a href=x>12</a> <span>d<i>i</i>ed</span>.</p></article>",
       both + "\n\nAt least 12 died."},
      {"links to other stories",
       "<article>" + paragraphs() +
           "<p><a href=x>READ MORE: What we know</a></p><ul><li><a href=y>Flood kills 9</a></ul></article>",
       both},
      {"byline and stamp",
       "<article><h1>T</h1><p class=byline>By Ann Other</p><p class=meta>Desk &middot; <time "
       "datetime='2024-06-11'>11 June 2024</time></p><p>By Ann Other in Town</p>" +
           paragraphs() + "</article>",
       both},
      {"a time inside a sentence",
       "<article>" + paragraphs() +
           "<p>At <time datetime='2024-06-11T08:00'>eight</time> it was over.</p></article>",
       both + "\n\nAt eight it was over."},
      {"teasers that are articles too",
       "<main><article>" + paragraphs() + paragraphs() + "</article></main><div><article><p>" + kFirst +
           "</p></article></div>",
       both + "\n\n" + both},
      {"several parts of one size",
       "<main><article>" + paragraphs() + "</article><article>" + paragraphs() + "</article></main>",
       both + "\n\n" + both},
      {"density",
       "<div><div><a href=a>World</a> <a href=b>Sport</a> <a href=c>Weather</a></div><div id=x>" +
           paragraphs() + "</div><div>&copy; 2024</div></div>",
       both},
      {"the marked body",
       "<article><div class=intro>x</div><div itemprop='articleBody'>" + paragraphs() + "</div></article>",
       both},
      {"short text only", "<article><p>Twelve dead.</p></article><footer>Site</footer>", "Twelve dead."},
  };
  for (const Row& row : rows) {
    CAPTURE(row.name);
    const Article got = load_article(
        "<!doctype html><html><head><title>T</title></head><body>" + row.body + "</body></html>", "a.html");
    CHECK(got.title == "T");
    CHECK(got.text == row.text);
  }
}

TEST_CASE("captions come last and are marked") {
  const Article got = load_article(
      "<html><body><article><figure><img alt=no><figcaption>Ruins of the dam. <span>Photo: "
      "P</span></figcaption></figure>" +
          paragraphs() + "</article></body></html>",
      "a.html");
  CHECK(got.text == kFirst + "\n\n" + kSecond + "\n\nRuins of the dam. Photo: P");
  REQUIRE(got.captions.size() == 1);
  CHECK(slice(got.text, got.captions[0]) == "Ruins of the dam. Photo: P");
}

TEST_CASE("times on the page are a last resort for its dates") {
  const std::string times =
      "<time datetime='2024-06-11T10:00:00Z'>11 June</time><time class=updated datetime='2024-06-12'>12 "
      "June</time>";
  const Article got =
      load_article("<html><body><aside><time datetime='2001-01-01'>x</time></aside><article>" + times +
                       paragraphs() + "</article></body></html>",
                   "a.html");
  CHECK(shown(got.published) == "2024-06-11T10:00:00Z time_element");
  CHECK(shown(got.modified) == "2024-06-12 time_element");
}

TEST_CASE("a page that a script fills in may carry its text in JSON-LD") {
  const Article got = load_article(
      R"(<html><head><script type="application/ld+json">{"@type": "NewsArticle", "headline": "T", "articleBody": ")" +
          kFirst + R"("}</script></head><body><div id=app>Loading</div></body></html>)",
      "a.html");
  CHECK(got.text == kFirst);
}

TEST_CASE("a page without text is an error, however it is made") {
  for (const std::string& page :
       {std::string("<html><body><nav>World</nav></body></html>"), std::string("<html></html>"),
        "<!doctype html>" + std::string("<b>").append("<div>"), "<html><body>" + std::string(50000, ' ')}) {
    const Loaded got = load(page, "a.html");
    CHECK(got.articles.empty());
    REQUIRE(got.reports.size() == 1);
    CHECK(says(got.reports, "no article text found in this page"));
  }
}

TEST_CASE("hostile nesting costs neither the stack nor much time") {
  std::string deep = "<html><body>";
  for (int i = 0; i < 200000; ++i) deep += "<div><b>";
  CHECK(is_nested_too_deeply(deep));
  CHECK(load(deep + "text", "a.html").articles.empty());
  CHECK(says(load(deep + "text", "a.html").reports, "nested too deeply"));
  std::string loose = "<html><body><article>";
  for (int i = 0; i < 3000; ++i) loose += "<p>Word<td><li>";
  CHECK(load_article(loose, "a.html").text.size() > 3000);
}

TEST_CASE("pages are known by what they say, not by their name") {
  CHECK(load_article("<!DOCTYPE html><title>T</title><p>B", "a.txt").text == "B");
  CHECK(
      load_article(
          "<?xml version='1.0'?>\n<html xmlns='x'><head><title>T</title></head><body><p>B</p></body></html>",
          "a")
          .title == "T");
  CHECK(load_article("<p>B</p>", "a.html").text == "B");
  CHECK(load_article("<p>B</p>", "a.txt").text == "<p>B</p>");
  LoadOptions options;
  options.format = InputFormat::text;
  CHECK(load_article("<html><p>B</p></html>", "a.html", options).text == "<html><p>B</p></html>");
}
