#include "reporter/difference_words.hpp"

#include <fmt/format.h>

#include "annals/text/utf8.hpp"

#include "reporter/phrases.hpp"

namespace annals {

namespace {

std::string article_name(const ArticleStamp& article) {
  std::string name = fold_space(article.publisher);
  if (!article.title.empty()) name += (name.empty() ? "\"" : ", \"") + fold_space(article.title) + '"';
  return name.empty() ? article.id : name;
}

std::string with_articles(std::string_view one, std::string_view many, const Difference& difference) {
  if (difference.articles.empty()) return std::string(one);
  std::string text = fmt::format("{}: {}", difference.articles.size() == 1 ? one : many,
                                 article_name(difference.articles.front()));
  if (difference.articles.size() > 1) text += fmt::format(" and {} more", difference.articles.size() - 1);
  return text;
}

}  // namespace

char difference_mark(DifferenceKind kind) {
  switch (kind) {
    case DifferenceKind::new_event:
    case DifferenceKind::new_figure: return '+';
    case DifferenceKind::gone_event:
    case DifferenceKind::withdrawn: return '-';
    case DifferenceKind::newly_disputed: return '!';
    case DifferenceKind::settled: return '=';
    case DifferenceKind::revised: break;
  }
  return '~';
}

std::string say_difference(const Difference& d) {
  const std::string title = d.title.empty() ? d.event : fold_space(d.title);
  switch (d.kind) {
    case DifferenceKind::new_event: return "new event: " + title;
    case DifferenceKind::gone_event: return "no longer an event: " + title;
    case DifferenceKind::new_figure: return say_series(d.now->series) + ": " + say_best(*d.now);
    case DifferenceKind::withdrawn:
      return say_series(d.before->series) + ": " + say_best(*d.before) + " withdrawn";
    case DifferenceKind::newly_disputed:
      return fmt::format("{}: {} is disputed now, range {}", say_series(d.now->series), say_best(*d.now),
                         say_range(*d.now));
    case DifferenceKind::settled:
      return say_series(d.now->series) + ": " + say_best(*d.now) + " is no longer disputed";
    case DifferenceKind::revised: break;
  }
  const std::string old_value = say_best(*d.before);
  const std::string new_value = say_best(*d.now);
  std::string text = say_series(d.now->series) + ": ";
  if (d.before->series.place != d.now->series.place || d.before->series.part_of != d.now->series.part_of)
    return text + say_series(d.before->series) + " " + old_value + " -> " + new_value;
  if (old_value != new_value) return text + old_value + " -> " + new_value;
  return fmt::format("{}{}, range {} -> {}", text, new_value, say_range(*d.before), say_range(*d.now));
}

std::string say_cause(const Difference& d) {
  switch (d.cause) {
    case DifferenceCause::overridden: return "override: " + d.detail;
    case DifferenceCause::new_article: return with_articles("new article", "new articles", d);
    case DifferenceCause::article_edited: {
      std::string text = with_articles("article edited", "articles edited", d);
      if (!d.articles.empty() && d.articles.front().version > 1)
        text += fmt::format(" (v{} -> v{})", d.articles.front().version - 1, d.articles.front().version);
      return text;
    }
    case DifferenceCause::article_gone:
      return with_articles("article no longer there", "articles no longer there", d);
    case DifferenceCause::policy: return "policy: " + d.detail;
    case DifferenceCause::rule_changed: break;
  }
  return "rule changed: " + d.detail;
}

}  // namespace annals
