// Which of the candidates of one moment replaces what stands, if any does.
#include <algorithm>
#include <cmath>

#include "normalizer/toll/rounding.hpp"
#include "normalizer/toll/series_run.hpp"
#include "normalizer/toll/typo.hpp"
#include "normalizer/toll/weighing.hpp"

namespace annals {

namespace {

constexpr double kIncidentGap = 0.7;
constexpr std::int64_t kOldPaper = 7 * kDay;
constexpr double kPartGap = 0.9;
constexpr double kHeavyTail = 3.5;  // no jump costs more: three independent voices always carry it
constexpr double kWidening = 1.0;   // from a count of one incident to a running total
constexpr double kExplained = 0.5;  // by another definition or a backlog
constexpr double kBearsOut = 0.5;   // of the weight of an origin that counts more than what stands, but less

bool people_are_found(HarmKind kind) {
  return kind == HarmKind::missing || kind == HarmKind::trapped || kind == HarmKind::captive;
}

}  // namespace

double SeriesRun::score(const Reading& candidate, const std::vector<Reading>& contenders) const {
  const bool rises = carrier_ && candidate.value > carrier_->value && !may_fall(kind_);
  std::map<std::uint32_t, double> by_voice;
  const auto add = [&](const Reading& reading) {
    double weight = support(reading, candidate.value, parts_);
    // Who counts more than what stands, if less than this, says that what stands is too low.
    if (weight == 0 && rises && reading.value > carrier_->value && reading.value < candidate.value)
      weight = kBearsOut * support(reading, reading.value, parts_);
    double& best = by_voice[reading.voice];
    best = parts_.copies ? std::max(best, weight) : best + weight;
  };
  for (const Reading& reading : contenders) add(reading);
  for (const auto& [voice, rival] : rivals_) {
    if (seconds_between(rival.time, now_) <= kRivalLife) add(rival);
  }
  double sum = 0;
  for (const auto& [voice, weight] : by_voice) sum += weight;
  if (!carrier_) return sum;
  if (rises) {
    const bool total = candidate.scope == Scope::total;
    const double cost = rise_cost(carrier_->value, candidate.value, seconds_between(begun_, now_),
                                  seconds_between(carrier_->time, now_), total);
    double most = total && carrier_->scope == Scope::event ? kWidening : kHeavyTail;
    const bool explained = candidate.cue && (candidate.cue->cause == ChangeCause::definition ||
                                             candidate.cue->cause == ChangeCause::backlog);
    if (explained) most = kExplained;
    sum += std::max(cost, -most - 0.2);
  }
  // Who tells of one victim does not say that there were no others, whoever it is.
  const bool only_one = rises && carrier_->from_article && carrier_->value == 1 && candidate.own_toll;
  if (!only_one) sum += rank_cost(*carrier_, candidate, seconds_between(carrier_->time, candidate.time));
  // An incident of a longer story is no news of its running total.
  if (has_total_ && candidate.scope == Scope::event) sum -= 0.6;
  return sum;
}

// Nobody repeats the figure that stands, while three others count lower running totals after it: it was
// wrong.
bool SeriesRun::stands_alone_above(const Reading& candidate) const {
  const auto counts_lower = [&](const Reading& reading) {
    return reading.scope == Scope::total && reading.voice != carrier_->voice &&
           reading.time > carrier_->time && reading.value < carrier_->value &&
           gap_between(reading.value, carrier_->value) > kContestedGap;
  };
  if (!agreeing_.empty() || !counts_lower(candidate)) return false;
  const auto others = std::count_if(rivals_.begin(), rivals_.end(), [&](const auto& entry) {
    return entry.first != candidate.voice && counts_lower(entry.second);
  });
  return others >= 2;
}

// A count of the press that nobody repeats, and a day later a running total that "rises to" less.
bool SeriesRun::is_lone_incident_above(const Reading& candidate) const {
  return carrier_->from_article && candidate.from_article && agreeing_.empty() &&
         carrier_->scope == Scope::event && candidate.scope == Scope::total && candidate.own_toll &&
         rank_of(carrier_->source_class) <= 1 && candidate.voice != carrier_->voice &&
         seconds_between(carrier_->time, candidate.time) >= kDay &&
         gap_between(candidate.value, carrier_->value) < kPartGap;
}

bool SeriesRun::may_replace(const Reading& candidate, const std::vector<Reading>& contenders) const {
  if (!carrier_) return true;
  const Reading& carrier = *carrier_;
  const int rank = rank_of(candidate.source_class);
  const int carrier_rank = rank_of(carrier.source_class);
  if (carrier_rank > 0 && candidate.source_class == SourceClass::model) return false;
  const bool vague = candidate.quantity.bound == Bound::vague;
  if (vague && carrier.quantity.bound != Bound::vague && candidate.value <= carrier.value) return false;
  if (carrier.quantity.bound == Bound::vague && !vague && allows(carrier.quantity, candidate.value))
    return true;
  if (parts_.rounding && rounds_to(carrier.quantity, candidate.value) && is_precise(candidate.quantity))
    return rank + 1 >= carrier_rank;
  const double weight = score(candidate, contenders);
  return candidate.value > carrier.value ? weight > 0 : may_lower(candidate, weight);
}

// A lower later figure is mostly an old one: it needs the origin's own voice, a higher one, or a word that
// says so.
bool SeriesRun::may_lower(const Reading& candidate, double weight) const {
  const Reading& carrier = *carrier_;
  const int rank = rank_of(candidate.source_class);
  const int carrier_rank = rank_of(carrier.source_class);
  const bool found = people_are_found(kind_);
  if (!parts_.down_moves && !may_fall(kind_)) return false;
  if (carrier.scope == Scope::total && candidate.scope == Scope::event && !candidate.lowers() && !found)
    return false;
  // A crowd does not go home between two articles: so few are some of them.
  if (may_fall(kind_) && !found && candidate.from_article &&
      gap_between(candidate.value, carrier.value) > kPartGap)
    return false;
  // Dated by the day alone, it may have been said before what stands: a lower count is then no revision.
  const bool order_unknown =
      (candidate.by_day || carrier.by_day) && candidate.time / kDay == carrier.time / kDay;
  if (order_unknown && candidate.from_article && !candidate.lowers()) return false;
  if (may_fall(kind_)) return weight > 0 && rank >= carrier_rank - 1;
  if (stands_alone_above(candidate) || is_lone_incident_above(candidate)) return true;
  const double gap = gap_between(candidate.value, carrier.value);
  const bool same_voice = candidate.voice == carrier.voice;
  const bool restates = same_voice && rank >= 3 && seconds_between(carrier.time, candidate.time) > kOldPaper;
  if (!is_precise(candidate.quantity) && !candidate.lowers() && !restates) return false;
  // "Lowered to 97 ... two of them died later": the cue is not about a count that is nearly nothing beside
  // the toll.
  if (candidate.lowers() && candidate.from_article && candidate.scope == Scope::event && gap > kIncidentGap)
    return false;
  if (candidate.lowers()) return same_voice || rank >= carrier_rank || weight > 2.0;
  if (same_voice) return !candidate.from_article || candidate.scope == Scope::total || gap <= 0.5;
  if (is_typo(carrier.value, candidate.value) && agreeing_.empty() && rank >= carrier_rank) return true;
  if (rank > carrier_rank) return rank >= 3 && (!candidate.from_article || gap <= kContestedGap);
  return rank >= 3 && rank == carrier_rank && gap <= kContestedGap;
}

ChangeCause SeriesRun::cause_of(const Reading& next) const {
  if (!carrier_) {
    return history_.standings.empty() ? ChangeCause::first_report : ChangeCause::source_switch;
  }
  const Reading& before = *carrier_;
  if (rounds_to(before.quantity, next.value) && is_precise(next.quantity))
    return ChangeCause::rounding_refined;
  if (next.value < before.value) {
    if (next.cue && (next.cue->lowers || next.cue->cause == ChangeCause::definition)) return next.cue->cause;
    if (is_typo(before.value, next.value) && before.voice != next.voice) return ChangeCause::typo;
    if (people_are_found(kind_) || may_fall(kind_)) return ChangeCause::revised_down;
    return before.voice == next.voice ? ChangeCause::revised_down : ChangeCause::source_switch;
  }
  if (next.cue && !next.cue->lowers) return next.cue->cause;
  if (before.scope == Scope::event && next.scope == Scope::total) return ChangeCause::scope;
  return kind_ == HarmKind::killed ? ChangeCause::new_deaths : ChangeCause::revised_up;
}

void SeriesRun::accept(const Reading& reading, ChangeCause cause) {
  if (carrier_) {
    set_verdict(*carrier_, Reason::superseded, &reading);
    history_.log.reassign(Reason::agrees, carrier_->members.front(),
                          {Reason::superseded, reading.members.front()});
    formers_.push_back(*carrier_);
    const bool other_voice = reading.voice != carrier_->voice && !reading.lowers();
    // A much lower figure of another does not silence the one who said more.
    if (reading.value < carrier_->value && other_voice && !may_fall(kind_) &&
        cause != ChangeCause::retraction && cause != ChangeCause::typo &&
        gap_between(reading.value, carrier_->value) > kContestedGap) {
      rivals_.insert_or_assign(carrier_->voice, *carrier_);
      set_verdict(*carrier_, Reason::outweighed, &reading);
    }
  }
  carrier_ = reading;
  cause_ = cause;
  changed_ = true;
  agreeing_.clear();
  if (reading.scope == Scope::total) has_total_ = true;
  for (const std::uint32_t member : reading.members) history_.log.drop(member);
  // Rivals are judged anew against what stands now.
  std::map<std::uint32_t, Reading> rivals;
  rivals.swap(rivals_);
  for (auto& [voice, rival] : rivals) {
    if (rival.members == reading.members) continue;
    const bool denial = rival.value == 0;  // "no one was killed" stands until its origin says otherwise
    if (voice == reading.voice || (!denial && rival.value < reading.value && rival.time < reading.time)) {
      set_verdict(rival, Reason::superseded, &reading);
    } else if (rival.value == reading.value) {
      agreeing_.insert(voice);
      set_verdict(rival, Reason::agrees, &reading);
    } else if (parts_.rounding && rounds_to(rival.quantity, reading.value)) {
      set_verdict(rival, Reason::rounds_to, &reading);
    } else {
      set_verdict(rival, Reason::outweighed, &reading);
      rivals_.emplace(voice, rival);
    }
  }
}

const Reading* SeriesRun::best_dated(const std::vector<Reading>& open,
                                     const std::vector<Reading>& contenders) const {
  const Reading* best = nullptr;
  double best_score = 0;
  for (const Reading& candidate : open) {
    if (!may_replace(candidate, contenders)) continue;
    const double weight = score(candidate, contenders);
    // At one moment the higher count is the later one.
    const bool better = best == nullptr || weight > best_score + 1e-9 ||
                        (weight > best_score - 1e-9 && candidate.value > best->value);
    if (!better) continue;
    best = &candidate;
    best_score = weight;
  }
  return best;
}

// Without dates nothing but agreement tells right from wrong.
const Reading* SeriesRun::best_undated(const std::vector<Reading>& contenders) const {
  std::vector<const Reading*> readings;
  readings.reserve(contenders.size());
  for (const Reading& reading : contenders) readings.push_back(&reading);
  const std::vector<Atom> atoms = weigh_atoms(readings, parts_);
  const Atom* atom = best_of(atoms);
  const Reading* best = nullptr;
  for (const Reading& reading : contenders) {
    if (atom == nullptr || reading.value != atom->value) continue;
    if (best == nullptr || rank_of(reading.source_class) > rank_of(best->source_class)) best = &reading;
  }
  return best;
}

void SeriesRun::choose(std::vector<Reading> contenders) {
  const Reading* best = now_ == kAlwaysKnown ? best_undated(contenders) : best_dated(contenders, contenders);
  if (best != nullptr) {  // one change a moment: what else was said then is weighed against it
    const Reading chosen = *best;
    accept(chosen, cause_of(chosen));
    std::erase_if(contenders, [&](const Reading& reading) { return reading.members == chosen.members; });
  }
  for (const Reading& reading : contenders) {
    if (carrier_) settle(reading);
  }
}

}  // namespace annals
