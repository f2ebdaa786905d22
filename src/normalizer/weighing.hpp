#pragma once
// How much a reading counts for a number, and how far numbers jump: the log-odds of the forward pass.

#include <cstdint>

#include "annals/normalizer/reconcile.hpp"

#include "normalizer/reading.hpp"

namespace annals {

// Support of one reading for `value`: most when it says it exactly, less when it rounds to it, 0 when it does
// not.
double support(const Reading& reading, std::int64_t value, Policy policy);
// Cost (<= 0) of a rise from `from` to `to`, `age` seconds after the series began and `silence` seconds after
// its last word.
double rise_cost(std::int64_t from, std::int64_t to, std::int64_t age, std::int64_t silence);
// Cost (<= 0) of overruling a carrier of a higher class that spoke `since` seconds ago.
double rank_cost(const Reading& carrier, const Reading& rival, std::int64_t since, Policy policy);

}  // namespace annals
