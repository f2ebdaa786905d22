#include "store/schema.hpp"

#include <array>

#include <fmt/core.h>

#include "annals/model/claim.hpp"
#include "annals/model/series.hpp"
#include "annals/store/store.hpp"

#include "store/columns.hpp"

namespace annals {

namespace {

constexpr std::int64_t kApplicationId = 0x414E4E4C;  // "ANNL"

// CASE that spells the enumerator stored in `column`, from the model's own names.
template <typename Enum>
std::string spelled(std::string_view column, int names) {
  std::string sql = fmt::format("CASE {}", column);
  for (int i = 0; i < names; ++i) sql += fmt::format(" WHEN {} THEN '{}'", i, name_of(static_cast<Enum>(i)));
  return sql + " END";
}

constexpr const char* kTables = R"sql(
CREATE TABLE article(
  id INTEGER PRIMARY KEY,
  ext_id TEXT NOT NULL UNIQUE,
  sha256 TEXT UNIQUE,
  url TEXT NOT NULL,
  version INTEGER NOT NULL,
  path TEXT NOT NULL,
  title TEXT NOT NULL,
  publisher TEXT NOT NULL,
  author TEXT NOT NULL,
  language TEXT NOT NULL,
  published TEXT, published_seconds INTEGER, published_precision INTEGER, published_offset INTEGER,
  published_origin INTEGER,
  modified TEXT, modified_seconds INTEGER, modified_precision INTEGER, modified_offset INTEGER,
  modified_origin INTEGER,
  dateline TEXT, dateline_seconds INTEGER, dateline_precision INTEGER, dateline_offset INTEGER,
  dateline_origin INTEGER,
  encoding TEXT NOT NULL,
  text TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX article_url ON article(url, version) WHERE url <> '';
CREATE INDEX article_revised ON article(url) WHERE version > 1;

CREATE TABLE caption(
  id INTEGER PRIMARY KEY,
  article INTEGER NOT NULL REFERENCES article,
  "begin" INTEGER NOT NULL, "end" INTEGER NOT NULL
) STRICT;

CREATE TABLE claim(
  id INTEGER PRIMARY KEY,
  article INTEGER NOT NULL REFERENCES article,
  ordinal INTEGER NOT NULL,
  "begin" INTEGER NOT NULL, "end" INTEGER NOT NULL,
  type INTEGER NOT NULL,
  date TEXT, date_first INTEGER, date_last INTEGER, date_grain INTEGER, date_marks INTEGER,
  speaker TEXT, speaker_begin INTEGER, speaker_end INTEGER
) STRICT;

CREATE TABLE figure(
  id INTEGER PRIMARY KEY,
  article INTEGER NOT NULL REFERENCES article,
  ordinal INTEGER NOT NULL,
  claim INTEGER REFERENCES claim,
  sentence INTEGER NOT NULL,
  "begin" INTEGER NOT NULL, "end" INTEGER NOT NULL,
  kind INTEGER NOT NULL,
  low INTEGER, high INTEGER, bound INTEGER NOT NULL,
  unit INTEGER NOT NULL,
  victims TEXT, victims_begin INTEGER, victims_end INTEGER,
  scope INTEGER NOT NULL,
  part INTEGER NOT NULL,
  more INTEGER NOT NULL,
  frame INTEGER NOT NULL,
  source TEXT, source_begin INTEGER, source_end INTEGER,
  via TEXT, via_begin INTEGER, via_end INTEGER,
  place TEXT, place_begin INTEGER, place_end INTEGER,
  region TEXT NOT NULL,
  date TEXT, date_first INTEGER, date_last INTEGER, date_grain INTEGER, date_marks INTEGER,
  duplicate_of INTEGER,
  rule TEXT NOT NULL
) STRICT;

CREATE TABLE timex(
  id INTEGER PRIMARY KEY,
  article INTEGER NOT NULL REFERENCES article,
  "begin" INTEGER NOT NULL, "end" INTEGER NOT NULL,
  type INTEGER NOT NULL,
  value TEXT NOT NULL,
  mod TEXT NOT NULL,
  date TEXT, date_first INTEGER, date_last INTEGER, date_grain INTEGER, date_marks INTEGER,
  relation INTEGER NOT NULL,
  anchor INTEGER NOT NULL,
  rule TEXT NOT NULL
) STRICT;

CREATE TABLE total(
  id INTEGER PRIMARY KEY,
  article INTEGER NOT NULL REFERENCES article,
  kind INTEGER NOT NULL,
  low INTEGER, best INTEGER, high INTEGER
) STRICT;

CREATE TABLE diagnostic(
  id INTEGER PRIMARY KEY,
  article INTEGER NOT NULL REFERENCES article,
  stage INTEGER NOT NULL,
  severity INTEGER NOT NULL,
  place TEXT NOT NULL,
  "begin" INTEGER NOT NULL, "end" INTEGER NOT NULL,
  message TEXT NOT NULL
) STRICT;

CREATE VIEW sentence(id, article, text) AS
SELECT claim.id, article.ext_id,
       CAST(substr(CAST(article.text AS BLOB), claim."begin" + 1, claim."end" - claim."begin") AS TEXT)
FROM claim JOIN article ON article.id = claim.article;

CREATE VIRTUAL TABLE sentence_search USING fts5(
  text, content='sentence', content_rowid='id', tokenize='unicode61 remove_diacritics 2');
-- Words gather in up to 32 MB of memory before they are written as a segment: a batch of 10,000 articles makes one
-- segment where the default of 1 MB makes dozens and merges them.
INSERT INTO sentence_search(sentence_search, rank) VALUES ('hashsize', 33554432);
)sql";

// What was read is kept as it was read: a correction is a new version of the article.
void forbid_changes(sqlite::Connection& connection, const char* table) {
  for (const char* act : {"UPDATE", "DELETE"}) {
    connection.execute(
        fmt::format("CREATE TRIGGER {0}_no_{1} BEFORE {1} ON {0} BEGIN SELECT RAISE(ABORT, '{0} rows are "
                    "never altered'); END",
                    table, act));
  }
}

void create_triggers(sqlite::Connection& connection) {
  for (const char* table : {"article", "caption", "claim", "figure", "timex", "total", "diagnostic"})
    forbid_changes(connection, table);
}

void create_views(sqlite::Connection& connection) {
  connection.execute(fmt::format(
      R"sql(
CREATE VIEW articles AS
SELECT ext_id AS article, publisher, published, modified, title, author, language, url, version, path,
       {origin} AS published_from,
       strftime('%Y-%m-%dT%H:%M:%SZ', coalesce(max(published_seconds, modified_seconds), published_seconds,
                modified_seconds, dateline_seconds), 'unixepoch') AS known_from,
       coalesce(c.n, 0) AS sentences, coalesce(f.n, 0) AS figures, sha256
FROM article
LEFT JOIN (SELECT article, count(*) AS n FROM claim GROUP BY article) AS c ON c.article = article.id
LEFT JOIN (SELECT article, count(*) AS n FROM figure GROUP BY article) AS f ON f.article = article.id;

CREATE VIEW claims AS
SELECT a.ext_id AS article, a.publisher, a.published, c.ordinal, {type} AS type, c.date,
       date(c.date_first * 86400, 'unixepoch') AS first_day, date(c.date_last * 86400, 'unixepoch') AS last_day,
       c.speaker, s.text AS sentence, c."begin", c."end", a.url
FROM claim AS c JOIN article AS a ON a.id = c.article JOIN sentence AS s ON s.id = c.id;

CREATE VIEW figures AS
SELECT a.ext_id AS article, f.ordinal, a.publisher, a.published, {kind} AS kind, {bound} AS bound, f.low, f.high,
       {unit} AS unit, f.victims, f.place, f.region, f.date,
       date(f.date_first * 86400, 'unixepoch') AS first_day, date(f.date_last * 86400, 'unixepoch') AS last_day,
       {scope} AS scope, {frame} AS frame, f.part, f.more, f.source, f.via, f.duplicate_of, s.text AS quote,
       f."begin", f."end", f.rule, a.url
FROM figure AS f JOIN article AS a ON a.id = f.article LEFT JOIN sentence AS s ON s.id = f.claim;

CREATE VIEW timexes AS
SELECT a.ext_id AS article, {timex} AS type,
       CAST(substr(CAST(a.text AS BLOB), t."begin" + 1, t."end" - t."begin") AS TEXT) AS expression,
       t.value, t.mod, t.date, {relation} AS relation, {anchor} AS anchor, t."begin", t."end", t.rule
FROM timex AS t JOIN article AS a ON a.id = t.article;
)sql",
      fmt::arg("origin", spelled<DateOrigin>("published_origin", kDateOrigins)),
      fmt::arg("type", spelled<ClaimType>("c.type", kClaimTypes)),
      fmt::arg("kind", spelled<HarmKind>("f.kind", kHarmKinds)),
      fmt::arg("bound", spelled<Bound>("f.bound", kBounds)),
      fmt::arg("unit", spelled<Unit>("f.unit", kUnits)),
      fmt::arg("scope", spelled<Scope>("f.scope", kScopes)),
      fmt::arg("frame", spelled<Frame>("f.frame", kFrames)),
      fmt::arg("timex", spelled<TimexType>("t.type", kTimexTypes)),
      fmt::arg("relation", spelled<TimexRelation>("t.relation", kTimexRelations)),
      fmt::arg("anchor", spelled<AnchorKind>("t.anchor", kAnchorKinds))));
}

void create_first_schema(sqlite::Connection& connection) {
  connection.execute(kTables);
  create_triggers(connection);
  create_views(connection);
}

// Ranges, second readings of expressions of time, and dates counted from the beginning of an event.
void add_ranges_and_alternates(sqlite::Connection& connection) {
  connection.execute(R"sql(
ALTER TABLE timex ADD COLUMN weight INTEGER NOT NULL DEFAULT 1000;

CREATE TABLE timex_alternate(
  id INTEGER PRIMARY KEY,
  article INTEGER NOT NULL REFERENCES article,
  timex INTEGER NOT NULL REFERENCES timex,
  ordinal INTEGER NOT NULL,
  value TEXT NOT NULL,
  date TEXT, date_first INTEGER, date_last INTEGER, date_grain INTEGER, date_marks INTEGER,
  other INTEGER NOT NULL,
  weight INTEGER NOT NULL
) STRICT;

CREATE TABLE time_range(
  id INTEGER PRIMARY KEY,
  article INTEGER NOT NULL REFERENCES article,
  "begin" INTEGER NOT NULL, "end" INTEGER NOT NULL,
  first INTEGER NOT NULL,
  last INTEGER NOT NULL,
  date TEXT, date_first INTEGER, date_last INTEGER, date_grain INTEGER, date_marks INTEGER,
  rule TEXT NOT NULL
) STRICT;

DROP VIEW timexes;
)sql");
  forbid_changes(connection, "timex_alternate");
  forbid_changes(connection, "time_range");
  connection.execute(fmt::format(
      R"sql(
CREATE VIEW timexes AS
SELECT a.ext_id AS article, {timex} AS type,
       CAST(substr(CAST(a.text AS BLOB), t."begin" + 1, t."end" - t."begin") AS TEXT) AS expression,
       t.value, t.mod, t.date, {relation} AS relation, {anchor} AS anchor, t."begin", t."end", t.rule,
       t.weight / 1000.0 AS weight
FROM timex AS t JOIN article AS a ON a.id = t.article;

CREATE VIEW alternates AS
SELECT a.ext_id AS article, CAST(substr(CAST(a.text AS BLOB), t."begin" + 1, t."end" - t."begin") AS TEXT) AS expression,
       o.value, o.date, {other} AS other, o.weight / 1000.0 AS weight, t."begin", t."end"
FROM timex_alternate AS o JOIN timex AS t ON t.id = o.timex JOIN article AS a ON a.id = o.article;

CREATE VIEW ranges AS
SELECT a.ext_id AS article, CAST(substr(CAST(a.text AS BLOB), r."begin" + 1, r."end" - r."begin") AS TEXT) AS expression,
       r.date, date(r.date_first * 86400, 'unixepoch') AS first_day,
       date(r.date_last * 86400, 'unixepoch') AS last_day, r."begin", r."end", r.rule
FROM time_range AS r JOIN article AS a ON a.id = r.article;
)sql",
      fmt::arg("timex", spelled<TimexType>("t.type", kTimexTypes)),
      fmt::arg("relation", spelled<TimexRelation>("t.relation", kTimexRelations)),
      fmt::arg("anchor", spelled<AnchorKind>("t.anchor", kAnchorKinds)),
      fmt::arg("other", spelled<OtherReading>("o.other", kOtherReadings))));
}

