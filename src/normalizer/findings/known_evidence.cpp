#include "normalizer/findings/known_evidence.hpp"

#include <fmt/core.h>

#include "annals/text/utf8.hpp"

namespace annals {

KnownEvidence::KnownEvidence(const Reconciliation& reconciliation) {
  for (const Evidence& evidence : reconciliation.evidence) by_id_.emplace(evidence.id, &evidence);
}

const Evidence* KnownEvidence::find(std::string_view id) const {
  const auto at = by_id_.find(id);
  return at == by_id_.end() ? nullptr : at->second;
}

std::string speaker_of(const Evidence& figure) {
  const std::string& named = !figure.source.empty() ? figure.source : figure.publisher;
  if (!named.empty()) return shorten(fold_space(named), 60);
  return figure.article.empty() ? fmt::format("claim {}", shorten(figure.id, 40))
                                : "an article without a named source";
}

}  // namespace annals
