#include "normalizer/series/series_places.hpp"

#include <algorithm>
#include <cstdint>
#include <iterator>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <utility>

#include "annals/model/quantity.hpp"

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

constexpr std::int64_t kNear = 20;  // one part in twenty apart at most: a count of the same dead, rounded
constexpr std::int64_t kFar = 3;    // so many times as many: not a count of the same dead

// The most counted in each region so far.
using Counts = std::map<std::string, std::int64_t>;

// "The ministry counts more than 37,000 dead, while Israel says 1,200 were killed in the attack": a number
// many times what was ever counted in the region it is read for, which repeats what is counted in just one
// other, is of that other. Smaller numbers stay: those are of one spot or day.
std::string counted_in(std::int64_t value, const std::string& read_for, const Counts& counts) {
  const auto own = counts.find(read_for);
  if (own == counts.end() || value / kFar < own->second || value < kNear) return read_for;
  const auto repeats = [&](const auto& entry) {
    return std::max(value, entry.second) - std::min(value, entry.second) <= entry.second / kNear;
  };
  const auto other = std::find_if(counts.begin(), counts.end(), repeats);
  if (other == counts.end() || std::any_of(std::next(other), counts.end(), repeats)) return read_for;
  return other->first;
}

// All the dead of a region, not one side's or a group's.
bool counts_all(const Evidence& figure) {
  return counts(figure) && figure.side == Side::everyone && figure.part_of.empty();
}

// Articles by what they tell of, and the one told of most once there are several.
struct Groups {
  std::map<std::string, std::set<std::string>> articles;
  Counts counts;
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
      if (region != regions.end() && region->second.several) {
        const Groups& groups = region->second;
        std::string name = figure.region.empty() ? groups.lead : figure.region;
        const std::optional<std::int64_t> value = point(figure.quantity);
        if (value && counts_all(figure)) name = counted_in(*value, name, groups.counts);
        if (name != groups.lead) figure.series_place = name;
      }
      const auto side = sides.find(subject);
      const bool apart = side != sides.end() && side->second.several;
      if (!apart && (figure.side == Side::civilians || figure.side == Side::combatants))
        figure.side = Side::everyone;
    }
    for (std::size_t i = begin; i < end; ++i) {  // only now: figures of one moment do not sort one another
      const Evidence& figure = evidence[i];
      const std::optional<std::int64_t> value = point(figure.quantity);
      if (!value || !counts_all(figure) || !stays(figure.kind) || figure.region.empty()) continue;
      Counts& known = regions[{figure.event, figure.kind}].counts;
      if (counted_in(*value, figure.region, known) != figure.region) continue;
      std::int64_t& most = known[figure.region];
      most = std::max(most, *value);
    }
    begin = end;
  }
}

}  // namespace annals
