#pragma once
// Ways from ids to values: articles, evidence, and what stands for an event and kind now and before. Views
// into the values given, which must outlive the index.

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <string_view>
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
  std::map<std::string_view, const Document*> by_id_;
};

// The sentence of the document that holds the span; the span itself when no sentence does.
Span sentence_around(const Document& document, Span span);
// The count as written ("dozens"), from the article; empty without one.
std::string_view written_count(const ArticleIndex& articles, const Evidence& evidence);

// How a piece of evidence stands now. The headline's opinion comes first, then that of its own series.
struct Standing {
  Reason reason = Reason::other_scope;
  std::string_view other;              // id it relates to; may be empty
  const Estimate* estimate = nullptr;  // whose opinion it is; nullptr: no estimate mentions it
  char letter = '?';                   // * ! s - = ~ b ?
};

// One event and kind: its headline now, the one before it, and the series that stand beside it.
struct Toll {
  std::string_view event;
  HarmKind kind = HarmKind::killed;
  std::vector<const Estimate*> history;  // headline estimates in order of time
  std::vector<const Estimate*> beside;   // last estimates of parts and side series
  const Estimate* now() const { return history.empty() ? nullptr : history.back(); }
  const Estimate* before() const { return history.size() < 2 ? nullptr : history[history.size() - 2]; }
};

class Standings {
 public:
  explicit Standings(const Reconciliation& reconciliation);
  const Evidence* evidence(std::string_view id) const;
  Standing standing(const Evidence& evidence) const;
  const std::vector<Toll>& tolls() const { return tolls_; }  // in order of events, kinds
  const Toll* toll(std::string_view event, HarmKind kind) const;
  // The headline that stood when the evidence became known.
  const Estimate* headline_at(const Evidence& evidence) const;
  // Title of the event, else its id.
  std::string_view event_title(std::string_view id) const;

 private:
  void note(const Estimate& estimate);

  std::map<std::string_view, const Evidence*> evidence_;
  std::map<std::string_view, Standing> standings_;
  std::map<std::string_view, std::string_view> titles_;
  std::vector<Toll> tolls_;
};

// '*' accepted, '=' agrees, ... as the legend says.
char status_letter(Reason reason);
std::string_view letter_meaning(char letter);

}  // namespace annals
