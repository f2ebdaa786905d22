#include <doctest/doctest.h>

#include "loader/json_error.hpp"
#include "loader/loading.hpp"

using namespace annals;

TEST_CASE("a record is read whatever its writer calls the fields") {
  struct Row {
    const char* name;
    const char* json;
    const char* published;
    const char* modified;
    const char* publisher;
    const char* author;
    const char* url;
  };
  const Row rows[] = {
      {"our own shape",
       R"({"id": "a1", "published": "2024-06-11", "title": "T", "publisher": "P", "url": "https://x.example/a", "text": "B"})",
       "2024-06-11 record", "", "P", "", "https://x.example/a"},
      {"trafilatura",
       R"({"title": "T", "author": "A; C", "hostname": "x.example", "date": "2024-06-11", "id": null, "license": null, "raw_text": "no", "text": "B",
        "filedate": "2025-01-01", "source": "https://x.example/a", "source-hostname": "P"})",
       "2024-06-11 record", "", "P", "A; C", "https://x.example/a"},
      {"newspaper4k",
       R"({"url": "https://x.example/a", "title": "T", "authors": ["A", "C"], "publish_date": "2024-06-11 06:00:00", "text": "B",
        "source_url": "https://x.example", "meta_site_name": "P", "images": ["i"]})",
       "2024-06-11T06:00:00Z record", "", "P", "A, C", "https://x.example/a"},
      {"news-please",
       R"({"url": "https://x.example/a", "title": "T", "date_publish": "2024-06-11 06:00:00", "date_modify": "2024-06-12 07:00:00", "maintext": "B",
        "source_domain": "x.example", "authors": []})",
       "2024-06-11T06:00:00Z record", "2024-06-12T07:00:00Z record", "x.example", "", "https://x.example/a"},
      {"schema.org",
       R"({"headline": "T", "datePublished": "2024-06-11T06:00:00+02:00", "dateModified": "2024-06-12", "publisher": {"@type": "Organization", "name": "P"},
        "author": [{"name": "A"}], "articleBody": "B", "url": "https://x.example/a"})",
       "2024-06-11T04:00:00Z record", "2024-06-12 record", "P", "A", "https://x.example/a"},
      {"seconds since 1970", R"({"title": "T", "text": "B", "published": 1718064000})",
       "2024-06-11T00:00:00Z record", "", "", "", ""},
      {"milliseconds since 1970", R"({"title": "T", "text": "B", "published": 1718064000000})",
       "2024-06-11T00:00:00Z record", "", "", "", ""},
      {"a day as a number", R"({"title": "T", "text": "B", "date": 20240611})", "2024-06-11 record", "", "",
       "", ""},
      {"no date", R"({"title": "T", "text": "B", "published": null})", "", "", "", "", ""},
  };
  for (const Row& row : rows) {
    CAPTURE(row.name);
    const Article got = load_article(row.json, "a.json");
    CHECK(got.title == "T");
    CHECK(got.text == "B");
    CHECK(shown(got.published) == row.published);
    CHECK(shown(got.modified) == row.modified);
    CHECK(got.publisher == row.publisher);
    CHECK(got.author == row.author);
    CHECK(got.url == row.url);
  }
}

TEST_CASE("the text of a record is taken byte for byte") {
  const Article got =
      load_article(R"({"title": " T  t ", "text": "  a\u00A0\n\n\t b\u0000\ud83d\ude00 \r\n"})", "a.jsonl");
  CHECK(got.text == std::string("  a\u00A0\n\n\t b\0\U0001F600 \r\n", 18));
  CHECK(got.title == "T t");
  CHECK(got.path == "a.jsonl#1");
}

TEST_CASE("JSON comes as lines, as one object or as a list") {
  const char* lines = "{\"id\": \"a\", \"text\": \"A\"}\n\n{\"id\": 2, \"text\": \"B\"}\r\n{\"text\": \"C\"}";
  for (const char* path : {"x.jsonl", "x.json", "x.txt", "-"}) {
    CAPTURE(path);
    const Loaded got = load(lines, path);
    REQUIRE(got.articles.size() == 3);
    CHECK(got.articles[0].id == "a");
    CHECK(got.articles[1].id == "2");
    CHECK(got.articles[2].id == got.articles[2].sha256.substr(0, 12));
    CHECK(got.articles[2].path == std::string(path) + "#4");
    CHECK(got.reports.empty());
  }
  CHECK(load_article("{\n  \"title\": \"T\",\n  \"text\": \"B\"\n}\n", "x.jsonl").path == "x.jsonl");
  CHECK(load_article("{\"title\": \"T\", \"text\": \"B\"}\n", "x.json").path == "x.json");
  CHECK(load_article("{\"title\": \"T\", \"text\": \"B\"}\n", "x.jsonl").path == "x.jsonl#1");
  const Loaded list = load("[{\"text\": \"A\"},\n {\"title\": \"B\"}, 7]", "x.json");
  REQUIRE(list.articles.size() == 2);
  CHECK(list.articles[1].path == "x.json#2");
  CHECK(says(list.articles[1].diagnostics, "no text, only a title"));
  REQUIRE(list.reports.size() == 1);
  CHECK(list.reports[0].where == "x.json#3");
  CHECK(load("{\"status\": \"ok\", \"articles\": [{\"text\": \"A\"}, {\"text\": \"B\"}]}", "x.json")
            .articles.size() == 2);
}

