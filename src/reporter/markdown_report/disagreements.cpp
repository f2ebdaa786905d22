// Disagreements: for each headline that has rivals, a card of three lines: who says what since when, the
// likely reason, how the policy chose.

#include <algorithm>

#include <fmt/format.h>

#include "annals/text/escape.hpp"

#include "reporter/markdown_report/sections.hpp"
#include "reporter/phrases.hpp"

namespace annals {

namespace {

constexpr std::size_t kMostRivals = 6;

// Rivals by source and value, the first report of each.
std::vector<const Evidence*> rivals_of(const ReportView& view, const Estimate& now) {
  std::vector<const Evidence*> rivals;
  for (const SetAside& aside : now.set_aside) {
    if (aside.reason != Reason::outweighed && aside.reason != Reason::denied) continue;
    const Evidence* evidence = view.standings.evidence(aside.evidence);
    if (evidence != nullptr) rivals.push_back(evidence);
  }
  std::stable_sort(rivals.begin(), rivals.end(), [](const Evidence* a, const Evidence* b) {
    if (!a->published || !b->published) return a->published && !b->published;
    return *a->published < *b->published;
  });
  std::vector<const Evidence*> distinct;
  for (const Evidence* rival : rivals) {
    const bool is_known = std::any_of(distinct.begin(), distinct.end(), [rival](const Evidence* known) {
      return said_by(*known) == said_by(*rival) && known->quantity == rival->quantity &&
             known->frame == rival->frame;
    });
    if (!is_known) distinct.push_back(rival);
  }
  return distinct;
}

// Only what can be seen in the claims themselves.
std::string likely_reason(const Evidence& chosen, const std::vector<const Evidence*>& rivals) {
  const auto any = [&](auto differs) { return std::any_of(rivals.begin(), rivals.end(), differs); };
  std::vector<std::string_view> reasons;
  if (any([](const Evidence* r) { return r->frame == Frame::denied; }))
    reasons.emplace_back("one side denies the figure");
  if (any([&](const Evidence* r) {
        return r->place != chosen.place && !r->place.empty() && !chosen.place.empty();
      }))
    reasons.emplace_back("the figures may count different places");
  if (any([&](const Evidence* r) { return r->date && chosen.date && r->date != chosen.date; }))
    reasons.emplace_back("they refer to different days");
  if (any([&](const Evidence* r) { return r->scope != chosen.scope; }))
    reasons.emplace_back("one counts an incident, the other a running total");
  if (any([&](const Evidence* r) {
        return r->source_kind != chosen.source_kind && !r->source_kind.empty() && !chosen.source_kind.empty();
      }))
    reasons.emplace_back("they come from different kinds of source");
  if (reasons.empty()) return "the articles do not tell";
  return fmt::format("{}", fmt::join(reasons, "; "));
}

std::string position(const ReportView& view, const Evidence& e) {
  return fmt::format("{}: {}, since {} {}", escape_markdown(said_by(e)),
                     escape_markdown(say_value(e, written_count(view.articles, e))), short_time(e.published),
                     view.citations.cite(e));
}

void append_card(std::string& out, const ReportView& view, const Estimate& now,
                 const std::vector<const Evidence*>& rivals) {
  const Evidence* chosen = carrier_of(view, now);
  out += "\n### " + escape_markdown(say_series(now.series)) + "\n\n- Who says what: ";
  if (chosen != nullptr) out += position(view, *chosen);
  for (std::size_t i = 0; i < std::min(rivals.size(), kMostRivals); ++i)
    out += "; " + position(view, *rivals[i]);
  if (rivals.size() > kMostRivals)
    out += fmt::format("; and {} more in the register", rivals.size() - kMostRivals);
  out += ".\n";
  if (chosen != nullptr) out += "- Likely reason: " + likely_reason(*chosen, rivals) + ".\n";
  out += "- Chosen by the policy " + escape_markdown(view.report.reconciliation->policy) + ": **" +
         escape_markdown(said_with_frame(view, now)) + "** " + cite_estimate(view, now) + ", " +
         std::string(status_label(now.status)) + ".";
  if (!now.reason.empty()) out += ' ' + sentence_of(now.reason);
  out += '\n';
}

}  // namespace

void append_disagreements(std::string& out, const ReportView& view) {
  bool is_first = true;
  for (const Toll* toll : tolls_of(view, view.main_event)) {
    if (toll->now() == nullptr) continue;
    const std::vector<const Evidence*> rivals = rivals_of(view, *toll->now());
    if (rivals.empty()) continue;
    if (is_first) out += "\n## Disagreements\n";
    is_first = false;
    append_card(out, view, *toll->now(), rivals);
  }
}

}  // namespace annals
