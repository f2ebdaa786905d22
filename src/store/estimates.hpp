#pragma once
// Estimates in the table `estimate`: each change of each series with two intervals, `known_from`..`known_to`
// (the world knew it) and `held_from`..`held_to` (annals held it to be so, by number of keeping).

#include <string>
#include <vector>

#include "annals/store/store.hpp"

#include "store/sqlite.hpp"

namespace annals {

// Within a transaction.
std::vector<std::string> write_estimates(sqlite::Connection& connection,
                                         const std::vector<Estimate>& estimates,
                                         const Store::Keeping& keeping);
std::vector<Estimate> read_estimates(sqlite::Connection& connection, const Store::KeptQuestion& question);

}  // namespace annals
