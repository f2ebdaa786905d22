#include "cli/runs.hpp"

#include <array>
#include <fstream>
#include <string_view>

#include "annals/loader/load_run.hpp"
#include "annals/normalizer/reconcile.hpp"

#include "cli/reconciling.hpp"

namespace annals {

namespace {

// Enough to see the schema of a report, which comes first.
std::string first_bytes(const std::string& path) {
  std::array<char, 64> bytes{};
  std::ifstream file(path, std::ios::binary);
  file.read(bytes.data(), bytes.size());
  return {bytes.data(), static_cast<std::size_t>(file.gcount())};
}

Run reconciled(Settings settings, const std::vector<Document>& documents,
               const std::optional<Instant>& as_of) {
  settings.as_of = as_of;
  return run_of(std::string("annals ") + ANNALS_VERSION, reconcile(documents, reconcile_options(settings)),
                documents);
}

}  // namespace

Run run_from(Session& session, const DocumentSource& source) {
  Settings settings = session.settings;
  settings.db = source.db;  // whose journal of overrides counts
  return reconciled(settings, documents_of(session, source), source.as_of);
}

Run run_of_documents(Session& session, const std::vector<Document>& documents,
                     const std::optional<Instant>& as_of) {
  return reconciled(session.settings, documents, as_of);
}

Run run_of_file(Session& session, const std::string& path) {
  const std::string head = first_bytes(path);
  if (head.starts_with("SQLite format 3")) return run_from(session, {path, {}, std::nullopt});
  if (head.find("\"annals.report/") != std::string::npos) return load_run(path);
  return run_from(session, {{}, {path}, std::nullopt});
}

}  // namespace annals
