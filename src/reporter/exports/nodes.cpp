#include "reporter/exports/nodes.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <tuple>
#include <utility>

#include <fmt/format.h>

#include "annals/text/utf8.hpp"

#include "reporter/findings/report_view.hpp"
#include "reporter/findings/timeline_names.hpp"
#include "reporter/index.hpp"
#include "reporter/phrases.hpp"

namespace annals {

namespace {

constexpr std::size_t kMostSources = 6;

struct Weighted {
  Node node;
  double weight = 0;  // of a change: by how much, in powers of e
  bool from_timeline = false;
};

void add_source(Node& node, const ArticleIndex& articles, std::string_view id) {
  const Document* document = articles.find(id);
  if (document == nullptr || node.sources.size() == kMostSources) return;
  if (std::find(node.sources.begin(), node.sources.end(), &document->article) == node.sources.end())
    node.sources.push_back(&document->article);
}

std::string with_speaker(const TimelineSentence& sentence) {
  const bool told = sentence.speaker.empty() || sentence.text.find(sentence.speaker) != std::string::npos;
  return told ? sentence.text : fmt::format("{} (said by {})", sentence.text, sentence.speaker);
}

void add_entries(std::map<std::string, Weighted>& nodes, const Report& report, const ArticleIndex& articles,
                 std::string_view group) {
  for (const TimelineEntry& entry : report.timeline->entries) {
    if (entry.sentences.empty() || !(entry.date.first || entry.date.last)) continue;
    Weighted& slot = nodes[to_edtf(entry.date)];
    slot.from_timeline = true;
    slot.node.date = entry.date;
    slot.node.group = group;
    slot.node.headline = fold_space(entry.sentences.front().text);
    for (const TimelineSentence& sentence : entry.sentences) {
      slot.node.lines.push_back(with_speaker(sentence));
      add_source(slot.node, articles, sentence.article);
    }
    for (const std::string& id : entry.sources) add_source(slot.node, articles, id);
  }
}

// "Killed: at least 29 → 227, Interior Ministry"
std::string change_line(const Estimate* before, const Estimate& now, const Evidence* carrier) {
  std::string line = say_series(now.series) + ": ";
  if (before != nullptr) line += say_best(*before) + " \u2192 ";
  line += say_best(now);
  if (carrier != nullptr) line += ", " + said_by(*carrier);
  return line;
}

double size_of_change(const Estimate* before, const Estimate& now) {
  const auto size = [](const Estimate* e) {
    return e == nullptr || !e->best ? 0.0 : std::log1p(static_cast<double>(*e->best));
  };
  return std::abs(size(&now) - size(before));
}

void add_changes(std::map<std::string, Weighted>& nodes, const Standings& standings, std::string_view event,
                 const ArticleIndex& articles) {
  for (const Toll& toll : standings.tolls()) {
    if (toll.event != event) continue;
    const Estimate* before = nullptr;
    for (const Estimate* now : toll.history) {
      const Estimate* last = std::exchange(before, now);
      if (!now->known_from) continue;
      const Evidence* carrier =
          now->carried_by.empty() ? nullptr : standings.evidence(now->carried_by.front());
      const DateSpan day = day_span(now->known_from->date());
      Weighted& slot = nodes[to_edtf(day)];
      std::string line = change_line(last, *now, carrier);
      slot.node.date = day;
      slot.weight = std::max(slot.weight, size_of_change(last, *now));
      if (slot.node.headline.empty()) {
        slot.node.headline = line;
        slot.node.group = kind_label(now->series);
      }
      slot.node.lines.push_back(std::move(line));
      if (carrier != nullptr) add_source(slot.node, articles, carrier->article);
    }
  }
}

}  // namespace

std::string source_name(const Article& article) {
  std::string name = fold_space(article.publisher);
  if (!article.title.empty()) name += (name.empty() ? "" : ", ") + fold_space(article.title);
  return name.empty() ? article.id : name;
}

std::vector<Node> nodes_of(const Report& report, std::size_t most) {
  const Standings standings(*report.reconciliation);
  const ArticleIndex articles(*report.documents);
  const std::string_view event = main_event_of(*report.reconciliation, standings);
  const auto& events = report.reconciliation->events;
  const std::string group = events.empty() || events.front().place.empty() ? "Reports" : events.front().place;
  std::map<std::string, Weighted> by_date;
  if (report.timeline != nullptr) add_entries(by_date, report, articles, group);
  add_changes(by_date, standings, event, articles);

  std::vector<Weighted> nodes;
  for (auto& [date, weighted] : by_date) nodes.push_back(std::move(weighted));
  std::stable_sort(nodes.begin(), nodes.end(), [](const Weighted& a, const Weighted& b) {
    return std::tuple(b.from_timeline, b.weight) < std::tuple(a.from_timeline, a.weight);
  });
  if (nodes.size() > most) nodes.resize(most);
  std::vector<Node> chosen;
  for (Weighted& weighted : nodes) chosen.push_back(std::move(weighted.node));
  const auto begin_of = [](const Node& node) { return node.date.first ? node.date.first : node.date.last; };
  std::stable_sort(chosen.begin(), chosen.end(),
                   [&](const Node& a, const Node& b) { return begin_of(a) < begin_of(b); });
  TimelineNames names;
  for (Node& node : chosen) node.id = names.next(node.date);
  return chosen;
}

}  // namespace annals
