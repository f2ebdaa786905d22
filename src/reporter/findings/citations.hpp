#pragma once
// Numbered sources and quotes: every number and sentence of a report gets a reference that leads to the exact
// words. Sources are numbered in order of publication, quotes in order of their place in the article, so that
// one more article at the end changes few lines.
//   citations.cite(evidence) => "s3-2", the 2nd quote used of the 3rd source
// These are names; each renderer makes links and lists of them its own way.
// A report is written twice: the first time only tells which quotes are used; number() then fixes them.

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>
#include <vector>

#include "reporter/index.hpp"

namespace annals {

class Citations {
 public:
  Citations(const std::vector<Document>& documents, const ArticleIndex& articles);

  // Name of the sentence of the figure; "c1" for a claim that was given without an article.
  std::string cite(const Evidence& evidence);
  // Name of the sentence that holds the span, or to `quote` around it when the article has no sentences
  // there; empty when the article is not there.
  std::string cite(std::string_view article, Span span, std::string_view quote = {});
  // "s3": the article as a whole; empty when it is not there.
  std::string cite_source(std::string_view article) const;
  // Gives every quote cited so far its number.
  void number();

  struct CitedQuote {
    std::string name;
    const Document* document = nullptr;
    Span sentence;
  };
  struct CitedClaim {
    std::string name;
    const Evidence* evidence = nullptr;
  };
  const std::vector<const Document*>& sources() const { return sources_; }  // the first is s1
  std::vector<CitedQuote> quotes() const;                                   // in order of their names
  std::vector<CitedClaim> claims() const;

 private:
  struct QuotePlace {
    std::size_t source = 0;  // index into sources_
    Span sentence;
    bool operator<(const QuotePlace& other) const {
      return std::tie(source, sentence.begin, sentence.end) <
             std::tie(other.source, other.sentence.begin, other.sentence.end);
    }
  };

  const ArticleIndex& articles_;
  std::vector<const Document*> sources_;
  std::map<const Document*, std::size_t> source_of_;
  std::map<QuotePlace, std::size_t> quotes_;                                   // to its number
  using ClaimPlace = std::pair<std::int64_t, std::string_view>;                // when published, id
  std::map<ClaimPlace, std::pair<const Evidence*, std::size_t>> bare_claims_;  // to its number
};

// When a source appeared: the dateline stands in for a missing date of publication.
std::optional<Instant> appeared(const Article& article);
// "Published 2021-08-14 16:03 UTC, updated 2021-08-15"
std::string dates_of(const Article& article);
// "Outlet, Title, Author", of what is known; else the id.
std::string credit(const Article& article);

}  // namespace annals
