#include "store/writer.hpp"

#include <algorithm>
#include <array>

#include <fmt/core.h>

#include "store/columns.hpp"

namespace annals {

namespace {

std::string insert_into(std::string_view table, int columns) {
  std::string sql = fmt::format("INSERT INTO {} VALUES (NULL", table);
  for (int i = 1; i < columns; ++i) sql += ", ?";
  return sql + ")";
}

std::optional<std::string_view> if_any(std::string_view text) {
  if (text.empty()) return std::nullopt;
  return text;
}

}  // namespace

Writer::Writer(sqlite::Connection& connection)
    : connection_(&connection),
      find_content_(connection, "SELECT 1 FROM article WHERE sha256 = ?"),
      find_id_(connection, "SELECT 1 FROM article WHERE ext_id = ?"),
      find_version_(connection, "SELECT max(version) FROM article WHERE url = ? AND url <> ''"),
      article_(connection, insert_into("article", 27)),
      caption_(connection, insert_into("caption", 4)),
      claim_(connection, insert_into("claim", 14)),
      sentence_(connection, "INSERT INTO sentence_search(rowid, text) VALUES (?, ?)"),
      figure_(connection, insert_into("figure", 36)),
      timex_(connection, insert_into("timex", 16)),
      alternate_(connection, insert_into("timex_alternate", 12)),
      range_(connection, insert_into("time_range", 12)),
      total_(connection, insert_into("total", 6)),
      diagnostic_(connection, insert_into("diagnostic", 8)) {}

bool Writer::holds(std::string_view sha256) {
  const bool found = find_content_.put(sha256).step();
  find_content_.reset();
  return found;
}

Store::Added Writer::write(const Document& document) {
  const Article& article = document.article;
  if (holds(article.sha256)) return Store::Added::unchanged;
  const std::int64_t known = newest_version(article.url);
  const auto version = std::max(article.version, static_cast<std::uint32_t>(known + 1));
  write_article(article, free_id(article.id), version);
  const std::int64_t row = connection_->last_row();
  for (const Span caption : article.captions) {
    caption_.put(row);
    put_span(caption_, caption);
    caption_.run();
  }
  const Extraction& extraction = document.extraction;
  write_claims(row, article.text, extraction.claims);
  // Rows of one transaction are numbered without gaps.
  const std::int64_t first_claim =
      extraction.claims.empty()
          ? 0
          : connection_->last_row() - static_cast<std::int64_t>(extraction.claims.size()) + 1;
  write_figures(row, first_claim, extraction);
  write_timexes(row, extraction.timexes);
  write_ranges(row, extraction.ranges);
  write_totals(row, extraction);
  write_diagnostics(row, 0, article.diagnostics);
  write_diagnostics(row, 1, extraction.diagnostics);
  return known > 0 ? Store::Added::new_version : Store::Added::new_article;
}

std::string Writer::free_id(const std::string& id) {
  std::string candidate = id;
  for (int n = 2;; ++n) {
    const bool taken = find_id_.put(std::string_view(candidate)).step();
    find_id_.reset();
    if (!taken) return candidate;
    candidate = fmt::format("{}~{}", id, n);
  }
}

std::int64_t Writer::newest_version(std::string_view url) {
  if (url.empty()) return 0;
  find_version_.put(url).step();
  const std::int64_t version = find_version_.take_integer();
  find_version_.reset();
  return version;
}

void Writer::write_article(const Article& article, std::string_view id, std::uint32_t version) {
  article_.put(id).put(if_any(article.sha256)).put(std::string_view(article.url)).put(std::int64_t{version});
  for (const std::string* text :
       {&article.path, &article.title, &article.publisher, &article.author, &article.language}) {
    article_.put(std::string_view(*text));
  }
  put_stamped(article_, article.published);
  put_stamped(article_, article.modified);
  put_stamped(article_, article.dateline);
  article_.put(std::string_view(article.encoding)).put(std::string_view(article.text)).run();
}

void Writer::write_claims(std::int64_t article, std::string_view text, const std::vector<Claim>& claims) {
  std::int64_t ordinal = 0;
  for (const Claim& claim : claims) {
    claim_.put(article).put(ordinal++);
    put_span(claim_, claim.span);
    put_enum(claim_, claim.type);
    put_dates(claim_, claim.date);
    put_quote(claim_, claim.speaker);
    claim_.run();
    const std::int64_t row = connection_->last_row();
    sentence_.put(row).put(slice(text, claim.span)).run();
  }
}

void Writer::write_figures(std::int64_t article, std::int64_t first_claim, const Extraction& extraction) {
  std::int64_t ordinal = 0;
  for (const Figure& figure : extraction.figures) {
    figure_.put(article).put(ordinal++);
    if (figure.sentence < extraction.claims.size()) {
      figure_.put(first_claim + figure.sentence);
    } else {
      figure_.put(std::nullopt);
    }
    figure_.put(std::int64_t{figure.sentence});
    put_span(figure_, figure.span);
    put_enum(figure_, figure.kind);
    figure_.put(figure.quantity.low).put(figure.quantity.high);
    put_enum(figure_, figure.quantity.bound);
    put_enum(figure_, figure.unit);
    put_quote(figure_, figure.victims);
    put_enum(figure_, figure.scope);
    put_enum(figure_, figure.part);
    put_enum(figure_, figure.more);
    put_enum(figure_, figure.frame);
    put_quote(figure_, figure.source);
    put_quote(figure_, figure.via);
    put_quote(figure_, figure.place);
    figure_.put(std::string_view(figure.region));
    put_dates(figure_, figure.date);
    if (figure.duplicate_of) {
      figure_.put(std::int64_t{*figure.duplicate_of});
    } else {
      figure_.put(std::nullopt);
    }
    figure_.put(std::string_view(figure.rule)).run();
  }
}

void Writer::write_timexes(std::int64_t article, const std::vector<Timex>& timexes) {
  std::int64_t ordinal = 0;
  for (const Timex& timex : timexes) {
    timex_.put(article);
    put_span(timex_, timex.span);
    put_enum(timex_, timex.type);
    timex_.put(std::string_view(timex.value)).put(std::string_view(timex.mod));
    put_dates(timex_, timex.dates);
    put_enum(timex_, timex.relation);
    put_enum(timex_, timex.anchor);
    timex_.put(std::string_view(timex.rule)).put(std::int64_t{timex.weight}).run();
    if (!timex.alternates.empty()) {
      const std::int64_t row = connection_->last_row();
      for (const TimexAlternate& alternate : timex.alternates) {
        alternate_.put(article).put(row).put(ordinal).put(std::string_view(alternate.value));
        put_dates(alternate_, alternate.dates);
        put_enum(alternate_, alternate.other);
        alternate_.put(std::int64_t{alternate.weight}).run();
      }
    }
    ++ordinal;
  }
}

void Writer::write_ranges(std::int64_t article, const std::vector<TimeRange>& ranges) {
  for (const TimeRange& range : ranges) {
    range_.put(article);
    put_span(range_, range.span);
    range_.put(std::int64_t{range.first}).put(std::int64_t{range.last});
    put_dates(range_, range.dates);
    range_.put(std::string_view(range.rule)).run();
  }
}

void Writer::write_totals(std::int64_t article, const Extraction& extraction) {
  std::int64_t kind = 0;
  for (const std::optional<Total>& total : extraction.totals) {
    if (total) total_.put(article).put(kind).put(total->low).put(total->best).put(total->high).run();
    ++kind;
  }
}

void Writer::write_diagnostics(std::int64_t article, int stage, const std::vector<Diagnostic>& diagnostics) {
  for (const Diagnostic& diagnostic : diagnostics) {
    diagnostic_.put(article).put(std::int64_t{stage});
    put_enum(diagnostic_, diagnostic.severity);
    diagnostic_.put(std::string_view(diagnostic.where));
    put_span(diagnostic_, diagnostic.span);
    diagnostic_.put(std::string_view(diagnostic.message)).run();
  }
}

}  // namespace annals