TEST_CASE("a broken line is said with its number and the others are read") {
  const Loaded got = load(
      "{\"text\": \"A\"}\n{\"text\": \"B\n[1]\n{\"other\": 1}\n{\"text\": \"C\", }\n{\"text\": "
      "\"D\"}\n{\"text\": \"E",
      "x.jsonl");
  REQUIRE(got.articles.size() == 2);
  CHECK(got.articles[1].text == "D");
  REQUIRE(got.reports.size() == 5);
  CHECK(got.reports[0].where == "x.jsonl:2");
  CHECK(got.reports[0].message.find("cut off after byte 11 (a string that is not closed)") !=
        std::string::npos);
  CHECK(got.reports[1].where == "x.jsonl:3");
  CHECK(got.reports[1].message.find("not an article") != std::string::npos);
  CHECK(got.reports[2].message.find("not an article") != std::string::npos);
  CHECK(got.reports[3].message.find("broken at byte 14: a name in quotes is expected") != std::string::npos);
  CHECK(got.reports[4].where == "x.jsonl:7");
}

TEST_CASE("a line in another encoding is read and a line beyond the limit is refused") {
  const Loaded latin =
      load("{\"text\": \"A\"}\n{\"text\": \"the caf\xE9 of the town burned down on Monday\"}\n", "x.jsonl");
  REQUIRE(latin.articles.size() == 2);
  CHECK(latin.articles[1].text == "the caf\u00E9 of the town burned down on Monday");
  CHECK(latin.articles[1].encoding == "windows-1252");

  LoadOptions options;
  options.max_bytes = 100;
  const std::string large =
      "{\"text\": \"A\"}\n{\"text\": \"" + std::string(1000000, 'x') + "\"}\n{\"text\": \"B\"}\n";
  const Loaded got = load(large, "x.jsonl", options);
  REQUIRE(got.articles.size() == 2);
  CHECK(got.articles[1].path == "x.jsonl#3");
  REQUIRE(got.reports.size() == 1);
  CHECK(got.reports[0].where == "x.jsonl:2");
  CHECK(says(got.reports, "more than 100 bytes"));
}

TEST_CASE("a document cut in the middle is said with the line and the byte") {
  const Loaded got = load("{\n  \"title\": \"T\",\n  \"text\": \"B and", "x.json");
  CHECK(got.articles.empty());
  REQUIRE(got.reports.size() == 1);
  CHECK(got.reports[0].severity == Severity::error);
  CHECK(got.reports[0].where == "x.json:3");
  CHECK(says(got.reports, "JSON is cut off after byte 34 (a string that is not closed)"));
  CHECK(says(load("[]", "x.json").reports, "an empty list"));
  CHECK(says(load("just words", "x.json").reports, "JSON is broken at byte 0: a value is expected"));
}

TEST_CASE("where JSON breaks is found") {
  struct Row {
    const char* text;
    std::size_t offset;
    bool cut;
    const char* what;
  };
  const Row rows[] = {
      {"{\"a\": 1", 7, true, "an object or list that is not closed"},
      {"{\"a\"", 4, true, "an object that is not closed"},
      {"{\"a\" 1}", 5, false, "a colon is missing"},
      {"{\"a\": tru", 6, true, "a value is expected"},
      {"[1 2]", 3, false, "a comma or a closing bracket is missing"},
      {"[1, ]", 4, false, "a value is expected"},
      {"{} {}", 3, false, "something follows the value"},
      {"[\"a\nb\"]", 3, false, "a line break or control character inside a string"},
      {"[\"\\q\"]", 3, false, "an unknown \\ sequence"},
      {"[\"\xFF\"]", 2, false, "bytes that are not UTF-8"},
      {"", 0, true, "nothing in it"},
      {"{\"a\": [true, null, -1.5e3, {}, []]}", 0, false, ""},
  };
  for (const Row& row : rows) {
    CAPTURE(row.text);
    const JsonError got = find_json_error(row.text);
    CHECK(got.offset == row.offset);
    CHECK(got.cut == row.cut);
    CHECK(got.what == row.what);
  }
  CHECK(find_json_error(std::string(100000, '[')).cut);
}
