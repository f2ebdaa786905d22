// Documents that tell of one happening, grouped by the words, names and places they share and by time.
#include "normalizer/stories/events.hpp"

#include <algorithm>
#include <map>
#include <tuple>

#include <fmt/core.h>

#include "annals/normalizer/reconcile.hpp"
#include "annals/text/utf8.hpp"

#include "normalizer/stories/stories.hpp"
#include "normalizer/stories/story_clusters.hpp"

namespace annals {

namespace {

// FNV-1a: an id has to be the same on every machine and in every version.
std::uint32_t hash_of(std::string_view text) {
  std::uint32_t hash = 2166136261U;
  for (const char c : text) hash = (hash ^ static_cast<unsigned char>(c)) * 16777619U;
  return hash;
}

// "Les Cayes" => "les-cayes"
std::string slug_of(std::string_view words) {
  std::string slug;
  for (const char c : words) {
    const char lower = to_lower_ascii(c);
    if ((lower >= 'a' && lower <= 'z') || (lower >= '0' && lower <= '9')) {
      slug += lower;
    } else if (!slug.empty() && slug.back() != '-') {
      slug += '-';
    }
    if (slug.size() >= 32) break;
  }
  while (!slug.empty() && slug.back() == '-') slug.pop_back();
  return slug;
}

// The name most figures give, then the first by letter.
std::string most_named(const std::map<std::string, std::size_t>& counts) {
  std::string best;
  std::size_t most = 0;
  for (const auto& [name, count] : counts) {
    if (count > most) {
      most = count;
      best = name;
    }
  }
  return best;
}

}  // namespace

Event describe_event(const std::vector<const Document*>& articles,
                     const std::vector<const StoryWords*>& words) {
  Event event;
  std::map<std::string, std::size_t> places;
  std::optional<Date> first;
  std::optional<Date> last;
  for (const Document* document : articles) {
    event.articles.push_back(document->article.id);
    for (const Figure& figure : document->extraction.figures) {
      if (figure.place && figure.frame != Frame::background) ++places[fold_space(figure.place->text)];
    }
    if (const auto when = known_from(document->article)) {
      const Date day = when->date();
      if (!first || day < *first) first = day;
      if (!last || *last < day) last = day;
    }
  }
  const Article& central = articles[articles.size() == 1 ? 0 : central_of(number_terms(words))]->article;
  event.place = most_named(places);
  if (first) event.date = first == last ? day_span(*first) : interval(first, last);
  event.title = fold_space(central.title);
  // A headline of one day holds that day's toll; an event told over several articles is named by where and
  // when.
  if (articles.size() > 1 && !event.place.empty() && first)
    event.title = fmt::format("{}, from {}", event.place, to_prose(*first));
  if (event.title.empty()) event.title = shorten(fold_space(central.text), 90);
  const std::string day = first ? to_iso(*first) : "undated";
  const std::string name = event.place.empty() ? slug_of(event.title) : slug_of(event.place);
  event.id = fmt::format("{}-{}", day, name.empty() ? fmt::format("{:08x}", hash_of(event.title)) : name);
  return event;
}

void name_apart(std::vector<Event>& events) {
  std::sort(events.begin(), events.end(), [](const Event& a, const Event& b) {
    if (a.articles.size() != b.articles.size()) return a.articles.size() > b.articles.size();
    return std::tie(a.id, a.articles) < std::tie(b.id, b.articles);
  });
  std::map<std::string, std::size_t> used;
  for (Event& event : events) {
    if (used[event.id]++ > 0) event.id += fmt::format("-{:08x}", hash_of(event.articles.front()));
  }
}

std::vector<Event> find_events(const std::vector<Document>& documents, std::vector<Evidence>& evidence,
                               const ReconcileOptions& options) {
  Stories stories;
  for (const Document& document : documents) {
    options.look_up();
    stories.add(document);
  }
  std::vector<Event> events;
  for (const std::vector<std::size_t>& story : stories.tell_apart()) {
    options.look_up();
    std::vector<const Document*> articles;
    std::vector<const StoryWords*> words;
    for (const std::size_t member : story) {
      articles.push_back(&documents[member]);
      words.push_back(&stories.words_of(member));
    }
    events.push_back(describe_event(articles, words));
  }
  name_apart(events);
  std::map<std::string_view, std::string_view> event_of;
  for (const Event& event : events) {
    for (const std::string& article : event.articles) event_of[article] = event.id;
  }
  for (Evidence& figure : evidence) {
    const auto at = event_of.find(figure.article);
    if (at != event_of.end()) figure.event = at->second;
  }
  return events;
}

}  // namespace annals
