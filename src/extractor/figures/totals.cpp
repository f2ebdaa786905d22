#include "extractor/figures/totals.hpp"

#include <algorithm>
#include <map>
#include <tuple>

#include "annals/text/utf8.hpp"

namespace annals {

namespace {

constexpr std::size_t kTellings = 64;  // of one number of different people in one article

std::string head_of(const std::optional<Quote>& victims) {
  if (!victims) return {};
  const std::string lower = to_lower_ascii(victims->text);
  const std::size_t blank = lower.find_last_of(" \n");
  return blank == std::string::npos ? lower : lower.substr(blank + 1);
}

bool may_be_same_people(const Figure& a, const Figure& b) {
  const std::string x = head_of(a.victims);
  const std::string y = head_of(b.victims);
  if (x.empty() || y.empty() || x == y) return true;
  const auto general = [](const std::string& head) {
    return head == "people" || head == "persons" || head == "person" || head == "victims" ||
           head == "others" || head == "individuals";
  };
  return general(x) || general(y);
}

bool counts_for_total(const Figure& f) {
  return f.frame == Frame::reported && !f.part && !f.duplicate_of && (f.quantity.low || f.quantity.high);
}

}  // namespace

void mark_repeats(std::vector<Figure>& figures) {
  // First tellings by what a repeat has to share; few differ only in the people they name.
  std::map<std::tuple<HarmKind, Unit, Frame, std::int64_t>, std::vector<std::uint32_t>> told;
  for (std::uint32_t i = 0; i < figures.size(); ++i) {
    Figure& later = figures[i];
    const auto n = point(later.quantity);
    if (!n) continue;
    std::vector<std::uint32_t>& earlier = told[{later.kind, later.unit, later.frame, *n}];
    const auto first = std::find_if(earlier.begin(), earlier.end(), [&](std::uint32_t j) {
      return figures[j].sentence != later.sentence && may_be_same_people(figures[j], later);
    });
    if (first != earlier.end()) {
      later.duplicate_of = *first;
    } else if (earlier.size() < kTellings) {
      earlier.push_back(i);
    }
  }
}

std::array<std::optional<Total>, kHarmKinds> total_up(const std::vector<Figure>& figures) {
  std::array<std::optional<Total>, kHarmKinds> totals;
  for (int k = 0; k < kHarmKinds; ++k) {
    const auto kind = static_cast<HarmKind>(k);
    std::optional<std::int64_t> largest_total;
    std::int64_t largest = 0;
    std::int64_t sum_of_sentence = 0;
    std::int64_t best_sum = 0;
    std::uint32_t sentence = UINT32_MAX;
    bool any = false;
    for (const Figure& f : figures) {
      if (f.kind != kind || !counts_for_total(f)) continue;
      const std::int64_t n = *point(f.quantity);
      any = true;
      if (f.scope == Scope::total) largest_total = std::max(largest_total.value_or(0), n);
      largest = std::max(largest, n);
      if (f.sentence != sentence) {
        sentence = f.sentence;
        sum_of_sentence = 0;
      }
      sum_of_sentence += n;
      best_sum = std::max(best_sum, sum_of_sentence);
    }
    if (!any) continue;
    const std::int64_t best = largest_total ? std::max(*largest_total, largest) : best_sum;
    totals[static_cast<std::size_t>(k)] = Total{best, best, best};
  }
  return totals;
}

}  // namespace annals
