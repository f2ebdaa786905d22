#include "normalizer/toll/run_series.hpp"

#include <algorithm>
#include <tuple>

#include "normalizer/toll/series_run.hpp"

namespace annals {

bool may_fall(HarmKind kind) {
  return kind == HarmKind::missing || kind == HarmKind::captive || kind == HarmKind::trapped ||
         kind == HarmKind::detained || kind == HarmKind::displaced || kind == HarmKind::affected;
}

double gap_between(std::int64_t a, std::int64_t b) {
  const auto top = static_cast<double>(std::max(a, b));
  return top > 0 ? static_cast<double>(std::max(a, b) - std::min(a, b)) / top : 0.0;
}

bool allows(const Quantity& quantity, std::int64_t value) {
  return (!quantity.low || *quantity.low <= value) && (!quantity.high || value <= *quantity.high) &&
         (quantity.low || quantity.high);
}

std::int64_t seconds_between(std::int64_t from, std::int64_t to) {
  if (from == kAlwaysKnown || to == kAlwaysKnown) return 0;
  return to - from;
}

namespace {
// The coding rules of people; the others are the model with another last step.
bool is_coding_rule(Policy policy) {
  return policy != Policy::model && policy != Policy::range && policy != Policy::conservative;
}
std::vector<std::uint32_t> members_of(const SeriesInput& input) {
  std::vector<std::uint32_t> members;
  for (const Reading& reading : input.readings)
    members.insert(members.end(), reading.members.begin(), reading.members.end());
  for (const Retraction& retraction : input.retractions) members.push_back(retraction.member);
  for (const Gated& one : input.gated) members.push_back(one.member);
  return members;
}
}  // namespace

SeriesRun::SeriesRun(const std::vector<Evidence>& evidence, const SeriesInput& input, Policy policy,
                     const ModelParts& parts)
    : evidence_(evidence), kind_(input.kind), policy_(policy), parts_(parts) {
  history_.log = VerdictLog(members_of(input));
}

void SeriesRun::step(std::int64_t time, std::vector<Reading> batch,
                     const std::vector<Retraction>& retractions, const std::vector<Gated>& gated) {
  now_ = time;
  if (history_.standings.empty() && seen_.empty()) begun_ = time;
  for (const Gated& one : gated) history_.log.set(one.member, one.verdict);
  for (const Retraction& retraction : retractions) take_back(retraction);
  if (is_coding_rule(policy_)) {
    code(batch);
  } else {
    std::vector<Reading> contenders = absorb(batch);
    if (time != kAlwaysKnown) contenders = last_word_of_each_origin(std::move(contenders));
    choose(std::move(contenders));
  }
  publish();
}

SeriesHistory SeriesRun::take() {
  return std::move(history_);
}

void put_in_order(const std::vector<Evidence>& evidence, SeriesInput& input) {
  std::sort(input.readings.begin(), input.readings.end(), [&](const Reading& a, const Reading& b) {
    return std::tie(a.time, evidence[a.members.front()].id) <
           std::tie(b.time, evidence[b.members.front()].id);
  });
  std::sort(input.retractions.begin(), input.retractions.end(), [](const Retraction& a, const Retraction& b) {
    return std::tie(a.time, a.member) < std::tie(b.time, b.member);
  });
  std::sort(input.gated.begin(), input.gated.end(), [](const Gated& a, const Gated& b) {
    return std::tie(a.time, a.member) < std::tie(b.time, b.member);
  });
}

SeriesHistory run_series(const std::vector<Evidence>& evidence, const SeriesInput& input, Policy policy,
                         const ModelParts& parts) {
  SeriesRun run(evidence, input, policy, parts);
  std::size_t r = 0;
  std::size_t t = 0;
  std::size_t g = 0;
  while (r < input.readings.size() || t < input.retractions.size() || g < input.gated.size()) {
    std::int64_t time = INT64_MAX;
    if (r < input.readings.size()) time = std::min(time, input.readings[r].time);
    if (t < input.retractions.size()) time = std::min(time, input.retractions[t].time);
    if (g < input.gated.size()) time = std::min(time, input.gated[g].time);
    std::vector<Reading> readings;
    std::vector<Retraction> retractions;
    std::vector<Gated> gated;
    for (; r < input.readings.size() && input.readings[r].time == time; ++r)
      readings.push_back(input.readings[r]);
    for (; t < input.retractions.size() && input.retractions[t].time == time; ++t)
      retractions.push_back(input.retractions[t]);
    for (; g < input.gated.size() && input.gated[g].time == time; ++g) gated.push_back(input.gated[g]);
    run.step(time, std::move(readings), retractions, gated);
  }
  return run.take();
}

std::vector<std::pair<std::uint32_t, Verdict>> verdicts_of(const SeriesHistory& history,
                                                           std::size_t standing) {
  const Standing& one = history.standings[standing];
  std::vector<std::pair<std::uint32_t, Verdict>> all = history.log.at(one.verdicts);
  const bool shifted = !one.displaced.empty();
  if (shifted) {
    std::erase_if(all, [&](const auto& entry) {
      return std::find(one.carried_by.begin(), one.carried_by.end(), entry.first) != one.carried_by.end();
    });
    for (const std::uint32_t member : one.displaced)
      all.emplace_back(member, Verdict{Reason::outweighed, one.carried_by.front()});
    std::sort(all.begin(), all.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
  }
  return all;
}

}  // namespace annals
