#include "normalizer/stories/story_words.hpp"

#include <algorithm>
#include <string>
#include <string_view>

#include "normalizer/content_words.hpp"

namespace annals {

namespace {

constexpr std::size_t kLeadBytes = 600;

std::string_view lead_of(const std::string& text) {
  std::size_t end = std::min(text.size(), kLeadBytes);
  while (end < text.size() && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) ++end;
  return std::string_view(text).substr(0, end);
}

void sort_each_once(std::vector<std::uint64_t>& terms) {
  std::sort(terms.begin(), terms.end());
  terms.erase(std::unique(terms.begin(), terms.end()), terms.end());
}

std::vector<std::uint64_t> names_of(std::vector<std::pair<std::uint64_t, bool>> inner) {
  std::sort(inner.begin(), inner.end());
  std::vector<std::uint64_t> names;
  for (std::size_t begin = 0; begin < inner.size();) {
    std::size_t end = begin;
    std::size_t capital = 0;
    for (; end < inner.size() && inner[end].first == inner[begin].first; ++end) {
      if (inner[end].second) ++capital;
    }
    if (capital > 0 && capital >= 2 * (end - begin - capital)) names.push_back(inner[begin].first);
    begin = end;
  }
  return names;
}

}  // namespace

StoryWords story_words(const Document& document) {
  StoryWords story;
  if (const auto when = known_from(document.article)) story.day = to_days(when->date());
  for (const TopicWord& word : topic_words(document.article.title)) story.terms.push_back(word.word);
  for (const TopicWord& word : topic_words(lead_of(document.article.text))) {
    story.terms.push_back(word.word);
    if (word.known) story.known.push_back(word.word);
    if (!word.opens_sentence) story.inner.emplace_back(word.word, word.capital);
  }
  for (const Figure& figure : document.extraction.figures) {
    story.running = story.running || (figure.scope == Scope::total && figure.frame == Frame::reported);
    if (!figure.place || figure.frame == Frame::background) continue;
    for (const TopicWord& word : topic_words(figure.place->text)) {
      story.terms.push_back(word.word);
      story.inner.emplace_back(word.word, word.capital);
    }
  }
  sort_each_once(story.terms);
  sort_each_once(story.known);
  story.names = names_of(story.inner);
  return story;
}

StoryTexts number_terms(const std::vector<const StoryWords*>& articles) {
  std::vector<std::uint64_t> all;
  for (const StoryWords* article : articles)
    all.insert(all.end(), article->terms.begin(), article->terms.end());
  sort_each_once(all);
  const auto number_of = [&](std::uint64_t term) {
    return static_cast<std::uint32_t>(std::lower_bound(all.begin(), all.end(), term) - all.begin());
  };
  StoryTexts numbered;
  numbered.terms = all.size();
  numbered.texts.reserve(articles.size());
  for (const StoryWords* article : articles) {
    StoryText& text = numbered.texts.emplace_back();
    text.day = article->day;
    text.running = article->running;
    text.terms.reserve(article->terms.size());
    for (const std::uint64_t term : article->terms) text.terms.push_back(number_of(term));
    for (const std::uint64_t term : article->known) text.known.push_back(number_of(term));
    for (const auto& [term, capital] : article->inner) text.inner.emplace_back(number_of(term), capital);
  }
  return numbered;
}

}  // namespace annals
