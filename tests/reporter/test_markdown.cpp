#include <algorithm>

#include <doctest/doctest.h>

#include "reporter/parsed.hpp"
#include "reporter/sample_reports.hpp"

namespace annals {

namespace {

std::string report_of(const sample::Case& c) {
  return render_report_markdown(c.report("A title"), {});
}

std::string section(std::string_view report, std::string_view heading) {
  const std::size_t begin = report.find("\n## " + std::string(heading) + "\n");
  if (begin == std::string_view::npos) return {};
  return std::string(report.substr(begin, report.find("\n## ", begin + 4) - begin));
}

const std::vector<sample::Case>& cases() {
  static const std::vector<sample::Case> all{sample::quake(), sample::contested(), sample::hostile(), {}};
  return all;
}

}  // namespace

TEST_CASE("every table row has as many cells as its header") {
  RenderOptions md;
  md.format = OutputFormat::md;
  for (const sample::Case& c : cases()) {
    CHECK(uneven_markdown_row(report_of(c)) == "");
    CHECK(uneven_markdown_row(render_figures(c.reconciliation, c.documents, md)) == "");
    CHECK(uneven_markdown_row(render_comparison(c.reconciliation, c.documents, md)) == "");
    CHECK(uneven_markdown_row(render_estimates(c.reconciliation, md)) == "");
    for (const Document& document : c.documents)
      CHECK(uneven_markdown_row(render_extraction(document, md)) == "");
  }
}

TEST_CASE("every reference leads to a source or a quote, and every quote is used") {
  for (const sample::Case& c : cases()) {
    const std::string report = report_of(c);
    const std::string body = report.substr(0, report.find("\n## Sources\n"));
    const std::set<std::string> anchors = anchors_in(report);
    for (const std::string& reference : references_in(body))
      CHECK_MESSAGE(anchors.contains(reference), reference);
    const std::set<std::string> used = references_in(body);
    for (const std::string& anchor : anchors_in(section(report, "Quotes")))
      CHECK_MESSAGE(used.contains(anchor), anchor);
    for (const std::string& anchor : anchors)
      if (anchor.front() == 's')
        CHECK(report.find("\n[" + std::string(anchor).append("]: #").append(anchor) + "\n") !=
              std::string::npos);
  }
}

TEST_CASE("every row with a figure has a reference") {
  for (const char* heading : {"Key figures", "Figures over time", "Where"}) {
    for (const sample::Case& c : cases()) {
      for (const std::string& line : lines_of(section(report_of(c), heading))) {
        if (line.empty() || line.front() != '|' || line.starts_with("|---")) continue;
        const std::string last = markdown_cells(line).back();
        CHECK_MESSAGE((last == " Ref " || !references_in(last).empty()), line);
      }
    }
  }
}

TEST_CASE("a quote gives the sentence and its bytes in the article") {
  const sample::Case c = sample::quake();
  CHECK(section(report_of(c), "Quotes")
            .find("[s1-2] \"At least 29 people were killed, the civil protection agency "
                  "said.\" (bytes 62-127)\n") != std::string::npos);
  CHECK(slice(c.documents[0].article.text, {62, 127}) ==
        "At least 29 people were killed, the civil protection agency said.");
}

TEST_CASE("sources are numbered by publication, undated ones last") {
  const std::string sources = section(report_of(sample::contested()), "Sources");
  CHECK(sources.find("[s1] Subcontinent Wire") < sources.find("[s2] Lake Chronicle"));
  CHECK(sources.find("[s2] Lake Chronicle") < sources.find("[s3] Valley Post, What the villagers saw"));
  CHECK(sources.find("[s4] Valley Post, A note. Undated.") != std::string::npos);
}

TEST_CASE("a figure of another event or only feared is never printed as a toll") {
  const std::string contested = report_of(sample::contested());
  CHECK(section(contested, "Key figures").find("73,000") == std::string::npos);
  CHECK(section(contested, "Figures over time").find("73,000 (another event)") != std::string::npos);
  const std::string quake = report_of(sample::quake());
  CHECK(section(quake, "Key figures").find("thousands") == std::string::npos);
  CHECK(section(quake, "Figures over time").find("\"thousands\" (feared)") != std::string::npos);
  // Even when an estimate rests on nothing else, its frame is said.
  sample::Case only_feared = sample::quake();
  only_feared.reconciliation.estimates.back().carried_by = {"q1#1"};
  CHECK(section(report_of(only_feared), "Key figures").find("more than 1,800 (feared)") != std::string::npos);
}

TEST_CASE("the key figures say what the sources said, with what it was before") {
  const std::string key = section(report_of(sample::quake()), "Key figures");
  CHECK(key.find("up from at least 29 [s1-2]") != std::string::npos);
  CHECK(key.find("| more than 1,800 | 1,800 or more |") != std::string::npos);
}

TEST_CASE("a disagreement is a card of three lines") {
  const std::string card = section(report_of(sample::contested()), "Disagreements");
  CHECK(
      card.find(
          "- Who says what: the army: about 300, since 2019-02-26 [s1-2]; Villagers: 0, since 2019-03-02") !=
      std::string::npos);
  CHECK(card.find("- Likely reason: one side denies the figure; they come from different kinds of source.") !=
        std::string::npos);
  CHECK(card.find("- Chosen by the policy range: **about 300** [s1-2], disputed.") != std::string::npos);
  CHECK(section(report_of(sample::quake()), "Disagreements").empty());
}

TEST_CASE("open questions name single sources, undated articles and days without reports") {
  const std::string gaps = section(report_of(sample::contested()), "Open questions and gaps");
  CHECK(gaps.find("Killed (about 300) is disputed") != std::string::npos);
  CHECK(gaps.find("Injured (1) rests on one source") != std::string::npos);
  CHECK(gaps.find("No date of publication is known of the article [s4].") != std::string::npos);
  CHECK(gaps.find("No article from 2019-02-28 to 2019-03-01 (2 days).") != std::string::npos);
}

TEST_CASE("generated stands in the front matter only when the moment is given") {
  const sample::Case c = sample::quake();
  RenderOptions options;
  CHECK(render_report_markdown(c.report("t"), options).find("generated:") == std::string::npos);
  options.now = parse_instant("2024-01-01T00:00:00Z");
  CHECK(render_report_markdown(c.report("t"), options).find("\ngenerated: 2024-01-01T00:00:00Z\n") !=
        std::string::npos);
}

TEST_CASE("text of an article cannot leave its place in the report") {
  const sample::Case c = sample::hostile();
  const std::string report = render_report_markdown(c.report(c.documents[0].article.title), {});
  const std::vector<std::string> raws{
      "<script", "<img", "x](javascript", "\x1b", sample::right_to_left_override(), "http://", "www.",
      "![",      "x@y"};
  for (const std::string& raw : raws) CHECK_MESSAGE(report.find(raw) == std::string::npos, raw);
  CHECK(report.find("\\`c\\`") != std::string::npos);
  const std::vector<std::string> lines = lines_of(report);
  CHECK(std::count_if(lines.begin(), lines.end(),
                      [](const std::string& line) { return line.starts_with("# "); }) == 1);
  CHECK(std::count(lines.begin(), lines.end(), "---") == 2);
}

TEST_CASE("a claim that was given without an article is cited as a claim") {
  sample::Case c = sample::quake();
  c.documents.clear();
  c.timeline = {};
  for (Evidence& evidence : c.reconciliation.evidence) evidence.article.clear();
  const std::string report = report_of(c);
  CHECK(section(report, "Key figures")
            .find("| 304 | - | the agency via Hill Gazette | 2021-08-15 | up from at least "
                  "29 [c1] | revised | 1 source | [c3] |") != std::string::npos);
  CHECK(section(report, "Quotes").find("[c3] Given as claim q2#0: 304, the agency, 2021-08-15") !=
        std::string::npos);
  for (Evidence& evidence : c.reconciliation.evidence) evidence.quote.clear();
  CHECK(render_explanation(c.reconciliation, {}, std::nullopt, {}).find("\"\"") == std::string::npos);
}

TEST_CASE("where an article has no sentences, the quote is found in its text") {
  sample::Case c = sample::quake();
  for (Document& document : c.documents) document.extraction.claims.clear();
  CHECK(section(report_of(c), "Quotes").find("\"More than 1,800 people were injured.\" (bytes 72-108)") !=
        std::string::npos);
}

TEST_CASE("an article with nothing but a dateline is dated by it") {
  sample::Case c = sample::quake();
  c.documents[0].article.published.reset();
  c.documents[0].article.dateline = StampedDate{*parse_instant("2021-08-13"), DateOrigin::dateline};
  const std::string report = report_of(c);
  CHECK(
      section(report, "Sources").find("[s1] Coast Wire, Quake strikes the peninsula. Dateline 2021-08-13.") !=
      std::string::npos);
  CHECK(section(report, "Open questions and gaps").find("No date of publication") == std::string::npos);
}

TEST_CASE("a sum names its parts, each with its quote") {
  sample::Case c = sample::quake();
  Estimate& killed = c.reconciliation.estimates[1];
  killed.best = killed.low = killed.high = 333;
  killed.carried_by = {"q2#0", "q1#0"};
  const std::string key = section(report_of(c), "Key figures");
  CHECK(key.find("| 333 | - | sum of 2 reported figures |") != std::string::npos);
  CHECK(key.find("[s2-1] [s1-2] |") != std::string::npos);
}

TEST_CASE("rendering twice gives the same bytes, whatever the order of documents") {
  for (sample::Case c : cases()) {
    const std::string once = report_of(c);
    CHECK(report_of(c) == once);
    std::reverse(c.documents.begin(), c.documents.end());
    CHECK(report_of(c) == once);
  }
}

}  // namespace annals
