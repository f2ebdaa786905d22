#include "reporter/markdown_report/citations.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "annals/text/escape.hpp"
#include "annals/text/utf8.hpp"

#include "reporter/phrases.hpp"

namespace annals {

namespace {

// The dateline stands in for a missing date of publication.
std::optional<Instant> appeared(const Article& article) {
  const auto& stamp = article.published ? article.published : article.dateline;
  return stamp ? std::optional(stamp->when) : std::nullopt;
}

bool appeared_before(const Document* a, const Document* b) {
  const auto at = appeared(a->article);
  const auto bt = appeared(b->article);
  if (at.has_value() != bt.has_value()) return at.has_value();  // undated ones last
  if (at && at->seconds != bt->seconds) return at->seconds < bt->seconds;
  if (a->article.id != b->article.id) return a->article.id < b->article.id;
  return a->article.version < b->article.version;
}

// "Published 2021-08-14 16:03 UTC, updated 2021-08-15"
std::string dates_of(const Article& article) {
  std::string text = article.published ? "Published " : article.dateline ? "Dateline " : "Undated";
  const auto when = appeared(article);
  if (when) text += short_time(when);
  if (when && when->precision != Instant::Precision::day) text += " UTC";
  if (article.modified) text += ", updated " + short_time(article.modified->when);
  return text;
}

std::string anchor(std::string_view name) {
  return fmt::format("<a id=\"{}\"></a>[{}]", name, name);
}

// "Outlet, Title, Author."
std::string credit(const Article& article) {
  std::string line;
  for (const std::string& part : {article.publisher, article.title, article.author}) {
    if (part.empty()) continue;
    if (!line.empty()) line += ", ";
    line += fold_space(part);
  }
  return line.empty() ? article.id : line;
}

}  // namespace

Citations::Citations(const std::vector<Document>& documents, const ArticleIndex& articles)
    : articles_(articles) {
  for (const Document& document : documents) sources_.push_back(&document);
  std::stable_sort(sources_.begin(), sources_.end(), appeared_before);
  for (std::size_t i = 0; i < sources_.size(); ++i) source_of_.emplace(sources_[i], i);
}

std::string Citations::name_of_quote(const QuotePlace& place, std::size_t number) const {
  return fmt::format("s{}-{}", place.source + 1, number);
}

std::string Citations::cite(std::string_view article, Span span, std::string_view quote) {
  const Document* document = articles_.find(article);
  if (document == nullptr) return {};
  const QuotePlace place{source_of_.at(document), sentence_around(*document, span, quote)};
  const auto it = quotes_.try_emplace(place, 0).first;
  return '[' + name_of_quote(place, it->second) + ']';
}

std::string Citations::cite(const Evidence& evidence) {
  std::string reference = cite(evidence.article, evidence.span, evidence.quote);
  if (!reference.empty()) return reference;
  const std::int64_t when = evidence.published ? evidence.published->seconds : INT64_MAX;
  const auto it = bare_claims_.try_emplace({when, evidence.id}, &evidence, 0).first;
  return fmt::format("[c{}]", it->second.second);
}

std::string Citations::cite_source(std::string_view article) const {
  const Document* document = articles_.find(article);
  return document == nullptr ? std::string() : fmt::format("[s{}]", source_of_.at(document) + 1);
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

void Citations::append_sources(std::string& out) const {
  for (std::size_t i = 0; i < sources_.size(); ++i) {
    const Article& article = sources_[i]->article;
    out += "- " + anchor(fmt::format("s{}", i + 1)) + ' ' + escape_markdown(credit(article)) + '.';
    out += ' ' + dates_of(article) + '.';
    const std::string target = markdown_link_target(article.url);
    if (!target.empty()) {
      out += " <" + target + ">.";
    } else if (!article.url.empty()) {
      out += " Address: " + escape_markdown(article.url) + '.';
    }
    if (!article.path.empty()) out += " File: " + escape_markdown(article.path) + '.';
    if (!article.sha256.empty()) out += " SHA-256: " + escape_markdown(article.sha256.substr(0, 12)) + '.';
    out += '\n';
  }
}

void Citations::append_quotes(std::string& out) const {
  for (const auto& [place, number] : quotes_) {
    const std::string_view words = slice(sources_[place.source]->article.text, place.sentence);
    out += fmt::format("- {} \"{}\" (bytes {}-{})\n", anchor(name_of_quote(place, number)),
                       escape_markdown(fold_space(words)), place.sentence.begin, place.sentence.end);
  }
  for (const auto& [place, claim] : bare_claims_) {
    const Evidence& evidence = *claim.first;
    out += "- " + anchor(fmt::format("c{}", claim.second)) + " Given as claim " +
           escape_markdown(evidence.id) + ": ";
    out += escape_markdown(say_value(evidence) + ", " + said_by(evidence) + ", " +
                           short_time(evidence.published));
    if (!evidence.quote.empty()) out += ", \"" + escape_markdown(fold_space(evidence.quote)) + '"';
    out += ".\n";
  }
}

void Citations::append_definitions(std::string& out) const {
  const auto define = [&out](const std::string& name) { out += fmt::format("[{}]: #{}\n", name, name); };
  for (std::size_t i = 0; i < sources_.size(); ++i) define(fmt::format("s{}", i + 1));
  for (const auto& [place, number] : quotes_) define(name_of_quote(place, number));
  for (const auto& [place, claim] : bare_claims_) define(fmt::format("c{}", claim.second));
}

}  // namespace annals
