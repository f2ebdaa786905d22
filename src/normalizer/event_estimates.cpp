#include "normalizer/event_estimates.hpp"

#include <algorithm>
#include <array>
#include <set>
#include <tuple>
#include <utility>

#include "normalizer/series/scopes.hpp"
#include "normalizer/toll/margins.hpp"

namespace annals {

namespace {

// What a headline is chosen for.
using Subject = std::pair<HarmKind, std::string>;
Subject subject_of(const SeriesKey& key) {
  return {key.kind, key.measure};
}

// Series that differ in nothing but their place.
using Family = std::tuple<HarmKind, std::string, std::string, Unit, Fate, Side, Definition>;
Family family_of(const SeriesKey& key) {
  return {key.kind, key.measure, key.part_of, key.unit, key.fate, key.side, key.definition};
}

// What stands at a time; null before the first.
const Standing* standing_at(const std::vector<Standing>& standings, std::int64_t time) {
  const auto next = std::upper_bound(standings.begin(), standings.end(), time,
                                     [](std::int64_t t, const Standing& s) { return t < s.time; });
  return next == standings.begin() ? nullptr : &*std::prev(next);
}

// The sum of what stands for all parts, each time one of them changes and none is missing.
std::vector<Reading> sums_of_parts(const std::vector<const std::vector<Standing>*>& parts) {
  std::set<std::int64_t> times;
  for (const auto* part : parts) {
    for (const Standing& standing : *part) times.insert(standing.time);
  }
  std::vector<Reading> sums;
  for (const std::int64_t time : times) {
    std::vector<Reading> standing_now;
    for (const auto* part : parts) {
      const Standing* now = standing_at(*part, time);
      if (now == nullptr || !now->carrier) break;
      standing_now.push_back(*now->carrier);
    }
    if (standing_now.size() != parts.size()) continue;
    Reading sum = sum_of(standing_now);
    sum.time = time;
    sum.scope = Scope::total;
    sum.origin = "sum of parts";
    sums.push_back(std::move(sum));
  }
  return sums;
}

// Sums count from the first time that somebody spoke of the whole: before it, nobody knew that there is one.
void add_sums(SeriesInput& whole, std::vector<Reading> sums) {
  std::int64_t first = INT64_MAX;
  for (const Reading& reading : whole.readings) first = std::min(first, reading.time);
  for (const Retraction& retraction : whole.retractions) first = std::min(first, retraction.time);
  for (const Gated& one : whole.gated) first = std::min(first, one.time);
  for (std::size_t i = 0; i < sums.size(); ++i) {
    if (sums[i].time < first) {
      if (i + 1 < sums.size() && sums[i + 1].time <= first) continue;  // a newer one stands by then
      sums[i].time = first;
    }
    whole.readings.push_back(std::move(sums[i]));
  }
}

// What an editor would print, as far as the key tells: the main definition before a part of it, people before
// families, the widest place. A larger number is printed first.
std::array<int, 6> rank_for_print(const SeriesKey& key, const ScopeTree& places, bool divided) {
  constexpr std::array kDefinitions{5, 3, 2,
                                    4, 0, 1};  // reported, recovered, identified, verified, excess, estimated
  constexpr std::array kSides{4, 1, 1, 2, 3};  // everyone, civilians, combatants, with and without attackers
  constexpr std::array kFates{2, 0, 1};        // known, presumed, dead or missing
  return {key.part_of.empty() ? 1 : 0,
          kDefinitions.at(static_cast<std::size_t>(key.definition)),
          kFates.at(static_cast<std::size_t>(key.fate)),
          kSides.at(static_cast<std::size_t>(key.side)),
          key.unit == Unit::people ? 1 : 0,
          divided && key.place.empty() ? 1 : places.width_of(key.place)};
}

// Which series is the headline of a subject from when on.
class Headlines {
 public:
  // `divided`: articles tell of several countries, and what names no place is of one of them.
  Headlines(const std::vector<std::pair<const SeriesKey*, const std::vector<Standing>*>>& series,
            bool divided) {
    std::vector<std::string> names;
    names.reserve(series.size());
    for (const auto& [key, standings] : series) names.push_back(key->place);
    const ScopeTree places(names);
    struct Change {
      std::int64_t time;
      std::size_t series;
      std::int64_t value;
    };
    std::vector<Change> changes;
    std::vector<std::array<int, 6>> ranks;
    for (std::size_t i = 0; i < series.size(); ++i) {
      ranks.push_back(rank_for_print(*series[i].first, places, divided));
      for (const Standing& standing : *series[i].second)
        changes.push_back({standing.time, i, standing.carrier ? standing.carrier->value : -1});
    }
    std::stable_sort(changes.begin(), changes.end(),
                     [](const Change& a, const Change& b) { return a.time < b.time; });
    // Of equals the first by key.
    using Entry = std::tuple<std::array<int, 6>, std::int64_t, std::int64_t>;
    std::set<Entry> now;
    std::vector<std::optional<std::int64_t>> value(series.size());
    const auto entry = [&](std::size_t i) {
      return Entry{ranks[i], *value[i], -static_cast<std::int64_t>(i)};
    };
    for (std::size_t at = 0; at < changes.size(); ++at) {
      const std::size_t i = changes[at].series;
      if (value[i]) now.erase(entry(i));
      value[i] = changes[at].value;
      now.insert(entry(i));
      if (at + 1 < changes.size() && changes[at + 1].time == changes[at].time) continue;
      const auto first = static_cast<std::size_t>(-std::get<2>(*now.rbegin()));
      if (from_.empty() || from_.back().second != first) from_.emplace_back(changes[at].time, first);
    }
  }
  std::size_t at(std::int64_t time) const {
    const auto next = std::upper_bound(from_.begin(), from_.end(), time,
                                       [](std::int64_t t, const auto& entry) { return t < entry.first; });
    return next == from_.begin() ? SIZE_MAX : std::prev(next)->second;
  }

