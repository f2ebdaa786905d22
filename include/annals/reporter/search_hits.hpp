#pragma once
// Sentences found by a search, in every output format.

#include <string>
#include <vector>

#include "annals/reporter/report.hpp"

namespace annals {

struct FoundSentence {
  std::string article;
  std::string title;
  std::string publisher;
  std::optional<Instant> published;
  Span span;
  std::string sentence;
};

std::string render_found(const std::vector<FoundSentence>& found, const RenderOptions& options);

}  // namespace annals
