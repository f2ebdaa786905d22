#include "annals/normalizer/compare_runs.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <string_view>
#include <tuple>
#include <utility>

namespace annals {

namespace {

// A run with ways from ids to values.
class Known {
 public:
  explicit Known(const Run& run) : run_(run) {
    for (const Evidence& evidence : run.reconciliation.evidence) evidence_.emplace(evidence.id, &evidence);
    for (const ArticleStamp& article : run.articles) {
      article_.emplace(article.id, &article);
      contents_.insert(article.sha256);
      if (!article.url.empty()) urls_.insert(article.url);
      if (article.url.empty() && !article.title.empty()) titles_[title_of(article)] = &article;
    }
    for (const Event& event : run.reconciliation.events) events_.emplace(event.id, &event);
    for (const OverrideOutcome& outcome : run.reconciliation.overrides) {
      if (outcome.state == OverrideState::applied && !outcome.evidence.empty())
        override_.insert_or_assign(outcome.evidence, &outcome);
    }
  }
  const Run& run() const { return run_; }
  const Evidence* evidence(std::string_view id) const { return found(evidence_, id); }
  const ArticleStamp* article(std::string_view id) const { return found(article_, id); }
  const OverrideOutcome* decision(std::string_view id) const { return found(override_, id); }
  bool holds(const ArticleStamp& article) const { return contents_.contains(article.sha256); }
  const Event* event(std::string_view id) const { return found(events_, id); }
  // Does this run hold an earlier or later text of an article of `other`? It has the same address, or,
  // without addresses, the same title by the same publisher, unless both runs hold both.
  bool holds_version_of(const ArticleStamp& article, const Known& other) const {
    if (!article.url.empty()) return urls_.contains(article.url);
    const auto it = titles_.find(title_of(article));
    return it != titles_.end() && !other.holds(*it->second);
  }

