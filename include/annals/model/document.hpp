#pragma once
// An article together with what was read out of it: what the store keeps and what the normalizer starts from.

#include "annals/model/article.hpp"
#include "annals/model/claim.hpp"

namespace annals {

struct Document {
  Article article;
  Extraction extraction;
  bool operator==(const Document&) const = default;
};

}  // namespace annals
