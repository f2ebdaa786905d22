#pragma once
// How much a reading counts for a number, and how far numbers jump: the log-odds that all decisions rest on.
// Dated figures are weighed by what they say; undated ones, of which nothing but agreement tells right from
// wrong, by a likelihood with heavy tails.

#include <cstdint>
#include <vector>

#include "annals/normalizer/reconcile.hpp"

#include "normalizer/toll/reading.hpp"

namespace annals {

// Support of one reading for `value`: most when it says it exactly, less when it rounds to it, 0 when it does
// not.
double support(const Reading& reading, std::int64_t value, const ModelParts& parts);
// Cost (<= 0) of a rise from `from` to `to`, `age` seconds after the series began and `silence` seconds after
// its last word. A running total told as such may rise further at once than a count of an incident.
double rise_cost(std::int64_t from, std::int64_t to, std::int64_t age, std::int64_t silence, bool total);
// Cost (<= 0) of overruling a carrier of a higher class that spoke `since` seconds ago.
double rank_cost(const Reading& carrier, const Reading& rival, std::int64_t since);

// ln P(the origin says this | the number is `value`), up to a constant: with the chance `reliability` it says
// the number, a rounding of it or one near it; else anything.
double log_likelihood(const Reading& reading, std::int64_t value, double reliability,
                      const ModelParts& parts);
// ln of how likely a number is to be the true one before anybody speaks: round ones less.
double log_prior(std::int64_t value, const ModelParts& parts);
// Chance that a reading comes from an origin that knew, if the number is `value`.
double chance_of_knowing(const Reading& reading, std::int64_t value, double reliability,
                         const ModelParts& parts);

// The numbers an undated series may be, with the log-likelihood of each: those that somebody says, ascending.
struct Atom {
  std::int64_t value = 0;
  double weight = 0;
};
std::vector<Atom> weigh_atoms(const std::vector<const Reading*>& readings, const ModelParts& parts);
// The best of them; of equals the lowest.
const Atom* best_of(const std::vector<Atom>& atoms);

}  // namespace annals
