#include "reporter/findings/gaps.hpp"

#include <algorithm>
#include <set>

namespace annals {

std::vector<WeakFigure> weak_figures(const ReportView& view) {
  std::vector<WeakFigure> weak;
  for (const Toll* toll : tolls_of(view, view.main_event)) {
    if (toll->now() == nullptr) continue;
    switch (toll->now()->status) {
      case EstimateStatus::single_source: weak.push_back({toll->now(), "rests on one source"}); break;
      case EstimateStatus::contested: weak.push_back({toll->now(), "is disputed"}); break;
      case EstimateStatus::retracted: weak.push_back({toll->now(), "was taken back"}); break;
      case EstimateStatus::corroborated:
      case EstimateStatus::revised:
      case EstimateStatus::settled: break;
    }
  }
  return weak;
}

std::vector<const Document*> undated_articles(const std::vector<Document>& documents) {
  std::vector<const Document*> undated;
  for (const Document& document : documents) {
    if (!known_from(document.article)) undated.push_back(&document);
  }
  return undated;
}

std::vector<Silence> silences_of(const std::vector<Document>& documents) {
  std::set<Date> days;
  for (const Document& document : documents) {
    if (document.article.published) days.insert(document.article.published->when.date());
  }
  std::vector<Silence> silences;
  const Date* before = nullptr;
  for (const Date& day : days) {
    if (before != nullptr && to_days(day) - to_days(*before) > 1)
      silences.push_back({add_days(*before, 1), add_days(day, -1)});
    before = &day;
  }
  return silences;
}

std::vector<Silence> longest_silences(std::vector<Silence> silences, std::size_t most) {
  std::stable_sort(silences.begin(), silences.end(),
                   [](const Silence& a, const Silence& b) { return a.days() > b.days(); });
  if (silences.size() > most) silences.resize(most);
  std::sort(silences.begin(), silences.end(),
            [](const Silence& a, const Silence& b) { return a.first < b.first; });
  return silences;
}

}  // namespace annals
