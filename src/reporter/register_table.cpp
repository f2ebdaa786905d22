#include "reporter/register_table.hpp"

#include <algorithm>
#include <map>

#include <fmt/format.h>

#include "reporter/phrases.hpp"

namespace annals {

namespace {

Style style_of(char letter) {
  switch (letter) {
    case '*': return Style::good;
    case '!': return Style::bad;
    case '=': return Style::plain;
    default: return Style::dim;
  }
}

// The evidence at the end of a chain of copies; a chain that bites its tail ends where it started.
const Evidence* original_of(const Evidence& evidence, const Standings& standings) {
  const Evidence* at = &evidence;
  for (int steps = 0; steps < 8; ++steps) {
    const FigureStanding standing = standings.standing(*at);
    if (standing.reason != Reason::copy_of) return at;
    const Evidence* next = standings.evidence(standing.other);
    if (next == nullptr || next == at) return at;
    at = next;
  }
  return &evidence;
}

std::string via_text(const RegisterRow& row) {
  std::string via = row.evidence->via;
  if (via.empty() && !row.evidence->source.empty()) via = row.evidence->publisher;
  if (!row.copies.empty()) via += fmt::format("{}x{}", via.empty() ? "" : " ", row.copies.size() + 1);
  return via;
}

}  // namespace

std::vector<RegisterGroup> register_groups(const Reconciliation& reconciliation, const Standings& standings) {
  std::map<std::string_view, std::size_t> rank;
  for (const Event& event : reconciliation.events) rank.emplace(event.id, rank.size());
  // Events without an entry come last, by name.
  using Key = std::tuple<std::size_t, std::string_view, HarmKind>;
  std::map<Key, RegisterGroup> groups;
  std::map<const Evidence*, std::vector<const Evidence*>> copies;
  for (const Evidence& evidence : reconciliation.evidence) {
    const Evidence* original = original_of(evidence, standings);
    if (original != &evidence && !evidence.duplicate) copies[original].push_back(&evidence);
    if (original != &evidence || evidence.duplicate) continue;
    const auto ranked = rank.find(evidence.event);
    RegisterGroup& group =
        groups[{ranked == rank.end() ? rank.size() : ranked->second, evidence.event, evidence.kind}];
    group.event = evidence.event;
    group.kind = evidence.kind;
    group.rows.push_back({&evidence, standings.standing(evidence), {}});
  }
  std::vector<RegisterGroup> ordered;
  for (auto& [key, group] : groups) {
    for (RegisterRow& row : group.rows) {
      const auto it = copies.find(row.evidence);
      if (it != copies.end()) row.copies = it->second;
    }
    ordered.push_back(std::move(group));
  }
  return ordered;
}

Table register_table(const RegisterGroup& group, const Standings& standings, const ArticleIndex& articles,
                     const CiteEvidence& cite) {
  Table table;
  if (cite) {
    table.columns = {{"Reported on"}, {"Refers to"}, {"Value"},  {"Scope"}, {"Said by"},
                     {"Via"},         {"Best then"}, {"Status"}, {"Ref"}};
  } else {
    table.columns = {{"REPORTED"},
                     {"REFERS TO"},
                     {"VALUE"},
                     {"SCOPE", Align::left, true},
                     {"SAID BY", Align::left, true},
                     {"VIA", Align::left, true},
                     {"BEST"},
                     {"ST"}};
  }
  for (const RegisterRow& row : group.rows) {
    const Evidence& e = *row.evidence;
    const Estimate* then = standings.headline_at(e);
    const char letter = row.standing.letter;
    auto& cells = table.rows.emplace_back();
    cells = {cell(short_time(e.published)),
             cell(short_date(e.date)),
             cell(say_value(e, written_count(articles, e)), letter == '*' ? Style::bold : Style::plain),
             cell(say_scope(e)),
             cell(said_by(e)),
             cell(via_text(row)),
             cell(then == nullptr ? "-"
                  : cite          ? say_best(*then)
                                  : short_best(*then))};
    if (cite) {
      cells.push_back(cell(standing_label(row.standing)));
      cells.push_back({{}, Style::plain, cite(e)});
    } else {
      cells.push_back(cell(std::string(1, letter), style_of(letter)));
    }
  }
  return table;
}

std::string register_legend(const std::vector<RegisterGroup>& groups) {
  std::string legend;
  for (const char letter : std::string_view("*!s-=~b?")) {
    const bool occurs = std::any_of(groups.begin(), groups.end(), [letter](const RegisterGroup& group) {
      return std::any_of(group.rows.begin(), group.rows.end(),
                         [letter](const RegisterRow& row) { return row.standing.letter == letter; });
    });
    if (occurs) legend += fmt::format("{}{} {}", legend.empty() ? "" : "  ", letter, letter_meaning(letter));
  }
  return legend;
}

}  // namespace annals
