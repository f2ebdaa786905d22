#include "reporter/index.hpp"

#include <algorithm>
#include <iterator>
#include <set>
#include <tuple>

namespace annals {

namespace {

// Place of each event: as the reconciliation lists them; events that only estimates name follow, by name.
std::map<std::string_view, std::size_t> event_ranks(const Reconciliation& reconciliation) {
  std::map<std::string_view, std::size_t> ranks;
  for (const Event& event : reconciliation.events) ranks.emplace(event.id, ranks.size());
  std::set<std::string_view> others;
  for (const Estimate& estimate : reconciliation.estimates) {
    if (!ranks.contains(estimate.series.event)) others.insert(estimate.series.event);
  }
  for (const std::string_view id : others) ranks.emplace(id, ranks.size());
  return ranks;
}

bool known_before(const Estimate* a, const Estimate* b) {
  if (!a->known_from || !b->known_from) return !a->known_from && b->known_from;
  return *a->known_from < *b->known_from;
}

}  // namespace

ArticleIndex::ArticleIndex(const std::vector<Document>& documents) {
  for (const Document& document : documents) {
    const Document*& slot = by_id_[document.article.id];
    if (slot == nullptr || slot->article.version <= document.article.version) slot = &document;
  }
}

const Document* ArticleIndex::find(std::string_view id) const {
  const auto it = by_id_.find(id);
  return it == by_id_.end() ? nullptr : it->second;
}

Span sentence_around(const Document& document, Span span, std::string_view quote) {
  const auto& claims = document.extraction.claims;
  const auto after =
      std::upper_bound(claims.begin(), claims.end(), span.begin,
                       [](std::uint32_t at, const Claim& claim) { return at < claim.span.begin; });
  if (after != claims.begin() && std::prev(after)->span.contains(span)) return std::prev(after)->span;
  const std::size_t at = quote.empty() ? std::string::npos : document.article.text.rfind(quote, span.begin);
  if (at == std::string::npos) return span;
  const Span found{static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(at + quote.size())};
  return found.contains(span) ? found : span;
}

std::string_view written_count(const ArticleIndex& articles, const Evidence& evidence) {
  const Document* document = articles.find(evidence.article);
  return document == nullptr ? std::string_view{} : slice(document->article.text, evidence.span);
}

char status_letter(Reason reason) {
  switch (reason) {
    case Reason::carries:
    case Reason::part_of_sum: return '*';
    case Reason::agrees:
    case Reason::copy_of: return '=';
    case Reason::rounds_to:
    case Reason::vague: return '~';
    case Reason::stale_of:
    case Reason::superseded:
    case Reason::typo_of:
    case Reason::retracted: return '-';
    case Reason::subset_of:
    case Reason::increment:
    case Reason::other_scope: return 's';
    case Reason::prediction:
    case Reason::background: return 'b';
    case Reason::denied:
    case Reason::rejected:
    case Reason::outweighed: return '!';
  }
  return '?';
}

std::string_view letter_meaning(char letter) {
  switch (letter) {
    case '*': return "accepted";
    case '!': return "disputed";
    case 's': return "other scope";
    case '-': return "superseded";
    case '=': return "agrees or copies";
    case '~': return "rounded or vague";
    case 'b': return "background or feared";
    default: return "not used";
  }
}

std::string_view standing_label(const FigureStanding& standing) {
  if (standing.letter == '?') return letter_meaning('?');
  switch (standing.reason) {
    case Reason::carries: return standing.letter == 's' ? "accepted for its scope" : "accepted";
    case Reason::part_of_sum: return "accepted, part of a sum";
    case Reason::agrees: return "agrees";
    case Reason::copy_of: return "copy";
    case Reason::rounds_to: return "rounded";
    case Reason::vague: return "vague";
    case Reason::rejected: return "rejected by an editor";
    case Reason::stale_of: return "older value repeated";
    case Reason::superseded: return "superseded";
    case Reason::retracted: return "withdrawn";
    case Reason::subset_of: return "part of the whole";
    case Reason::increment: return "increment";
    case Reason::other_scope: return "other scope";
    case Reason::prediction: return "feared";
    case Reason::background: return "another event";
    case Reason::denied: return "denied";
    case Reason::outweighed: return "disputed";
    case Reason::typo_of: return "slip of the pen";
  }
  return letter_meaning('?');
}

Standings::Standings(const Reconciliation& reconciliation) : reconciliation_(reconciliation) {
  evidence_.reserve(reconciliation.evidence.size());
  for (const Evidence& evidence : reconciliation.evidence) evidence_.emplace(evidence.id, &evidence);
  for (const Event& event : reconciliation.events) events_.emplace(event.id, &event);
  stand();
}

Standings::Standings(const Standings& now, const Instant& until)
    : reconciliation_(now.reconciliation_), now_(&now), until_(until) {
  stand();
}

void Standings::stand() {
  const auto ranks = event_ranks(reconciliation_);
  std::map<std::tuple<std::size_t, HarmKind, Unit>, Toll> tolls;
  const auto& all = reconciliation_.estimates;
  std::vector<const Estimate*> last;
  for (std::size_t i = 0; i < all.size(); ++i) {
    if (!is_known(all[i].known_from)) continue;
    const SeriesKey& series = all[i].series;
    Toll& toll = tolls[{ranks.at(series.event), series.kind, series.unit}];
    toll.event = series.event;
    toll.kind = series.kind;
    toll.unit = series.unit;
    const Estimate* estimate = as_it_was(all[i]);
    if (estimate->headline) toll.history.push_back(estimate);
    const bool goes_on = i + 1 < all.size() && all[i + 1].series == series && is_known(all[i + 1].known_from);
    if (!goes_on) {
      last.push_back(estimate);
      toll.beside.push_back(estimate);
    }
  }
  for (auto& [key, toll] : tolls) {
    std::stable_sort(toll.history.begin(), toll.history.end(), known_before);
    std::erase(toll.beside, toll.now());
    toll_of_.emplace(std::tuple(toll.event, toll.kind, toll.unit), tolls_.size());
    tolls_.push_back(std::move(toll));
  }
  // The headline judges first; only "another scope" is no judgement: there the figure's own series says more.
  standings_.reserve(reconciliation_.evidence.size());
  for (const Toll& toll : tolls_) {
    if (toll.now() != nullptr) note(*toll.now(), Reason::other_scope);
  }
  for (const Estimate* estimate : last) note(*estimate, std::nullopt);
}

// Nothing of an estimate changes while it stands but how sure it is.
const Estimate* Standings::as_it_was(const Estimate& estimate) {
  if (!until_) return &estimate;
  const auto earlier =
      std::find_if(estimate.earlier.begin(), estimate.earlier.end(),
                   [&](const EarlierConfidence& at) { return at.until && *until_ < *at.until; });
  if (earlier == estimate.earlier.end()) return &estimate;
  Estimate& then = as_they_were_.emplace_back(estimate);
  then.status = earlier->status;
  then.grade = earlier->grade;
  return &then;
}

void Standings::note(const Estimate& estimate, std::optional<Reason> except) {
  for (const std::string& id : estimate.carried_by)
    standings_.try_emplace(id, FigureStanding{Reason::carries, {}, estimate.headline ? '*' : 's'});
  for (const SetAside& aside : estimate.set_aside) {
    if (aside.reason == except) continue;
    FigureStanding standing{aside.reason, aside.other, status_letter(aside.reason)};
    if (!estimate.headline && standing.letter == '*') standing.letter = 's';
    standings_.try_emplace(aside.evidence, standing);
  }
}

const Evidence* Standings::evidence(std::string_view id) const {
  const auto& all = now_ == nullptr ? evidence_ : now_->evidence_;
  const auto it = all.find(id);
  return it == all.end() || !knows(*it->second) ? nullptr : it->second;
}

FigureStanding Standings::standing(const Evidence& evidence) const {
  const auto it = standings_.find(evidence.id);
  // Of what is about another event, that says more than that its scope differs.
  const bool is_elsewhere = it != standings_.end() && it->second.reason == Reason::other_scope &&
                            evidence.frame == Frame::background;
  if (it != standings_.end() && !is_elsewhere) return it->second;
  FigureStanding standing;
  if (evidence.frame == Frame::background) {
    standing.reason = Reason::background;
  } else if (evidence.frame == Frame::feared || evidence.frame == Frame::hypothetical) {
    standing.reason = Reason::prediction;
  } else if (evidence.frame == Frame::denied) {
    standing.reason = Reason::denied;
  } else if (evidence.duplicate) {
    standing.reason = Reason::copy_of;
  } else {
    return standing;
  }
  standing.letter = status_letter(standing.reason);
  return standing;
}

const Toll* Standings::toll(std::string_view event, HarmKind kind, Unit unit) const {
  const auto it = toll_of_.find({event, kind, unit});
  return it == toll_of_.end() ? nullptr : &tolls_[it->second];
}

const Estimate* Standings::headline_at(const Evidence& evidence) const {
  const Toll* found = toll(evidence.event, evidence.kind, evidence.unit);
  if (found == nullptr) return nullptr;
  const Estimate* at = nullptr;
  for (const Estimate* estimate : found->history) {
    if (estimate->known_from && evidence.published && *evidence.published < *estimate->known_from) break;
    at = estimate;
  }
  return at;
}

const Event* Standings::event(std::string_view id) const {
  const auto& all = now_ == nullptr ? events_ : now_->events_;
  const auto it = all.find(id);
  return it == all.end() ? nullptr : it->second;
}

std::string_view Standings::event_title(std::string_view id) const {
  const Event* known = event(id);
  return known == nullptr || known->title.empty() ? id : known->title;
}

}  // namespace annals
