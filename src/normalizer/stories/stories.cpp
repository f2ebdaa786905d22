#include "normalizer/stories/stories.hpp"

#include <algorithm>
#include <numeric>
#include <utility>

#include "normalizer/stories/story_clusters.hpp"

namespace annals {

namespace {

// Names that two articles have to share: of those of the one with fewer a quarter, at most three.
std::size_t names_asked(std::size_t a, std::size_t b) {
  return std::clamp<std::size_t>((std::min(a, b) + 3) / 4, 1, 3);
}

}  // namespace

void Stories::add(const Document& document) {
  const std::size_t number = articles_.size();
  Entry& entry = articles_.emplace_back();
  entry.words = story_words(document);
  const Article& article = document.article;
  entry.key = {entry.words.day, article.id, article.sha256.empty() ? article.text : article.sha256};
  parent_.push_back(number);
  shared_.push_back(0);
  neighbourhoods_[number].members.push_back(number);
  for (const std::uint64_t term : entry.words.terms) ++facts_[term].articles;
  for (const auto& [term, capital] : entry.words.inner)
    ++(capital ? facts_[term].capital : facts_[term].small);
  meet_neighbours(number);
}

std::size_t Stories::root_of(std::size_t article) {
  while (parent_[article] != article) {
    parent_[article] = parent_[parent_[article]];
    article = parent_[article];
  }
  return article;
}

void Stories::unite(std::size_t a, std::size_t b) {
  a = root_of(a);
  b = root_of(b);
  if (a == b) return;
  if (neighbourhoods_[a].members.size() < neighbourhoods_[b].members.size()) std::swap(a, b);
  parent_[b] = a;
  auto gone = neighbourhoods_.extract(b);
  Neighbourhood& kept = neighbourhoods_[a];
  kept.members.insert(kept.members.end(), gone.mapped().members.begin(), gone.mapped().members.end());
  kept.changed = true;
}

void Stories::meet_neighbours(std::size_t article) {
  const std::vector<std::uint64_t>& names = articles_[article].words.names;
  std::vector<std::size_t> met;
  for (const std::uint64_t name : names) {
    std::vector<Holders>& all = by_name_[name];
    for (Holders& holders : all) holders.root = root_of(holders.root);
    for (const Holders& holders : all) {
      // Whom it has met already it needs not meet again: who is in one neighbourhood stays there.
      if (root_of(holders.root) == root_of(article)) continue;
      for (const std::size_t other : holders.articles) {
        if (shared_[other]++ == 0) met.push_back(other);
        if (shared_[other] < names_asked(names.size(), articles_[other].words.names.size())) continue;
        unite(article, other);
        break;
      }
    }
  }
  for (const std::size_t other : met) shared_[other] = 0;
  for (const std::uint64_t name : names) {
    std::vector<Holders>& all = by_name_[name];
    Holders home{root_of(article), {}};
    std::erase_if(all, [&](Holders& holders) {
      if (root_of(holders.root) != home.root) return false;
      if (holders.articles.size() > home.articles.size()) home.articles.swap(holders.articles);
      home.articles.insert(home.articles.end(), holders.articles.begin(), holders.articles.end());
      return true;
    });
    home.articles.push_back(article);
    all.push_back(std::move(home));
  }
}

void Stories::put_in_order(std::vector<std::size_t>& members) const {
  std::sort(members.begin(), members.end(),
            [&](std::size_t a, std::size_t b) { return articles_[a].key < articles_[b].key; });
}

void Stories::group(Neighbourhood& neighbourhood) {
  neighbourhood.changed = false;
  neighbourhood.stories.clear();
  put_in_order(neighbourhood.members);
  if (neighbourhood.members.size() == 1) {
    neighbourhood.stories.push_back(neighbourhood.members);
    return;
  }
  std::vector<const StoryWords*> words;
  words.reserve(neighbourhood.members.size());
  for (const std::size_t member : neighbourhood.members) words.push_back(&articles_[member].words);
  for (const StoryCluster& cluster : cluster_stories(number_terms(words))) {
    std::vector<std::size_t>& story = neighbourhood.stories.emplace_back();
    for (const std::size_t member : cluster.members) story.push_back(neighbourhood.members[member]);
  }
}

bool Stories::has_leading_name() const {
  return std::any_of(facts_.begin(), facts_.end(), [&](const auto& entry) {
    const NameFacts& facts = entry.second;
    return facts.articles >= 2 && 4 * facts.articles >= articles_.size() && facts.capital > 0 &&
           facts.capital >= 2 * facts.small;
  });
}

void Stories::gather(std::vector<std::vector<std::size_t>>& stories) {
  std::vector<std::size_t> order(articles_.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  put_in_order(order);
  std::vector<std::size_t> place(order.size());
  std::vector<const StoryWords*> words;
  for (std::size_t i = 0; i < order.size(); ++i) {
    place[order[i]] = i;
    words.push_back(&articles_[order[i]].words);
  }
  const StoryTexts all = number_terms(words);
  std::vector<StoryCluster> clusters;
  for (const std::vector<std::size_t>& story : stories) {
    std::vector<std::size_t> members;
    for (const std::size_t member : story) members.push_back(place[member]);
    clusters.push_back(cluster_of(std::move(members), all.texts));
  }
  largest_first(clusters);
  gather_leading_story(all.texts, facts_of(all), clusters);
  stories.clear();
  for (const StoryCluster& cluster : clusters) {
    std::vector<std::size_t>& story = stories.emplace_back();
    for (const std::size_t member : cluster.members) story.push_back(order[member]);
  }
}

std::vector<std::vector<std::size_t>> Stories::tell_apart() {
  std::vector<std::vector<std::size_t>> stories;
  for (auto& [root, neighbourhood] : neighbourhoods_) {
    if (neighbourhood.changed) group(neighbourhood);
    stories.insert(stories.end(), neighbourhood.stories.begin(), neighbourhood.stories.end());
  }
  std::sort(stories.begin(), stories.end(), [&](const auto& a, const auto& b) {
    return articles_[a.front()].key < articles_[b.front()].key;
  });
  if (has_leading_name()) gather(stories);
  return stories;
}

}  // namespace annals
