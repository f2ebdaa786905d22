#include "reporter/explained.hpp"

namespace annals {

namespace {

std::optional<ExplainedFigure> explain_figure(std::string_view id, Reason reason, std::string_view other,
                                              const Standings& standings, const ArticleIndex& articles) {
  const Evidence* evidence = standings.evidence(id);
  if (evidence == nullptr) return std::nullopt;
  ExplainedFigure figure{evidence, articles.find(evidence->article), {}, evidence->quote, reason, other};
  if (figure.document != nullptr) {
    figure.sentence = sentence_around(*figure.document, evidence->span, evidence->quote);
    const std::string_view sentence = slice(figure.document->article.text, figure.sentence);
    // A span without a sentence around it is only the count: the quote then says more.
    if (!sentence.empty() && (figure.quote.empty() || figure.sentence != evidence->span))
      figure.quote = sentence;
  }
  return figure;
}

}  // namespace

ExplainedEstimate explain_estimate(const Estimate& estimate, const Standings& standings,
                                   const ArticleIndex& articles, std::size_t most_not_used) {
  ExplainedEstimate explained;
  explained.estimate = &estimate;
  for (const std::string& id : estimate.carried_by) {
    if (auto figure = explain_figure(id, Reason::carries, {}, standings, articles))
      explained.carried_by.push_back(std::move(*figure));
  }
  for (const SetAside& aside : estimate.set_aside) {
    if (explained.not_used.size() == most_not_used) {
      if (standings.evidence(aside.evidence) != nullptr) ++explained.more_not_used;
      continue;
    }
    if (auto figure = explain_figure(aside.evidence, aside.reason, aside.other, standings, articles))
      explained.not_used.push_back(std::move(*figure));
  }
  return explained;
}

std::vector<ExplainedEstimate> explain_estimates(const Standings& standings, const ArticleIndex& articles,
                                                 std::optional<HarmKind> kind) {
  std::vector<ExplainedEstimate> all;
  for (const Toll& toll : standings.tolls()) {
    if (kind && toll.kind != *kind) continue;
    if (toll.now() != nullptr) all.push_back(explain_estimate(*toll.now(), standings, articles));
    for (const Estimate* estimate : toll.beside)
      all.push_back(explain_estimate(*estimate, standings, articles));
  }
  return all;
}

}  // namespace annals
