// Anomalies: what the course of a toll shows that no figure by itself does.
#include <algorithm>
#include <array>
#include <map>
#include <tuple>

#include <fmt/core.h>

#include "annals/normalizer/findings.hpp"

#include "normalizer/findings/known_evidence.hpp"
#include "normalizer/series/series.hpp"
#include "normalizer/toll/rounding.hpp"
#include "normalizer/toll/series_run.hpp"

namespace annals {

namespace {

constexpr std::int64_t kEarly = 3 * kDay;   // in the first days everything jumps
constexpr std::int64_t kStill = 14 * kDay;  // without a change
constexpr std::int64_t kSilent = 14 * kDay;
constexpr std::size_t kTellings = 3;  // make a habit
constexpr std::int64_t kLeastJump = 20;

using Course = std::vector<const Estimate*>;

std::int64_t seconds_of(const std::optional<Instant>& instant) {
  return instant ? instant->seconds : kAlwaysKnown;
}

// Causes that say why a number moves; that it moved is none.
std::optional<ChangeCause> explanation(ChangeCause cause) {
  switch (cause) {
    case ChangeCause::first_report:
    case ChangeCause::new_deaths:
    case ChangeCause::revised_up:
    case ChangeCause::revised_down:
    case ChangeCause::source_switch: return std::nullopt;
    default: return cause;
  }
}

Anomaly between(AnomalyKind kind, const Estimate& before, const Estimate& after) {
  Anomaly anomaly;
  anomaly.kind = kind;
  anomaly.series = after.series;
  anomaly.from = before.known_from;
  anomaly.to = after.known_from;
  anomaly.before = before.best;
  anomaly.after = after.best;
  anomaly.cause = explanation(after.cause);
  anomaly.evidence = after.carried_by;
  return anomaly;
}

std::string cause_words(const Anomaly& anomaly) {
  return anomaly.cause ? std::string(name_of(*anomaly.cause)) : "unexplained";
}

void add_moves(const Course& course, std::vector<Anomaly>& found) {
  const std::int64_t begun = seconds_of(course.front()->known_from);
  for (std::size_t i = 1; i < course.size(); ++i) {
    const Estimate& before = *course[i - 1];
    const Estimate& after = *course[i];
    if (!before.best || !after.best || *before.best == *after.best) continue;
    if (*after.best < *before.best) {
      if (may_fall(after.series.kind)) continue;
      Anomaly drop = between(AnomalyKind::drop, before, after);
      drop.says = fmt::format("fell from {} to {}: {}", grouped(*before.best), grouped(*after.best),
                              cause_words(drop));
      found.push_back(std::move(drop));
      continue;
    }
    const std::int64_t rise = *after.best - *before.best;
    const bool early = seconds_between(begun, seconds_of(after.known_from)) < kEarly;
    if (early || rise < kLeastJump || rise < *before.best) continue;
    Anomaly jump = between(AnomalyKind::jump, before, after);
    jump.says = fmt::format("rose from {} to {} at once: {}", grouped(*before.best), grouped(*after.best),
                            cause_words(jump));
    found.push_back(std::move(jump));
  }
}

// Days of figures that said nothing new while `before` stood.
std::size_t tellings(const Estimate& estimate, const KnownEvidence& known) {
  std::size_t count = 0;
  for (const SetAside& aside : estimate.set_aside) {
    const Evidence* figure = known.find(aside.evidence);
    if (figure == nullptr || !figure->published || !estimate.known_from) continue;
    const bool repeats = aside.reason == Reason::agrees || aside.reason == Reason::copy_of ||
                         aside.reason == Reason::rounds_to;
    if (repeats && *figure->published > *estimate.known_from) ++count;
  }
  return count;
}

void add_plateaus(const Course& course, const KnownEvidence& known, std::vector<Anomaly>& found) {
  for (std::size_t i = 0; i + 1 < course.size(); ++i) {
    const Estimate& before = *course[i];
    const Estimate& after = *course[i + 1];
    if (!before.best || !after.best || *after.best <= *before.best || may_fall(after.series.kind)) continue;
    const std::int64_t length = seconds_between(seconds_of(before.known_from), seconds_of(after.known_from));
    if (length < kStill || tellings(before, known) < kTellings) continue;
    Anomaly plateau = between(AnomalyKind::plateau, before, after);
    plateau.evidence = before.carried_by;
    plateau.says =
        fmt::format("stood at {} for {} days while it was told again, then rose to {}: {}",
                    grouped(*before.best), length / kDay, grouped(*after.best), cause_words(plateau));
    found.push_back(std::move(plateau));
  }
}

// "Another 12, in all 95" says that it was 83 before.
void add_breaks(const std::vector<const Evidence*>& figures, const std::map<SeriesKey, Course>& courses,
                std::vector<Anomaly>& found) {
  for (const Evidence* more : figures) {
    const auto added = point(more->quantity);
    if (!more->more || more->frame != Frame::reported || more->rejected || !added || !more->published)
      continue;
    const Evidence* total = nullptr;
    for (const Evidence* other : figures) {
      const bool together = other != more && !other->more && !other->part && other->kind == more->kind &&
                            other->measure == more->measure && other->article == more->article &&
                            other->source == more->source && other->published == more->published &&
                            other->part_of == more->part_of && other->frame == Frame::reported &&
                            other->quantity.bound == Bound::exact;
      if (!together || point(other->quantity).value_or(0) <= *added) continue;
      if (!more->quote.empty() && other->quote != more->quote) continue;
      if (total == nullptr || *point(other->quantity) > *point(total->quantity)) total = other;
    }
    if (total == nullptr) continue;
    const auto course = courses.find(series_of(*total));
    if (course == courses.end()) continue;
    const Estimate* before = nullptr;
    for (const Estimate* estimate : course->second) {
      if (seconds_of(estimate->known_from) < more->published->seconds) before = estimate;
    }
    if (before == nullptr || !before->best) continue;
    const std::int64_t implied = *point(total->quantity) - *added;
    if (implied == *before->best || rounds_to(exactly(implied), *before->best)) continue;
    Anomaly broken;
    broken.kind = AnomalyKind::arithmetic;
    broken.series = before->series;
    broken.from = before->known_from;
    broken.to = more->published;
    broken.before = before->best;
    broken.after = implied;
    broken.evidence = {more->id, total->id};
    broken.says =
        fmt::format("{} more and {} in all make {} before, but {} stood: unexplained", grouped(*added),
                    grouped(*point(total->quantity)), grouped(implied), grouped(*before->best));
    found.push_back(std::move(broken));
  }
}

// Who told a series again and again and then fell silent while others went on.
void add_silences(const SeriesKey& series, const std::vector<const Evidence*>& figures,
                  std::vector<Anomaly>& found) {
  std::map<std::string, std::vector<const Evidence*>> by_voice;
  const Evidence* last = nullptr;
  for (const Evidence* figure : figures) {
    if (!figure->published || figure->frame != Frame::reported || figure->rejected) continue;
    by_voice[speaker_of(*figure)].push_back(figure);
    last = figure;
  }
  for (const auto& [voice, own] : by_voice) {
    if (own.size() < kTellings || last == own.back()) continue;
    const std::int64_t first = own.front()->published->seconds;
    const std::int64_t until = own.back()->published->seconds;
    const std::int64_t habit = (until - first) / static_cast<std::int64_t>(own.size() - 1);
    const std::int64_t silent = last->published->seconds - until;
    if (silent < std::max(kSilent, 5 * habit)) continue;
    const auto later = std::count_if(figures.begin(), figures.end(), [&](const Evidence* figure) {
      return figure->published && figure->published->seconds > until;
    });
    if (static_cast<std::size_t>(later) < kTellings) continue;
    Anomaly silence;
    silence.kind = AnomalyKind::silence;
    silence.series = series;
    silence.from = own.back()->published;
    silence.to = last->published;
    silence.before = point(own.back()->quantity);
    silence.evidence = {own.back()->id};
    silence.says = fmt::format("{} gave {} figures and none in the {} days since: unexplained", voice,
                               own.size(), silent / kDay);
    found.push_back(std::move(silence));
  }
}

}  // namespace

std::vector<Anomaly> find_anomalies(const Reconciliation& reconciliation) {
  const KnownEvidence known(reconciliation);
  std::map<SeriesKey, Course> courses;
  for (const Estimate& estimate : reconciliation.estimates) courses[estimate.series].push_back(&estimate);
  std::map<std::string_view, std::vector<const Evidence*>> by_event;
  std::map<SeriesKey, std::vector<const Evidence*>> by_series;
  for (const Evidence& figure : reconciliation.evidence) {
    by_event[figure.event].push_back(&figure);
    by_series[series_of(figure)].push_back(&figure);
  }
  std::vector<Anomaly> found;
  for (const auto& [series, course] : courses) {
    add_moves(course, found);
    add_plateaus(course, known, found);
    const auto figures = by_series.find(series);
    if (figures != by_series.end()) add_silences(series, figures->second, found);
  }
  for (const auto& [event, figures] : by_event) add_breaks(figures, courses, found);
  const auto key = [](const Anomaly& a) {
    return std::tuple(a.series, seconds_of(a.to), a.kind, a.evidence);
  };
  std::stable_sort(found.begin(), found.end(),
                   [&](const Anomaly& a, const Anomaly& b) { return key(a) < key(b); });
  return found;
}

}  // namespace annals
