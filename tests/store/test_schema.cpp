#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "annals/model/error.hpp"
#include "annals/store/store.hpp"

#include "store/columns.hpp"
#include "store/sample_documents.hpp"
#include "store/sqlite.hpp"
#include "store/temporary_folder.hpp"

using namespace annals;

namespace {

// Rows as "a|b|c", NULL as "-".
std::vector<std::string> rows_of(sqlite::Connection& connection, const std::string& sql) {
  std::vector<std::string> rows;
  sqlite::Statement statement(connection, sql);
  const int columns = sqlite3_column_count(statement.handle());
  while (statement.step()) {
    std::string& row = rows.emplace_back();
    for (int i = 0; i < columns; ++i) {
      const bool null = statement.at_null();
      const std::string_view text = statement.take_text();
      row += (i > 0 ? "|" : "") + (null ? std::string("-") : std::string(text));
    }
  }
  return rows;
}

struct SampleFile {
  SampleFile() {
    Store store(folder / "a.db", Store::Access::write);
    store.add(rich_document());
    store.add(simple_document("plain", "The hospital has tents.", "", "2024-06-12"));
  }
  TemporaryFolder folder;
};

using Rows = std::vector<std::string>;

}  // namespace

TEST_CASE("views spell out what the tables keep as numbers") {
  const SampleFile file;
  sqlite::Connection connection(file.folder / "a.db", sqlite::Mode::read);
  CHECK(
      rows_of(connection,
              "SELECT article, publisher, published, published_from, known_from, version, sentences, figures "
              "FROM articles ORDER BY 1") ==
      Rows{"plain||2024-06-12|record|2024-06-12T00:00:00Z|1|1|0",
           "rich|Example Post|2024-06-11T07:30:00Z|record|2024-06-12T13:46:40Z|3|2|2"});
  CHECK(rows_of(
            connection,
            "SELECT ordinal, kind, bound, low, high, unit, victims, place, date, first_day, last_day, scope, "
            "frame, part, more, source, via, duplicate_of, quote FROM figures ORDER BY ordinal") ==
        Rows{"0|affected|at_least|12|-|bodies|people|Caf\xC3\xA9|2023-10-07%/"
             "..|2023-10-07|-|total|retracted|1|1|police||1|"
             "It rained.",
             "1|killed|less_than|-|300|people|-|-|-|-|-|event|reported|0|0|-|-|-|"
             "Caf\xC3\xA9 blast: at least 12 killed, police said."});
  CHECK(rows_of(connection,
                "SELECT article, type, date, first_day, last_day, speaker, sentence FROM claims ORDER BY 1, "
                "ordinal") == Rows{"plain|event|-|-|-|-|The hospital has tents.",
                                   "rich|statement|2024-06|2024-06-01|2024-06-30|police|Caf\xC3\xA9 blast: "
                                   "at least 12 killed, police said.",
                                   "rich|background|-|-|-|-|It rained."});
  CHECK(rows_of(connection,
                "SELECT type, expression, value, mod, date, relation, anchor FROM timexes LIMIT 1") ==
        Rows{"SET|It|XXXX-WXX-1|APPROX|-0240-03-10|as_of|dateline"});
  CHECK(rows_of(connection, "SELECT expression, value, date, other, weight FROM alternates") ==
        Rows{"It|2024-06-17|2024-06-17|order|0.2", "It|2023|2023|year|0.1"});
  CHECK(rows_of(connection, "SELECT expression, date, first_day, last_day, rule FROM ranges") ==
        Rows{"It rai|2023-10-07%/..|2023-10-07|-|time_links.tsv:3"});
}

TEST_CASE("the index answers on its own, from the texts of the articles") {
  const SampleFile file;
  sqlite::Connection connection(file.folder / "a.db", sqlite::Mode::read);
  CHECK(rows_of(connection, "SELECT text FROM sentence_search WHERE sentence_search MATCH 'cafe'") ==
        Rows{"Caf\xC3\xA9 blast: at least 12 killed, police said."});
  CHECK(rows_of(connection, "PRAGMA integrity_check") == Rows{"ok"});
  CHECK(rows_of(connection, "PRAGMA foreign_key_check").empty());
}

TEST_CASE("rows are never altered, not even by another program") {
  const SampleFile file;
  sqlite::Connection connection(file.folder / "a.db", sqlite::Mode::write);
  for (const std::string table : {"article", "caption", "claim", "figure", "timex", "total", "diagnostic",
                                  "timex_alternate", "time_range"}) {
    CAPTURE(table);
    const std::int64_t before = connection.integer_of("SELECT count(*) FROM " + table);
    CHECK(before > 0);
    CHECK_THROWS_AS(connection.execute("UPDATE " + table + " SET id = id + 100"), Error);
    CHECK_THROWS_AS(connection.execute("DELETE FROM " + table), Error);
    CHECK(connection.integer_of("SELECT count(*) FROM " + table) == before);
  }
}

TEST_CASE("every enumerator has a name in the views and none is beyond the count") {
  CHECK(name_of(static_cast<DateOrigin>(kDateOrigins - 1)) == "dateline");
  CHECK(name_of(static_cast<ClaimType>(kClaimTypes - 1)) == "other");
  CHECK(name_of(static_cast<Bound>(kBounds - 1)) == "vague");
  CHECK(name_of(static_cast<Unit>(kUnits - 1)) == "bodies");
  CHECK(name_of(static_cast<Scope>(kScopes - 1)) == "total");
  CHECK(name_of(static_cast<Frame>(kFrames - 1)) == "retracted");
  CHECK(name_of(static_cast<TimexType>(kTimexTypes - 1)) == "SET");
  CHECK(name_of(static_cast<TimexRelation>(kTimexRelations - 1)) == "as_of");
  CHECK(name_of(static_cast<AnchorKind>(kAnchorKinds - 1)) == "event");
  CHECK(name_of(static_cast<OtherReading>(kOtherReadings - 1)) == "order");
  CHECK(static_cast<int>(Grain::century) == kGrains - 1);
  CHECK(static_cast<int>(Instant::Precision::second) == kPrecisions - 1);
  CHECK(static_cast<int>(Severity::error) == kSeverities - 1);
}

TEST_CASE("the queries of docs/schema.md run") {
  const SampleFile file;
  sqlite::Connection connection(file.folder / "a.db", sqlite::Mode::read);
  const std::string page = bytes_of(std::string(ANNALS_SOURCE_DIR) + "/docs/schema.md");
  int queries = 0;
  for (std::size_t at = page.find("```sql\n"); at != std::string::npos; at = page.find("```sql\n", at)) {
    at += 7;
    const std::size_t end = page.find("```", at);
    REQUIRE(end != std::string::npos);
    const std::string sql = page.substr(at, end - at);
    CAPTURE(sql);
    CHECK_NOTHROW(rows_of(connection, sql));
    ++queries;
    at = end;
  }
  CHECK(queries >= 5);
}

TEST_CASE("each column that docs/schema.md names for a view is there, in that order") {
  const SampleFile file;
  sqlite::Connection connection(file.folder / "a.db", sqlite::Mode::read);
  const std::string page = bytes_of(std::string(ANNALS_SOURCE_DIR) + "/docs/schema.md");
  for (const std::string view :
       {"articles", "claims", "figures", "timexes", "alternates", "ranges", "sentence"}) {
    CAPTURE(view);
    std::string columns;
    for (const std::string& name :
         rows_of(connection, "SELECT name FROM pragma_table_info('" + view + "')")) {
      columns += (columns.empty() ? "" : ", ") + name;
    }
    CHECK(page.find("| " + columns + " |") != std::string::npos);
  }
}
