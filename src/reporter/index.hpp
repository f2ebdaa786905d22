#pragma once
// Ways from ids to values: articles, evidence, and what stands for an event and kind now and before. Views
// into the values given, which must outlive the index.

#include <cstddef>
#include <deque>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <tuple>
#include <unordered_map>
#include <vector>

#include "annals/model/document.hpp"
#include "annals/model/reconciliation.hpp"

namespace annals {

class ArticleIndex {
 public:
  explicit ArticleIndex(const std::vector<Document>& documents);
  // nullptr when unknown; of several versions with one id the newest.
  const Document* find(std::string_view id) const;

 private:
  std::unordered_map<std::string_view, const Document*> by_id_;  // looked up only
};

// The sentence of the document that holds the span; when none does, `quote` where it stands around the span,
// else the span itself.
Span sentence_around(const Document& document, Span span, std::string_view quote = {});
// The count as written ("dozens"), from the article; empty without one.
std::string_view written_count(const ArticleIndex& articles, const Evidence& evidence);

// How a piece of evidence stands now. The headline's opinion comes first, then that of its own series.
struct FigureStanding {
  Reason reason = Reason::other_scope;
  std::string_view other;  // id it relates to; may be empty
  char letter = '?';       // * ! s - = ~ b; '?': no estimate mentions it
};

// One event, kind and unit: its headline now, the one before it, and the series that stand beside it.
struct Toll {
  std::string_view event;
  HarmKind kind = HarmKind::killed;
  Unit unit = Unit::people;
  std::vector<const Estimate*> history;  // headline estimates in order of time
  std::vector<const Estimate*> beside;   // last estimates of parts and side series
  const Estimate* now() const { return history.empty() ? nullptr : history.back(); }
  const Estimate* before() const { return history.size() < 2 ? nullptr : history[history.size() - 2]; }
};

class Standings {
 public:
  explicit Standings(const Reconciliation& reconciliation);
  // How things stood at a moment: what became known later is not there. `now` must outlive it. Estimates that
  // were made without telling what they set aside (Detail::last) leave their figures without a standing.
  Standings(const Standings& now, const Instant& until);
  Standings(const Standings&) = delete;
  Standings& operator=(const Standings&) = delete;
  // Whether the evidence was known by then.
  bool knows(const Evidence& evidence) const { return is_known(evidence.published); }
  const Evidence* evidence(std::string_view id) const;  // nullptr when unknown, or not known yet
  const std::vector<Evidence>& all_evidence() const { return reconciliation_.evidence; }
  FigureStanding standing(const Evidence& evidence) const;
  const std::vector<Toll>& tolls() const { return tolls_; }  // in order of events, kinds
  const Toll* toll(std::string_view event, HarmKind kind, Unit unit) const;
  // The headline that stood when the evidence became known.
  const Estimate* headline_at(const Evidence& evidence) const;
  const Event* event(std::string_view id) const;  // nullptr when the reconciliation does not list it
  // Title of the event, else its id.
  std::string_view event_title(std::string_view id) const;

 private:
  void stand();
  const Estimate* as_it_was(const Estimate& estimate);
  void note(const Estimate& estimate, std::optional<Reason> except);
  bool is_known(const std::optional<Instant>& when) const { return !until_ || !when || *when <= *until_; }

  const Reconciliation& reconciliation_;
  const Standings* now_ = nullptr;  // of which this is an earlier state
  std::optional<Instant> until_;
  // Looked up only; empty in an earlier state, which asks `now_`.
  std::unordered_map<std::string_view, const Evidence*> evidence_;
  std::unordered_map<std::string_view, const Event*> events_;
  std::unordered_map<std::string_view, FigureStanding> standings_;
  std::deque<Estimate> as_they_were_;  // copies of estimates that were less sure then
  std::vector<Toll> tolls_;
  std::map<std::tuple<std::string_view, HarmKind, Unit>, std::size_t> toll_of_;  // index into tolls_
};

// '*' accepted, '=' agrees, ... as the legend says.
char status_letter(Reason reason);
std::string_view letter_meaning(char letter);
// The same in more words: "feared" and "another event" where the letter says only b.
std::string_view standing_label(const FigureStanding& standing);

}  // namespace annals
