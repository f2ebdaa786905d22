#pragma once
// A report as a SQLite database of plain tables, for Datasette and other tools that read SQLite: articles,
// events, figures, estimates, estimate_figures, claims, timeline; full-text search on claims. Names instead
// of numbers, ISO dates, foreign keys. It is a copy for reading and no store: `--db` does not take it.

#include <string>
#include <vector>

#include "annals/model/document.hpp"
#include "annals/model/reconciliation.hpp"
#include "annals/model/timeline.hpp"

namespace annals {

// The bytes of the database file. Throws Error::store with SQLite's words (no memory).
std::string sqlite_copy(const std::vector<Document>& documents, const Reconciliation& reconciliation,
                        const Timeline& timeline);

}  // namespace annals
