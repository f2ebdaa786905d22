#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "annals/store/store.hpp"

#include "store/sample_documents.hpp"

using namespace annals;
using namespace std::string_literals;

namespace {

std::vector<std::string> found(const Store& store, const std::string& query) {
  std::vector<std::string> out;
  for (const Store::Hit& hit : store.search(query, 100)) out.push_back(hit.article + ": " + hit.sentence);
  return out;
}

using Lines = std::vector<std::string>;

Store sample_store() {
  Store store(":memory:", Store::Access::write);
  store.add(simple_document("a",
                            "The hospital was hit.\nTents near the hospital burned, caf\xC3\xA9 owners said.",
                            "", "2024-06-01"));
  store.add(
      simple_document("b", "No one was hurt.\nA don't-miss \"show\" was called off.", "", "2024-06-02"));
  return store;
}

}  // namespace

TEST_CASE("words, phrases, prefixes and operators find sentences") {
  const Store store = sample_store();
  struct Row {
    const char* query;
    Lines expected;
  };
  const std::string hit = "a: The hospital was hit.";
  const std::string tents = "a: Tents near the hospital burned, caf\xC3\xA9 owners said.";
  const Row rows[] = {
      {"hospital", {hit, tents}},
      {"HOSPITAL hit", {hit}},
      {"\"hospital was\"", {hit}},
      {"\"was hospital\"", {}},
      {"hosp*", {hit, tents}},
      {"hospital NOT hit", {tents}},
      {"tents OR hurt", {"b: No one was hurt.", tents}},
      {"cafe", {tents}},
      {"NEAR(tents burned, 4)", {tents}},
      {"nothing", {}},
  };
  for (const Row& row : rows) {
    CAPTURE(row.query);
    CHECK(found(store, row.query) == row.expected);
  }
}

TEST_CASE("no words of a user are an error") {
  const Store store = sample_store();
  struct Row {
    std::string query;
    Lines expected;
  };
  const std::string tents = "a: Tents near the hospital burned, caf\xC3\xA9 owners said.";
  const std::string show = "b: A don't-miss \"show\" was called off.";
  const Row rows[] = {
      {"don't-miss", {show}},
      {"\"show", {show}},
      {"show\" was", {show}},
      {"miss: \"show\"", {show}},
      {"(show", {show}},
      {"*show", {show}},
      {"  *show", {show}},
      {"*id", {}},
      {"*reads", {}},
      {"show\0 was"s, {show}},
      {"", {}},
      {"   ", {}},
      {"\"", {}},
      {"***", {}},
      {"AND", {}},
      {"NOT", {}},
      {"NEAR(", {tents}},
      {"'; DROP TABLE article; --", {}},
      {"\xff\xfe", {}},
      {std::string(5000, '('), {}},
      {std::string(100000, 'x'), {}},
  };
  for (const Row& row : rows) {
    CAPTURE(row.query);
    CHECK_NOTHROW(store.search(row.query, 10));
    CHECK(found(store, row.query) == row.expected);
  }
}

TEST_CASE("a hit leads back to its place, its article and its day") {
  const Store store = sample_store();
  const auto hits = store.search("tents", 10);
  REQUIRE(hits.size() == 1);
  CHECK(hits[0].span.begin == 22);
  CHECK(hits[0].span.size() == hits[0].sentence.size());
  CHECK(hits[0].article == "a");
  CHECK(hits[0].published == parse_instant("2024-06-01"));
  CHECK(store.search("was", 1).size() == 1);
  CHECK(store.search("was", 0).empty());
}

TEST_CASE("equal sentences come in order of article and position") {
  Store store(":memory:", Store::Access::write);
  store.add(simple_document("b", "Same words.\nSame words."));
  store.add(simple_document("a", "Same words.\nOther."));
  const auto hits = store.search("same", 10);
  REQUIRE(hits.size() == 3);
  CHECK(hits[0].article == "b");
  CHECK(hits[0].span.begin == 0);
  CHECK(hits[1].article == "b");
  CHECK(hits[1].span.begin == 12);
  CHECK(hits[2].article == "a");
}

TEST_CASE("only the version that stands is searched") {
  Store store(":memory:", Store::Access::write);
  store.add(simple_document("a", "Ten killed.", "u", "2024-06-01"));
  store.add(simple_document("b", "Twelve killed.", "u", "2024-06-02"));
  CHECK(found(store, "killed") == Lines{"b: Twelve killed."});
}