 private:
  using Title = std::pair<std::string_view, std::string_view>;
  static Title title_of(const ArticleStamp& article) { return {article.publisher, article.title}; }
  template <typename Value>
  static const Value* found(const std::map<std::string_view, const Value*>& map, std::string_view id) {
    const auto it = map.find(id);
    return it == map.end() ? nullptr : it->second;
  }
  const Run& run_;
  std::map<std::string_view, const Evidence*> evidence_;
  std::map<std::string_view, const ArticleStamp*> article_;
  std::map<std::string_view, const OverrideOutcome*> override_;
  std::set<std::string_view> contents_;
  std::set<std::string_view> urls_;
  std::map<Title, const ArticleStamp*> titles_;  // of articles without an address
  std::map<std::string_view, const Event*> events_;
};

// What an editor would compare: the headline of a kind, wherever it counts, and each series beside it.
struct Slot {
  std::string event;  // id in the later run
  HarmKind kind = HarmKind::killed;
  std::string measure;
  Unit unit = Unit::people;
  bool beside = false;  // a part or side series, told apart by:
  std::string place;
  std::string part_of;
  auto operator<=>(const Slot&) const = default;
};

using Standing = std::map<Slot, const Estimate*>;

bool later(const Estimate& a, const Estimate& b) {
  if (!a.known_from || !b.known_from) return a.known_from && !b.known_from;
  return *b.known_from < *a.known_from;
}

// The last headline of each kind, and the last estimate of every other series; `names` gives the event's id
// in the later run.
Standing standing_of(const Reconciliation& reconciliation,
                     const std::map<std::string_view, std::string_view>& names) {
  const auto& all = reconciliation.estimates;
  const auto slot_of = [&](const Estimate& e, bool beside) {
    const auto name = names.find(e.series.event);
    return Slot{std::string(name == names.end() ? std::string_view(e.series.event) : name->second),
                e.series.kind,
                e.series.measure,
                e.series.unit,
                beside,
                beside ? e.series.place : std::string(),
                beside ? e.series.part_of : std::string()};
  };
  Standing standing;
  for (const Estimate& estimate : all) {
    if (!estimate.headline) continue;
    const Estimate*& at = standing[slot_of(estimate, false)];
    if (at == nullptr || !later(*at, estimate)) at = &estimate;
  }
  for (std::size_t i = 0; i < all.size(); ++i) {
    const bool is_last = i + 1 == all.size() || all[i + 1].series != all[i].series;
    if (!is_last) continue;
    const auto headline = standing.find(slot_of(all[i], false));
    if (headline != standing.end() && headline->second->series == all[i].series) continue;
    standing[slot_of(all[i], true)] = &all[i];
  }
  return standing;
}

// For each event of the earlier run, the one of the later run that it is; those that are gone are missing.
std::map<std::string_view, std::string_view> same_events(const Run& before, const Run& after) {
  std::map<std::string_view, std::string_view> same;
  std::set<std::string_view> ids;
  std::map<std::string_view, std::string_view> event_of_article;
  for (const Event& event : after.reconciliation.events) {
    ids.insert(event.id);
    for (const std::string& article : event.articles) event_of_article.emplace(article, event.id);
  }
  std::set<std::string_view> taken;
  for (const Event& event : before.reconciliation.events) {
    if (!ids.contains(event.id)) continue;
    same.emplace(event.id, event.id);
    taken.insert(event.id);
  }
  for (const Event& event : before.reconciliation.events) {
    if (same.contains(event.id)) continue;
    std::map<std::string_view, std::size_t> shared;
    for (const std::string& article : event.articles) {
      const auto it = event_of_article.find(article);
      if (it != event_of_article.end()) ++shared[it->second];
    }
    const auto most = std::max_element(shared.begin(), shared.end(),
                                       [](const auto& a, const auto& b) { return a.second < b.second; });
    if (most == shared.end() || 2 * most->second < event.articles.size()) continue;
    if (taken.insert(most->first).second) same.emplace(event.id, most->first);
  }
  return same;
}

class Comparison {
 public:
  Comparison(const Run& before, const Run& after) : before_(before), after_(after) {}

  std::vector<Difference> differences() {
    const auto same = same_events(before_.run(), after_.run());
    std::set<std::string_view> known;
    for (const auto& [old_id, new_id] : same) known.insert(new_id);
    const Standing then = standing_of(before_.run().reconciliation, same);
    const Standing now = standing_of(after_.run().reconciliation, {});
    for (const Event& event : after_.run().reconciliation.events) {
      const bool is_new = !known.contains(event.id);
      if (is_new) note_event(DifferenceKind::new_event, event);
      note_figures(then, now, event.id, event.title, !is_new);
    }
    note_figures(then, now, {}, {}, true);  // claims that name no event
    for (const Event& event : before_.run().reconciliation.events) {
      if (same.contains(event.id)) continue;
      note_event(DifferenceKind::gone_event, event);
      note_figures(then, now, event.id, event.title, false);
    }
    // Claims given without articles have event names that no list of events holds.
    std::set<std::string> others;
    for (const auto* standing : {&then, &now}) {
      for (const auto& [slot, estimate] : *standing) others.insert(slot.event);
    }
    for (const std::string& event : others) note_figures(then, now, event, event, true);
    return std::move(differences_);
  }

 private:
  // Slots of one event lie together; each event is looked at once. Of events that came or went the parts say
  // nothing new.
  void note_figures(const Standing& then, const Standing& now, const std::string& event,
                    const std::string& title, bool with_parts) {
    if (!done_.insert(event).second) return;
    std::set<Slot> slots;
    for (const auto* standing : {&then, &now}) {
      for (auto it = standing->lower_bound(Slot{event, {}, {}, {}, false, {}, {}});
           it != standing->end() && it->first.event == event; ++it)
        slots.insert(it->first);
    }
    const auto in = [](const Standing& standing, const Slot& slot) {
      const auto it = standing.find(slot);
      return it == standing.end() ? nullptr : it->second;
    };
    for (const Slot& slot : slots) {
      if (with_parts || !slot.beside) note_figure(in(then, slot), in(now, slot), event, title);
    }
  }

