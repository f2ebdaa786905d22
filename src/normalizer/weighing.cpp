#include "normalizer/weighing.hpp"

#include <algorithm>
#include <array>
#include <cmath>

#include "normalizer/rounding.hpp"
#include "normalizer/source_learning.hpp"

namespace annals {

namespace {
// By SourceClass: unknown, verified, official, field, party, agency, ngo, media, model, rumour.
constexpr std::array<double, 10> kTrust{1.1, 2.0, 1.8, 1.3, 1.1, 1.3, 1.3, 1.1, 0.5, 0.25};
constexpr double kExact = 1.6;
constexpr double kBounded = 1.4;  // "at least N"
constexpr double kRounded = 0.9;
constexpr double kPerZero = 0.15;  // a number with zeros at the end says less
constexpr std::int64_t kDay = 86400;
}  // namespace

double support(const Reading& reading, std::int64_t value, Policy policy) {
  const double by_class =
      policy == Policy::latest ? 1.1 : kTrust.at(static_cast<std::size_t>(reading.source_class));
  const double trust = by_class * reading.trust;
  if (reading.value == value) {
    double weight = kRounded;
    if (reading.quantity.bound == Bound::exact) weight = kExact;
    if (reading.quantity.bound == Bound::at_least || reading.quantity.bound == Bound::more_than)
      weight = kBounded;
    return trust * std::max(0.3, weight - kPerZero * trailing_zeros(value));
  }
  if (rounds_to(reading.quantity, value)) return trust * kRounded;
  return reading.time == kAlwaysKnown ? trust * nearness(reading.value, value) : 0.0;
}

double rise_cost(std::int64_t from, std::int64_t to, std::int64_t age, std::int64_t silence) {
  // Small counts jump more: 3 => 60 in an hour is common, 3,000 => 60,000 is not.
  const double jump = std::log(static_cast<double>(to + 5) / static_cast<double>(from + 5));
  double sigma = 0.8;
  if (age < 14 * kDay) sigma = 1.1;
  if (age < 3 * kDay || silence > 14 * kDay) sigma = 1.5;  // early, or a new phase
  return -jump * jump / (2 * sigma * sigma) - 0.2;
}

double rank_cost(const Reading& carrier, const Reading& rival, std::int64_t since, Policy policy) {
  if (policy == Policy::latest) return 0.0;
  const int steps = rank_of(carrier.source_class) - rank_of(rival.source_class);
  if (steps <= 0) return 0.0;
  return -0.8 * steps * (since <= kDay * 3 / 2 ? 1.0 : 0.4);
}

}  // namespace annals
