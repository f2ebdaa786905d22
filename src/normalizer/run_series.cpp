#include "normalizer/run_series.hpp"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <set>
#include <tuple>

#include "normalizer/explain.hpp"
#include "normalizer/rounding.hpp"
#include "normalizer/weighing.hpp"

namespace annals {

namespace {

constexpr std::int64_t kDay = 86400;
constexpr std::int64_t kRivalLife = 30 * kDay;
constexpr double kContestedGap = 0.25;
constexpr double kIncidentGap = 0.7;
constexpr std::int64_t kOldPaper = 7 * kDay;
constexpr double kPartGap = 0.9;

// Stocks that may fall freely; all others count up.
bool may_fall(HarmKind kind) {
  return kind == HarmKind::missing || kind == HarmKind::captive || kind == HarmKind::trapped ||
         kind == HarmKind::detained || kind == HarmKind::displaced || kind == HarmKind::affected;
}

double gap_between(std::int64_t a, std::int64_t b) {
  const auto top = static_cast<double>(std::max(a, b));
  return top > 0 ? static_cast<double>(std::max(a, b) - std::min(a, b)) / top : 0.0;
}

// The interval a quantity allows holds `value`: "at least 100" does not contradict 471.
bool allows(const Quantity& quantity, std::int64_t value) {
  return (!quantity.low || *quantity.low <= value) && (!quantity.high || value <= *quantity.high) &&
         (quantity.low || quantity.high);
}

std::int64_t seconds_between(std::int64_t from, std::int64_t to) {
  if (from == kAlwaysKnown || to == kAlwaysKnown) return 0;
  return to - from;
}

class Run {
 public:
  Run(const std::vector<Evidence>& evidence, HarmKind kind, Policy policy)
      : evidence_(evidence), kind_(kind), policy_(policy) {}

  void step(std::int64_t time, const std::vector<Reading>& batch, const std::vector<Retraction>& retractions,
            const std::vector<Gated>& gated);
  std::vector<Standing> take() { return std::move(history_); }

 private:
  void take_back(const Retraction& retraction);
  void fall_back();
  std::vector<Reading> absorb(const std::vector<Reading>& batch);
  std::vector<Reading> last_word_of_each_origin(std::vector<Reading> contenders);
  const Reading* stale_of(const Reading& reading) const;
  double score(const Reading& candidate, const std::vector<Reading>& contenders) const;
  bool stands_alone_above(const Reading& candidate) const;
  bool may_replace(const Reading& candidate, const std::vector<Reading>& contenders) const;
  void accept(const Reading& reading, ChangeCause cause);
  void settle(const Reading& reading);
  void set_verdict(const Reading& reading, Reason reason, const Reading* other);
  std::vector<Reading> live_rivals() const;
  void emit();

