#pragma once
// Full-text search over the sentences of the versions that stand now.
//   search_sentences(connection, "hospital NEAR tents", 20)  => best first, ties in order of article and
//   position
// A query that FTS5 cannot parse is searched as a phrase: no words of a user are an error.

#include <cstddef>
#include <string_view>
#include <vector>

#include "annals/store/store.hpp"

#include "store/sqlite.hpp"

namespace annals {

std::vector<Store::Hit> search_sentences(sqlite::Connection& connection, std::string_view query,
                                         std::size_t limit);

}  // namespace annals
