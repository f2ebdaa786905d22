#include "reporter/findings/citations.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "annals/text/utf8.hpp"

#include "reporter/phrases.hpp"

namespace annals {

std::optional<Instant> appeared(const Article& article) {
  const auto& stamp = article.published ? article.published : article.dateline;
  return stamp ? std::optional(stamp->when) : std::nullopt;
}

namespace {

std::string name_of_quote(std::size_t source, std::size_t number) {
  return fmt::format("s{}-{}", source + 1, number);
}

bool appeared_before(const Document* a, const Document* b) {
  const auto at = appeared(a->article);
  const auto bt = appeared(b->article);
  if (at.has_value() != bt.has_value()) return at.has_value();  // undated ones last
  if (at && at->seconds != bt->seconds) return at->seconds < bt->seconds;
  if (a->article.id != b->article.id) return a->article.id < b->article.id;
  return a->article.version < b->article.version;
}

}  // namespace

std::string dates_of(const Article& article) {
  std::string text = article.published ? "Published " : article.dateline ? "Dateline " : "Undated";
  const auto when = appeared(article);
  if (when) text += short_time(when);
  if (when && when->precision != Instant::Precision::day) text += " UTC";
  if (article.modified) text += ", updated " + short_time(article.modified->when);
  return text;
}

std::string credit(const Article& article) {
  std::string line;
  for (const std::string& part : {article.publisher, article.title, article.author}) {
    if (part.empty()) continue;
    if (!line.empty()) line += ", ";
    line += fold_space(part);
  }
  return line.empty() ? article.id : line;
}

Citations::Citations(const std::vector<Document>& documents, const ArticleIndex& articles)
    : articles_(articles) {
  for (const Document& document : documents) sources_.push_back(&document);
  std::stable_sort(sources_.begin(), sources_.end(), appeared_before);
  for (std::size_t i = 0; i < sources_.size(); ++i) source_of_.emplace(sources_[i], i);
}

std::string Citations::cite(std::string_view article, Span span, std::string_view quote) {
  const Document* document = articles_.find(article);
  if (document == nullptr) return {};
  const QuotePlace place{source_of_.at(document), sentence_around(*document, span, quote)};
  const auto it = quotes_.try_emplace(place, 0).first;
  return name_of_quote(place.source, it->second);
}

std::string Citations::cite(const Evidence& evidence) {
  std::string reference = cite(evidence.article, evidence.span, evidence.quote);
  if (!reference.empty()) return reference;
  const std::int64_t when = evidence.published ? evidence.published->seconds : INT64_MAX;
  const auto it = bare_claims_.try_emplace({when, evidence.id}, &evidence, 0).first;
  return fmt::format("c{}", it->second.second);
}

std::string Citations::cite_source(std::string_view article) const {
  const Document* document = articles_.find(article);
  return document == nullptr ? std::string() : fmt::format("s{}", source_of_.at(document) + 1);
}

void Citations::number() {
  std::size_t source = sources_.size();
  std::size_t next = 1;
  for (auto& [place, number] : quotes_) {  // in order of source, then of the text
    if (place.source != source) next = 1;
    source = place.source;
    number = next++;
  }
  next = 1;
  for (auto& [place, claim] : bare_claims_) claim.second = next++;
}

std::vector<Citations::CitedQuote> Citations::quotes() const {
  std::vector<CitedQuote> all;
  all.reserve(quotes_.size());
  for (const auto& [place, number] : quotes_)
    all.push_back({name_of_quote(place.source, number), sources_[place.source], place.sentence});
  return all;
}

std::vector<Citations::CitedClaim> Citations::claims() const {
  std::vector<CitedClaim> all;
  for (const auto& [place, claim] : bare_claims_)
    all.push_back({fmt::format("c{}", claim.second), claim.first});
  return all;
}

}  // namespace annals
