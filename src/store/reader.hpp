#pragma once
// Reads documents back, exactly as they were written: one ordered query a table, not one an article.
//   read_documents(connection, as_of)  => by published (unset first), id, version
// Of each address only the version that stands at `as_of` is read.

#include <optional>
#include <vector>

#include "annals/model/document.hpp"

#include "store/sqlite.hpp"

namespace annals {

std::vector<Document> read_documents(sqlite::Connection& connection, std::optional<Instant> as_of);

// Rows of articles that another version of the same address stands for now, as a JSON array: "[3,8]".
std::string superseded_rows(sqlite::Connection& connection);

}  // namespace annals
