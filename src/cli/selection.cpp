#include "cli/selection.hpp"

#include <algorithm>
#include <set>
#include <string>

#include "annals/text/utf8.hpp"

namespace annals {

namespace {

bool in_days(const std::optional<Instant>& when, const DayRange& days) {
  return days.open() || (when && days.holds(when->date()));
}

bool same_event_and_kind(const std::string& event, HarmKind kind, const Settings& settings) {
  return (settings.event.empty() || event == settings.event) && (!settings.kind || kind == *settings.kind);
}

bool shows_place(const Evidence& evidence, const Settings& settings) {
  return contains_folded(evidence.place, settings.place);
}

bool shows_source(const Evidence& evidence, const Settings& settings) {
  return contains_folded(evidence.source, settings.source) ||
         contains_folded(evidence.via, settings.source) ||
         contains_folded(evidence.publisher, settings.source);
}

}  // namespace

bool contains_folded(std::string_view text, std::string_view part) {
  const auto same = [](char a, char b) { return to_lower_ascii(a) == to_lower_ascii(b); };
  return part.empty() || std::search(text.begin(), text.end(), part.begin(), part.end(), same) != text.end();
}

Reconciliation select(Reconciliation all, const Settings& settings) {
  std::set<std::string> of_place;
  std::set<std::string> of_source;
  for (const Evidence& evidence : all.evidence) {
    if (shows_place(evidence, settings)) of_place.insert(evidence.id);
    if (shows_source(evidence, settings)) of_source.insert(evidence.id);
  }
  const auto carried_by_one_of = [](const Estimate& estimate, const std::set<std::string>& ids) {
    return std::ranges::any_of(estimate.carried_by, [&](const std::string& id) { return ids.contains(id); });
  };
  std::erase_if(all.evidence, [&](const Evidence& evidence) {
    return !same_event_and_kind(evidence.event, evidence.kind, settings) ||
           !shows_place(evidence, settings) || !shows_source(evidence, settings) ||
           !in_days(evidence.published, settings.days);
  });
  std::erase_if(all.estimates, [&](const Estimate& estimate) {
    if (!same_event_and_kind(estimate.series.event, estimate.series.kind, settings)) return true;
    if (!in_days(estimate.known_from, settings.days)) return true;
    const bool place_shown = settings.place.empty() ||
                             contains_folded(estimate.series.place, settings.place) ||
                             carried_by_one_of(estimate, of_place);
    return !place_shown || (!settings.source.empty() && !carried_by_one_of(estimate, of_source));
  });
  std::erase_if(all.events,
                [&](const Event& event) { return !settings.event.empty() && event.id != settings.event; });
  return all;
}

std::vector<Document> documents_of_event(std::vector<Document> documents, const Reconciliation& all,
                                         std::string_view event) {
  if (event.empty()) return documents;
  std::set<std::string> ids;
  for (const Event& known : all.events) {
    if (known.id == event) ids.insert(known.articles.begin(), known.articles.end());
  }
  std::erase_if(documents, [&](const Document& document) { return !ids.contains(document.article.id); });
  return documents;
}

std::vector<Document> sentences_about(std::vector<Document> documents, const std::optional<HarmKind>& kind,
                                      std::string_view place) {
  if (!kind && place.empty()) return documents;
  for (Document& document : documents) {
    std::vector<Claim>& claims = document.extraction.claims;
    std::vector<bool> counted(claims.size(), !kind);
    for (const Figure& figure : document.extraction.figures) {
      if (kind && figure.kind == *kind && figure.sentence < counted.size()) counted[figure.sentence] = true;
    }
    std::vector<Claim> kept;
    for (std::size_t i = 0; i < claims.size(); ++i) {
      if (counted[i] && contains_folded(slice(document.article.text, claims[i].span), place))
        kept.push_back(std::move(claims[i]));
    }
    claims = std::move(kept);
  }
  return documents;
}

std::vector<Document> documents_of_source(std::vector<Document> documents, std::string_view source) {
  std::erase_if(documents, [&](const Document& document) {
    return !contains_folded(document.article.publisher, source);
  });
  return documents;
}

}  // namespace annals
