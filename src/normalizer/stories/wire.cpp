#include "normalizer/stories/wire.hpp"

#include <algorithm>
#include <string>
#include <string_view>
#include <tuple>
#include <unordered_map>

#include "annals/text/utf8.hpp"

#include "normalizer/stories/copies.hpp"

namespace annals {

void mark_wire(std::vector<const Document*> articles, const std::vector<Evidence*>& figures) {
  const auto key = [](const Document* document) {
    const auto when = known_from(document->article);
    return std::tuple(when ? when->seconds : INT64_MIN, std::string_view(document->article.id));
  };
  std::sort(articles.begin(), articles.end(),
            [&](const Document* a, const Document* b) { return key(a) < key(b); });
  const std::vector<std::size_t> first = first_prints(articles);
  std::unordered_map<std::string_view, std::string> origins;  // of copies, by article; looked up only
  for (std::size_t i = 0; i < articles.size(); ++i) {
    if (first[i] == i) continue;
    const Article& print = articles[first[i]]->article;
    origins.emplace(articles[i]->article.id,
                    print.publisher.empty() ? "article:" + print.id
                                            : "publisher:" + to_lower_ascii(fold_space(print.publisher)));
  }
  for (Evidence* figure : figures) {
    const auto at = origins.find(figure->article);
    if (at != origins.end()) figure->wire = at->second;
  }
}

}  // namespace annals