// What stood when: kept so that a question about a day reads an answer instead of working it out.
void add_estimates(sqlite::Connection& connection) {
  connection.execute(R"sql(
CREATE TABLE keeping(
  id INTEGER PRIMARY KEY,
  kept TEXT NOT NULL,
  policy TEXT NOT NULL,
  articles INTEGER NOT NULL
) STRICT;

CREATE TABLE estimate(
  id INTEGER PRIMARY KEY,
  event TEXT NOT NULL,
  kind INTEGER NOT NULL,
  measure TEXT NOT NULL,
  place TEXT NOT NULL,
  part_of TEXT NOT NULL,
  unit INTEGER NOT NULL, fate INTEGER NOT NULL, side INTEGER NOT NULL, definition INTEGER NOT NULL,
  known_from INTEGER, known_precision INTEGER, known_offset INTEGER,
  known_to INTEGER NOT NULL,
  best INTEGER, low INTEGER, high INTEGER, bound INTEGER NOT NULL,
  status INTEGER NOT NULL,
  headline INTEGER NOT NULL,
  cause INTEGER NOT NULL,
  reason TEXT NOT NULL,
  margin REAL NOT NULL,
  grade TEXT NOT NULL,
  carried_by TEXT NOT NULL,
  held_from INTEGER NOT NULL REFERENCES keeping,
  held_to INTEGER REFERENCES keeping
) STRICT;
CREATE INDEX estimate_event ON estimate(event, id) WHERE held_to IS NULL;
CREATE INDEX estimate_known ON estimate(known_to, known_from) WHERE held_to IS NULL;
CREATE INDEX estimate_place ON estimate(place, event) WHERE held_to IS NULL AND place <> '';
CREATE TRIGGER estimate_no_delete BEFORE DELETE ON estimate
BEGIN SELECT RAISE(ABORT, 'estimate rows are never deleted'); END;
)sql");
  connection.execute(fmt::format(
      R"sql(
CREATE VIEW estimates AS
SELECT e.event, {kind} AS kind, e.measure, e.place, e.part_of,
       strftime('%Y-%m-%dT%H:%M:%SZ', e.known_from, 'unixepoch') AS known_from,
       CASE WHEN e.known_to < 9223372036854775807
            THEN strftime('%Y-%m-%dT%H:%M:%SZ', e.known_to, 'unixepoch') END AS known_to,
       e.low, e.best, e.high, {status} AS status, e.headline, {cause} AS cause, e.reason, e.grade,
       first.kept AS held_from, last.kept AS held_to
FROM estimate AS e JOIN keeping AS first ON first.id = e.held_from
LEFT JOIN keeping AS last ON last.id = e.held_to;
)sql",
      fmt::arg("kind", spelled<HarmKind>("e.kind", kHarmKinds)),
      fmt::arg("status", spelled<EstimateStatus>("e.status", kEstimateStatuses)),
      fmt::arg("cause", spelled<ChangeCause>("e.cause", kChangeCauses))));
}

