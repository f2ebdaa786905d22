#include "normalizer/stories/story_clusters.hpp"

#include <algorithm>
#include <cmath>

#include "annals/text/utf8.hpp"

namespace annals {

namespace {

constexpr double kNameWeight = 3;
constexpr double kJoin = 0.2;          // share of an article's words that a story has to know
constexpr double kJoinNameless = 0.4;  // the same where no name is shared
constexpr double kFarApart = 0.1;      // asked for in addition after sixty quiet days
constexpr double kBoost = 2;           // a word of half the articles of a story counts in full

double asked(double base, std::int64_t gap) {
  return base + kFarApart * std::min(1.0, static_cast<double>(std::max<std::int64_t>(gap, 0)) / 60.0);
}

struct Holder {
  std::size_t cluster = 0;
  std::uint32_t members = 0;  // of the cluster that have the term
};

// Clusters by term, so that a text meets only those it shares a word with.
class ClusterIndex {
 public:
  explicit ClusterIndex(std::size_t terms) : holders_(terms) {}
  void add(std::uint32_t term, std::size_t cluster, std::uint32_t members) {
    std::vector<Holder>& list = holders_[term];
    const auto at =
        std::find_if(list.begin(), list.end(), [&](const Holder& h) { return h.cluster == cluster; });
    if (at == list.end()) {
      list.push_back({cluster, members});
    } else {
      at->members += members;
    }
  }
  const std::vector<Holder>& having(std::uint32_t term) const { return holders_[term]; }

 private:
  std::vector<std::vector<Holder>> holders_;
};

// What a text or cluster shares with each cluster it met.
class Meetings {
 public:
  struct Meeting {
    double shared = 0;
    std::size_t names = 0;
  };
  void clear(std::size_t clusters) {
    for (const std::size_t c : met_) all_[c] = {};
    met_.clear();
    all_.resize(std::max(all_.size(), clusters));
  }
  void add(std::size_t cluster, double weight, bool name) {
    Meeting& meeting = all_[cluster];
    if (meeting.shared == 0) met_.push_back(cluster);
    meeting.shared += weight;
    if (name) ++meeting.names;
  }
  // Ascending.
  const std::vector<std::size_t>& met() {
    std::sort(met_.begin(), met_.end());
    return met_;
  }
  const Meeting& with(std::size_t cluster) const { return all_[cluster]; }