  void note_figure(const Estimate* then, const Estimate* now, const std::string& event,
                   const std::string& title) {
    const bool had = then != nullptr && then->best;
    const bool has = now != nullptr && now->best;
    const auto add = [&](DifferenceKind kind) {
      Difference difference;
      difference.kind = kind;
      difference.event = event;
      difference.title = title;
      if (then != nullptr) difference.before = *then;
      if (now != nullptr) difference.now = *now;
      explain(difference);
      differences_.push_back(std::move(difference));
    };
    if (!had && !has) return;
    if (!had) return add(DifferenceKind::new_figure);
    if (!has) return add(DifferenceKind::withdrawn);
    if (std::tie(then->best, then->low, then->high, then->bound) !=
        std::tie(now->best, now->low, now->high, now->bound))
      add(DifferenceKind::revised);
    const bool was_disputed = then->status == EstimateStatus::contested;
    const bool is_disputed = now->status == EstimateStatus::contested;
    if (is_disputed && !was_disputed) add(DifferenceKind::newly_disputed);
    if (was_disputed && !is_disputed) add(DifferenceKind::settled);
  }

  void note_event(DifferenceKind kind, const Event& event) {
    Difference difference;
    difference.kind = kind;
    difference.event = event.id;
    difference.title = event.title;
    const Known& has = kind == DifferenceKind::new_event ? after_ : before_;
    const Known& lacks = kind == DifferenceKind::new_event ? before_ : after_;
    for (const std::string& id : event.articles) {
      const ArticleStamp* article = has.article(id);
      if (article != nullptr && !lacks.holds(*article)) difference.articles.push_back(*article);
    }
    if (difference.articles.empty()) {
      difference.cause = DifferenceCause::rule_changed;
      difference.detail = tools();
    } else {
      difference.cause =
          cause_of_articles(difference.articles, has, lacks, kind == DifferenceKind::new_event);
    }
    differences_.push_back(std::move(difference));
  }

  static DifferenceCause cause_of_articles(const std::vector<ArticleStamp>& articles, const Known& has,
                                           const Known& lacks, bool is_new) {
    if (lacks.holds_version_of(articles.front(), has)) return DifferenceCause::article_edited;
    return is_new ? DifferenceCause::new_article : DifferenceCause::article_gone;
  }

  void explain(Difference& difference) const {
    if (difference.now && !difference.now->carried_by.empty()) {
      const Evidence* carrier = after_.evidence(difference.now->carried_by.front());
      if (carrier != nullptr) {
        difference.said_by = carrier->source.empty() ? carrier->publisher : carrier->source;
        difference.quote = carrier->quote;
      }
    }
    if (explain_by_decision(difference)) return;
    // What carries the number now, and only then what speaks against it.
    if (explain_by_articles(difference, difference.now, after_, before_, true, true)) return;
    if (explain_by_articles(difference, difference.before, before_, after_, false, true)) return;
    if (before_.run().reconciliation.policy != after_.run().reconciliation.policy) {
      difference.cause = DifferenceCause::policy;
      difference.detail = before_.run().reconciliation.policy + " -> " + after_.run().reconciliation.policy;
      return;
    }
    if (explain_by_articles(difference, difference.now, after_, before_, true, false)) return;
    if (explain_by_articles(difference, difference.before, before_, after_, false, false)) return;
    // What says nothing of the number itself can still date or place what does.
    if (before_.run().tool == after_.run().tool) {
      if (explain_by_event(difference, difference.now, after_, before_, true)) return;
      if (explain_by_event(difference, difference.before, before_, after_, false)) return;
    }
    difference.cause = DifferenceCause::rule_changed;
    difference.detail = tools();
  }

