#pragma once
// Runs to compare: made of articles, or read back from a report that was kept as JSON.

#include <string>

#include "annals/model/run.hpp"

#include "cli/inputs.hpp"

namespace annals {

Run run_from(Session& session, const DocumentSource& source);
// Of documents that were read before; the journal of overrides is that of --overrides or --db.
Run run_of_documents(Session& session, const std::vector<Document>& documents,
                     const std::optional<Instant>& as_of);
// A report as JSON, a store, or a file or folder of articles, told apart by their first bytes.
Run run_of_file(Session& session, const std::string& path);

}  // namespace annals
