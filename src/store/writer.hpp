#pragma once
// Writes documents, one row at a time with statements prepared once. The caller holds the transaction.
//   Writer writer(connection);  writer.write(document)  => new_article, new_version or unchanged
// A document that fails halfway leaves rows behind: the caller must roll back.

#include <string>
#include <string_view>

#include "annals/store/store.hpp"

#include "store/sqlite.hpp"

namespace annals {

class Writer {
 public:
  explicit Writer(sqlite::Connection& connection);

  bool holds(std::string_view sha256);
  Store::Added write(const Document& document);

 private:
  // The id itself, or "ID~2", "ID~3", ... where other content has it already.
  std::string free_id(const std::string& id);
  std::int64_t newest_version(std::string_view url);
  void write_article(const Article& article, std::string_view id, std::uint32_t version);
  void write_claims(std::int64_t article, std::string_view text, const std::vector<Claim>& claims);
  void write_figures(std::int64_t article, std::int64_t first_claim, const Extraction& extraction);
  void write_timexes(std::int64_t article, const std::vector<Timex>& timexes);
  void write_ranges(std::int64_t article, const std::vector<TimeRange>& ranges);
  void write_totals(std::int64_t article, const Extraction& extraction);
  void write_diagnostics(std::int64_t article, int stage, const std::vector<Diagnostic>& diagnostics);

  sqlite::Connection* connection_;
  sqlite::Statement find_content_;
  sqlite::Statement find_id_;
  sqlite::Statement find_version_;
  sqlite::Statement article_;
  sqlite::Statement caption_;
  sqlite::Statement claim_;
  sqlite::Statement sentence_;
  sqlite::Statement figure_;
  sqlite::Statement timex_;
  sqlite::Statement alternate_;
  sqlite::Statement range_;
  sqlite::Statement total_;
  sqlite::Statement diagnostic_;
};

}  // namespace annals
