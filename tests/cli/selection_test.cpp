#include "cli/selection.hpp"

#include <doctest/doctest.h>

#include "cli/standing_documents.hpp"

namespace annals {

namespace {

Evidence evidence(const char* id, HarmKind kind, const char* place, const char* source, const char* day) {
  Evidence result;
  result.id = id;
  result.event = "e";
  result.kind = kind;
  result.place = place;
  result.source = source;
  result.published = parse_instant(day);
  return result;
}

Estimate estimate(HarmKind kind, const char* place, const char* carrier, const char* day) {
  Estimate result;
  result.series = {"e", kind, "", place, "", Unit::people};
  result.carried_by = {carrier};
  result.known_from = parse_instant(day);
  return result;
}

Reconciliation sample() {
  Reconciliation all;
  Event event;
  event.id = "e";
  event.articles = {"a"};
  all.events = {event};
  all.evidence = {evidence("a#0", HarmKind::killed, "Arden", "police", "2021-03-02"),
                  evidence("b#0", HarmKind::killed, "Brill", "Ministry of Health", "2021-03-05"),
                  evidence("b#1", HarmKind::injured, "Brill", "", "2021-03-05")};
  all.estimates = {estimate(HarmKind::killed, "", "a#0", "2021-03-02"),
                   estimate(HarmKind::killed, "", "b#0", "2021-03-05"),
                   estimate(HarmKind::injured, "Brill", "b#1", "2021-03-05")};
  return all;
}

Document document(const char* id, const char* url, const char* day) {
  Document result;
  result.article.id = id;
  result.article.url = url;
  result.article.sha256 = std::string("0123456789") + id;
  if (*day != 0) result.article.published = {*parse_instant(day), DateOrigin::record};
  return result;
}

std::string ids(const std::vector<Document>& documents) {
  std::string out;
  for (const Document& d : documents) out += (out.empty() ? "" : " ") + d.article.id;
  return out;
}

}  // namespace

TEST_CASE("without filters everything is shown") {
  CHECK(select(sample(), {}) == sample());
}

TEST_CASE("each filter shows its part of the evidence and of the estimates") {
  struct Row {
    const char* name;
    Settings settings;
    std::size_t evidence;
    std::size_t estimates;
  };
  std::vector<Row> rows(8);
  rows[0] = {"kind", {}, 2, 2};
  rows[0].settings.kind = HarmKind::killed;
  rows[1] = {"place in any case", {}, 2, 2};
  rows[1].settings.place = "BRILL";
  rows[2] = {"part of the name of a source", {}, 1, 1};
  rows[2].settings.source = "health";
  rows[3] = {"unknown source", {}, 0, 0};
  rows[3].settings.source = "nobody";
  rows[4] = {"event", {}, 3, 3};
  rows[4].settings.event = "e";
  rows[5] = {"other event", {}, 0, 0};
  rows[5].settings.event = "f";
  rows[6] = {"days", {}, 1, 1};
  rows[6].settings.days = {std::nullopt, make_date(2021, 3, 2)};
  rows[7] = {"two filters", {}, 1, 1};
  rows[7].settings.kind = HarmKind::injured;
  rows[7].settings.place = "brill";
  for (const Row& row : rows) {
    CAPTURE(row.name);
    const Reconciliation shown = select(sample(), row.settings);
    CHECK(shown.evidence.size() == row.evidence);
    CHECK(shown.estimates.size() == row.estimates);
  }
}

TEST_CASE("of each address the version known last stands, in order of publication") {
  Talk talk(Talk::Level::quiet);
  const Document first = document("v1", "https://x.example/1", "2021-03-02");
  const Document second = document("v2", "https://x.example/1", "2021-03-04");
  const Document other = document("o", "", "2021-03-03");
  const Document undated = document("u", "", "");
  CHECK(ids(standing_documents({undated, second, other, first}, talk)) == "o v2 u");
  CHECK(ids(standing_documents({first, other, second, undated}, talk)) == "o v2 u");
  CHECK(talk.warnings() == 0);
}

TEST_CASE("two articles with one id are told apart, whichever comes first") {
  Talk talk(Talk::Level::quiet);
  Document one = document("same", "", "2021-03-02");
  one.article.sha256 = "aaaaaaaaaaaa";
  Document two = document("same", "", "2021-03-02");
  two.article.sha256 = "bbbbbbbbbbbb";
  CHECK(ids(standing_documents({one, two}, talk)) == "same same.bbbbbbbb");
  CHECK(ids(standing_documents({two, one}, talk)) == "same same.bbbbbbbb");
  CHECK(talk.warnings() == 2);
}

}  // namespace annals
