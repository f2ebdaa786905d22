#include "store/search.hpp"

#include <algorithm>
#include <limits>
#include <string>

#include "annals/text/utf8.hpp"

#include "store/columns.hpp"
#include "store/reader.hpp"

namespace annals {

namespace {

// The sort works on numbers alone; texts are fetched for the rows that are shown.
constexpr const char* kSearch = R"sql(
SELECT article.ext_id, article.title, article.publisher,
       published, published_seconds, published_precision, published_offset, published_origin,
       claim."begin", claim."end", article.text
FROM (SELECT sentence_search.rowid AS id, rank AS score
      FROM sentence_search JOIN claim ON claim.id = sentence_search.rowid
      WHERE sentence_search MATCH ? AND claim.article NOT IN (SELECT value FROM json_each(?))
      ORDER BY score, id LIMIT ?) AS found
JOIN claim ON claim.id = found.id JOIN article ON article.id = claim.article
ORDER BY found.score, found.id)sql";

std::string phrase_of(std::string_view words) {
  std::string phrase = "\"";
  for (const char c : words) {
    if (c == '"') phrase += '"';
    phrase += c;
  }
  return phrase + '"';
}

// nullopt when FTS5 does not take the query.
std::optional<std::vector<Store::Hit>> hits_of(sqlite::Connection& connection, std::string_view query,
                                               std::size_t limit) {
  const std::string superseded = superseded_rows(connection);
  sqlite::Statement row(connection, kSearch);
  const auto rows = std::min<std::size_t>(limit, std::numeric_limits<std::int32_t>::max());
  row.put(query).put(std::string_view(superseded)).put(static_cast<std::int64_t>(rows));
  std::vector<Store::Hit> hits;
  for (;;) {
    const std::optional<bool> found = row.try_step();
    if (!found) return std::nullopt;
    if (!*found) return hits;
    Store::Hit& hit = hits.emplace_back();
    hit.article = row.take_text();
    hit.title = row.take_text();
    hit.publisher = row.take_text();
    const auto published = take_stamped(row);
    if (published) hit.published = published->when;
    hit.span = take_span(row);
    hit.sentence = slice(row.take_text(), hit.span);
  }
}

}  // namespace

std::vector<Store::Hit> search_sentences(sqlite::Connection& connection, std::string_view query,
                                         std::size_t limit) {
  std::string words(trim(query));
  std::replace(words.begin(), words.end(), '\0', ' ');  // FTS5 would stop reading there
  // A leading star asks FTS5 for its own statistics, not for sentences.
  if (!words.starts_with('*')) {
    if (auto hits = hits_of(connection, words, limit)) return std::move(*hits);
  }
  return hits_of(connection, phrase_of(words), limit).value_or(std::vector<Store::Hit>{});
}

}  // namespace annals
