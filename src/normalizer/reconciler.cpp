#include "annals/normalizer/reconciler.hpp"

#include <algorithm>
#include <iterator>
#include <numeric>
#include <set>
#include <unordered_map>

#include "annals/normalizer/overrides.hpp"

#include "normalizer/event_estimates.hpp"
#include "normalizer/evidence_order.hpp"
#include "normalizer/origins/source_learning.hpp"
#include "normalizer/series/series_places.hpp"
#include "normalizer/stories/events.hpp"
#include "normalizer/stories/stories.hpp"
#include "normalizer/stories/wire.hpp"

namespace annals {

std::vector<Estimate> reconcile_event(std::vector<Evidence>& evidence, const ReconcileOptions& options) {
  leave_out_later(evidence, options);
  SourceBook book(options.parts.copies);
  for (Evidence& figure : evidence) read_axes(figure, book);
  evidence = in_order(std::move(evidence));
  tell_places_apart(evidence);
  std::vector<std::uint32_t> members(evidence.size());
  std::iota(members.begin(), members.end(), 0U);
  EventSeries series{sort_into_series(evidence, members, book), {}};
  std::vector<SeriesInput*> inputs;
  for (auto& [key, input] : series.inputs) {
    number_voices(input);
    inputs.push_back(&input);
  }
  ModelParts alone = options.parts;
  alone.learning = false;
  learn_reliability(inputs, alone);
  run_event(evidence, series, options);
  return annals::estimates_of(evidence, members, series, options);
}

struct Reconciler::Articles {
  std::vector<Document> documents;
  std::unordered_map<std::string, std::size_t> by_id;  // looked up only
  Stories stories;
  // What is told of each story, by its articles; a story that did not change is not described again.
  std::map<std::vector<std::size_t>, Event> described;
  std::vector<Event> events;
};

Reconciler::Reconciler(ReconcileOptions options) : options_(std::move(options)) {}
Reconciler::~Reconciler() = default;
Reconciler::Reconciler(Reconciler&&) noexcept = default;
Reconciler& Reconciler::operator=(Reconciler&&) noexcept = default;

std::vector<std::string> Reconciler::add(std::vector<Evidence> evidence) {
  std::set<std::string> touched;
  for (Evidence& figure : evidence) {
    touched.insert(figure.event);
    events_[figure.event].evidence.push_back(std::move(figure));
  }
  for (const std::string& event : touched) {
    options_.look_up();
    EventState& state = events_.at(event);
    state.estimates = reconcile_event(state.evidence, options_);
  }
  return {touched.begin(), touched.end()};
}

Reconciler::EventState Reconciler::work_out(const Event& event) const {
  EventState state;
  state.articles = event.articles;
  std::vector<const Document*> documents;
  for (const std::string& id : event.articles) {
    const Document& document = articles_->documents[articles_->by_id.at(id)];
    documents.push_back(&document);
    std::vector<Evidence> own = evidence_of(document);
    state.evidence.insert(state.evidence.end(), std::make_move_iterator(own.begin()),
                          std::make_move_iterator(own.end()));
  }
  apply_overrides(options_.overrides, state.evidence);
  std::vector<Evidence*> figures;
  for (Evidence& figure : state.evidence) {
    figure.event = event.id;
    figures.push_back(&figure);
  }
  if (options_.parts.copies && documents.size() > 1) mark_wire(documents, figures);
  state.estimates = reconcile_event(state.evidence, options_);
  return state;
}

std::vector<std::string> Reconciler::add_articles(const std::vector<Document>& documents) {
  if (!articles_) articles_ = std::make_unique<Articles>();
  Articles& all = *articles_;
  for (const Document& document : documents) {
    const auto when = known_from(document.article);
    if (options_.as_of && when && *when > *options_.as_of) continue;
    all.by_id.emplace(document.article.id, all.documents.size());
    all.documents.push_back(document);
    all.stories.add(document);
  }
  std::map<std::vector<std::size_t>, Event> described;
  std::vector<Event> events;
  for (std::vector<std::size_t>& story : all.stories.tell_apart()) {
    auto known = all.described.extract(story);
    if (known.empty()) {
      std::vector<const Document*> articles;
      std::vector<const StoryWords*> words;
      for (const std::size_t member : story) {
        articles.push_back(&all.documents[member]);
        words.push_back(&all.stories.words_of(member));
      }
      events.push_back(describe_event(articles, words));
      described.emplace(std::move(story), events.back());
    } else {
      events.push_back(known.mapped());
      described.insert(std::move(known));
    }
  }
  name_apart(events);
  std::map<std::string, EventState, std::less<>> now;
  std::vector<std::string> touched;
  for (const Event& event : events) {
    auto known = events_.extract(event.id);
    if (!known.empty() && known.mapped().articles == event.articles) {
      now.insert(std::move(known));
    } else {
      now.emplace(event.id, work_out(event));
      touched.push_back(event.id);
    }
  }
  events_ = std::move(now);
  all.described = std::move(described);
  all.events = std::move(events);
  std::sort(touched.begin(), touched.end());
  return touched;
}

std::vector<Estimate> Reconciler::estimates_of(std::string_view event) const {
  const auto at = events_.find(event);
  return at == events_.end() ? std::vector<Estimate>{} : at->second.estimates;
}

Reconciliation Reconciler::result() const {
  Reconciliation result;
  result.policy = name_of(options_.policy);
  result.as_of = options_.as_of;
  for (const auto& [event, state] : events_) {
    result.evidence.insert(result.evidence.end(), state.evidence.begin(), state.evidence.end());
    result.estimates.insert(result.estimates.end(), state.estimates.begin(), state.estimates.end());
  }
  result.evidence = in_order(std::move(result.evidence));
  if (articles_) result.events = articles_->events;
  if (articles_ && !options_.overrides.empty()) {
    std::vector<Evidence> evidence;
    for (const Document& document : articles_->documents) {
      std::vector<Evidence> own = evidence_of(document);
      evidence.insert(evidence.end(), std::make_move_iterator(own.begin()),
                      std::make_move_iterator(own.end()));
    }
    result.overrides = apply_overrides(options_.overrides, evidence);
    check_expectations(result, result.overrides);
  }
  return result;
}

}  // namespace annals
