#include "store/reader.hpp"

#include <algorithm>
#include <map>
#include <tuple>
#include <utility>

#include "store/columns.hpp"

namespace annals {

namespace {

constexpr std::int64_t kThousand = 1000;

// What decides which version of an address stands.
struct Version {
  std::int64_t row = 0;
  std::string url;
  std::optional<Instant> known_from;
};

constexpr const char* kVersions = R"sql(
SELECT id, url, published, published_seconds, published_precision, published_offset, published_origin,
       modified, modified_seconds, modified_precision, modified_offset, modified_origin,
       dateline, dateline_seconds, dateline_precision, dateline_offset, dateline_origin
FROM article )sql";

// Rows, ascending, of the versions that stand at `as_of`: of each address the one known last, of those the
// highest version. One without a date is as old as the version before it.
std::vector<std::int64_t> standing_rows(sqlite::Connection& connection, const std::string& where,
                                        std::optional<Instant> as_of, std::vector<std::int64_t>* others) {
  struct Standing {
    std::int64_t row;
    std::optional<Instant> known_from;
  };
  std::map<std::string, Standing, std::less<>> by_url;
  std::vector<std::int64_t> rows;
  sqlite::Statement versions(connection, kVersions + where + " ORDER BY version, id");
  while (versions.step()) {
    const std::int64_t row = versions.take_integer();
    const std::string_view url = versions.take_text();
    Article dates;
    dates.published = take_stamped(versions);
    dates.modified = take_stamped(versions);
    dates.dateline = take_stamped(versions);
    const auto known = known_from(dates);
    if (as_of && known && *known > *as_of) continue;
    if (url.empty()) {
      rows.push_back(row);
      continue;
    }
    const auto [at, fresh] = by_url.try_emplace(std::string(url), Standing{row, known});
    if (fresh) continue;
    Standing& standing = at->second;
    const bool replaces = !known || !standing.known_from || *known >= *standing.known_from;
    if (others != nullptr) others->push_back(replaces ? standing.row : row);
    if (replaces) standing = {row, known ? known : standing.known_from};
  }
  for (const auto& [url, standing] : by_url) rows.push_back(standing.row);
  std::sort(rows.begin(), rows.end());
  return rows;
}

// Finds the document of an article's row; rows come in runs of one article.
class Places {
 public:
  Places(const std::vector<std::int64_t>& rows, std::vector<Document>& documents)
      : rows_(&rows), documents_(&documents) {}

  Document* of(std::int64_t row) {
    if (row != last_row_) {
      last_row_ = row;
      const auto at = std::lower_bound(rows_->begin(), rows_->end(), row);
      last_ = at != rows_->end() && *at == row ? &(*documents_)[static_cast<std::size_t>(at - rows_->begin())]
                                               : nullptr;
    }
    return last_;
  }

