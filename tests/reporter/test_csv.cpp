#include <doctest/doctest.h>

#include "annals/reporter/search_hits.hpp"

#include "reporter/parsed.hpp"
#include "reporter/sample_reports.hpp"

namespace annals {

namespace {

RenderOptions csv() {
  RenderOptions options;
  options.format = OutputFormat::csv;
  return options;
}

std::vector<std::string> all_csv(const sample::Case& c) {
  std::vector<std::string> all{
      render_figures(c.reconciliation, c.documents, csv()),
      render_comparison(c.reconciliation, c.documents, csv()),
      render_explanation(c.reconciliation, c.documents, std::nullopt, csv()),
      render_estimates(c.reconciliation, csv()),
      render_timeline(c.timeline, c.documents, csv()),
      render_found({{"a", "=1+1", "p", std::nullopt, {0, 1}, "s,\r\n\"t\""}}, csv())};
  for (const Document& document : c.documents) all.push_back(render_extraction(document, csv()));
  return all;
}

std::string value(const std::vector<std::vector<std::string>>& rows, std::size_t row,
                  std::string_view column) {
  for (std::size_t i = 0; i < rows[0].size(); ++i) {
    if (rows[0][i] == column) return rows[row][i];
  }
  return "no column " + std::string(column);
}

}  // namespace

TEST_CASE("each record has as many cells as the header and ends in CRLF") {
  for (const sample::Case& c : {sample::quake(), sample::contested(), sample::hostile(), sample::Case{}}) {
    for (const std::string& text : all_csv(c)) {
      REQUIRE(text.ends_with("\r\n"));
      const auto rows = csv_rows(text);
      for (const auto& row : rows) CHECK(row.size() == rows.front().size());
    }
  }
}

TEST_CASE("no cell starts a formula") {
  for (const std::string& text : all_csv(sample::hostile())) {
    for (const auto& row : csv_rows(text)) {
      for (const std::string& cell : row)
        CHECK_MESSAGE(
            (cell.empty() || std::string_view("=+-@\t\r").find(cell.front()) == std::string_view::npos),
            cell);
    }
  }
}

TEST_CASE("a figure's row has its dates, its quote and what stands behind it") {
  const sample::Case c = sample::quake();
  const auto rows = csv_rows(render_figures(c.reconciliation, c.documents, csv()));
  REQUIRE(rows.size() == 6);
  CHECK(value(rows, 1, "event_id") == "quake-2021-08-14");
  CHECK(value(rows, 1, "date_edtf") == "2021-08-14");
  CHECK(value(rows, 1, "low") == "29");
  CHECK(value(rows, 1, "high") == "");
  CHECK(value(rows, 1, "bound") == "at_least");
  CHECK(value(rows, 1, "basis") == "cumulative");
  CHECK(value(rows, 1, "quote") == "At least 29 people were killed, the civil protection agency said.");
  CHECK(value(rows, 1, "url") == "https://news.example/q1");
  CHECK(value(rows, 1, "status") == "superseded");
  CHECK(value(rows, 2, "frame") == "feared");
}

TEST_CASE("a quote with a line break, a comma and quotation marks comes back whole") {
  const auto rows = csv_rows(render_extraction(sample::hostile().documents[0], csv()));
  REQUIRE(rows.size() == 2);
  CHECK(value(rows, 1, "victims") == "\"quoted\", \r\nvictims");
}

}  // namespace annals
