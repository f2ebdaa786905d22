#include <algorithm>

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include "annals/reporter/search_hits.hpp"

#include "reporter/json_writer.hpp"
#include "reporter/parsed.hpp"
#include "reporter/sample_reports.hpp"

namespace annals {

namespace {

using Json = nlohmann::json;

RenderOptions as(OutputFormat format) {
  RenderOptions options;
  options.format = format;
  return options;
}

std::vector<Json> records(const std::string& jsonl) {
  REQUIRE((jsonl.empty() || jsonl.back() == '\n'));
  std::vector<Json> all;
  for (const std::string& line : lines_of(jsonl)) all.push_back(Json::parse(line));
  return all;
}

}  // namespace

TEST_CASE("an extraction is one line with the members that the format names") {
  const Document document = sample::quake().documents[0];
  const std::string line = render_extraction(document, as(OutputFormat::jsonl));
  CHECK(std::count(line.begin(), line.end(), '\n') == 1);
  CHECK(Json::parse(line) == Json::parse(R"({
    "id": "q1", "published": "2021-08-14T16:03:00Z", "title": "Quake strikes the peninsula",
    "publisher": "Coast Wire",
    "timexes": [{"begin": 44, "end": 60, "text": "Saturday morning", "type": "DATE", "value": "2021-08-14TMO",
                 "edtf": null, "relation": "on", "anchor": "none", "rule": null}],
    "figures": [
      {"begin": 62, "end": 73, "text": "At least 29", "kind": "killed", "bound": "at_least", "low": 29,
       "high": null, "unit": "people", "victims": {"begin": 74, "end": 80, "text": "people"}, "scope": "total",
       "part": false, "more": false, "frame": "reported", "source": "the civil protection agency",
       "place": null, "date": "2021-08-14", "rule": "figures.tsv:12"},
      {"begin": 145, "end": 154, "text": "thousands", "kind": "killed", "bound": "vague", "low": 2000,
       "high": 9999, "unit": "people", "victims": null, "scope": "event", "part": false, "more": false,
       "frame": "feared", "source": "Officials", "place": null, "date": null, "rule": "figures.tsv:12"}],
    "claims": [
      {"begin": 0, "end": 61, "text": "A strong earthquake struck the peninsula on Saturday morning.",
       "type": "event", "date": "2021-08-14", "speaker": null},
      {"begin": 62, "end": 127, "text": "At least 29 people were killed, the civil protection agency said.",
       "type": "statement", "date": null, "speaker": "the civil protection agency"},
      {"begin": 128, "end": 166, "text": "Officials feared thousands of victims.", "type": "event", "date": null,
       "speaker": null}],
    "totals": {"killed": {"low": 29, "best": 29, "high": null}}})"));
}

TEST_CASE("what is not known is null, and a repeat names what it repeats") {
  Document document = sample::quake().documents[1];
  document.article.published.reset();
  document.article.title.clear();
  document.extraction.figures[1].duplicate_of = 0;
  const Json json = Json::parse(render_extraction(document, as(OutputFormat::jsonl)));
  CHECK(json["published"].is_null());
  CHECK(json["title"].is_null());
  CHECK(json["figures"][1]["duplicate_of"] == 0);
  CHECK_FALSE(json["figures"][0].contains("duplicate_of"));
  CHECK(json["totals"].empty());
}

TEST_CASE("an estimate's change is one line with claims and what was set aside") {
  const auto lines = records(render_estimates(sample::quake().reconciliation, as(OutputFormat::jsonl)));
  REQUIRE(lines.size() == 4);
  CHECK(lines[1] == Json::parse(R"({
    "event": "quake-2021-08-14", "kind": "killed", "place": null, "known_from": "2021-08-15", "best": 304,
    "low": 304, "high": 304, "bound": "exact", "status": "revised", "headline": true,
    "reason": "The agency's newer figure replaces its older one.", "cause": "new_deaths", "part_of": null,
    "unit": "people", "said": "304", "claims": ["q2#0"],
    "set_aside": [{"id": "q1#0", "reason": "superseded", "other": "q2#0"},
                  {"id": "q1#1", "reason": "prediction", "other": null},
                  {"id": "q2#1", "reason": "subset_of", "other": "q2#0"}]})"));
  CHECK(lines[0]["known_from"] == "2021-08-14T16:03:00Z");
  CHECK(lines[0]["high"].is_null());
  CHECK(lines[2]["part_of"] == "children");
  CHECK(lines[2]["headline"] == false);
}

TEST_CASE("an estimate of an unknown day says so with a string that sorts before every day") {
  Reconciliation r = sample::quake().reconciliation;
  r.estimates[0].known_from.reset();
  r.estimates[0].best.reset();
  const auto lines = records(render_estimates(r, as(OutputFormat::jsonl)));
  CHECK(lines[0]["known_from"] == "");
  CHECK(lines[0]["best"].is_null());
}

TEST_CASE("a timeline is one object of entries, days as ISO days and spans as EDTF") {
  const sample::Case c = sample::contested();
  const Json json = Json::parse(render_timeline(c.timeline, c.documents, as(OutputFormat::json)));
  REQUIRE(json["entries"].size() == 2);
  CHECK(json["entries"][0]["date"] == "2005");
  CHECK(json["entries"][1]["date"] == "2019-02-26");
  CHECK(json["entries"][1]["sentences"][0] == "Jets struck a camp in the hills before dawn on Tuesday.");
  CHECK(json["entries"][1]["sources"] == Json::parse(R"(["army"])"));
  CHECK(json["entries"][1]["spans"][0] == Json::parse(R"({"article": "army", "begin": 0, "end": 55})"));
  CHECK(Json::parse(render_timeline({}, {}, as(OutputFormat::json))) ==
        Json::parse(R"({"schema": "annals.timeline/1", "entries": []})"));
}

TEST_CASE("an uncertain day is still told as a day in JSON") {
  sample::Case c = sample::quake();
  c.timeline.entries[0].date.approximate = true;
  const Json json = Json::parse(render_timeline(c.timeline, c.documents, as(OutputFormat::json)));
  CHECK(json["entries"][0]["date"] == "2021-08-14~");
}

TEST_CASE("the figures' JSON holds copies, the figure's standing and the way to its words") {
  const sample::Case c = sample::contested();
  const auto lines = records(render_figures(c.reconciliation, c.documents, as(OutputFormat::jsonl)));
  REQUIRE(lines.size() == c.reconciliation.evidence.size());
  CHECK(lines[0]["status"] == "accepted");
  CHECK(lines[0]["best"] == 300);
  CHECK(lines[0]["path"] == "news/army.txt");
  CHECK(lines[1]["reason"] == "copy_of");
  CHECK(lines[1]["other"] == "army#0");
  CHECK(lines[3]["status"] == "denied");
  CHECK(lines[4]["status"] == "another event");
}

TEST_CASE("an explanation's JSON has the quote with its place and every figure not used with why") {
  const sample::Case c = sample::contested();
  const Json json = Json::parse(
      render_explanation(c.reconciliation, c.documents, HarmKind::killed, as(OutputFormat::json)));
  const Json& first = json["estimates"][0];
  CHECK(first["said"] == "about 300");
  CHECK(first["policy"] == "range");
  CHECK(first["carried_by"][0]["quote"] == "Some 300 fighters were killed, the army said.");
  CHECK(first["carried_by"][0]["begin"] == 56);
  CHECK(first["not_used"].size() == 4);
  CHECK(first["not_used"][1]["why"] == "a rival that the policy did not choose");
}

TEST_CASE("a comparison's JSON has one entry a source and marks who disagrees") {
  const sample::Case c = sample::contested();
  const auto lines = records(render_comparison(c.reconciliation, c.documents, as(OutputFormat::jsonl)));
  REQUIRE(lines.size() == 2);
  const Json& killed = lines[0];
  REQUIRE(killed["sources"].size() == 3);  // neither the copy nor the other event
  CHECK(killed["sources"][0]["said_by"] == "the army");
  CHECK(killed["sources"][0]["disagrees"] == false);
  CHECK(killed["sources"][1]["said_by"] == "Villagers");
  CHECK(killed["sources"][1]["disagrees"] == true);
}

TEST_CASE("found sentences keep their article and bytes") {
  const std::vector<FoundSentence> found{
      {"q1", "Quake", "", parse_instant("2021-08-14T16:03:00Z"), {62, 127}, "At least \"29\"\nwere killed."}};
  const auto lines = records(render_found(found, as(OutputFormat::jsonl)));
  REQUIRE(lines.size() == 1);
  CHECK(lines[0] == Json::parse(R"({"article": "q1", "title": "Quake", "publisher": null,
    "published": "2021-08-14T16:03:00Z", "begin": 62, "end": 127,
    "sentence": "At least \"29\"\nwere killed."})"));
}

TEST_CASE("JSON of hostile text parses and gives the text back") {
  const sample::Case c = sample::hostile();
  const Json extraction = Json::parse(render_extraction(c.documents[0], as(OutputFormat::jsonl)));
  CHECK(extraction["id"] == "=cmd|'/c calc'!A1");
  CHECK(extraction["claims"][0]["speaker"].get<std::string>().find("\x1b[31mred") != std::string::npos);
  for (const OutputFormat format : {OutputFormat::json, OutputFormat::jsonl}) {
    for (const std::string& json : {render_estimates(c.reconciliation, as(format)),
                                    render_figures(c.reconciliation, c.documents, as(format)),
                                    render_comparison(c.reconciliation, c.documents, as(format)),
                                    render_timeline(c.timeline, c.documents, as(format))}) {
      for (const std::string& line : lines_of(json)) CHECK(Json::accept(line));
    }
  }
}

TEST_CASE("the JSON writer sets commas and escapes by itself") {
  struct Row {
    const char* name;
    std::string text;
    std::string json;
  };
  const Row rows[] = {
      {"plain text as it is", "plain", "\"plain\""},
      {"quotes and backslashes", R"(a"b\c)", R"("a\"b\\c")"},
      {"controls at either end", "\n \x01", R"("\n \u0001")"},
      {"letters beyond ASCII as they are", "caf\xC3\xA9 \xE2\x80\x94 x", "\"caf\xC3\xA9 \xE2\x80\x94 x\""},
      {"line separators of JavaScript", "\xE2\x80\xA8", R"("\u2028")"},
      {"bytes that are no UTF-8", "a\xFF\xFE z", "\"a\xEF\xBF\xBD\xEF\xBF\xBD z\""},
      {"a cut letter at the end", "z\xE2\x80", "\"z\xEF\xBF\xBD\""},
      {"nothing", "", "\"\""},
  };
  for (const Row& row : rows) {
    std::string out;
    JsonWriter(out).value(row.text);
    CHECK_MESSAGE(out == row.json, row.name);
  }
  std::string out;
  JsonWriter json(out);
  json.open_array().open_object().close_object().value(-5).boolean(true).null();
  json.open_object()
      .key("a")
      .open_array()
      .close_array()
      .key("b")
      .text_or_null("")
      .close_object()
      .close_array();
  CHECK(out == R"([{}, -5, true, null, {"a": [], "b": null}])");
}

}  // namespace annals
