#pragma once
// What an explanation is made of: an estimate that stands, the figures that carry it and those that do not,
// each with its sentence.

#include <optional>
#include <string>
#include <vector>

#include "reporter/index.hpp"

namespace annals {

struct ExplainedFigure {
  const Evidence* evidence = nullptr;
  const Document* document = nullptr;  // nullptr for a claim given directly
  Span sentence;                       // in the document's text
  std::string quote;                   // the sentence, verbatim
  Reason reason = Reason::carries;
  std::string_view other;
};

struct ExplainedEstimate {
  const Estimate* estimate = nullptr;
  std::vector<ExplainedFigure> carried_by;
  std::vector<ExplainedFigure> not_used;
  std::size_t more_not_used = 0;  // beyond those asked for
};

// The headline of every event and kind, then its parts and side series. Ids that no evidence has are skipped.
std::vector<ExplainedEstimate> explain_estimates(const Standings& standings, const ArticleIndex& articles,
                                                 std::optional<HarmKind> kind);
ExplainedEstimate explain_estimate(const Estimate& estimate, const Standings& standings,
                                   const ArticleIndex& articles,
                                   std::size_t most_not_used = static_cast<std::size_t>(-1));

}  // namespace annals
