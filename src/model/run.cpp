#include "annals/model/run.hpp"

#include <utility>

#include "model/names.hpp"

namespace annals {

namespace {
constexpr std::array<std::string_view, 7> kKinds{"new_event", "gone_event",     "new_figure", "revised",
                                                 "withdrawn", "newly_disputed", "settled"};
constexpr std::array<std::string_view, 6> kCauses{"override",     "new_article", "article_edited",
                                                  "article_gone", "policy",      "rule_changed"};
}  // namespace

std::string_view name_of(DifferenceKind kind) {
  return name_in(kKinds, kind);
}
std::string_view name_of(DifferenceCause cause) {
  return name_in(kCauses, cause);
}

Run run_of(std::string_view tool, Reconciliation reconciliation, const std::vector<Document>& documents) {
  Run run{std::string(tool), std::move(reconciliation), {}};
  for (const Document& document : documents) {
    const Article& article = document.article;
    run.articles.push_back(
        {article.id, article.url, article.title, article.publisher, article.sha256, article.version});
  }
  return run;
}

}  // namespace annals
