#include "normalizer/stories/copies.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <numeric>
#include <unordered_map>

#include "annals/text/utf8.hpp"

#include "normalizer/word_split.hpp"

namespace annals {

namespace {

constexpr std::size_t kRun = 3;  // words of a shingle
constexpr std::size_t kBands = 42;
constexpr std::size_t kRows = 3;
constexpr std::size_t kSlots = kBands * kRows;
constexpr std::size_t kMostWords = 600;  // of a text; a copy shows early
constexpr std::size_t kFewestRuns = 20;  // a shorter text may be alike by chance
constexpr double kContained = 0.45;
constexpr std::size_t kLongRun = 25;
constexpr std::int64_t kDays = 4;
constexpr std::size_t kMostInBand = 64;  // boilerplate that everybody prints says nothing

std::uint64_t mix(std::uint64_t x) {  // splitmix64
  x += 0x9E3779B97F4A7C15ULL;
  x = (x ^ (x >> 30U)) * 0xBF58476D1CE4E5B9ULL;
  x = (x ^ (x >> 27U)) * 0x94D049BB133111EBULL;
  return x ^ (x >> 31U);
}

std::uint64_t hash_of(std::string_view word) {  // FNV-1a
  std::uint64_t hash = 14695981039346656037ULL;
  for (const char c : word) hash = (hash ^ static_cast<unsigned char>(to_lower_ascii(c))) * 1099511628211ULL;
  return hash;
}

struct Text {
  std::vector<std::uint64_t> words;  // in order
  std::vector<std::uint64_t> runs;   // ascending, each once
  std::array<std::uint64_t, kSlots> slots{};
};

// One-permutation MinHash: each run falls into one slot; empty slots borrow from the next one that is full.
void fill_slots(Text& text) {
  text.slots.fill(UINT64_MAX);
  for (const std::uint64_t run : text.runs) {
    std::uint64_t& slot = text.slots.at(run % kSlots);
    slot = std::min(slot, mix(run));
  }
  for (std::size_t i = 0; i < kSlots; ++i) {
    if (text.slots.at(i) != UINT64_MAX) continue;
    for (std::size_t step = 1; step < kSlots; ++step) {
      const std::uint64_t lent = text.slots.at((i + step) % kSlots);
      if (lent == UINT64_MAX) continue;
      text.slots.at(i) = mix(lent + step);
      break;
    }
  }
}

Text read(const Document& document) {
  Text text;
  for (const std::string_view word :
       split_words(std::string_view(document.article.text).substr(0, kMostWords * 12))) {
    if (text.words.size() == kMostWords) break;
    text.words.push_back(hash_of(word));
  }
  for (std::size_t i = 0; i + kRun <= text.words.size(); ++i) {
    std::uint64_t run = 0;
    for (std::size_t j = 0; j < kRun; ++j) run = mix(run ^ text.words[i + j]);
    text.runs.push_back(run);
  }
  std::sort(text.runs.begin(), text.runs.end());
  text.runs.erase(std::unique(text.runs.begin(), text.runs.end()), text.runs.end());
  if (text.runs.size() >= kFewestRuns) fill_slots(text);
  return text;
}

bool share_long_run(const Text& a, const Text& b) {
  std::unordered_map<std::uint64_t, std::size_t> at;  // first place of each run of words of `a`
  const auto key = [](const Text& text, std::size_t i) {
    std::uint64_t run = 0;
    for (std::size_t j = 0; j < kLongRun; ++j) run = mix(run ^ text.words[i + j]);
    return run;
  };
  for (std::size_t i = 0; i + kLongRun <= a.words.size(); ++i) at.emplace(key(a, i), i);
  for (std::size_t i = 0; i + kLongRun <= b.words.size(); ++i) {
    if (at.contains(key(b, i))) return true;
  }
  return false;
}

bool is_copy(const Text& a, const Text& b) {
  std::size_t shared = 0;
  for (std::size_t i = 0, j = 0; i < a.runs.size() && j < b.runs.size();) {
    if (a.runs[i] == b.runs[j]) ++shared;
    const bool left = a.runs[i] <= b.runs[j];
    if (b.runs[j] <= a.runs[i]) ++j;
    if (left) ++i;
  }
  const auto shorter = static_cast<double>(std::min(a.runs.size(), b.runs.size()));
  return static_cast<double>(shared) >= kContained * shorter || share_long_run(a, b);
}

std::int64_t day_of(const Document& document) {
  const auto when = known_from(document.article);
  return when ? to_days(when->date()) : INT64_MIN;
}

bool near_in_time(std::int64_t a, std::int64_t b) {
  return a == INT64_MIN || b == INT64_MIN || (a > b ? a - b : b - a) <= kDays;
}

}  // namespace

std::vector<std::size_t> first_prints(const std::vector<const Document*>& documents) {
  std::vector<std::size_t> first(documents.size());
  std::iota(first.begin(), first.end(), std::size_t{0});
  std::vector<Text> texts(documents.size());
  struct Print {
    std::int64_t day = 0;
    std::size_t document = 0;
  };
  std::array<std::unordered_map<std::uint64_t, std::vector<Print>>, kBands> bands;  // looked up only
  for (std::size_t i = 0; i < documents.size(); ++i) {
    texts[i] = read(*documents[i]);
    const Text& text = texts[i];
    if (text.runs.size() < kFewestRuns) continue;
    const std::int64_t day = day_of(*documents[i]);
    std::vector<std::size_t> candidates;
    for (std::size_t band = 0; band < kBands; ++band) {
      std::uint64_t key = band;
      for (std::size_t row = 0; row < kRows; ++row) key = mix(key ^ text.slots.at(band * kRows + row));
      std::vector<Print>& met = bands.at(band)[key];
      for (const Print& other : met) {
        if (near_in_time(day, other.day)) candidates.push_back(other.document);
      }
      if (met.size() < kMostInBand) met.push_back({day, i});
    }
    std::sort(candidates.begin(), candidates.end());
    candidates.erase(std::unique(candidates.begin(), candidates.end()), candidates.end());
    // The one that was first in time among those it is a copy of.
    std::size_t best = i;
    for (const std::size_t other : candidates) {
      const std::size_t root = first[other];
      if (root < best && is_copy(text, texts[other])) best = root;
    }
    first[i] = best;
  }
  return first;
}

}  // namespace annals