 private:
  const std::vector<std::int64_t>* rows_;
  std::vector<Document>* documents_;
  std::int64_t last_row_ = -1;
  Document* last_ = nullptr;
};

void read_articles(sqlite::Connection& connection, Places& places) {
  sqlite::Statement row(connection, "SELECT * FROM article ORDER BY id");
  while (row.step()) {
    Document* document = places.of(row.take_integer());
    if (document == nullptr) continue;
    Article& article = document->article;
    article.id = row.take_text();
    article.sha256 = row.take_text();
    article.url = row.take_text();
    article.version = static_cast<std::uint32_t>(row.take_integer());
    for (std::string* text :
         {&article.path, &article.title, &article.publisher, &article.author, &article.language}) {
      *text = row.take_text();
    }
    article.published = take_stamped(row);
    article.modified = take_stamped(row);
    article.dateline = take_stamped(row);
    article.encoding = row.take_text();
    article.text = row.take_text();
  }
}

void read_captions(sqlite::Connection& connection, Places& places) {
  sqlite::Statement row(connection, "SELECT * FROM caption ORDER BY id");
  while (row.step()) {
    row.skip();
    Document* document = places.of(row.take_integer());
    if (document != nullptr) document->article.captions.push_back(take_span(row));
  }
}

void read_claims(sqlite::Connection& connection, Places& places) {
  sqlite::Statement row(connection, "SELECT * FROM claim ORDER BY id");
  while (row.step()) {
    row.skip();
    Document* document = places.of(row.take_integer());
    if (document == nullptr) continue;
    row.skip();
    Claim& claim = document->extraction.claims.emplace_back();
    claim.span = take_span(row);
    claim.type = row.take_enum<ClaimType>(kClaimTypes);
    claim.date = take_dates(row);
    claim.speaker = take_quote(row);
  }
}

void read_figures(sqlite::Connection& connection, Places& places) {
  sqlite::Statement row(connection, "SELECT * FROM figure ORDER BY id");
  while (row.step()) {
    row.skip();
    Document* document = places.of(row.take_integer());
    if (document == nullptr) continue;
    row.skip(2);
    Figure& figure = document->extraction.figures.emplace_back();
    figure.sentence = static_cast<std::uint32_t>(row.take_integer());
    figure.span = take_span(row);
    figure.kind = row.take_enum<HarmKind>(kHarmKinds);
    figure.quantity.low = row.take_optional_integer();
    figure.quantity.high = row.take_optional_integer();
    figure.quantity.bound = row.take_enum<Bound>(kBounds);
    figure.unit = row.take_enum<Unit>(kUnits);
    figure.victims = take_quote(row);
    figure.scope = row.take_enum<Scope>(kScopes);
    figure.part = row.take_integer() != 0;
    figure.more = row.take_integer() != 0;
    figure.frame = row.take_enum<Frame>(kFrames);
    figure.source = take_quote(row);
    figure.via = take_quote(row);
    figure.place = take_quote(row);
    figure.region = row.take_text();
    figure.date = take_dates(row);
    const auto duplicate_of = row.take_optional_integer();
    if (duplicate_of) figure.duplicate_of = static_cast<std::uint32_t>(*duplicate_of);
    figure.rule = row.take_text();
  }
}

void read_timexes(sqlite::Connection& connection, Places& places) {
  sqlite::Statement row(connection, "SELECT * FROM timex ORDER BY id");
  while (row.step()) {
    row.skip();
    Document* document = places.of(row.take_integer());
    if (document == nullptr) continue;
    Timex& timex = document->extraction.timexes.emplace_back();
    timex.span = take_span(row);
    timex.type = row.take_enum<TimexType>(kTimexTypes);
    timex.value = row.take_text();
    timex.mod = row.take_text();
    timex.dates = take_dates(row);
    timex.relation = row.take_enum<TimexRelation>(kTimexRelations);
    timex.anchor = row.take_enum<AnchorKind>(kAnchorKinds);
    timex.rule = row.take_text();
    timex.weight = static_cast<std::uint16_t>(row.take_below(kThousand + 1));
  }
}

void read_alternates(sqlite::Connection& connection, Places& places) {
  sqlite::Statement row(connection, "SELECT * FROM timex_alternate ORDER BY id");
  while (row.step()) {
    row.skip();
    Document* document = places.of(row.take_integer());
    if (document == nullptr) continue;
    row.skip();
    std::vector<Timex>& timexes = document->extraction.timexes;
    TimexAlternate& alternate =
        timexes.at(row.take_below(static_cast<std::int64_t>(timexes.size()))).alternates.emplace_back();
    alternate.value = row.take_text();
    alternate.dates = take_dates(row).value_or(DateSpan{});
    alternate.other = row.take_enum<OtherReading>(kOtherReadings);
    alternate.weight = static_cast<std::uint16_t>(row.take_below(kThousand + 1));
  }
}

void read_ranges(sqlite::Connection& connection, Places& places) {
  sqlite::Statement row(connection, "SELECT * FROM time_range ORDER BY id");
  while (row.step()) {
    row.skip();
    Document* document = places.of(row.take_integer());
    if (document == nullptr) continue;
    const auto timexes = static_cast<std::int64_t>(document->extraction.timexes.size());
    TimeRange& range = document->extraction.ranges.emplace_back();
    range.span = take_span(row);
    range.first = row.take_below(timexes);
    range.last = row.take_below(timexes);
    range.dates = take_dates(row).value_or(DateSpan{});
    range.rule = row.take_text();
  }
}

void read_totals(sqlite::Connection& connection, Places& places) {
  sqlite::Statement row(connection, "SELECT * FROM total ORDER BY id");
  while (row.step()) {
    row.skip();
    Document* document = places.of(row.take_integer());
    if (document == nullptr) continue;
    auto& total = document->extraction.totals.at(row.take_below(kHarmKinds)).emplace();
    total.low = row.take_optional_integer();
    total.best = row.take_optional_integer();
    total.high = row.take_optional_integer();
  }
}

void read_diagnostics(sqlite::Connection& connection, Places& places) {
  sqlite::Statement row(connection, "SELECT * FROM diagnostic ORDER BY id");
  while (row.step()) {
    row.skip();
    Document* document = places.of(row.take_integer());
    if (document == nullptr) continue;
    auto& list = row.take_integer() == 0 ? document->article.diagnostics : document->extraction.diagnostics;
    Diagnostic& diagnostic = list.emplace_back();
    diagnostic.severity = row.take_enum<Severity>(kSeverities);
    diagnostic.where = row.take_text();
    diagnostic.span = take_span(row);
    diagnostic.message = row.take_text();
  }
}

bool comes_before(const Document& a, const Document& b) {
  const auto key = [](const Article& article) {
    return std::make_pair(article.published.has_value(),
                          article.published ? article.published->when.seconds : 0);
  };
  const auto left = key(a.article);
  const auto right = key(b.article);
  return std::tie(left, a.article.id, a.article.version) < std::tie(right, b.article.id, b.article.version);
}

}  // namespace

std::vector<Document> read_documents(sqlite::Connection& connection, std::optional<Instant> as_of) {
  const std::vector<std::int64_t> rows = standing_rows(connection, "", as_of, nullptr);
  std::vector<Document> documents(rows.size());
  Places places(rows, documents);
  read_articles(connection, places);
  read_captions(connection, places);
  read_claims(connection, places);
  read_figures(connection, places);
  read_timexes(connection, places);
  read_alternates(connection, places);
  read_ranges(connection, places);
  read_totals(connection, places);
  read_diagnostics(connection, places);
  std::sort(documents.begin(), documents.end(), comes_before);
  return documents;
}

std::string superseded_rows(sqlite::Connection& connection) {
  std::vector<std::int64_t> rows;
  standing_rows(connection, "WHERE url IN (SELECT url FROM article WHERE version > 1)", std::nullopt, &rows);
  std::string json = "[";
  for (const std::int64_t row : rows) {
    if (json.size() > 1) json += ',';
    json += std::to_string(row);
  }
  return json + "]";
}

}  // namespace annals
