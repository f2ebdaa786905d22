#include "annals/store/export.hpp"

#include <set>

#include "store/sqlite.hpp"

namespace annals {

namespace {

constexpr const char* kTables = R"sql(
PRAGMA page_size = 4096;
CREATE TABLE about(key TEXT PRIMARY KEY, value TEXT) STRICT;
CREATE TABLE articles(
  id TEXT PRIMARY KEY, title TEXT, publisher TEXT, author TEXT, published TEXT, modified TEXT, known_from TEXT,
  url TEXT, path TEXT, language TEXT, version INTEGER NOT NULL, sha256 TEXT, text TEXT NOT NULL) STRICT;
CREATE TABLE events(id TEXT PRIMARY KEY, title TEXT, place TEXT, date TEXT, articles INTEGER NOT NULL) STRICT;
CREATE TABLE figures(
  id TEXT PRIMARY KEY, event TEXT, kind TEXT NOT NULL, low INTEGER, high INTEGER, bound TEXT NOT NULL,
  said TEXT NOT NULL, unit TEXT NOT NULL, scope TEXT NOT NULL, frame TEXT NOT NULL, part INTEGER NOT NULL,
  more INTEGER NOT NULL, part_of TEXT, victims TEXT, place TEXT, region TEXT, source TEXT, source_kind TEXT,
  via TEXT, publisher TEXT, published TEXT, date TEXT, date_first TEXT, date_last TEXT,
  article TEXT REFERENCES articles(id), "begin" INTEGER, "end" INTEGER, quote TEXT) STRICT;
CREATE TABLE estimates(
  id INTEGER PRIMARY KEY, event TEXT, kind TEXT NOT NULL, place TEXT, part_of TEXT, unit TEXT NOT NULL,
  known_from TEXT, low INTEGER, best INTEGER, high INTEGER, bound TEXT NOT NULL, status TEXT NOT NULL,
  headline INTEGER NOT NULL, is_current INTEGER NOT NULL, cause TEXT NOT NULL, reason TEXT) STRICT;
CREATE TABLE estimate_figures(
  estimate INTEGER NOT NULL REFERENCES estimates(id), figure TEXT NOT NULL, reason TEXT NOT NULL,
  other TEXT) STRICT;
CREATE TABLE claims(
  id INTEGER PRIMARY KEY, article TEXT NOT NULL REFERENCES articles(id), "begin" INTEGER NOT NULL,
  "end" INTEGER NOT NULL, type TEXT NOT NULL, date TEXT, speaker TEXT, sentence TEXT NOT NULL) STRICT;
CREATE TABLE timeline(
  id INTEGER PRIMARY KEY, date TEXT NOT NULL, date_first TEXT, date_last TEXT, sentence TEXT NOT NULL,
  speaker TEXT, article TEXT REFERENCES articles(id), "begin" INTEGER, "end" INTEGER,
  articles INTEGER NOT NULL) STRICT;
CREATE INDEX figures_event ON figures(event, kind);
CREATE INDEX estimates_event ON estimates(event, kind);
CREATE INDEX estimate_figures_estimate ON estimate_figures(estimate);
CREATE INDEX claims_article ON claims(article);
CREATE VIEW current AS
  SELECT event, kind, place, part_of, unit, low, best, high, status, known_from, reason
  FROM estimates WHERE is_current = 1 AND headline = 1;
CREATE VIRTUAL TABLE claims_fts USING fts5(sentence, content='claims', content_rowid='id');
)sql";

std::optional<std::string_view> if_any(std::string_view text) {
  if (text.empty()) return std::nullopt;
  return text;
}

std::string iso(const std::optional<StampedDate>& date) {
  return date ? to_iso(date->when) : std::string();
}
std::string iso(const std::optional<Instant>& instant) {
  return instant ? to_iso(*instant) : std::string();
}
std::string iso(const std::optional<Date>& date) {
  return date ? to_iso(*date) : std::string();
}
std::string edtf(const std::optional<DateSpan>& date) {
  return date && (date->first || date->last) ? to_edtf(*date) : std::string();
}

// One statement, run row by row: cells are copied, so that they may be made on the spot.
class Rows {
 public:
  Rows(sqlite::Connection& connection, std::string_view sql) : statement_(connection, sql) {}
  Rows& text(std::string_view value) {
    statement_.put_copy(value);
    return *this;
  }
  Rows& text_or_null(std::string_view value) {
    if (const auto some = if_any(value)) {
      statement_.put_copy(*some);
    } else {
      statement_.put(std::nullopt);
    }
    return *this;
  }
  Rows& number(std::int64_t value) {
    statement_.put(value);
    return *this;
  }
  Rows& number_or_null(const std::optional<std::int64_t>& value) {
    statement_.put(value);
    return *this;
  }
  void add() { statement_.run(); }

