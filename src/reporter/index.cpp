#include "reporter/index.hpp"

#include <algorithm>

namespace annals {

namespace {

// Order of events as the reconciliation lists them; events that only estimates name follow, by name.
std::vector<std::string_view> event_order(const Reconciliation& reconciliation) {
  std::vector<std::string_view> order;
  const auto add = [&order](std::string_view id) {
    if (std::find(order.begin(), order.end(), id) == order.end()) order.push_back(id);
  };
  for (const Event& event : reconciliation.events) add(event.id);
  const std::size_t named = order.size();
  for (const Estimate& estimate : reconciliation.estimates) {
    // Estimates are sorted by event: only a change of event can bring a new one.
    if (order.empty() || order.back() != estimate.series.event) add(estimate.series.event);
  }
  std::sort(order.begin() + static_cast<std::ptrdiff_t>(named), order.end());
  return order;
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

Span sentence_around(const Document& document, Span span) {
  const auto& claims = document.extraction.claims;
  auto it = std::upper_bound(claims.begin(), claims.end(), span.begin,
                             [](std::uint32_t at, const Claim& claim) { return at < claim.span.begin; });
  if (it == claims.begin()) return span;
  --it;
  return it->span.contains(span) ? it->span : span;
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
    case Reason::retracted: return '-';
    case Reason::subset_of:
    case Reason::increment:
    case Reason::other_scope: return 's';
    case Reason::prediction:
    case Reason::background: return 'b';
    case Reason::denied:
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

Standings::Standings(const Reconciliation& reconciliation) {
  for (const Evidence& evidence : reconciliation.evidence) evidence_.emplace(evidence.id, &evidence);
  for (const Event& event : reconciliation.events)
    titles_.emplace(event.id, event.title.empty() ? event.id : event.title);

  std::map<std::pair<std::string_view, HarmKind>, Toll> tolls;
  const auto& all = reconciliation.estimates;
  std::vector<const Estimate*> last;
  for (std::size_t i = 0; i < all.size(); ++i) {
    Toll& toll = tolls[{all[i].series.event, all[i].series.kind}];
    toll.event = all[i].series.event;
    toll.kind = all[i].series.kind;
    if (all[i].headline) toll.history.push_back(&all[i]);
    if (i + 1 == all.size() || all[i + 1].series != all[i].series) {
      last.push_back(&all[i]);
      if (!all[i].headline) toll.beside.push_back(&all[i]);
    }
  }
  for (const std::string_view event : event_order(reconciliation)) {
    for (int kind = 0; kind < kHarmKinds; ++kind) {
      const auto it = tolls.find({event, static_cast<HarmKind>(kind)});
      if (it == tolls.end()) continue;
      std::stable_sort(it->second.history.begin(), it->second.history.end(), known_before);
      tolls_.push_back(std::move(it->second));
    }
  }
  for (const Toll& toll : tolls_) {
    if (toll.now() != nullptr) note(*toll.now());
  }
  for (const Estimate* estimate : last) note(*estimate);
}

void Standings::note(const Estimate& estimate) {
  for (std::size_t i = 0; i < estimate.carried_by.size(); ++i) {
    Standing standing{Reason::carries, {}, &estimate, estimate.headline ? '*' : 's'};
    standings_.emplace(estimate.carried_by[i], standing);
  }
  for (const SetAside& aside : estimate.set_aside) {
    Standing standing{aside.reason, aside.other, &estimate, status_letter(aside.reason)};
    if (!estimate.headline && standing.letter == '*') standing.letter = 's';
    // Another scope is no judgement: the figure's own series may say more.
    if (aside.reason == Reason::other_scope && estimate.headline) {
      const auto it = standings_.find(aside.evidence);
      if (it == standings_.end()) standings_.emplace(aside.evidence, standing);
      continue;
    }
    standings_.emplace(aside.evidence, standing);
  }
}

const Evidence* Standings::evidence(std::string_view id) const {
  const auto it = evidence_.find(id);
  return it == evidence_.end() ? nullptr : it->second;
}

Standing Standings::standing(const Evidence& evidence) const {
  const auto it = standings_.find(evidence.id);
  if (it != standings_.end()) return it->second;
  Standing standing;
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

const Toll* Standings::toll(std::string_view event, HarmKind kind) const {
  const auto it = std::find_if(tolls_.begin(), tolls_.end(),
                               [&](const Toll& toll) { return toll.event == event && toll.kind == kind; });
  return it == tolls_.end() ? nullptr : &*it;
}

const Estimate* Standings::headline_at(const Evidence& evidence) const {
  const Toll* found = toll(evidence.event, evidence.kind);
  if (found == nullptr) return nullptr;
  const Estimate* at = nullptr;
  for (const Estimate* estimate : found->history) {
    if (estimate->known_from && evidence.published && *evidence.published < *estimate->known_from) break;
    at = estimate;
  }
  return at;
}

std::string_view Standings::event_title(std::string_view id) const {
  const auto it = titles_.find(id);
  return it == titles_.end() ? id : it->second;
}

}  // namespace annals