 private:
  std::vector<Meeting> all_;
  std::vector<std::size_t> met_;
};

struct Span64 {
  std::int64_t first = kNoDay;
  std::int64_t last = kNoDay;
};
Span64 days_of(const std::vector<StoryText>& texts, const StoryCluster& cluster) {
  Span64 days;
  for (const std::size_t member : cluster.members) {
    const std::int64_t day = texts[member].day;
    if (day == kNoDay) continue;
    if (days.first == kNoDay || day < days.first) days.first = day;
    if (days.last == kNoDay || day > days.last) days.last = day;
  }
  return days;
}
std::int64_t gap_between(Span64 a, Span64 b) {
  if (a.first == kNoDay || b.first == kNoDay) return 0;
  return std::max<std::int64_t>({0, b.first - a.last, a.first - b.last});
}

double share_of(const StoryCluster& cluster, std::uint32_t term) {
  const auto at = cluster.profile.find(term);
  if (at == cluster.profile.end()) return 0;
  return static_cast<double>(at->second) / static_cast<double>(cluster.members.size());
}

void add_text(StoryCluster& cluster, std::size_t member, const StoryText& text) {
  cluster.members.push_back(member);
  for (const std::uint32_t term : text.terms) ++cluster.profile[term];
}

std::vector<StoryCluster> follow_stories(const std::vector<StoryText>& texts, const TermFacts& facts) {
  std::vector<StoryCluster> clusters;
  ClusterIndex index(facts.weight.size());
  Meetings meetings;
  for (std::size_t i = 0; i < texts.size(); ++i) {
    const StoryText& text = texts[i];
    meetings.clear(clusters.size());
    double all = 0;
    for (const std::uint32_t term : text.terms) {
      all += facts.weight[term];
      for (const Holder& holder : index.having(term)) {
        const auto size = static_cast<double>(clusters[holder.cluster].members.size());
        const double share = static_cast<double>(holder.members) / size;
        meetings.add(holder.cluster, facts.weight[term] * std::min(1.0, kBoost * share),
                     facts.is_name[term] && share >= 0.1);
      }
    }
    std::size_t home = clusters.size();
    std::pair<double, std::size_t> best{0, 0};
    for (const std::size_t c : meetings.met()) {
      const Meetings::Meeting& meeting = meetings.with(c);
      const double likeness = all > 0 ? meeting.shared / all : 0;
      const std::int64_t last = texts[clusters[c].members.back()].day;
      const std::int64_t gap = text.day == kNoDay || last == kNoDay ? 0 : text.day - last;
      if (likeness < asked(kJoin, gap) || (meeting.names == 0 && likeness < kJoinNameless)) continue;
      const std::pair key{likeness, clusters[c].members.size()};
      if (key > best) {
        best = key;
        home = c;
      }
    }
    if (home == clusters.size()) clusters.emplace_back();
    add_text(clusters[home], i, text);
    for (const std::uint32_t term : text.terms) index.add(term, home, 1);
  }
  return clusters;
}

// One sweep: each cluster, from the smallest on, joins the one larger cluster it is most like. True if any
// did.
bool merge_alike(const std::vector<StoryText>& texts, const TermFacts& facts,
                 std::vector<StoryCluster>& clusters) {
  largest_first(clusters);
  ClusterIndex index(facts.weight.size());
  Meetings meetings;
  std::vector<Span64> days;
  for (std::size_t c = 0; c < clusters.size(); ++c) {
    days.push_back(days_of(texts, clusters[c]));
    for (const auto& [term, count] : clusters[c].profile) index.add(term, c, count);
  }
  bool any = false;
  for (std::size_t b = clusters.size(); b-- > 1;) {
    meetings.clear(clusters.size());
    double all = 0;
    for (const auto& [term, count] : clusters[b].profile) {
      const double share = share_of(clusters[b], term);
      all += facts.weight[term] * share;
      for (const Holder& holder : index.having(term)) {
        if (holder.cluster >= b) continue;
        const auto size = static_cast<double>(clusters[holder.cluster].members.size());
        const double other = static_cast<double>(holder.members) / size;
        meetings.add(holder.cluster, facts.weight[term] * std::min(1.0, kBoost * other) * share,
                     facts.is_name[term] && share >= 0.3 && other >= 0.2);
      }
    }
    std::size_t home = b;
    double best = 0;
    for (const std::size_t a : meetings.met()) {
      const Meetings::Meeting& meeting = meetings.with(a);
      const double likeness = all > 0 ? meeting.shared / all : 0;
      const double least = asked(meeting.names > 0 ? kJoin : kJoinNameless, gap_between(days[a], days[b]));
      if (likeness >= least && likeness > best) {
        best = likeness;
        home = a;
      }
    }
    if (home == b) continue;
    for (const auto& [term, count] : clusters[b].profile) index.add(term, home, count);
    absorb_cluster(clusters[home], clusters[b]);
    days[home] = days_of(texts, clusters[home]);
    any = true;
  }
  std::erase_if(clusters, [](const StoryCluster& cluster) { return cluster.members.empty(); });
  return any;
}

}  // namespace

void largest_first(std::vector<StoryCluster>& clusters) {
  std::sort(clusters.begin(), clusters.end(), [](const StoryCluster& a, const StoryCluster& b) {
    if (a.members.size() != b.members.size()) return a.members.size() > b.members.size();
    return a.members.front() < b.members.front();
  });
}

TermFacts facts_of(const StoryTexts& group) {
  TermFacts facts;
  facts.frequency.resize(group.terms);
  std::vector<std::uint32_t> capital(group.terms);
  std::vector<std::uint32_t> small(group.terms);
  for (const StoryText& text : group.texts) {
    for (const std::uint32_t term : text.terms) ++facts.frequency[term];
    for (const auto& [term, is_capital] : text.inner) ++(is_capital ? capital : small)[term];
  }
  const auto documents = static_cast<double>(group.texts.size());
  for (std::size_t term = 0; term < group.terms; ++term) {
    const bool name = capital[term] > 0 && capital[term] >= 2 * small[term];
    facts.is_name.push_back(name);
    const double idf = std::log((1 + documents) / (1 + static_cast<double>(facts.frequency[term]))) + 1;
    facts.weight.push_back((name ? kNameWeight : 1.0) * std::sqrt(idf));
  }
  return facts;
}

void absorb_cluster(StoryCluster& into, StoryCluster& from) {
  into.members.insert(into.members.end(), from.members.begin(), from.members.end());
  std::sort(into.members.begin(), into.members.end());
  for (const auto& [term, count] : from.profile) into.profile[term] += count;
  from.members.clear();
  from.profile.clear();
}

std::vector<StoryCluster> cluster_stories(const StoryTexts& group) {
  const TermFacts facts = facts_of(group);
  std::vector<StoryCluster> clusters = follow_stories(group.texts, facts);
  for (int sweep = 0; sweep < 4 && merge_alike(group.texts, facts, clusters); ++sweep) {
  }
  largest_first(clusters);
  return clusters;
}

StoryCluster cluster_of(std::vector<std::size_t> members, const std::vector<StoryText>& texts) {
  StoryCluster cluster;
  for (const std::size_t member : members) {
    for (const std::uint32_t term : texts[member].terms) ++cluster.profile[term];
  }
  cluster.members = std::move(members);
  return cluster;
}

std::size_t central_of(const StoryTexts& story) {
  const TermFacts facts = facts_of(story);
  const auto size = static_cast<double>(story.texts.size());
  std::size_t central = 0;
  double best = -1;
  for (std::size_t i = 0; i < story.texts.size(); ++i) {
    const std::vector<std::uint32_t>& terms = story.texts[i].terms;
    double sum = 0;
    for (const std::uint32_t term : terms) sum += facts.weight[term] * facts.frequency[term] / size;
    const double score = sum / std::sqrt(static_cast<double>(terms.size()) + 1.0);
    if (score > best + 1e-9) {
      best = score;
      central = i;
    }
  }
  return central;
}

}  // namespace annals