  std::string tools() const {
    if (before_.run().tool == after_.run().tool) return before_.run().tool + ", rules or word lists differ";
    return before_.run().tool + " -> " + after_.run().tool;
  }

  // A decision on a figure of the series that only one of the runs knows.
  bool explain_by_decision(Difference& difference) const {
    const auto decided = [&](const std::optional<Estimate>& estimate, const Known& here, const Known& there) {
      if (!estimate) return false;
      std::vector<std::string_view> ids(estimate->carried_by.begin(), estimate->carried_by.end());
      for (const SetAside& aside : estimate->set_aside) ids.emplace_back(aside.evidence);
      for (const std::string_view id : ids) {
        const OverrideOutcome* decision = here.decision(id);
        const OverrideOutcome* other = there.decision(id);
        if (decision == nullptr || (other != nullptr && same_decision(decision->entry, other->entry)))
          continue;
        const Override& entry = decision->entry;
        difference.cause = DifferenceCause::overridden;
        difference.detail = entry.who + " " + to_iso(entry.when) + ": " + decision_of(entry) +
                            (entry.reason.empty() ? "" : ", " + entry.reason);
        if (&here == &before_) difference.detail = "no longer applied, " + difference.detail;
        return true;
      }
      return false;
    };
    return decided(difference.now, after_, before_) || decided(difference.before, after_, before_) ||
           decided(difference.before, before_, after_) || decided(difference.now, before_, after_);
  }
  static bool same_decision(const Override& a, const Override& b) {
    return std::tie(a.act, a.target, a.fields) == std::tie(b.act, b.target, b.fields);
  }

  // The articles of the event that only one of the runs has.
  bool explain_by_event(Difference& difference, const std::optional<Estimate>& estimate, const Known& here,
                        const Known& there, bool is_new) const {
    const Event* event = estimate ? here.event(estimate->series.event) : nullptr;
    if (event == nullptr) return false;
    for (const std::string& id : event->articles) {
      const ArticleStamp* article = here.article(id);
      if (article != nullptr && !there.holds(*article)) difference.articles.push_back(*article);
    }
    if (difference.articles.empty()) return false;
    difference.cause = cause_of_articles(difference.articles, here, there, is_new);
    return true;
  }

  // The articles of `estimate`, known `here`, that the other run lacks.
  bool explain_by_articles(Difference& difference, const std::optional<Estimate>& estimate, const Known& here,
                           const Known& there, bool is_new, bool carriers) const {
    if (!estimate) return false;
    std::set<std::string_view> seen;
    const auto look = [&](std::string_view id) {
      const Evidence* evidence = here.evidence(id);
      const ArticleStamp* article = evidence == nullptr ? nullptr : here.article(evidence->article);
      if (article != nullptr && !there.holds(*article) && seen.insert(article->id).second)
        difference.articles.push_back(*article);
    };
    if (carriers) {
      for (const std::string& id : estimate->carried_by) look(id);
    } else {
      for (const SetAside& aside : estimate->set_aside) look(aside.evidence);
    }
    if (difference.articles.empty()) return false;
    difference.cause = cause_of_articles(difference.articles, here, there, is_new);
    return true;
  }

  Known before_;
  Known after_;
  std::set<std::string> done_;
  std::vector<Difference> differences_;
};

}  // namespace

ArticleChanges compare_articles(const Run& before, const Run& after) {
  const Known then(before);
  const Known now(after);
  ArticleChanges changes;
  for (const ArticleStamp& article : after.articles) {
    if (!then.holds(article)) ++(then.holds_version_of(article, now) ? changes.edited : changes.added);
  }
  for (const ArticleStamp& article : before.articles) {
    if (!now.holds(article) && !now.holds_version_of(article, then)) ++changes.gone;
  }
  return changes;
}

std::vector<Difference> compare_runs(const Run& before, const Run& after) {
  return Comparison(before, after).differences();
}

}  // namespace annals
