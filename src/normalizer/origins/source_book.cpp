#include "normalizer/origins/source_book.hpp"

#include "annals/text/utf8.hpp"

namespace annals {

const SourceBook::Known& SourceBook::known(const std::string& words) {
  const auto [at, fresh] = known_.try_emplace(words);
  if (fresh) at->second = {root_of(words), classify_source(words)};
  return at->second;
}

SourceFacts SourceBook::facts_of(const Evidence& evidence) {
  SourceFacts facts;
  if (!evidence.source.empty()) {
    const Known& source = known(evidence.source);
    facts.origin = copies_ ? source.root : to_lower_ascii(fold_space(evidence.source));
    facts.source_class = source.source_class;
  }
  if (facts.origin.empty()) {
    if (copies_ && !evidence.wire.empty()) {
      facts.origin = evidence.wire;
    } else if (!evidence.publisher.empty()) {
      facts.origin = "publisher:" + to_lower_ascii(fold_space(evidence.publisher));
    } else {
      facts.origin = evidence.article.empty() ? "claim:" + evidence.id : "article:" + evidence.article;
    }
    if (!evidence.publisher.empty() || !evidence.article.empty()) facts.source_class = SourceClass::media;
  }
  if (!evidence.source_kind.empty()) facts.source_class = known(evidence.source_kind).source_class;
  return facts;
}

}  // namespace annals
