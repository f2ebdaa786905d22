// What says nothing new of the value that stands: repetitions, roundings, old values.
#include <algorithm>
#include <cassert>
#include <tuple>

#include "normalizer/toll/rounding.hpp"
#include "normalizer/toll/series_run.hpp"
#include "normalizer/toll/typo.hpp"

namespace annals {

namespace {
constexpr std::int64_t kOldPaper = 7 * kDay;
constexpr double kPartGap = 0.9;
}  // namespace

void SeriesRun::set_verdict(const Reading& reading, Reason reason, const Reading* other) {
  const std::uint32_t to = other != nullptr ? other->members.front() : kNoOther;
  for (const std::uint32_t member : reading.members)
    history_.log.set(member, {reason, member == to ? kNoOther : to});
}

// A value told again that does not stand any more, and that nobody with a say brings back.
const Reading* SeriesRun::stale_of(const Reading& reading) const {
  if (!parts_.staleness || !carrier_ || counts_exactly(reading)) return nullptr;
  if (reading.lowers() && reading.value < carrier_->value) return nullptr;
  // From whom it counts as a new word: the carrier's own origin or a higher class, above what stands.
  const bool speaks_anew = rank_of(reading.source_class) >= 3 && reading.value > carrier_->value &&
                           rank_of(reading.source_class) >= rank_of(carrier_->source_class) &&
                           is_precise(reading.quantity);
  if (speaks_anew) return nullptr;
  // Long after, and from the one whose figure stands, it is a figure taken down, not an old paper.
  const bool takes_down = reading.voice == carrier_->voice && rank_of(reading.source_class) >= 3 &&
                          seconds_between(carrier_->time, reading.time) > kOldPaper;
  if (takes_down) return nullptr;
  const Reading* newest = nullptr;
  for (const Reading& former : formers_) {
    if (former.value == carrier_->value) continue;
    const bool same = reading.value == former.value || (parts_.rounding && !is_precise(reading.quantity) &&
                                                        rounds_to(reading.quantity, former.value));
    if (same) newest = &former;
  }
  return newest;
}

// What a reading of another number is to the value that stands.
Reason SeriesRun::reason_beside(const Reading& reading) const {
  const Reading& carrier = *carrier_;
  // A denial ("no one was killed") is no incident of a longer story: it is a rival.
  if (has_total_ && reading.scope == Scope::event && reading.value > 0 && reading.value < carrier.value)
    return Reason::other_scope;
  // Nearly nothing beside what stands: a part of it told by itself ("136 of our staff"). A denial ("no one")
  // is a rival.
  if (reading.from_article && reading.value > 0 && reading.value < carrier.value &&
      gap_between(reading.value, carrier.value) > kPartGap)
    return Reason::other_scope;
  if (reading.source_class == SourceClass::model && carrier.source_class != SourceClass::model)
    return Reason::other_scope;
  if (reading.voice == carrier.voice)  // less than the same origin says at the same time or later
    return reading.time < carrier.time ? Reason::superseded : Reason::stale_of;
  if (is_typo(reading.value, carrier.value)) return Reason::typo_of;
  return Reason::outweighed;
}

// Gives a reading that was not chosen its reason; what contradicts stays a rival.
void SeriesRun::settle(const Reading& reading) {
  assert(carrier_);
  const Reading& carrier = *carrier_;
  if (reading.value == carrier.value) {
    const bool copy = reading.voice == carrier.voice || agreeing_.contains(reading.voice);
    if (!copy) agreeing_.insert(reading.voice);
    set_verdict(reading, copy ? Reason::copy_of : Reason::agrees, &carrier);
    return;
  }
  if (parts_.rounding && rounds_to(reading.quantity, carrier.value)) {
    set_verdict(reading, Reason::rounds_to, &carrier);
    return;
  }
  if (const Reading* former = stale_of(reading)) {
    set_verdict(reading, Reason::stale_of, former);
    return;
  }
  const Reason reason = reason_beside(reading);
  set_verdict(reading, reason, &carrier);
  if (reason != Reason::outweighed) return;
  const auto [at, fresh] = rivals_.try_emplace(reading.voice, reading);
  if (!fresh) {
    if (at->second.members != reading.members) set_verdict(at->second, Reason::superseded, &reading);
    at->second = reading;
  }
}

std::vector<Reading> SeriesRun::last_word_of_each_origin(std::vector<Reading> contenders) {
  if (contenders.size() < 2) return contenders;
  // In one batch the order of an origin's figures is not known: counts grow, so the highest is its last word;
  // unless a sentence says that it corrects the others.
  std::map<std::uint32_t, std::size_t> last;
  const auto beats = [&](const Reading& a, const Reading& b) {
    return std::tuple(a.lowers(), a.scope == Scope::total, a.quantity.bound != Bound::vague, a.value) >
           std::tuple(b.lowers(), b.scope == Scope::total, b.quantity.bound != Bound::vague, b.value);
  };
  for (std::size_t i = 0; i < contenders.size(); ++i) {
    const auto [at, fresh] = last.try_emplace(contenders[i].voice, i);
    if (!fresh && beats(contenders[i], contenders[at->second])) at->second = i;
  }
  std::vector<Reading> kept;
  for (std::size_t i = 0; i < contenders.size(); ++i) {
    const Reading& word = contenders[last[contenders[i].voice]];
    if (last[contenders[i].voice] == i) {
      kept.push_back(contenders[i]);
    } else if (contenders[i].value == word.value) {
      set_verdict(contenders[i], Reason::copy_of, &word);
    } else if (parts_.rounding && rounds_to(contenders[i].quantity, word.value)) {
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

// Ends in a zero all the same: 130 after 129, from one who counts, or with the word that explains it.
bool SeriesRun::counts_exactly(const Reading& reading) const {
  const int rank = rank_of(reading.source_class);
  const bool explained = reading.cue && !reading.cue->lowers;
  return reading.quantity.bound == Bound::exact && reading.value > carrier_->value && rank >= 3 &&
         rank >= rank_of(carrier_->source_class) && (explained || trailing_zeros(reading.value) == 1) &&
         (explained || reading.voice == carrier_->voice);
}

// Takes out what says nothing new of the value that stands.
std::vector<Reading> SeriesRun::absorb(const std::vector<Reading>& batch) {
  std::vector<Reading> contenders;
  for (const Reading& reading : batch) {
    if (taken_back_.contains(reading.value) && rank_of(reading.source_class) < 4) {
      set_verdict(reading, Reason::retracted, nullptr);
      continue;
    }
    seen_.push_back(reading);
    if (reading.source_class == SourceClass::verified) floor_ = reading.value;
    if (!carrier_) {
      contenders.push_back(reading);
      continue;
    }
    const bool refines = is_precise(reading.quantity) && reading.value != carrier_->value &&
                         rounds_to(carrier_->quantity, reading.value);
    const bool rounds =
        parts_.rounding && rounds_to(reading.quantity, carrier_->value) && !counts_exactly(reading);
    if (refines || (reading.value != carrier_->value && !rounds && stale_of(reading) == nullptr)) {
      contenders.push_back(reading);
      continue;
    }
    settle(reading);
    const bool firmer = reading.value == carrier_->value && reading.quantity.bound == Bound::exact &&
                        carrier_->quantity.bound != Bound::exact &&
                        rank_of(reading.source_class) >= rank_of(carrier_->source_class);
    if (firmer) accept(reading, ChangeCause::rounding_refined);
  }
  return contenders;
}

}  // namespace annals