struct Migration {
  const char* name;
  void (*apply)(sqlite::Connection&);
};

// Step N brings a database of version N to N + 1. Steps are never changed once released: a change is a new
// step.
constexpr std::array kMigrations{Migration{"tables, views and search", create_first_schema},
                                 Migration{"ranges and alternates", add_ranges_and_alternates},
                                 Migration{"kept estimates", add_estimates}};
static_assert(kMigrations.size() == Store::kSchemaVersion);

// The version of the schema, once it is clear that the file is ours.
int schema_version(sqlite::Connection& connection) {
  const std::int64_t application = connection.integer_of("PRAGMA application_id");
  const std::int64_t version = connection.integer_of("PRAGMA user_version");
  const bool blank =
      version == 0 && application == 0 && connection.integer_of("SELECT count(*) FROM sqlite_schema") == 0;
  if (!blank && application != kApplicationId) {
    connection.refuse("is a database of another program; name another file with --db FILE");
  }
  if (version > Store::kSchemaVersion) {
    connection.refuse(fmt::format("made by a newer annals (schema {}, this program knows {}): upgrade annals",
                                  version, Store::kSchemaVersion));
  }
  return static_cast<int>(version);
}

}  // namespace

void prepare_for_writing(sqlite::Connection& connection) {
  // Nothing is set before it is known that the file may be touched.
  const int found = schema_version(connection);
  if (found == 0) connection.execute("PRAGMA page_size = 8192");
  connection.execute(
      "PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA foreign_keys = ON; PRAGMA "
      "secure_delete = OFF;"
      "PRAGMA cache_size = -65536; PRAGMA temp_store = MEMORY;");
  if (found == Store::kSchemaVersion) return;
  sqlite::Transaction transaction(connection, sqlite::Mode::write);
  // Another program may have done the same work since; asked again under the lock.
  for (int version = schema_version(connection); version < Store::kSchemaVersion; ++version) {
    kMigrations.at(static_cast<std::size_t>(version)).apply(connection);
    connection.execute(
        fmt::format("PRAGMA user_version = {}; PRAGMA application_id = {};", version + 1, kApplicationId));
  }
  transaction.commit();
}

void check_for_reading(sqlite::Connection& connection) {
  const int version = schema_version(connection);
  if (version < Store::kSchemaVersion) {
    connection.refuse(
        version == 0 ? std::string("holds no articles yet; add some with `annals ingest --db FILE PATHS`")
                     : fmt::format("made by an older annals (schema {}); bring it up to date with "
                                   "`annals ingest --db FILE PATHS`",
                                   version));
  }
  connection.execute("PRAGMA cache_size = -65536; PRAGMA temp_store = MEMORY;");
}

}  // namespace annals