 private:
  sqlite::Statement statement_;
};

void add_documents(sqlite::Connection& connection, const std::vector<Document>& documents) {
  Rows articles(connection, "INSERT OR IGNORE INTO articles VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?)");
  Rows claims(connection, "INSERT INTO claims VALUES (NULL,?,?,?,?,?,?,?)");
  for (const Document& document : documents) {
    const Article& a = document.article;
    articles.text(a.id).text_or_null(a.title).text_or_null(a.publisher).text_or_null(a.author);
    articles.text_or_null(iso(a.published)).text_or_null(iso(a.modified)).text_or_null(iso(known_from(a)));
    articles.text_or_null(a.url).text_or_null(a.path).text_or_null(a.language).number(a.version);
    articles.text_or_null(a.sha256).text(a.text).add();
    for (const Claim& claim : document.extraction.claims) {
      claims.text(a.id).number(claim.span.begin).number(claim.span.end).text(name_of(claim.type));
      claims.text_or_null(edtf(claim.date));
      claims.text_or_null(claim.speaker ? std::string_view(claim.speaker->text) : std::string_view{});
      claims.text(slice(a.text, claim.span)).add();
    }
  }
  connection.execute("INSERT INTO claims_fts(claims_fts) VALUES ('rebuild')");
}

void add_figures(sqlite::Connection& connection, const std::vector<Evidence>& evidence,
                 const std::set<std::string_view>& articles) {
  Rows rows(connection,
            "INSERT OR IGNORE INTO figures VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)");
  for (const Evidence& e : evidence) {
    rows.text(e.id).text_or_null(e.event).text(e.measure.empty() ? name_of(e.kind) : e.measure);
    rows.number_or_null(e.quantity.low).number_or_null(e.quantity.high).text(name_of(e.quantity.bound));
    rows.text(display(e.quantity)).text(name_of(e.unit)).text(name_of(e.scope)).text(name_of(e.frame));
    rows.number(e.part ? 1 : 0).number(e.more ? 1 : 0).text_or_null(e.part_of).text_or_null(e.victims);
    rows.text_or_null(e.place).text_or_null(e.region).text_or_null(e.source).text_or_null(e.source_kind);
    rows.text_or_null(e.via).text_or_null(e.publisher).text_or_null(iso(e.published));
    rows.text_or_null(edtf(e.date)).text_or_null(e.date ? iso(e.date->first) : std::string());
    rows.text_or_null(e.date ? iso(e.date->last) : std::string());
    const bool known = articles.contains(e.article);
    rows.text_or_null(known ? e.article : std::string());
    rows.number_or_null(known ? std::optional<std::int64_t>(e.span.begin) : std::nullopt);
    rows.number_or_null(known ? std::optional<std::int64_t>(e.span.end) : std::nullopt);
    rows.text_or_null(e.quote).add();
  }
}

void add_estimates(sqlite::Connection& connection, const std::vector<Estimate>& estimates) {
  Rows rows(connection, "INSERT INTO estimates VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)");
  Rows links(connection, "INSERT INTO estimate_figures VALUES (?,?,?,?)");
  for (std::size_t i = 0; i < estimates.size(); ++i) {
    const Estimate& e = estimates[i];
    const auto id = static_cast<std::int64_t>(i + 1);
    const bool is_last = i + 1 == estimates.size() || estimates[i + 1].series != e.series;
    rows.number(id).text_or_null(e.series.event);
    rows.text(e.series.measure.empty() ? name_of(e.series.kind) : e.series.measure);
    rows.text_or_null(e.series.place).text_or_null(e.series.part_of).text(name_of(e.series.unit));
    rows.text_or_null(iso(e.known_from)).number_or_null(e.low).number_or_null(e.best).number_or_null(e.high);
    rows.text(name_of(e.bound)).text(name_of(e.status)).number(e.headline ? 1 : 0).number(is_last ? 1 : 0);
    rows.text(name_of(e.cause)).text_or_null(e.reason).add();
    for (const std::string& figure : e.carried_by)
      links.number(id).text(figure).text(name_of(Reason::carries)).text_or_null({}).add();
    for (const SetAside& aside : e.set_aside)
      links.number(id).text(aside.evidence).text(name_of(aside.reason)).text_or_null(aside.other).add();
  }
}

void add_timeline(sqlite::Connection& connection, const Timeline& timeline) {
  Rows rows(connection, "INSERT INTO timeline VALUES (NULL,?,?,?,?,?,?,?,?,?)");
  for (const TimelineEntry& entry : timeline.entries) {
    for (const TimelineSentence& s : entry.sentences) {
      rows.text(entry.date.is_day() ? iso(entry.date.first) : to_edtf(entry.date));
      rows.text_or_null(iso(entry.date.first)).text_or_null(iso(entry.date.last)).text(s.text);
      rows.text_or_null(s.speaker).text_or_null(s.article).number(s.span.begin).number(s.span.end);
      rows.number(static_cast<std::int64_t>(entry.sources.size())).add();
    }
  }
}

}  // namespace

std::string sqlite_copy(const std::vector<Document>& documents, const Reconciliation& reconciliation,
                        const Timeline& timeline) {
  sqlite::Connection connection(":memory:", sqlite::Mode::write);
  connection.execute(kTables);
  sqlite::Transaction transaction(connection, sqlite::Mode::write);
  std::set<std::string_view> articles;
  for (const Document& document : documents) articles.insert(document.article.id);
  add_documents(connection, documents);
  Rows events(connection, "INSERT OR IGNORE INTO events VALUES (?,?,?,?,?)");
  for (const Event& event : reconciliation.events) {
    events.text(event.id).text_or_null(event.title).text_or_null(event.place).text_or_null(edtf(event.date));
    events.number(static_cast<std::int64_t>(event.articles.size())).add();
  }
  add_figures(connection, reconciliation.evidence, articles);
  add_estimates(connection, reconciliation.estimates);
  add_timeline(connection, timeline);
  Rows about(connection, "INSERT INTO about VALUES (?,?)");
  about.text("schema").text("annals.copy/1").add();
  about.text("policy").text(reconciliation.policy).add();
  about.text("as_of").text_or_null(iso(reconciliation.as_of)).add();
  about.text("articles").text(std::to_string(documents.size())).add();
  transaction.commit();

  sqlite3_int64 size = 0;
  unsigned char* bytes = sqlite3_serialize(connection.handle(), "main", &size, 0);
  if (bytes == nullptr) connection.fail(SQLITE_NOMEM);
  std::string out(reinterpret_cast<const char*>(bytes), static_cast<std::size_t>(size));
  sqlite3_free(bytes);
  return out;
}

}  // namespace annals
