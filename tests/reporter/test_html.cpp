// The HTML report as text; how it behaves in a browser is tested in tests/browser.

#include <algorithm>
#include <map>
#include <set>

#include <doctest/doctest.h>

#include "reporter/golden.hpp"
#include "reporter/html_report/encodings.hpp"
#include "reporter/html_report/markup.hpp"
#include "reporter/index.hpp"
#include "reporter/parsed.hpp"
#include "reporter/sample_reports.hpp"

namespace annals {

namespace {

std::string page_of(const sample::Case& c, std::string title = "A title") {
  return render_report_html(c.report(std::move(title)), {});
}

std::string picture_of(const sample::Case& c) {
  return render_report_svg(c.report("A title"), {});
}

const std::vector<sample::Case>& cases() {
  static const std::vector<sample::Case> all{sample::quake(), sample::contested(), sample::hostile(), {}};
  return all;
}

// What stands between `before` and `after`, at each place.
std::vector<std::string> between(std::string_view text, std::string_view before, std::string_view after) {
  std::vector<std::string> found;
  for (std::size_t at = text.find(before); at != std::string_view::npos; at = text.find(before, at)) {
    at += before.size();
    const std::size_t end = std::min(text.find(after, at), text.size());
    found.emplace_back(text.substr(at, end - at));
  }
  return found;
}

std::string part(std::string_view page, std::string_view id) {
  const std::vector<std::string> parts =
      between(page, "<section id=\"" + std::string(id) + "\"", "\n</section>");
  return parts.empty() ? std::string() : parts.front();
}

// Empty when every element is closed in order; else the first that is not.
std::string unbalanced(std::string_view page) {
  const std::set<std::string, std::less<>> empty_elements{"meta", "input", "br"};
  std::vector<std::string> open;
  for (std::size_t at = page.find('<'); at != std::string_view::npos; at = page.find('<', at + 1)) {
    if (page.substr(at).starts_with("<!")) continue;
    const std::size_t end = page.find('>', at);
    if (end == std::string_view::npos) return "an open tag";
    const bool closes = page[at + 1] == '/';
    const std::size_t name_at = at + (closes ? 2 : 1);
    const std::size_t name_end = page.find_first_of(" />\n", name_at);
    const std::string name(page.substr(name_at, name_end - name_at));
    if (closes) {
      if (open.empty() || open.back() != name) return "</" + name + "> at " + std::to_string(at);
      open.pop_back();
    } else if (page[end - 1] != '/' && !empty_elements.contains(name)) {
      open.push_back(name);
    }
    if (!closes && (name == "script" || name == "style")) {  // their text is no markup
      at = page.find("</" + name, end) - 1;
    } else {
      at = end;
    }
  }
  return open.empty() ? std::string() : "<" + open.back() + "> is never closed";
}

}  // namespace

TEST_CASE("the picture of the charts is that of the golden files") {
  for (const auto& [name, got] : {std::pair("reporter/quake.svg", picture_of(sample::quake())),
                                  std::pair("reporter/contested.svg", picture_of(sample::contested()))}) {
    const std::string difference = golden_difference(name, got);
    CHECK_MESSAGE(difference.empty(), difference);
  }
}

TEST_CASE("every element of a page and a picture is closed where it should be") {
  for (const sample::Case& c : cases()) {
    CHECK(unbalanced(page_of(c)) == "");
    CHECK(unbalanced(picture_of(c)) == "");
  }
  CHECK(unbalanced("<p><b>a</p></b>") != "");
  CHECK(unbalanced("<p>") != "");
}

TEST_CASE("ids are given once, and every link inside the page leads somewhere") {
  for (const sample::Case& c : cases()) {
    const std::string page = page_of(c);
    std::set<std::string> ids;
    for (const std::string& id : between(page, " id=\"", "\"")) CHECK_MESSAGE(ids.insert(id).second, id);
    for (const std::string& target : between(page, " href=\"#", "\""))
      CHECK_MESSAGE(ids.contains(target), target);
    for (const std::string& name : between(page, " data-q=\"", "\"")) CHECK_MESSAGE(ids.contains(name), name);
    for (const std::string& name : between(page, " data-e=\"", "\"")) CHECK_MESSAGE(ids.contains(name), name);
  }
}

TEST_CASE("the page's policy names exactly the script and the styles that stand in it") {
  for (const sample::Case& c : cases()) {
    const std::string page = page_of(c);
    const std::string policy = between(page, "Content-Security-Policy\" content=\"", "\">").at(0);
    CHECK(policy.starts_with("default-src 'none'; script-src 'sha256-"));
    CHECK(policy.find("unsafe") == std::string::npos);
    for (const std::string& script : between(page, "<script>", "</script>"))
      CHECK(policy.find(sha256_source(script)) != std::string::npos);
    for (const std::string& style : between(page, "<style>", "</style>"))
      CHECK(policy.find(sha256_source(style)) != std::string::npos);
    CHECK(between(page, "<script>", "</script>").size() == 1);
    CHECK(page.find(" style=\"") == std::string::npos);
    CHECK(page.find(" onclick") == std::string::npos);
  }
}

TEST_CASE("digests and data addresses are those of the standards") {
  CHECK(base64("") == "");
  CHECK(base64("f") == "Zg==");
  CHECK(base64("fo") == "Zm8=");
  CHECK(base64("foobar") == "Zm9vYmFy");
  CHECK(sha256_source("") == "'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='");
  CHECK(data_address("text/csv", "a") == "data:text/csv;base64,YQ==");
}

TEST_CASE("a tile says what the source said, its range and what it was before") {
  const std::string key = part(page_of(sample::quake()), "key");
  CHECK(key.find("<h3>Killed</h3>\n<p class=\"best-value\" data-f=\"best\">304</p>") != std::string::npos);
  CHECK(key.find("up from at least 29 <a class=\"ref\" href=\"#s1-2\">s1-2</a>") != std::string::npos);
  CHECK(key.find(">more than 1,800</p>\n<svg class=\"range\"") != std::string::npos);
  CHECK(key.find("<a href=\"#why-killed\">why?</a>") != std::string::npos);
  CHECK(key.find("thousands") == std::string::npos);
  CHECK(part(page_of(sample::contested()), "key").find("73,000") == std::string::npos);
}

TEST_CASE("a chart has a dot for each report of its own count, hollow when it was superseded") {
  const std::string charts = part(page_of(sample::quake()), "charts");
  const std::string killed = between(charts, "<svg class=\"chart linear\"", "</svg>").at(0);
  CHECK(killed.find(
            "aria-label=\"Killed: from at least 29 on 2021-08-14 16:03 to 304 on 2021-08-15, in 2 steps; 2 "
            "reports.\"") != std::string::npos);
  CHECK(between(killed, "<use ", "</use>").size() == 2);  // neither the part nor the feared figure
  CHECK(killed.find("at least 29, the civil protection agency (replaced by a later figure)") !=
        std::string::npos);
  CHECK(between(killed, "class=\"official h\"", "/").size() + between(killed, " h\" x=", "/").size() == 1);
}

TEST_CASE("a figure of another event, a denial and a copy are no dots") {
  const std::string charts = part(page_of(sample::contested()), "charts");
  const std::string killed = between(charts, "<svg class=\"chart linear\"", "</svg>").at(0);
  CHECK(between(killed, "<use ", "</use>").size() == 2);  // the army's 300 and the villagers' 0
  CHECK(killed.find("73,000") == std::string::npos);
  CHECK(charts.find("class=\"r\"") != std::string::npos);  // the range 0 to 300 is shaded
}

TEST_CASE("a disagreement is a card with who is chosen and why") {
  const std::string card = part(page_of(sample::contested()), "disagreements");
  CHECK(card.find("<li class=\"chosen\"><b>about 300</b> the army") != std::string::npos);
  CHECK(card.find(
            "<b>Likely reason:</b> one side denies the figure; they come from different kinds of source.") !=
        std::string::npos);
  CHECK(part(page_of(sample::quake()), "disagreements").empty());
}

TEST_CASE("a quote stands in the words around it, with its bytes and a way to the article") {
  const std::string quotes = part(page_of(sample::quake()), "quotes");
  CHECK(quotes.find("<mark>At least 29 people were killed, the civil protection agency said.</mark>") !=
        std::string::npos);
  CHECK(quotes.find("<span class=\"around\">\u2026 A strong earthquake struck") != std::string::npos);
  CHECK(quotes.find("Bytes 62-127.") != std::string::npos);
  CHECK(quotes.find("href=\"https://news.example/q1#:~:text=At%20least%2029%20people") != std::string::npos);
}

TEST_CASE("many entries are folded by month, and a long month in parts") {
  sample::Case c = sample::quake();
  const TimelineEntry day = c.timeline.entries.front();
  c.timeline.entries.assign(450, day);
  c.timeline.entries.push_back(sample::quake().timeline.entries.back());
  c.timeline.entries.back().date = *parse_edtf("2021-09-01");
  const std::string timeline = part(page_of(c), "timeline");
  CHECK(between(timeline, "<details class=\"month\"", ">") ==
        std::vector<std::string>{" id=\"m-2021-08\" open", " id=\"m-2021-08-2\"", " id=\"m-2021-08-3\"",
                                 " id=\"m-2021-09\""});
  CHECK(between(timeline, "<noscript><ol>\n", "</ol></noscript>").size() == 3);  // the folded ones wait
  CHECK(timeline.find("id=\"e-20210814-a\"") != std::string::npos);
  CHECK(timeline.find("id=\"e-20210901-a\"") != std::string::npos);
}

TEST_CASE("a table shows its first rows, and the others wait in one of their own") {
  HtmlTable table;
  table.caption = "Rows";
  table.headers = {"N"};
  for (const char* text : {"1", "<2>", "3"}) table.rows.push_back({{}, {text_cell(text)}});
  std::string whole;
  append_html_table(whole, table, 3);
  CHECK(whole.find("<noscript>") == std::string::npos);
  std::string parted;
  append_html_table(parted, table, 1);
  CHECK(between(parted, "<tbody>\n", "</tbody>") ==
        std::vector<std::string>{"<tr><td>1</td></tr>\n",
                                 "<tr><td>&lt;2&gt;</td></tr>\n<tr><td>3</td></tr>\n"});
  CHECK(parted.find("<caption>Rows, continued</caption>") > parted.find("<noscript>"));
}

TEST_CASE("the page keeps how things stood at the end of each day") {
  const std::string page = page_of(sample::quake());
  const std::string data = between(page, "id=\"page-data\">", "</script>").at(0);
  CHECK(data.find("\"told\": true") != std::string::npos);
  CHECK(data.find("\"moments\": [1628985599, 1629071999]") != std::string::npos);
  CHECK(data.find("As of \\u003cb>\\u003ctime>2021-08-14") != std::string::npos);
  CHECK(data.find("data-f=\\\"best\\\">at least 29\\u003c/p>") != std::string::npos);
  // The one row of the register that stood otherwise: it was accepted then.
  CHECK(data.find("\"standings\": [[\"accepted\", \"carries\", true]]") != std::string::npos);
  CHECK(data.find("304") == std::string::npos);
  CHECK(between(page_of({}), "id=\"page-data\">", "</script>").at(0).find("\"moments\": []") !=
        std::string::npos);
}

TEST_CASE("an estimate is as sure as it was then") {
  sample::Case c = sample::quake();
  Estimate& first = c.reconciliation.estimates[0];
  first.status = EstimateStatus::corroborated;
  first.grade = "A2 confirmed";
  Instant later = *first.known_from;
  later.seconds += 60;
  first.earlier = {{later, EstimateStatus::single_source, "A3 fair"}};
  const Standings now(c.reconciliation);
  const auto standing_at = [&](const Instant& until) {
    const Standings then(now, until);
    const Estimate* estimate = then.toll("quake-2021-08-14", HarmKind::killed, Unit::people)->now();
    return std::string(name_of(estimate->status)) + ' ' + estimate->grade;
  };
  CHECK(standing_at(*first.known_from) == "single_source A3 fair");
  CHECK(standing_at(later) == "corroborated A2 confirmed");
  const Standings then(now, *first.known_from);
  CHECK(then.evidence("q1#0") != nullptr);
  CHECK(then.evidence("q2#0") == nullptr);  // not known yet
  CHECK(then.toll("quake-2021-08-14", HarmKind::injured, Unit::people) == nullptr);
}

TEST_CASE("a source counts once, and those who print it are named beside it") {
  const std::string page = page_of(sample::contested());
  const std::string voices = part(page, "voices");
  CHECK(between(voices, "<tr", "</tr>").size() == 5);  // the head, and four who speak
  const std::size_t army = voices.find("<td>the army</td>");
  REQUIRE(army != std::string::npos);
  CHECK_MESSAGE(voices.find("<td>Lake Chronicle, Subcontinent Wire</td>", army) != std::string::npos, voices);
  CHECK(page.find("independent sources of figures") != std::string::npos);
}

TEST_CASE("JSON-LD tells machines what the page is, and no text ends its element") {
  const std::string quake =
      between(page_of(sample::quake()), "<script type=\"application/ld+json\">", "</script>").at(0);
  CHECK(quake.find("\"name\": \"Killed\", \"value\": 304") != std::string::npos);
  CHECK(quake.find("\"headline\": \"Coast Wire, Quake strikes the peninsula\"") != std::string::npos);
  const std::string hostile =
      between(page_of(sample::hostile()), "<script type=\"application/ld+json\">", "</script>").at(0);
  CHECK(hostile.find('<') == std::string::npos);
  CHECK(hostile.find("\"url\": \"javascript") == std::string::npos);
}

TEST_CASE("pages and pictures without figures, dates or documents are whole") {
  const std::string page = page_of({});
  CHECK(page.find("No figure is reported of the main event.") != std::string::npos);
  CHECK(page.find("<section id=\"charts\"") == std::string::npos);
  CHECK(picture_of({}).find("No figures to draw.") != std::string::npos);
  sample::Case undated = sample::quake();
  for (Document& document : undated.documents) document.article.published.reset();
  for (Estimate& estimate : undated.reconciliation.estimates) estimate.known_from.reset();
  for (Evidence& evidence : undated.reconciliation.evidence) evidence.published.reset();
  CHECK(unbalanced(page_of(undated)) == "");
}

TEST_CASE("a page and a picture are the same twice, whatever the order of documents") {
  for (sample::Case c : cases()) {
    const std::string page = page_of(c);
    const std::string picture = picture_of(c);
    CHECK(page_of(c) == page);
    std::reverse(c.documents.begin(), c.documents.end());
    CHECK(picture_of(c) == picture);
    // Downloads list the articles in the order given.
    CHECK(part(page_of(c), "quotes") == part(page, "quotes"));
  }
}

TEST_CASE("the page without its data is small") {
  std::string page = page_of(sample::quake());
  CHECK(page.size() < 100'000);
}

}  // namespace annals
