// The rules by which people code tolls by hand, each over the last word of every origin. They know no
// staleness, no jumps and no cues; docs/design.md says where each comes from.
#include <algorithm>
#include <tuple>

#include "normalizer/toll/series_run.hpp"

namespace annals {

namespace {

using Words = std::vector<const Reading*>;

Words of_the_newest_day(const Words& words, std::int64_t newest) {
  Words kept;
  std::copy_if(words.begin(), words.end(), std::back_inserter(kept), [&](const Reading* word) {
    return newest == kAlwaysKnown || (word->time != kAlwaysKnown && newest - word->time < kDay);
  });
  return kept;
}

const Reading* lowest(const Words& words) {
  const auto it = std::min_element(words.begin(), words.end(), [](const Reading* a, const Reading* b) {
    return std::tie(a->value, a->members) < std::tie(b->value, b->members);
  });
  return it == words.end() ? nullptr : *it;
}

// The number that most origins give, if one leads.
const Reading* majority(const Words& words) {
  std::map<std::int64_t, std::size_t> votes;
  for (const Reading* word : words) ++votes[word->value];
  std::size_t most = 1;
  std::size_t leaders = 0;
  std::int64_t value = 0;
  for (const auto& [number, count] : votes) {
    if (count > most) {
      most = count;
      leaders = 0;
    }
    if (count == most && most > 1) {
      ++leaders;
      value = number;
    }
  }
  if (leaders != 1) return nullptr;
  return *std::find_if(words.begin(), words.end(), [&](const Reading* word) { return word->value == value; });
}

template <typename Key>
const Reading* greatest(const Words& words, Key key) {
  const auto it = std::max_element(words.begin(), words.end(),
                                   [&](const Reading* a, const Reading* b) { return key(*a) < key(*b); });
  return it == words.end() ? nullptr : *it;
}

}  // namespace

// The word that the policy's rule takes of all that stand.
const Reading* SeriesRun::coded(std::int64_t now) const {
  Words words;
  std::int64_t newest = kAlwaysKnown;
  const auto take = [&](bool (*fits)(const Reading&)) {
    words.clear();
    newest = kAlwaysKnown;
    for (const auto& [voice, word] : words_) {
      if (!fits(word)) continue;
      words.push_back(&word);
      newest = std::max(newest, word.time);
    }
  };
  take([](const Reading& word) { return rank_of(word.source_class) > 0; });
  if (words.empty()) take([](const Reading&) { return true; });
  const auto by_time = [](const Reading& r) {
    return std::tuple(r.quantity.bound != Bound::vague, r.time, r.quantity.bound == Bound::exact, r.value);
  };
  const auto by_class = [&](const Reading& r) {
    return std::tuple(r.quantity.bound != Bound::vague, rank_of(r.source_class), r.time,
                      may_fall(kind_) ? -r.value : r.value);
  };
  const auto current = [&](const Reading& r) { return seconds_between(r.time, now) <= kRivalLife; };
  switch (policy_) {
    case Policy::official: return greatest(words, by_class);
    case Policy::gtd: {
      Words independent = words;
      std::erase_if(independent, [](const Reading* r) { return r->source_class == SourceClass::party; });
      if (independent.empty()) independent = words;
      newest = kAlwaysKnown;
      for (const Reading* word : independent) newest = std::max(newest, word->time);
      const Words last = of_the_newest_day(independent, newest);
      const Reading* agreed = majority(last);
      return agreed != nullptr ? agreed : lowest(last);
    }
    case Policy::acled: return lowest(of_the_newest_day(words, newest));
    case Policy::ucdp: {
      Words reliable = words;
      std::erase_if(reliable,
                    [&](const Reading* r) { return r->source_class == SourceClass::party || !current(*r); });
      return greatest(reliable.empty() ? words : reliable, by_class);
    }
    case Policy::ibc: {
      Words borne_out = words;
      std::erase_if(borne_out, [&](const Reading* r) { return !current(*r); });
      if (borne_out.empty()) borne_out = words;
      std::sort(borne_out.begin(), borne_out.end(), [](const Reading* a, const Reading* b) {
        return std::tie(b->value, a->members) < std::tie(a->value, b->members);
      });
      return borne_out.size() > 1 ? borne_out[1] : borne_out.empty() ? nullptr : borne_out.front();
    }
    default: return greatest(words, by_time);
  }
}

void SeriesRun::code(const std::vector<Reading>& batch) {
  std::vector<Reading> fresh;
  for (const Reading& reading : batch) {
    if (taken_back_.contains(reading.value) && rank_of(reading.source_class) < 4) {
      set_verdict(reading, Reason::retracted, nullptr);
      continue;
    }
    seen_.push_back(reading);
    fresh.push_back(reading);
  }
  if (now_ != kAlwaysKnown) fresh = last_word_of_each_origin(std::move(fresh));
  for (const Reading& reading : fresh) words_.insert_or_assign(reading.voice, reading);
  const Reading* chosen = coded(now_);
  if (chosen == nullptr) return;
  const bool stands = carrier_ && carrier_->members == chosen->members;
  const bool says_the_same =
      carrier_ && carrier_->value == chosen->value && carrier_->quantity == chosen->quantity;
  if (!stands && !says_the_same) {
    const Reading next = *chosen;
    accept(next, cause_of(next));
  }
  for (const Reading& reading : fresh) {
    if (reading.members != carrier_->members) settle(reading);
  }
}

}  // namespace annals
