#include "reporter/chart/chart.hpp"

#include <algorithm>
#include <array>
#include <unordered_map>

#include <fmt/format.h>

#include "annals/text/utf8.hpp"

#include "reporter/findings/gaps.hpp"
#include "reporter/findings/key_figures.hpp"
#include "reporter/findings/timeline_names.hpp"
#include "reporter/phrases.hpp"

namespace annals {

namespace {

constexpr std::int64_t kDay = 86400;
constexpr std::size_t kMostWords = 140;  // bytes of a sentence under the pointer

constexpr std::array<std::string_view, kSpeakerClasses> kNames{"official", "field", "party", "agency",
                                                               "ngo",      "media", "other"};
constexpr std::array<std::string_view, kSpeakerClasses> kLabels{"officials and state services",
                                                                "hospitals, rescuers, witnesses",
                                                                "a party to the conflict",
                                                                "UN and Red Cross agencies",
                                                                "groups that count and watch",
                                                                "news media",
                                                                "others and unnamed"};

std::string cut(std::string_view text, std::size_t most) {
  std::string folded = fold_space(text);
  if (folded.size() <= most) return folded;
  std::size_t end = most;
  while (end > 0 && (static_cast<unsigned char>(folded[end]) & 0xC0U) == 0x80U) --end;
  folded.resize(end);
  return folded + "\u2026";
}

// Whether a figure is a report of the series' own count; and whether a later one has replaced it.
struct DotRole {
  bool shown = false;
  bool superseded = false;
};
DotRole role_of(Reason reason) {
  switch (reason) {
    case Reason::carries:
    case Reason::part_of_sum:
    case Reason::agrees:
    case Reason::rounds_to:
    case Reason::outweighed: return {true, false};
    case Reason::stale_of:
    case Reason::superseded:
    case Reason::retracted: return {true, true};
    case Reason::copy_of:
    case Reason::subset_of:
    case Reason::increment:
    case Reason::other_scope:
    case Reason::prediction:
    case Reason::background:
    case Reason::denied:
    case Reason::rejected:
    case Reason::typo_of:
    case Reason::vague: break;
  }
  return {};
}

// From when on each figure of the series was one that a later one had replaced.
using SupersededFrom = std::unordered_map<std::string_view, std::int64_t>;  // looked up only

SupersededFrom superseded_in(const std::vector<const Estimate*>& estimates) {
  SupersededFrom from;
  for (const Estimate* estimate : estimates) {
    if (!estimate->known_from) continue;
    for (const SetAside& aside : estimate->set_aside) {
      if (role_of(aside.reason).superseded) from.try_emplace(aside.evidence, estimate->known_from->seconds);
    }
  }
  return from;
}

void add_dot(ChartPanel& panel, const ReportView& view, const SupersededFrom& superseded, std::string_view id,
             Reason reason) {
  const DotRole role = role_of(reason);
  const Evidence* evidence = view.standings.evidence(id);
  if (!role.shown || evidence == nullptr || !evidence->published) return;
  const std::optional<std::int64_t> value = point(evidence->quantity);
  if (!value) return;
  ChartDot dot;
  dot.when = evidence->published->seconds;
  dot.value = *value;
  dot.source = speaker_class_of(evidence->source.empty() ? "media" : evidence->source_kind);
  dot.superseded = role.superseded;
  if (const auto at = superseded.find(id); role.superseded && at != superseded.end() && at->second > dot.when)
    dot.superseded_from = at->second;
  dot.words = fmt::format("{}: {}, {} ({})", short_time(evidence->published), say_value(*evidence),
                          cut(said_by(*evidence), kMostWords), reason_label(reason));
  dot.quote = view.citations.cite(*evidence);
  panel.dots.push_back(std::move(dot));
}

ChartPanel panel_of(const ReportView& view, const Estimate& now) {
  ChartPanel panel;
  panel.now = &now;
  for (const Estimate& estimate : view.report.reconciliation->estimates) {
    if (estimate.series != now.series) continue;
    panel.estimates.push_back(&estimate);
    if (estimate.best && estimate.known_from)
      panel.steps.push_back({estimate.known_from->seconds, *estimate.best, estimate.low, estimate.high});
  }
  // The last estimate says of every figure of the series how it stands.
  const Estimate& last = panel.estimates.empty() ? now : *panel.estimates.back();
  const SupersededFrom superseded = superseded_in(panel.estimates);
  for (const std::string& id : last.carried_by) add_dot(panel, view, superseded, id, Reason::carries);
  for (const SetAside& aside : last.set_aside) add_dot(panel, view, superseded, aside.evidence, aside.reason);
  std::stable_sort(panel.dots.begin(), panel.dots.end(),
                   [](const ChartDot& a, const ChartDot& b) { return a.when < b.when; });
  return panel;
}

struct Stretch {
  std::int64_t first = INT64_MAX;
  std::int64_t last = INT64_MIN;
  void hold(std::int64_t when) {
    first = std::min(first, when);
    last = std::max(last, when);
  }
  bool empty() const { return first > last; }
};

// All that was published, and the day it happened where that is not long before.
Stretch stretch_of(const ReportView& view, const std::vector<ChartPanel>& panels) {
  Stretch stretch;
  for (const ChartPanel& panel : panels) {
    for (const ChartStep& step : panel.steps) stretch.hold(step.from);
    for (const ChartDot& dot : panel.dots) stretch.hold(dot.when);
  }
  for (const Document& document : *view.report.documents) {
    if (document.article.published) stretch.hold(document.article.published->when.seconds);
  }
  if (stretch.empty()) return stretch;
  const std::int64_t near = std::max(stretch.last - stretch.first, 14 * kDay);
  for (const Event& event : view.report.reconciliation->events) {
    if (event.id != view.main_event || !event.date || !event.date->first) continue;
    const std::int64_t began = to_days(*event.date->first) * kDay;
    if (began < stretch.first && stretch.first - began <= near) stretch.hold(began);
  }
  return stretch;
}

void add_events(Chart& chart, const ReportView& view) {
  if (view.report.timeline == nullptr) return;
  TimelineNames names;
  for (const TimelineEntry& entry : view.report.timeline->entries) {
    for (const TimelineSentence& sentence : entry.sentences) {
      std::string name = names.next(entry.date);
      const std::optional<Date>& day = entry.date.first ? entry.date.first : entry.date.last;
      if (!day || &sentence != &entry.sentences.front()) continue;
      ChartEvent event;
      event.from = to_days(*day) * kDay;
      event.to = to_days(entry.date.last.value_or(*day)) * kDay + kDay;
      event.name = std::move(name);
      if (event.to <= chart.begin) {
        ++chart.earlier;
      } else if (event.from >= chart.end) {
        ++chart.later;
      } else {
        event.words = short_date(entry.date) + ": " + cut(sentence.text, kMostWords);
        chart.events.push_back(std::move(event));
      }
    }
  }
}

}  // namespace

SpeakerClass speaker_class_of(std::string_view source_kind) {
  if (source_kind == "verified") return SpeakerClass::official;
  if (source_kind == "leading") return SpeakerClass::media;
  const auto it = std::find(kNames.begin(), kNames.end(), source_kind);
  return it == kNames.end() ? SpeakerClass::other : static_cast<SpeakerClass>(it - kNames.begin());
}

std::string_view name_of(SpeakerClass source) {
  return kNames.at(static_cast<std::size_t>(source));
}

std::string_view label_of(SpeakerClass source) {
  return kLabels.at(static_cast<std::size_t>(source));
}

Chart chart_of(const ReportView& view) {
  Chart chart;
  for (const KeyFigure& figure : key_figures(view)) {
    ChartPanel panel = panel_of(view, *figure.now);
    if (!panel.steps.empty()) chart.panels.push_back(std::move(panel));
  }
  const Stretch stretch = stretch_of(view, chart.panels);
  if (stretch.empty()) return chart;
  // Hours say nothing where no report has a time of day.
  const auto has_time = [](const ChartDot& dot) { return dot.when % kDay != 0; };
  const bool has_times = std::any_of(chart.panels.begin(), chart.panels.end(), [&](const ChartPanel& panel) {
    return std::any_of(panel.dots.begin(), panel.dots.end(), has_time);
  });
  const std::int64_t length = std::max(stretch.last - stretch.first, (has_times ? 2 : 5) * kDay);
  chart.begin = stretch.first - length / 30;
  chart.end = stretch.first + length + length / 12;
  for (const Silence& silence : silences_of(*view.report.documents)) {
    const std::int64_t days = silence.days();
    if (days * kDay * 100 >= length)  // shorter ones could not be seen
      chart.gaps.emplace_back(to_days(silence.first) * kDay, (to_days(silence.last) + 1) * kDay);
  }
  add_events(chart, view);
  return chart;
}

}  // namespace annals
