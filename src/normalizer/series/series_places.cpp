#include "normalizer/series/series_places.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <utility>

namespace annals {

namespace {

constexpr std::size_t kArticles = 3;  // a region told of by fewer is a slip, or a figure in passing

using Subject = std::pair<std::string, HarmKind>;

// Taken in one country and held in another, lost in one and found in another: these move, so places do not
// part them.
bool stays(HarmKind kind) {
  return kind != HarmKind::captive && kind != HarmKind::released && kind != HarmKind::missing &&
         kind != HarmKind::rescued;
}

bool counts(const Evidence& figure) {
  return figure.frame == Frame::reported && !figure.part && !figure.more && !figure.article.empty();
}

// Articles by what they tell of, and the one told of most once there are several.
struct Groups {
  std::map<std::string, std::set<std::string>> articles;
  std::string lead;
  bool several = false;

  void tell(const std::string& name, const std::string& article) {
    articles[name].insert(article);
    if (several) return;
    const auto enough = [](const auto& entry) { return entry.second.size() >= kArticles; };
    several = std::count_if(articles.begin(), articles.end(), enough) >= 2;
    if (!several) return;
    lead = std::max_element(articles.begin(), articles.end(), [](const auto& a, const auto& b) {
             return a.second.size() < b.second.size();
           })->first;
  }
};

}  // namespace

void tell_places_apart(std::vector<Evidence>& evidence) {
  std::map<Subject, Groups> regions;
  std::map<Subject, Groups> sides;
  for (std::size_t begin = 0; begin < evidence.size();) {
    std::size_t end = begin;  // figures of one moment are known together
    while (end < evidence.size() && evidence[end].published == evidence[begin].published) ++end;
    for (std::size_t i = begin; i < end; ++i) {
      const Evidence& figure = evidence[i];
      if (!counts(figure)) continue;
      const Subject subject{figure.event, figure.kind};
      if (stays(figure.kind) && !figure.region.empty()) regions[subject].tell(figure.region, figure.article);
      if (figure.side == Side::civilians || figure.side == Side::combatants)
        sides[subject].tell(std::string(name_of(figure.side)), figure.article);
    }
    for (std::size_t i = begin; i < end; ++i) {
      Evidence& figure = evidence[i];
      figure.series_place.clear();
      if (figure.article.empty()) continue;
      const Subject subject{figure.event, figure.kind};
      const auto region = regions.find(subject);
      if (region != regions.end() && region->second.several && !figure.region.empty() &&
          figure.region != region->second.lead)
        figure.series_place = figure.region;
      const auto side = sides.find(subject);
      const bool apart = side != sides.end() && side->second.several;
      if (!apart && (figure.side == Side::civilians || figure.side == Side::combatants))
        figure.side = Side::everyone;
    }
    begin = end;
  }
}

}  // namespace annals
