// A batch that somebody put together is mostly about one story: its leading name is in a quarter of the
// articles.
#include <algorithm>

#include "normalizer/stories/story_clusters.hpp"

namespace annals {

namespace {

constexpr double kLeads = 0.25;    // of the articles have the leading name
constexpr double kTopic = 0.2;     // of the articles have a word of the topic
constexpr double kGoesWith = 0.6;  // of the articles with a word have the leading name too
constexpr double kKnown = 0.1;     // of the story's articles have a word that a short text can join by
constexpr std::size_t kFewWords = 2;
constexpr double kOftenTold = 0.2;       // of the story's articles have what a text calls "the explosions"
constexpr std::int64_t kStillNews = 14;  // days

struct Topic {
  std::vector<bool> anchor;  // names that go with the leading one: each is enough
  std::vector<bool> word;    // words that do: two are enough
  bool found = false;
};

Topic topic_of(const std::vector<StoryText>& texts, const TermFacts& facts) {
  const std::size_t terms = facts.frequency.size();
  const auto documents = static_cast<double>(texts.size());
  Topic topic{std::vector<bool>(terms), std::vector<bool>(terms), false};
  std::uint32_t lead = 0;
  std::uint32_t most = 0;
  for (std::uint32_t term = 0; term < terms; ++term) {
    if (facts.is_name[term] && facts.frequency[term] > most) {
      most = facts.frequency[term];
      lead = term;
    }
  }
  if (most < 2 || most < kLeads * documents) return topic;
  topic.found = true;
  std::vector<std::uint32_t> together(terms);
  for (const StoryText& text : texts) {
    if (!std::binary_search(text.terms.begin(), text.terms.end(), lead)) continue;
    for (const std::uint32_t term : text.terms) ++together[term];
  }
  for (std::uint32_t term = 0; term < terms; ++term) {
    const std::uint32_t frequency = facts.frequency[term];
    if (frequency < 2 || together[term] < kGoesWith * frequency) continue;
    topic.anchor[term] = facts.is_name[term] && frequency >= kLeads * documents;
    topic.word[term] = frequency >= kTopic * documents;
  }
  topic.anchor[lead] = true;
  return topic;
}

bool has_topic(const StoryText& text, const Topic& topic) {
  std::size_t words = 0;
  for (const std::uint32_t term : text.terms) {
    if (topic.anchor[term]) return true;
    if (topic.word[term]) ++words;
  }
  return words >= 2;
}

// "The death toll rises to 50.": names nothing else, so it speaks of what the batch is about.
bool has_no_other_topic(const StoryText& text, const TermFacts& facts, const StoryCluster& main) {
  if (text.terms.size() <= kFewWords) return true;
  bool known = false;
  for (const std::uint32_t term : text.terms) {
    const auto at = main.profile.find(term);
    if (at == main.profile.end()) {
      if (facts.is_name[term]) return false;
      continue;
    }
    known = known || (at->second >= 2 && at->second >= kKnown * static_cast<double>(main.members.size()));
  }
  return known;
}

// "The inquiry into the explosions began as the death toll rose to 121.": whoever else is named, the toll
// that it counts on is that of what the story tells.
bool counts_on(const StoryText& text, const std::vector<StoryText>& texts, const TermFacts& facts,
               const StoryCluster& main) {
  if (!text.running) return false;
  const bool told = std::any_of(text.known.begin(), text.known.end(), [&](std::uint32_t term) {
    const auto at = main.profile.find(term);
    return at != main.profile.end() && !facts.is_name[term] && at->second >= 2 &&
           at->second >= kOftenTold * static_cast<double>(main.members.size());
  });
  return told && std::any_of(main.members.begin(), main.members.end(), [&](std::size_t member) {
           const std::int64_t day = texts[member].day;
           return day != kNoDay && text.day >= day && text.day - day <= kStillNews;
         });
}

}  // namespace

void gather_leading_story(const std::vector<StoryText>& texts, const TermFacts& facts,
                          std::vector<StoryCluster>& clusters) {
  if (clusters.size() < 2) return;
  const Topic topic = topic_of(texts, facts);
  if (!topic.found) return;
  const auto topical = [&](const StoryCluster& cluster) {
    return std::count_if(cluster.members.begin(), cluster.members.end(),
                         [&](std::size_t member) { return has_topic(texts[member], topic); });
  };
  const auto main = std::max_element(clusters.begin(), clusters.end(), [&](const auto& a, const auto& b) {
    const auto x = topical(a);
    const auto y = topical(b);
    return x != y ? x < y : a.members.front() > b.members.front();
  });
  for (StoryCluster& cluster : clusters) {
    if (&cluster == &*main) continue;
    if (2 * static_cast<std::size_t>(topical(cluster)) >= cluster.members.size())
      absorb_cluster(*main, cluster);
  }
  const StoryCluster known = *main;
  for (StoryCluster& cluster : clusters) {
    if (&cluster == &*main || cluster.members.empty() || cluster.members.size() > 2) continue;
    const bool open = std::all_of(cluster.members.begin(), cluster.members.end(), [&](std::size_t member) {
      return has_no_other_topic(texts[member], facts, known) || counts_on(texts[member], texts, facts, known);
    });
    if (open) absorb_cluster(*main, cluster);
  }
  std::erase_if(clusters, [](const StoryCluster& cluster) { return cluster.members.empty(); });
}

}  // namespace annals
