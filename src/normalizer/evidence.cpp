// Figures of a document cut loose as evidence.
#include <algorithm>

#include <fmt/core.h>

#include "annals/normalizer/reconcile.hpp"
#include "annals/text/utf8.hpp"

#include "normalizer/origins/source_kinds.hpp"
#include "normalizer/series/series_words.hpp"
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

// What follows a count, up to the end of its clause: " have been identified" of "74 have been identified,
// ...".
std::string_view clause_after(const Document& document, const Figure& figure) {
  const std::string& text = document.article.text;
  std::size_t end = text.size();
  if (figure.sentence < document.extraction.claims.size())
    end = std::min<std::size_t>(end, document.extraction.claims[figure.sentence].span.end);
  const std::size_t begin = figure.span.end;
  if (begin >= end) return {};
  const std::string_view rest = std::string_view(text).substr(begin, end - begin);
  return rest.substr(0, rest.find_first_of(",;:(\""));
}

// Marks the figures that make up what the article gives as its toll of each kind: one that says it, else
// those of one sentence that add up to it, else all.
void mark_own_toll(const Extraction& extraction, std::vector<Evidence>& all) {
  const auto& figures = extraction.figures;
  const auto tells = [&](std::size_t i, std::size_t kind) {
    return static_cast<std::size_t>(figures[i].kind) == kind && figures[i].frame == Frame::reported &&
           !figures[i].part && point(figures[i].quantity).has_value();
  };
  const auto counts = [&](std::size_t i, std::size_t kind) { return tells(i, kind) && !figures[i].more; };
  const auto is_increment = [&](std::size_t i, std::size_t kind) {
    return tells(i, kind) && figures[i].more;
  };
  for (std::size_t kind = 0; kind < extraction.totals.size(); ++kind) {
    const auto& total = extraction.totals.at(kind);
    if (!total || !total->best) continue;
    bool whole = false;
    for (std::size_t i = 0; i < figures.size(); ++i) {
      if (!counts(i, kind)) continue;
      const std::int64_t value = *point(figures[i].quantity);
      if (value == *total->best) {
        all[i].own_toll = OwnToll::whole;
        whole = true;
      } else if ((total->low && value < *total->low) || (total->high && value > *total->high)) {
        all[i].own_toll = OwnToll::beside;
      }
    }
    if (whole) continue;
    // The first run of figures, of one sentence or of the whole text, that adds up; where none does, of
    // one sentence with the increments in it: "one man was shot in the leg, and four more were hurt".
    const auto adds_up = [&](std::size_t from, std::size_t to, bool increments) {
      const auto adds = [&](std::size_t i) {
        const bool counted = counts(i, kind) || (increments && is_increment(i, kind));
        return counted && !figures[i].duplicate_of;
      };
      std::int64_t sum = 0;
      for (std::size_t i = from; i < to; ++i) {
        if (adds(i)) sum += *point(figures[i].quantity);
      }
      if (sum != *total->best) return false;
      for (std::size_t i = from; i < to; ++i) {
        if (adds(i)) all[i].own_toll = OwnToll::addend;
      }
      return true;
    };
    const auto sentence_adds_up = [&](bool increments) {
      for (std::size_t from = 0; from < figures.size();) {
        std::size_t to = from;
        while (to < figures.size() && figures[to].sentence == figures[from].sentence) ++to;
        if (adds_up(from, to, increments)) return true;
        from = to;
      }
      return false;
    };
    if (!sentence_adds_up(false) && !adds_up(0, figures.size(), false)) sentence_adds_up(true);
  }
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
    const SeriesAxes axes = read_series_words(
        {.after = clause_after(document, figure),
         .sentence = figure.kind == HarmKind::killed ? std::string_view(evidence.quote) : std::string_view{},
         .source = {},
         .source_kind = {},
         .victims = figure.scope == Scope::total ? std::string_view(evidence.victims) : std::string_view{}});
    evidence.fate = axes.fate;
    evidence.side = axes.side;
    evidence.definition = axes.definition;
    all.push_back(std::move(evidence));
  }
  mark_own_toll(document.extraction, all);
  return all;
}

}  // namespace annals
