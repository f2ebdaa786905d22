#include <doctest/doctest.h>

#include "annals/reporter/search_hits.hpp"
#include "annals/text/utf8.hpp"

#include "reporter/parsed.hpp"
#include "reporter/sample_reports.hpp"
#include "reporter/table.hpp"

namespace annals {

namespace {

RenderOptions with_width(std::size_t width) {
  RenderOptions options;
  options.width = width;
  return options;
}

std::string text_of(const Table& table, const RenderOptions& options) {
  std::string out;
  append_text_table(out, table, options);
  return out;
}

std::vector<std::string> all_texts(const sample::Case& c, const RenderOptions& options) {
  std::vector<std::string> texts{render_figures(c.reconciliation, c.documents, options),
                                 render_comparison(c.reconciliation, c.documents, options),
                                 render_explanation(c.reconciliation, c.documents, std::nullopt, options),
                                 render_estimates(c.reconciliation, options),
                                 render_timeline(c.timeline, c.documents, options)};
  for (const Document& document : c.documents) texts.push_back(render_extraction(document, options));
  return texts;
}

}  // namespace

TEST_CASE("columns align by the width that letters take, not by bytes") {
  Table table;
  table.columns = {{"PLACE"}, {"N", Align::right}};
  table.rows = {{cell("Caf\xC3\xA9"), cell("1")},
                {cell("\xE6\x9D\xB1\xE4\xBA\xAC"), cell("12")},
                {cell(""), cell("3")}};
  CHECK(text_of(table, with_width(80)) ==
        "PLACE   N\nCaf\xC3\xA9    1\n\xE6\x9D\xB1\xE4\xBA\xAC   12\n        3\n");
}

TEST_CASE("a line that is too long loses letters of its widest flexible column, never of numbers") {
  Table table;
  table.columns = {{"WHO", Align::left, true}, {"N", Align::right}};
  table.rows = {{cell("the ministry of the interior"), cell("111,481")}};
  CHECK(text_of(table, with_width(20)) == "WHO                N\nthe minist\xE2\x80\xA6  111,481\n");
  CHECK(text_of(table, with_width(5)).find("111,481") != std::string::npos);
}

TEST_CASE("colour appears only when it is asked for, and no meaning is lost without it") {
  const sample::Case c = sample::contested();
  RenderOptions options;
  for (const std::string& text : all_texts(c, options)) CHECK(text.find('\x1b') == std::string::npos);
  options.colour = true;
  const std::string coloured = render_figures(c.reconciliation, c.documents, options);
  CHECK(coloured.find("\x1b[32m*\x1b[0m") != std::string::npos);
  CHECK(coloured.find("\x1b[31m!\x1b[0m") != std::string::npos);
}

TEST_CASE("text stays within the width asked for") {
  for (const std::size_t width : {std::size_t{100}, std::size_t{120}}) {
    for (const sample::Case& c : {sample::quake(), sample::contested()}) {
      for (const std::string& text : all_texts(c, with_width(width))) {
        for (const std::string& line : lines_of(text)) CHECK_MESSAGE(display_width(line) <= width, line);
      }
    }
  }
}

TEST_CASE("control and bidirectional letters of articles are shown, not sent") {
  for (const std::string& text : all_texts(sample::hostile(), {})) {
    CHECK(text.find('\x1b') == std::string::npos);
    CHECK(text.find(sample::right_to_left_override()) == std::string::npos);
    CHECK(text.find('\r') == std::string::npos);
  }
  const std::vector<FoundSentence> found{
      {"a\x1b[2J", "t\nu", "p\x07", std::nullopt, {0, 3}, "s\x1b]0;x\x07"}};
  CHECK(render_found(found, {}) == "-  p\\u{7}  t u  [a\\u{1b}[2J]\n  s\\u{1b}]0;x\\u{7}\n");
}

TEST_CASE("the legend explains the letters that occur and no other") {
  const sample::Case c = sample::contested();
  const std::string text = render_figures(c.reconciliation, c.documents, {});
  CHECK(text.find("* accepted  ! disputed  b background or feared\n") != std::string::npos);
  CHECK(text.find("superseded") == std::string::npos);
}

TEST_CASE("copies are folded into the figure they copy; repeats within an article are left out") {
  sample::Case c = sample::contested();
  CHECK(render_figures(c.reconciliation, c.documents, with_width(140)).find("Subcontinent Wire x2") !=
        std::string::npos);
  c.reconciliation.evidence[2].duplicate = true;
  CHECK(render_figures(c.reconciliation, c.documents, {}).find("Villagers         0") == std::string::npos);
}

TEST_CASE("copies that name each other do not vanish") {
  sample::Case c = sample::contested();
  for (Estimate& estimate : c.reconciliation.estimates) {
    estimate.carried_by.clear();
    estimate.set_aside = {{"army#0", Reason::copy_of, "copy#0"}, {"copy#0", Reason::copy_of, "army#0"}};
  }
  CHECK(render_figures(c.reconciliation, c.documents, {}).find("the army") != std::string::npos);
}

TEST_CASE("an explanation of one kind leaves the others out") {
  const sample::Case c = sample::quake();
  const std::string killed = render_explanation(c.reconciliation, c.documents, HarmKind::killed, {});
  CHECK(killed.find("Killed: 304") != std::string::npos);
  CHECK(killed.find("Injured") == std::string::npos);
  CHECK(render_explanation(c.reconciliation, c.documents, HarmKind::missing, {}) ==
        "no estimate to explain\n");
}

TEST_CASE("nothing to tell is told") {
  const Reconciliation none;
  CHECK(render_figures(none, {}, {}) == "no figures\n");
  CHECK(render_comparison(none, {}, {}) == "no figures to compare\n");
  CHECK(render_timeline({}, {}, {}) == "no dated sentences\n");
  CHECK(render_found({}, {}).empty());
  Timeline empty_sentence;
  empty_sentence.entries.push_back({day_span({2021, 8, 14}), {{}}, {}});
  CHECK(render_timeline(empty_sentence, {}, {}).starts_with("2021-08-14\n"));
}

}  // namespace annals
