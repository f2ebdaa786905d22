#include <doctest/doctest.h>

#include "annals/loader/load_claims.hpp"
#include "annals/model/error.hpp"

#include "loader/loading.hpp"

using namespace annals;

namespace {

std::vector<Evidence> parse(std::string_view bytes, std::vector<Diagnostic>& reports) {
  return parse_claims(bytes, "c.jsonl", [&](const Diagnostic& diagnostic) { reports.push_back(diagnostic); });
}

std::string shown(const Quantity& quantity) {
  const auto end = [](std::optional<std::int64_t> n) { return n ? std::to_string(*n) : std::string("-"); };
  return end(quantity.low) + ".." + end(quantity.high) + " " + std::string(name_of(quantity.bound));
}

}  // namespace

TEST_CASE("a claim is read with all of its fields") {
  std::vector<Diagnostic> reports;
  const auto claims = parse(
      R"({"id": "c1", "event": "quake", "kind": "killed", "value": 29, "bound": "exact", "frame": "reported", "place": "HT", "source": "DGPC", "source_kind": "official",)"
      R"( "published": "2021-08-14", "part_of": "women", "scope": "total", "unit": "bodies", "via": "V", "publisher": "P", "date": "2021-08-14/2021-08-15", "victims": "people",)"
      R"( "article": "a", "begin": 3, "end": 5, "quote": "29 died", "part": true, "more": false})",
      reports);
  REQUIRE(claims.size() == 1);
  CHECK(reports.empty());
  const Evidence& c = claims[0];
  CHECK(c.id == "c1");
  CHECK(c.event == "quake");
  CHECK(c.kind == HarmKind::killed);
  CHECK(c.quantity == exactly(29));
  CHECK(c.place == "HT");
  CHECK(c.source == "DGPC");
  CHECK(c.source_kind == "official");
  REQUIRE(c.published);
  CHECK(to_iso(*c.published) == "2021-08-14");
  CHECK(c.part_of == "women");
  CHECK(c.scope == Scope::total);
  CHECK(c.unit == Unit::bodies);
  REQUIRE(c.date);
  CHECK(to_edtf(*c.date) == "2021-08-14/2021-08-15");
  CHECK(c.span == Span{3, 5});
  CHECK(c.part);
  CHECK_FALSE(c.more);
}

TEST_CASE("the count of a claim follows from value, low, high and bound") {
  struct Row {
    const char* fields;
    const char* want;
  };
  const Row rows[] = {
      {R"("value": 29)", "29..29 exact"},
      {R"("value": 29, "bound": null)", "29..29 exact"},
      {R"("value": 29, "bound": "at_least")", "29..- at_least"},
      {R"("value": 29, "bound": "more_than")", "29..- more_than"},
      {R"("value": 300, "bound": "less_than")", "-..300 less_than"},
      {R"("value": 300, "bound": "about")", "300..300 about"},
      {R"("low": 20, "high": 30)", "20..30 range"},
      {R"("low": 20, "high": 20)", "20..20 exact"},
      {R"("low": 20)", "20..- at_least"},
      {R"("high": 30, "value": null)", "-..30 at_most"},
      {R"("low": 24, "high": 99, "bound": "vague")", "24..99 vague"},
      {R"("bound": "vague")", "-..- vague"},
      {R"("value": 0)", "0..0 exact"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.fields);
    std::vector<Diagnostic> reports;
    const auto claims = parse(R"({"id": "c", "kind": "killed", )" + std::string(row.fields) + "}", reports);
    REQUIRE(claims.size() == 1);
    CHECK(shown(claims[0].quantity) == row.want);
    CHECK_FALSE(claims[0].published);
  }
}

TEST_CASE("a bad line is said with its number and left out") {
  struct Row {
    const char* line;
    const char* says;
  };
  const Row rows[] = {
      {R"({"id": "c", "value": 3})", "\"kind\" is missing"},
      {R"({"id": "c", "value": 3})", "\"kind\" is missing"},
      {R"({"id": "c", "kind": "killed"})", "no count"},
      {R"({"id": "c", "kind": "killed", "value": "1,297"})", "\"value\" has to be a whole number"},
      {R"({"id": "c", "kind": "killed", "value": -1})", "\"value\" has to be a whole number"},
      {R"({"id": "c", "kind": "killed", "value": 1.5})", "\"value\" has to be a whole number"},
      {R"({"id": "c", "kind": "killed", "low": 3, "high": 2})", "\"low\" is above \"high\""},
      {R"({"id": "c", "kind": "killed", "value": 3, "bound": "maybe"})", "unknown bound \"maybe\""},
      {R"({"id": "c", "kind": "killed", "value": 3, "published": "2023-02-30"})",
       "\"2023-02-30\" is no day of the calendar"},
      {R"({"id": "c", "kind": "killed", "value": 3, "published": "soon"})", "cannot read \"soon\" as a date"},
      {R"({"id": "c", "kind": "killed", "value": 3, "date": "soon"})", "cannot read \"soon\""},
      {R"({"id": "c", "kind": "killed", "value": 3, "part": "yes"})", "\"part\" has to be true or false"},
      {R"({"id": "c", "kind": "killed", "value": 3, "place": 7})", "\"place\" has to be a string"},
      {R"({"id": "c", "kind": "killed", "val)", "JSON is cut off after byte"},
      {R"(["c"])", "not a claim"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.line);
    std::vector<Diagnostic> reports;
    const auto claims = parse(
        "\n" + std::string(row.line) + "\n{\"id\": \"d\", \"kind\": \"killed\", \"value\": 1}\n", reports);
    REQUIRE(claims.size() == 1);
    CHECK(claims[0].id == "d");
    REQUIRE(reports.size() == 1);
    CHECK(reports[0].where == "c.jsonl:2");
    CHECK(reports[0].severity == Severity::error);
    CHECK(says(reports, row.says));
  }
}

TEST_CASE("ids are made where there are none and doubled ids are said") {
  std::vector<Diagnostic> reports;
  const auto claims = parse(
      "{\"kind\": \"killed\", \"value\": 1}\n{\"id\": 7, \"kind\": \"killed\", \"value\": 1}\n{\"id\": "
      "\"7\", \"kind\": \"killed\", \"value\": 2}\n",
      reports);
  REQUIRE(claims.size() == 3);
  CHECK(claims[0].id == "c.jsonl#1");
  CHECK(claims[1].id == "7");
  REQUIRE(reports.size() == 1);
  CHECK(reports[0].where == "c.jsonl:3");
  CHECK(reports[0].severity == Severity::warning);
}

TEST_CASE("claims that cannot be read are an error of the input") {
  CHECK_THROWS_WITH_AS(load_claims("/nowhere/c.jsonl", [](const Diagnostic&) {}),
                       "/nowhere/c.jsonl: cannot be opened: no such file; check the name", Error);
  CHECK_THROWS_AS(load_claims(ANNALS_SOURCE_DIR "/src", [](const Diagnostic&) {}), Error);
}

TEST_CASE("a kind that is no harm is a measure of its own") {
  std::vector<Diagnostic> reports;
  const auto claims = parse(R"({"id": "c", "kind": "population", "value": 1200.0})", reports);
  REQUIRE(claims.size() == 1);
  REQUIRE(reports.size() == 1);
  CHECK(reports[0].severity == Severity::warning);
  CHECK(says(reports, "\"population\" is no kind of harm"));
  CHECK(claims[0].measure == "population");
  CHECK(claims[0].quantity == exactly(1200));
}
