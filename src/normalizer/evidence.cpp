// Figures of a document cut loose as evidence.
#include <fmt/core.h>

#include "annals/normalizer/reconcile.hpp"
#include "annals/text/utf8.hpp"

#include "normalizer/source_kinds.hpp"
#include "normalizer/word_split.hpp"

namespace annals {

namespace {

// "Young Children" => "children"; what follows a preposition does not count: "members of one family" =>
// "members".
std::string head_of(std::string_view victims) {
  std::string head;
  for (const std::string_view word : split_words(victims)) {
    const std::string lower = to_lower_ascii(word);
    if (!head.empty() &&
        (lower == "of" || lower == "from" || lower == "in" || lower == "with" || lower == "who"))
      break;
    head = lower;
  }
  return head.empty() ? "part" : head;
}

}  // namespace

std::vector<Evidence> evidence_of(const Document& document) {
  const Article& article = document.article;
  std::vector<Evidence> all;
  all.reserve(document.extraction.figures.size());
  for (const Figure& figure : document.extraction.figures) {
    Evidence evidence;
    evidence.id = fmt::format("{}#{}", article.id, all.size());
    evidence.kind = figure.kind;
    evidence.quantity = figure.quantity;
    evidence.unit = figure.unit;
    evidence.scope = figure.scope;
    evidence.frame = figure.frame;
    evidence.part = figure.part;
    evidence.more = figure.more;
    if (figure.victims) evidence.victims = fold_space(figure.victims->text);
    if (figure.part) evidence.part_of = evidence.victims.empty() ? "part" : head_of(evidence.victims);
    if (figure.place) evidence.place = fold_space(figure.place->text);
    evidence.region = figure.region;
    if (figure.source) {
      evidence.source = fold_space(figure.source->text);
      evidence.source_kind = name_of(classify_source(evidence.source));
    }
    if (figure.via) evidence.via = fold_space(figure.via->text);
    evidence.publisher = article.publisher;
    evidence.published = known_from(article);
    evidence.date = figure.date;
    evidence.article = article.id;
    evidence.span = figure.span;
    if (figure.sentence < document.extraction.claims.size())
      evidence.quote = fold_space(slice(article.text, document.extraction.claims[figure.sentence].span));
    evidence.duplicate = figure.duplicate_of.has_value();
    all.push_back(std::move(evidence));
  }
  return all;
}

}  // namespace annals
