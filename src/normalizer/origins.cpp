#include "normalizer/origins.hpp"

#include "annals/text/utf8.hpp"

namespace annals {

std::string origin_of(const Evidence& evidence) {
  std::string root = root_of(evidence.source);
  if (!root.empty()) return root;
  if (!evidence.publisher.empty()) return "publisher:" + to_lower_ascii(fold_space(evidence.publisher));
  if (!evidence.article.empty()) return "article:" + evidence.article;
  return "claim:" + evidence.id;
}

SourceClass class_of(const Evidence& evidence) {
  if (!evidence.source_kind.empty()) return classify_source(evidence.source_kind);
  if (!evidence.source.empty()) return classify_source(evidence.source);
  return evidence.publisher.empty() && evidence.article.empty() ? SourceClass::unknown : SourceClass::media;
}

}  // namespace annals
