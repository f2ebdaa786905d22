#include "normalizer/toll/weighing.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <tuple>
#include <utility>

#include "normalizer/toll/rounding.hpp"

namespace annals {

namespace {
// By SourceClass: unknown, verified, official, field, party, agency, ngo, media, model, rumour.
constexpr std::array<double, 10> kTrust{1.1, 2.0, 1.8, 1.3, 1.1, 1.3, 1.3, 1.1, 0.5, 0.25};
constexpr double kExact = 1.6;
constexpr double kBounded = 1.4;  // "at least N"
constexpr double kRounded = 0.9;
constexpr double kPerZero = 0.15;  // a number with zeros at the end says less
constexpr std::int64_t kDay = 86400;

// Shares of the likelihood. Near values are a Cauchy bell over the logarithm, two per cent wide.
constexpr double kSaysIt = 1.0;
constexpr double kRoundsIt = 0.6;
constexpr double kNearIt = 0.1;
constexpr double kNearWidth = 0.02;
constexpr double kAnything = 0.1;
constexpr double kTiny = 1e-12;

constexpr std::size_t kMostAtoms = 120;

// Each number once, ascending; of very many those that most give.
std::vector<Atom> most_said(const std::vector<const Reading*>& readings) {
  std::map<std::int64_t, double> times;
  for (const Reading* reading : readings) times[reading->value] += 1;
  std::vector<Atom> atoms;
  for (const auto& [value, count] : times) atoms.push_back({value, count});
  if (atoms.size() > kMostAtoms) {
    std::stable_sort(atoms.begin(), atoms.end(),
                     [](const Atom& a, const Atom& b) { return a.weight > b.weight; });
    atoms.resize(kMostAtoms);
    std::sort(atoms.begin(), atoms.end(), [](const Atom& a, const Atom& b) { return a.value < b.value; });
  }
  return atoms;
}

double likelihood_if_known(const Reading& reading, std::int64_t value, const ModelParts& parts) {
  if (reading.value == value) return kSaysIt;
  const double distance =
      std::abs(std::log(static_cast<double>(reading.value + 1) / static_cast<double>(value + 1)));
  const double steps = distance / kNearWidth;
  double near = kNearIt / std::pow(1 + steps * steps / 3, 1.5);
  if (parts.rounding && rounds_to(reading.quantity, value)) near += kRoundsIt;
  return near;
}
}  // namespace

double support(const Reading& reading, std::int64_t value, const ModelParts& parts) {
  const double trust = kTrust.at(static_cast<std::size_t>(reading.source_class)) * reading.trust;
  if (reading.value == value) {
    double weight = kRounded;
    if (reading.quantity.bound == Bound::exact) weight = kExact;
    if (reading.quantity.bound == Bound::at_least || reading.quantity.bound == Bound::more_than)
      weight = kBounded;
    if (!parts.rounding) return trust * weight;
    return trust * std::max(0.3, weight - kPerZero * trailing_zeros(value));
  }
  return parts.rounding && rounds_to(reading.quantity, value) ? trust * kRounded : 0.0;
}

double rise_cost(std::int64_t from, std::int64_t to, std::int64_t age, std::int64_t silence, bool total) {
  // Small counts jump more: 3 => 60 in an hour is common, 3,000 => 60,000 is not.
  const double jump = std::log(static_cast<double>(to + 5) / static_cast<double>(from + 5));
  double sigma = 0.8;
  if (age < 14 * kDay) sigma = 1.1;
  if (age < 3 * kDay || silence > 14 * kDay) sigma = 1.5;  // early, or a new phase
  if (total) sigma = std::max(sigma, 1.5);
  return -jump * jump / (2 * sigma * sigma) - 0.2;
}

double rank_cost(const Reading& carrier, const Reading& rival, std::int64_t since) {
  const int steps = rank_of(carrier.source_class) - rank_of(rival.source_class);
  if (steps <= 0) return 0.0;
  return -0.8 * steps * (since <= kDay * 3 / 2 ? 1.0 : 0.4);
}

double log_likelihood(const Reading& reading, std::int64_t value, double reliability,
                      const ModelParts& parts) {
  return std::log(reliability * likelihood_if_known(reading, value, parts) + (1 - reliability) * kAnything +
                  kTiny);
}

double log_prior(std::int64_t value, const ModelParts& parts) {
  return parts.rounding ? -kPerZero * trailing_zeros(value) : 0.0;
}

double chance_of_knowing(const Reading& reading, std::int64_t value, double reliability,
                         const ModelParts& parts) {
  const double known = reliability * likelihood_if_known(reading, value, parts);
  return known / (known + (1 - reliability) * kAnything + kTiny);
}

std::vector<Atom> weigh_atoms(const std::vector<const Reading*>& readings, const ModelParts& parts) {
  std::vector<Atom> atoms = most_said(readings);
  // One vote for each number an origin gives.
  std::vector<std::pair<std::uint32_t, const Reading*>> votes;
  for (const Reading* reading : readings) votes.emplace_back(reading->voice, reading);
  const auto key = [](const auto& vote) {
    return std::tuple(vote.first, vote.second->value, vote.second->quantity.bound);
  };
  std::sort(votes.begin(), votes.end(), [&](const auto& a, const auto& b) { return key(a) < key(b); });
  if (parts.copies) {
    votes.erase(std::unique(votes.begin(), votes.end(),
                            [&](const auto& a, const auto& b) { return key(a) == key(b); }),
                votes.end());
  }
  for (Atom& atom : atoms) {
    atom.weight = log_prior(atom.value, parts);
    for (const auto& [voice, reading] : votes)
      atom.weight += log_likelihood(*reading, atom.value, reading->reliability, parts);
  }
  return atoms;
}

const Atom* best_of(const std::vector<Atom>& atoms) {
  const Atom* best = nullptr;
  for (const Atom& atom : atoms) {
    if (best == nullptr || atom.weight > best->weight + 1e-9) best = &atom;
  }
  return best;
}

}  // namespace annals