 private:
  std::vector<std::pair<std::int64_t, std::size_t>> from_;
};

// The moment as the article stated it: with the precision of the first figure known then.
std::optional<Instant> moment_of(const std::vector<Evidence>& evidence,
                                 const std::vector<std::uint32_t>& members, std::int64_t time) {
  if (time == kAlwaysKnown) return std::nullopt;
  const auto at = std::lower_bound(members.begin(), members.end(), time, [&](std::uint32_t member, auto t) {
    return time_of(evidence[member]) < t;
  });
  if (at != members.end() && time_of(evidence[*at]) == time) return evidence[*at].published;
  Instant known;
  known.seconds = time;
  known.precision = Instant::Precision::second;
  return known;
}

class Writer {
 public:
  Writer(const std::vector<Evidence>& evidence, const std::vector<std::uint32_t>& members,
         const EventSeries& series, const ReconcileOptions& options)
      : evidence_(evidence), members_(members), series_(series), options_(options) {
    std::map<Subject, std::vector<std::pair<const SeriesKey*, const std::vector<Standing>*>>> subjects;
    std::set<Subject> divided;
    for (const auto& [key, history] : series.histories) {
      const auto& readings = series.inputs.at(key).readings;
      if (!key.place.empty() && !readings.empty() && readings.front().from_article)
        divided.insert(subject_of(key));
      auto& group = subjects[subject_of(key)];
      place_in_subject_.push_back(group.size());
      group.emplace_back(&key, &history.standings);
    }
    for (const auto& [subject, group] : subjects)
      headlines_.emplace(subject, Headlines(group, divided.contains(subject)));
    for (const std::uint32_t member : members)
      of_subject_[{evidence[member].kind, evidence[member].measure}].push_back(member);
    told_.resize(evidence.size());
  }

