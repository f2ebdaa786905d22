#include "normalizer/series_places.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <utility>

namespace annals {

namespace {

constexpr std::size_t kArticles = 3;  // of many, a region told of by fewer is a slip, or a figure in passing

using Subject = std::pair<std::string, HarmKind>;
using ArticlesByRegion = std::map<std::string, std::set<std::string>>;

// Taken in one country and held in another, lost in one and found in another: these move, so places do not
// part them.
bool stays(HarmKind kind) {
  return kind != HarmKind::captive && kind != HarmKind::released && kind != HarmKind::missing &&
         kind != HarmKind::rescued;
}

bool counts(const Evidence& figure) {
  return figure.frame == Frame::reported && !figure.part && !figure.more && !figure.article.empty();
}

}  // namespace

void tell_places_apart(std::vector<Evidence>& evidence) {
  std::map<Subject, ArticlesByRegion> told;
  for (const Evidence& figure : evidence) {
    if (counts(figure) && stays(figure.kind) && !figure.region.empty())
      told[{figure.event, figure.kind}][figure.region].insert(figure.article);
  }
  std::map<Subject, std::string> leading;  // only of subjects with several regions
  for (const auto& [subject, regions] : told) {
    std::set<std::string> articles;
    for (const auto& [region, own] : regions) articles.insert(own.begin(), own.end());
    const std::size_t enough = std::min(kArticles, articles.size());
    const auto several = std::count_if(regions.begin(), regions.end(),
                                       [&](const auto& region) { return region.second.size() >= enough; });
    if (several < 2) continue;
    leading[subject] = std::max_element(regions.begin(), regions.end(), [](const auto& a, const auto& b) {
                         return a.second.size() < b.second.size();
                       })->first;
  }
  for (Evidence& figure : evidence) {
    figure.series_place.clear();
    const auto lead = leading.find({figure.event, figure.kind});
    if (lead == leading.end() || figure.article.empty()) continue;
    figure.series_place = figure.region.empty() ? lead->second : figure.region;
  }
}

}  // namespace annals
