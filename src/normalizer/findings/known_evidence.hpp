#pragma once
// Evidence by its id, and who answers for it in a sentence.

#include <string>
#include <string_view>
#include <unordered_map>

#include "annals/model/reconciliation.hpp"

namespace annals {

class KnownEvidence {
 public:
  explicit KnownEvidence(const Reconciliation& reconciliation);
  // Null when there is none.
  const Evidence* find(std::string_view id) const;

 private:
  std::unordered_map<std::string_view, const Evidence*> by_id_;  // looked up only
};

// As written, shortened so that a sentence stays one line.
std::string speaker_of(const Evidence& figure);

}  // namespace annals