  std::vector<Estimate> write() {
    std::vector<Estimate> all;
    // Of each toll, the headline that stands last; a series may have gone on beside it.
    std::map<std::pair<Subject, Unit>, std::pair<std::int64_t, std::size_t>> headline_now;
    std::size_t number = 0;
    for (const auto& [key, history] : series_.histories) {
      const Headlines& headlines = headlines_.at(subject_of(key));
      for (const Standing& standing : history.standings) {
        Estimate estimate = plain(key, standing);
        raise_to_floor(estimate, standing.time);
        estimate.headline = headlines.at(standing.time) == place_in_subject_[number];
        if (estimate.headline) {
          auto& [time, at] =
              headline_now.try_emplace({subject_of(key), key.unit}, kAlwaysKnown, 0).first->second;
          if (standing.time >= time) std::tie(time, at) = std::pair(standing.time, all.size());
        }
        all.push_back(std::move(estimate));
      }
      ++number;
    }
    std::set<std::size_t> shown;
    for (const auto& [toll, now] : headline_now) shown.insert(now.second);
    std::size_t at = 0;
    for (const auto& [key, history] : series_.histories) {
      for (std::size_t i = 0; i < history.standings.size(); ++i, ++at) {
        const bool last = i + 1 == history.standings.size();
        if (options_.detail == Detail::last && !last && !shown.contains(at)) continue;
        set_aside(all[at], key, history, i, last ? INT64_MAX : history.standings[i + 1].time);
      }
    }
    return all;
  }

 private:
  // True the first time it is asked of a member since `asked_` went up.
  bool tell(std::uint32_t member) { return std::exchange(told_[member], asked_) != asked_; }

  Estimate plain(const SeriesKey& key, const Standing& standing) const {
    Estimate estimate;
    estimate.series = key;
    estimate.known_from = moment_of(evidence_, members_, standing.time);
    if (standing.carrier) {
      estimate.best = standing.carrier->value;
      estimate.bound = standing.carrier->quantity.bound;
    }
    estimate.low = standing.low;
    estimate.high = standing.high;
    estimate.status = standing.status;
    estimate.cause = standing.cause;
    estimate.reason = standing.reason;
    estimate.grade = standing.grade;
    for (const ConfidenceUntil& earlier : standing.earlier)
      estimate.earlier.push_back(
          {moment_of(evidence_, members_, earlier.time), earlier.status, earlier.grade});
    estimate.carried_by.reserve(standing.carried_by.size());
    for (const std::uint32_t member : standing.carried_by)
      estimate.carried_by.push_back(evidence_[member].id);
    return estimate;
  }

  // Those verified or identified one by one are a floor of all that are reported.
  void raise_to_floor(Estimate& estimate, std::int64_t time) const {
    if (estimate.series.definition != Definition::reported || !estimate.low) return;
    SeriesKey key = estimate.series;
    for (const Definition floor : {Definition::verified, Definition::identified}) {
      key.definition = floor;
      const auto at = series_.histories.find(key);
      const Standing* standing =
          at == series_.histories.end() ? nullptr : standing_at(at->second.standings, time);
      if (standing == nullptr || !standing->carrier || standing->carrier->value > estimate.best.value_or(0))
        continue;
      estimate.low = std::max(*estimate.low, standing->carrier->value);
    }
  }

