#include "normalizer/story_clusters.hpp"

#include <algorithm>

#include "annals/text/utf8.hpp"

namespace annals {

namespace {

constexpr std::size_t kLeadBytes = 600;
constexpr double kJoin = 0.15;

std::string_view lead_of(const std::string& text) {
  std::size_t end = std::min(text.size(), kLeadBytes);
  while (end < text.size() && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) ++end;
  return std::string_view(text).substr(0, end);
}

}  // namespace

StoryText story_text(const Document& document, std::int64_t day, Vocabulary& vocabulary) {
  StoryText story;
  story.day = day;
  const auto add = [&](std::string_view words) {
    const auto terms = content_words(words, WordSet::event, vocabulary);
    story.terms.insert(story.terms.end(), terms.begin(), terms.end());
  };
  add(document.article.title);
  add(lead_of(document.article.text));
  for (const Figure& figure : document.extraction.figures) {
    if (figure.place && figure.frame != Frame::background) add(figure.place->text);
  }
  std::sort(story.terms.begin(), story.terms.end());
  story.terms.erase(std::unique(story.terms.begin(), story.terms.end()), story.terms.end());
  return story;
}

std::vector<StoryCluster> cluster_stories(const std::vector<StoryText>& texts, std::size_t vocabulary_size) {
  (void)vocabulary_size;
  std::vector<StoryCluster> clusters;
  std::vector<SparseVector> centres;
  std::vector<SparseVector> vectors;
  for (std::size_t i = 0; i < texts.size(); ++i) {
    vectors.push_back(vector_of(texts[i].terms, nullptr));
    double best = kJoin;
    std::size_t home = clusters.size();
    for (std::size_t c = 0; c < clusters.size(); ++c) {
      SparseVector centre = centres[c];
      normalise(centre);
      const double near = dot(vectors[i], centre);
      if (near > best) {
        best = near;
        home = c;
      }
    }
    if (home == clusters.size()) {
      clusters.emplace_back();
      centres.emplace_back();
    }
    clusters[home].members.push_back(i);
    add_to(centres[home], vectors[i]);
  }
  for (std::size_t c = 0; c < clusters.size(); ++c) {
    double best = -1;
    for (const std::size_t member : clusters[c].members) {
      const double near = dot(vectors[member], centres[c]);
      if (near > best) {
        best = near;
        clusters[c].central = member;
      }
    }
  }
  return clusters;
}

}  // namespace annals