  const std::vector<Evidence>& evidence_;
  HarmKind kind_;
  Policy policy_;
  std::int64_t now_ = kAlwaysKnown;
  std::int64_t begun_ = kAlwaysKnown;
  bool has_total_ = false;
  std::optional<Reading> carrier_;
  ChangeCause cause_ = ChangeCause::first_report;
  bool changed_ = false;
  std::vector<Reading> formers_;           // accepted values that no longer stand
  std::vector<Reading> seen_;              // every reading so far, in order
  std::map<std::string, Reading> rivals_;  // the last word of each origin that was not chosen
  std::set<std::int64_t> taken_back_;      // values that their origin denies
  std::set<std::string> agreeing_;         // origins that say the value that stands
  Verdicts verdicts_;
  std::vector<Standing> history_;
};

void Run::set_verdict(const Reading& reading, Reason reason, const Reading* other) {
  const std::uint32_t to = other != nullptr ? other->members.front() : kNoOther;
  for (const std::uint32_t member : reading.members)
    verdicts_[member] = {reason, member == to ? kNoOther : to};
}

// A value told again that does not stand any more, and that nobody with a say brings back.
const Reading* Run::stale_of(const Reading& reading) const {
  if (!carrier_ || (reading.revision_cue && reading.value < carrier_->value)) return nullptr;
  // From whom it counts as a new word: the carrier's own origin or a higher class, above what stands.
  const bool speaks_anew = rank_of(reading.source_class) >= 3 && reading.value > carrier_->value &&
                           rank_of(reading.source_class) >= rank_of(carrier_->source_class) &&
                           is_precise(reading.quantity);
  if (speaks_anew) return nullptr;
  // Long after, and from the one whose figure stands, it is a figure taken down, not an old paper.
  const bool takes_down = reading.origin == carrier_->origin && rank_of(reading.source_class) >= 3 &&
                          seconds_between(carrier_->time, reading.time) > kOldPaper;
  if (takes_down) return nullptr;
  const Reading* newest = nullptr;
  for (const Reading& former : formers_) {
    if (former.value == carrier_->value) continue;
    const bool same = reading.value == former.value ||
                      (!is_precise(reading.quantity) && rounds_to(reading.quantity, former.value));
    if (same) newest = &former;
  }
  return newest;
}

// What a reading is to the value that stands, once it was not chosen.
void Run::settle(const Reading& reading) {
  assert(carrier_);
  const Reading& carrier = *carrier_;
  if (reading.value == carrier.value) {
    const bool copy = reading.origin == carrier.origin || agreeing_.contains(reading.origin);
    if (!copy) agreeing_.insert(reading.origin);
    set_verdict(reading, copy ? Reason::copy_of : Reason::agrees, &carrier);
    return;
  }
  if (rounds_to(reading.quantity, carrier.value)) {
    set_verdict(reading, Reason::rounds_to, &carrier);
    return;
  }
  if (const Reading* former = stale_of(reading)) {
    set_verdict(reading, Reason::stale_of, former);
    return;
  }
  // A denial ("no one was killed") is no incident of a longer story: it is a rival.
  if (has_total_ && reading.scope == Scope::event && reading.value > 0 && reading.value < carrier.value) {
    set_verdict(reading, Reason::other_scope, &carrier);
    return;
  }
  // Nearly nothing beside what stands: a part of it told by itself ("136 of our staff"). A denial ("no one")
  // is a rival.
  if (reading.from_article && reading.value > 0 && reading.value < carrier.value &&
      gap_between(reading.value, carrier.value) > kPartGap) {
    set_verdict(reading, Reason::other_scope, &carrier);
    return;
  }
  if (reading.source_class == SourceClass::model && carrier.source_class != SourceClass::model) {
    set_verdict(reading, Reason::other_scope, &carrier);
    return;
  }
  if (reading.origin == carrier.origin) {  // less than the same origin says at the same time or later
    set_verdict(reading, reading.time < carrier.time ? Reason::superseded : Reason::stale_of, &carrier);
    return;
  }
  set_verdict(reading, Reason::outweighed, &carrier);
  const auto [at, fresh] = rivals_.try_emplace(reading.origin, reading);
  if (!fresh) {
    if (at->second.members != reading.members) set_verdict(at->second, Reason::superseded, &reading);
    at->second = reading;
  }
}

void Run::accept(const Reading& reading, ChangeCause cause) {
  std::vector<Reading> again;
  if (carrier_) {
    set_verdict(*carrier_, Reason::superseded, &reading);
    for (auto& [member, verdict] : verdicts_) {
      if (verdict.reason == Reason::agrees && verdict.other == carrier_->members.front())
        verdict = {Reason::superseded, reading.members.front()};
    }
    formers_.push_back(*carrier_);
    const bool other_voice = reading.origin != carrier_->origin && !reading.revision_cue;
    const bool falls = reading.value < carrier_->value;
    // A much lower figure of another does not silence the one who said more.
    if (falls && other_voice && !may_fall(kind_) && cause == ChangeCause::revised_down &&
        gap_between(reading.value, carrier_->value) > kContestedGap) {
      rivals_.insert_or_assign(carrier_->origin, *carrier_);
      set_verdict(*carrier_, Reason::outweighed, &reading);
    }
  }
  carrier_ = reading;
  cause_ = cause;
  changed_ = true;
  agreeing_.clear();
  if (reading.scope == Scope::total) has_total_ = true;
  for (const std::uint32_t member : reading.members) verdicts_.erase(member);
  // Rivals are judged anew against what stands now.
  std::map<std::string, Reading> rivals;
  rivals.swap(rivals_);
  for (auto& [origin, rival] : rivals) {
    if (rival.members == reading.members) continue;
    const bool denial = rival.value == 0;  // "no one was killed" stands until its origin says otherwise
    if (origin == reading.origin || (!denial && rival.value < reading.value && rival.time < reading.time)) {
      set_verdict(rival, Reason::superseded, &reading);
    } else if (rival.value == reading.value) {
      agreeing_.insert(origin);
      set_verdict(rival, Reason::agrees, &reading);
    } else if (rounds_to(rival.quantity, reading.value)) {
      set_verdict(rival, Reason::rounds_to, &reading);
    } else {
      set_verdict(rival, Reason::outweighed, &reading);
      rivals_.emplace(origin, rival);
    }
  }
}

double Run::score(const Reading& candidate, const std::vector<Reading>& contenders) const {
  std::map<std::string, double> by_origin;
  const auto add = [&](const Reading& reading) {
    double& best = by_origin[reading.origin];
    best = std::max(best, support(reading, candidate.value, policy_));
  };
  for (const Reading& reading : contenders) add(reading);
  for (const auto& [origin, rival] : rivals_) {
    if (seconds_between(rival.time, now_) <= kRivalLife) add(rival);
  }
  double sum = 0;
  for (const auto& [origin, weight] : by_origin) sum += weight;
  if (!carrier_) return sum;
  if (candidate.value > carrier_->value && !may_fall(kind_))
    sum += rise_cost(carrier_->value, candidate.value, seconds_between(begun_, now_),
                     seconds_between(carrier_->time, now_));
  sum += rank_cost(*carrier_, candidate, seconds_between(carrier_->time, candidate.time), policy_);
  // An incident of a longer story is no news of its running total.
  if (has_total_ && candidate.scope == Scope::event) sum -= 0.6;
  return sum;
}

// Nobody repeats the figure that stands, while three others count lower running totals after it: it was
// wrong.
bool Run::stands_alone_above(const Reading& candidate) const {
  const auto counts_lower = [&](const Reading& reading) {
    return reading.scope == Scope::total && reading.origin != carrier_->origin &&
           reading.time > carrier_->time && reading.value < carrier_->value &&
           gap_between(reading.value, carrier_->value) > kContestedGap;
  };
  if (!agreeing_.empty() || !counts_lower(candidate)) return false;
  const auto others = std::count_if(rivals_.begin(), rivals_.end(), [&](const auto& entry) {
    return entry.first != candidate.origin && counts_lower(entry.second);
  });
  return others >= 2;
}

bool Run::may_replace(const Reading& candidate, const std::vector<Reading>& contenders) const {
  if (!carrier_) return true;
  const Reading& carrier = *carrier_;
  const int rank = rank_of(candidate.source_class);
  const int carrier_rank = rank_of(carrier.source_class);
  if (carrier_rank > 0 && candidate.source_class == SourceClass::model) return false;
  const bool vague = candidate.quantity.bound == Bound::vague;
  if (vague && carrier.quantity.bound != Bound::vague) {
    if (candidate.value <= carrier.value) return false;
  }
  if (carrier.quantity.bound == Bound::vague && !vague && allows(carrier.quantity, candidate.value))
    return true;
  if (rounds_to(carrier.quantity, candidate.value) && is_precise(candidate.quantity))
    return rank + 1 >= carrier_rank;
  const double weight = score(candidate, contenders);
  if (candidate.value > carrier.value) return weight > 0;
  // Downwards. A lower later figure is mostly an old one: it needs the origin's own voice, a higher one, or a
  // word that says so.
  const bool people_found =
      kind_ == HarmKind::missing || kind_ == HarmKind::trapped || kind_ == HarmKind::captive;
  if (carrier.scope == Scope::total && candidate.scope == Scope::event && !candidate.revision_cue &&
      !people_found)
    return false;
  // A crowd does not go home between two articles: so few are some of them.
  if (may_fall(kind_) && !people_found && candidate.from_article &&
      gap_between(candidate.value, carrier.value) > kPartGap)
    return false;
  // Dated by the day alone, it may have been said before what stands: a lower count is then no revision.
  const bool order_unknown =
      (candidate.by_day || carrier.by_day) && candidate.time / kDay == carrier.time / kDay;
  if (order_unknown && candidate.from_article && !candidate.revision_cue) return false;
  if (may_fall(kind_)) return weight > 0 && rank >= carrier_rank - 1;
  if (stands_alone_above(candidate)) return true;
  if (policy_ == Policy::latest) return candidate.quantity.bound != Bound::vague;
  const double gap = gap_between(candidate.value, carrier.value);
  const bool same_voice = candidate.origin == carrier.origin;
  const bool restates = same_voice && rank >= 3 && seconds_between(carrier.time, candidate.time) > kOldPaper;
  if (!is_precise(candidate.quantity) && !candidate.revision_cue && !restates) return false;
  // "Lowered to 97 ... two of them died later": the cue is not about a count that is nearly nothing beside
  // the toll.
  if (candidate.revision_cue && candidate.from_article && candidate.scope == Scope::event &&
      gap > kIncidentGap)
    return false;
  if (candidate.revision_cue) return same_voice || rank >= carrier_rank || weight > 2.0;
  if (same_voice) return !candidate.from_article || candidate.scope == Scope::total || gap <= 0.5;
  if (rank > carrier_rank) return rank >= 3 && (!candidate.from_article || gap <= kContestedGap);
  return rank >= 3 && rank == carrier_rank && gap <= kContestedGap;
}

std::vector<Reading> Run::last_word_of_each_origin(std::vector<Reading> contenders) {
  // In one batch the order of an origin's figures is not known: counts grow, so the highest is its last word;
  // unless a sentence says that it corrects the others.
  std::map<std::string, std::size_t> last;
  const auto beats = [&](const Reading& a, const Reading& b) {
    return std::tuple(a.revision_cue, a.scope == Scope::total, a.quantity.bound != Bound::vague, a.value) >
           std::tuple(b.revision_cue, b.scope == Scope::total, b.quantity.bound != Bound::vague, b.value);
  };
  for (std::size_t i = 0; i < contenders.size(); ++i) {
    const auto [at, fresh] = last.try_emplace(contenders[i].origin, i);
    if (!fresh && beats(contenders[i], contenders[at->second])) at->second = i;
  }
  std::vector<Reading> kept;
  for (std::size_t i = 0; i < contenders.size(); ++i) {
    const Reading& word = contenders[last[contenders[i].origin]];
    if (last[contenders[i].origin] == i) {
      kept.push_back(contenders[i]);
    } else if (contenders[i].value == word.value) {
      set_verdict(contenders[i], Reason::copy_of, &word);
    } else if (rounds_to(contenders[i].quantity, word.value)) {
      set_verdict(contenders[i], Reason::rounds_to, &word);
    } else if (contenders[i].scope == Scope::event && word.scope == Scope::total) {
      set_verdict(contenders[i], Reason::other_scope, &word);
    } else {
      set_verdict(contenders[i], Reason::superseded, &word);
      formers_.push_back(contenders[i]);
    }
  }
  return kept;
}

// Takes out what says nothing new of the value that stands.
std::vector<Reading> Run::absorb(const std::vector<Reading>& batch) {
  std::vector<Reading> contenders;
  for (const Reading& reading : batch) {
    if (taken_back_.contains(reading.value) && rank_of(reading.source_class) < 4) {
      set_verdict(reading, Reason::retracted, nullptr);
      continue;
    }
    seen_.push_back(reading);
    if (!carrier_) {
      contenders.push_back(reading);
      continue;
    }
    const bool refines = is_precise(reading.quantity) && reading.value != carrier_->value &&
                         rounds_to(carrier_->quantity, reading.value);
    if (!refines && (reading.value == carrier_->value || rounds_to(reading.quantity, carrier_->value) ||
                     stale_of(reading) != nullptr)) {
      settle(reading);
      const bool firmer = reading.value == carrier_->value && reading.quantity.bound == Bound::exact &&
                          carrier_->quantity.bound != Bound::exact &&
                          rank_of(reading.source_class) >= rank_of(carrier_->source_class);
      if (firmer) accept(reading, ChangeCause::rounding_refined);
      continue;
    }
    contenders.push_back(reading);
  }
  return contenders;
}

void Run::take_back(const Retraction& retraction) {
  verdicts_[retraction.member] = {Reason::retracted, kNoOther};
  std::set<std::int64_t> values;
  if (retraction.value) values.insert(*retraction.value);
  for (const Reading& reading : seen_) {
    if (!retraction.value && reading.origin == retraction.origin) values.insert(reading.value);
  }
  taken_back_.insert(values.begin(), values.end());
  const auto dead = [&](const Reading& reading) { return values.contains(reading.value); };
  for (const Reading& reading : seen_) {
    if (dead(reading)) {
      for (const std::uint32_t member : reading.members)
        verdicts_[member] = {Reason::retracted, retraction.member};
    }
  }
  std::erase_if(seen_, dead);
  std::erase_if(formers_, dead);
  std::erase_if(rivals_, [&](const auto& entry) { return dead(entry.second); });
  if (carrier_ && dead(*carrier_)) {
    carrier_.reset();
    changed_ = true;
    fall_back();
  }
}

// The best of what is left when the figure that stood was taken back: the highest class, then the newest.
void Run::fall_back() {
  cause_ = ChangeCause::retraction;
  const Reading* best = nullptr;
  for (const Reading& reading : seen_) {
    const auto key = [](const Reading& r) {
      return std::tuple(rank_of(r.source_class), r.time, r.quantity.bound != Bound::vague, r.value);
    };
    if (best == nullptr || key(reading) > key(*best)) best = &reading;
  }
  if (best == nullptr) return;
  const Reading chosen = *best;
  std::erase_if(formers_, [&](const Reading& former) { return former.members == chosen.members; });
  accept(chosen, ChangeCause::retraction);
}

void Run::step(std::int64_t time, const std::vector<Reading>& batch,
               const std::vector<Retraction>& retractions, const std::vector<Gated>& gated) {
  now_ = time;
  if (history_.empty() && seen_.empty()) begun_ = time;
  for (const Gated& one : gated) verdicts_[one.member] = one.verdict;
  for (const Retraction& retraction : retractions) take_back(retraction);
  std::vector<Reading> contenders = absorb(batch);
  if (time != kAlwaysKnown) contenders = last_word_of_each_origin(std::move(contenders));
  std::vector<Reading> open = contenders;
  while (!open.empty()) {
    const Reading* best = nullptr;
    double best_score = 0;
    for (const Reading& candidate : open) {
      if (!may_replace(candidate, contenders)) continue;
      const double weight = score(candidate, contenders);
      const auto better = [&] {
        if (best == nullptr) return true;
        if (std::abs(weight - best_score) > 1e-9) return weight > best_score;
        // At one moment the higher count is the later one; without dates nothing says so.
        return (candidate.value > best->value) == (time != kAlwaysKnown);
      };
      if (better()) {
        best = &candidate;
        best_score = weight;
      }
    }
    if (best == nullptr) break;
    ChangeCause cause = ChangeCause::first_report;
    if (carrier_) {
      const bool refines = rounds_to(carrier_->quantity, best->value) && is_precise(best->quantity);
      cause = kind_ == HarmKind::killed ? ChangeCause::new_deaths : ChangeCause::revised_up;
      if (best->value < carrier_->value) cause = ChangeCause::revised_down;
      if (refines) cause = ChangeCause::rounding_refined;
    } else if (!history_.empty()) {
      cause = ChangeCause::source_switch;
    }
    const Reading chosen = *best;
    accept(chosen, cause);
    std::erase_if(open, [&](const Reading& reading) { return reading.members == chosen.members; });
    break;  // one change a moment: what else was said then is weighed against it
  }
  for (const Reading& reading : open) {
    if (carrier_) settle(reading);
  }
  emit();
}

// Figures that contradict what stands: credible, fresh, of another origin.
std::vector<Reading> Run::live_rivals() const {
  std::vector<Reading> live;
  if (!carrier_) return live;
  for (const auto& [origin, rival] : rivals_) {
    if (rank_of(rival.source_class) == 0 || allows(rival.quantity, carrier_->value)) continue;
    if (seconds_between(rival.time, carrier_->time) > kRivalLife) continue;
    live.push_back(rival);
  }
  return live;
}

void Run::emit() {
  Standing standing;
  standing.time = now_;
  standing.carrier = carrier_;
  standing.cause = cause_;
  standing.verdicts = verdicts_;
  if (!carrier_) {
    if (history_.empty() && !changed_) return;
    standing.status = EstimateStatus::retracted;
  } else {
    const std::vector<Reading> rivals = live_rivals();
    Reading shown = *carrier_;
    if (policy_ == Policy::conservative) {
      for (const Reading& rival : rivals) {
        if (rival.value < shown.value) shown = rival;
      }
      if (shown.members != carrier_->members) {
        for (const std::uint32_t member : carrier_->members)
          standing.verdicts[member] = {Reason::outweighed, shown.members.front()};
        for (const std::uint32_t member : shown.members) standing.verdicts.erase(member);
        standing.carrier = shown;
      }
    }
    standing.carried_by = shown.members;
    standing.low = shown.quantity.low;
    standing.high = shown.quantity.high;
    bool contested = false;
    std::vector<Reading> spread = rivals;
    if (shown.members != carrier_->members) spread.push_back(*carrier_);
    for (const Reading& rival : spread) {
      const bool weighty = rank_of(rival.source_class) >= 2 && rank_of(shown.source_class) >= 1;
      const bool far = gap_between(rival.value, shown.value) > kContestedGap;
      contested = contested || (weighty && far);
      if (!(weighty && far) && policy_ != Policy::range) continue;
      const std::int64_t rival_low = rival.quantity.low.value_or(rival.value);
      const std::int64_t rival_high = rival.quantity.high.value_or(rival.value);
      if (standing.low) standing.low = std::min(*standing.low, rival_low);
      if (standing.high) standing.high = std::max(*standing.high, rival_high);
    }
    const bool fell = cause_ == ChangeCause::revised_down || cause_ == ChangeCause::retraction;
    standing.status = contested            ? EstimateStatus::contested
                      : fell               ? EstimateStatus::revised
                      : !agreeing_.empty() ? EstimateStatus::corroborated
                                           : EstimateStatus::single_source;
  }
  if (!history_.empty()) {
    Standing& last = history_.back();
    const auto key = [](const Standing& s) {
      return std::tuple(s.low, s.high, s.status == EstimateStatus::contested, s.carried_by);
    };
    if (key(last) == key(standing)) {  // nothing to tell: the last one stands on and knows more
      last.status = standing.status;
      last.verdicts = std::move(standing.verdicts);
      changed_ = false;
      return;
    }
    if (!changed_) standing.cause = ChangeCause::source_switch;
  }
  standing.reason = explain(evidence_, standing, history_.empty() ? nullptr : &history_.back());
  changed_ = false;
  history_.push_back(std::move(standing));
}

}  // namespace

std::vector<Standing> run_series(const std::vector<Evidence>& evidence, SeriesInput input, Policy policy) {
  const auto in_order = [&](const Reading& a, const Reading& b) {
    return std::tie(a.time, evidence[a.members.front()].id) <
           std::tie(b.time, evidence[b.members.front()].id);
  };
  std::sort(input.readings.begin(), input.readings.end(), in_order);
  std::set<std::int64_t> times;
  std::map<std::int64_t, std::vector<Reading>> readings;
  std::map<std::int64_t, std::vector<Retraction>> retractions;
  std::map<std::int64_t, std::vector<Gated>> gated;
  for (Reading& reading : input.readings) readings[reading.time].push_back(std::move(reading));
  for (Retraction& retraction : input.retractions)
    retractions[retraction.time].push_back(std::move(retraction));
  for (const Gated& one : input.gated) gated[one.time].push_back(one);
  for (const auto& [time, unused] : readings) times.insert(time);
  for (const auto& [time, unused] : retractions) times.insert(time);
  for (const auto& [time, unused] : gated) times.insert(time);
  Run run(evidence, input.kind, policy);
  for (const std::int64_t time : times) run.step(time, readings[time], retractions[time], gated[time]);
  return run.take();
}

}  // namespace annals