  void set_aside(Estimate& estimate, const SeriesKey& key, const SeriesHistory& history, std::size_t i,
                 std::int64_t until) {
    const Standing& standing = history.standings[i];
    const SeriesInput& input = series_.inputs.at(key);
    const Margins margins = margins_of(input, until, standing, options_.parts);
    estimate.margin = margins.of_estimate;
    const auto margin_without = [&](std::uint32_t member) {
      const auto at =
          std::lower_bound(margins.without.begin(), margins.without.end(), std::pair(member, -1e300));
      return at != margins.without.end() && at->first == member ? at->second : margins.of_estimate;
    };
    ++asked_;
    for (const std::uint32_t member : standing.carried_by) tell(member);
    for (const auto& [member, verdict] : verdicts_of(history, i)) {
      if (!tell(member)) continue;
      estimate.set_aside.push_back({evidence_[member].id, verdict.reason,
                                    verdict.other == kNoOther ? "" : evidence_[verdict.other].id,
                                    margin_without(member)});
    }
    if (!estimate.headline) return;
    // A headline answers for every figure of its kind, those of side series too.
    for (const std::uint32_t member : of_subject_.at(subject_of(key))) {
      if (time_of(evidence_[member]) >= until) break;  // members come in order of time
      if (!tell(member)) continue;
      const Evidence& figure = evidence_[member];
      estimate.set_aside.push_back(
          {figure.id, reason_elsewhere(figure, member, key), "", margins.of_estimate});
    }
  }

  // A reason that holds in any series goes with the figure; else it is a part, or of another scope.
  Reason reason_elsewhere(const Evidence& figure, std::uint32_t member, const SeriesKey& key) const {
    const auto side = series_.histories.find(series_of(figure));
    if (side != series_.histories.end()) {
      const auto verdict = side->second.log.of(member);
      if (verdict) {
        const Reason own = verdict->reason;
        if (own == Reason::prediction || own == Reason::background || own == Reason::denied ||
            own == Reason::increment || own == Reason::vague || own == Reason::rejected)
          return own;
      }
    }
    return figure.part || figure.part_of != key.part_of ? Reason::subset_of : Reason::other_scope;
  }

  const std::vector<Evidence>& evidence_;
  const std::vector<std::uint32_t>& members_;
  const EventSeries& series_;
  const ReconcileOptions& options_;
  std::vector<std::size_t> place_in_subject_;  // of each history, in order
  std::map<Subject, Headlines> headlines_;
  std::map<Subject, std::vector<std::uint32_t>> of_subject_;
  std::vector<std::uint32_t> told_;  // by member: the last list it was put on
  std::uint32_t asked_ = 0;          // number of the list being made
};

}  // namespace

void run_event(const std::vector<Evidence>& evidence, EventSeries& series, const ReconcileOptions& options) {
  series.histories.clear();
  std::map<Family, std::vector<std::string>> places;
  for (const auto& [key, input] : series.inputs) places[family_of(key)].push_back(key.place);
  std::map<Family, ScopeTree> trees;
  for (const auto& [family, names] : places) trees.emplace(family, ScopeTree(names));
  // Parts before wholes: by width is enough, as names nest ("A+B", "A", "A-b").
  std::vector<std::pair<int, const SeriesKey*>> order;
  for (const auto& [key, input] : series.inputs)
    order.emplace_back(trees.at(family_of(key)).width_of(key.place), &key);
  std::stable_sort(order.begin(), order.end(),
                   [](const auto& a, const auto& b) { return a.first < b.first; });
  for (const auto& [width, key] : order) {
    SeriesInput& input = series.inputs.at(*key);
    std::erase_if(input.readings, [](const Reading& reading) { return reading.origin == "sum of parts"; });
    std::vector<const std::vector<Standing>*> parts;
    const std::vector<std::string> names = trees.at(family_of(*key)).parts_of(key->place);
    for (const std::string& name : names) {
      SeriesKey part = *key;
      part.place = name;
      const auto run = series.histories.find(part);
      if (run != series.histories.end() && !run->second.standings.empty())
        parts.push_back(&run->second.standings);
    }
    if (!parts.empty() && parts.size() == names.size()) add_sums(input, sums_of_parts(parts));
    number_voices(input);
    put_in_order(evidence, input);
    series.histories.emplace(*key, run_series(evidence, input, options.policy, options.parts));
  }
}

std::vector<Estimate> estimates_of(const std::vector<Evidence>& evidence,
                                   const std::vector<std::uint32_t>& members, const EventSeries& series,
                                   const ReconcileOptions& options) {
  return Writer(evidence, members, series, options).write();
}

}  // namespace annals
