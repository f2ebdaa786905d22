#pragma once
// From the PATHs or the store of a command line to documents.
//   paths_of(session)        the operands, or nothing when --db is given; neither or both is a usage error
//   read_batches(...)        files one after the other, extracted some hundred at a time; memory stays
//   bounded read_documents(session)  all of them, in the same order as from a store
// What cannot be read is told and counted, and the rest is still read.

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "annals/model/document.hpp"

#include "cli/session.hpp"

namespace annals {

using BatchSink = std::function<void(std::vector<Document>&&)>;
using ArticleTest = std::function<bool(const Article&)>;

// `first` operands are no paths (the query of a search).
std::vector<std::string> paths_of(const Session& session, std::size_t first = 0);

// Batches in the order of the input. Articles that `known` holds for are counted but not extracted or passed
// on; it may be empty. Returns how many articles were read.
std::size_t read_batches(Session& session, const std::vector<std::string>& paths, const ArticleTest& known,
                         const BatchSink& sink);

// Where documents come from: PATHs, or the store `db` when there are none.
struct DocumentSource {
  std::string db;
  std::vector<std::string> paths;
  std::optional<Instant> as_of;
};
// Articles with the same content count once; with `as_of`, only those published by then.
std::vector<Document> documents_of(Session& session, const DocumentSource& source);
// The same of the operands and options of the command line.
std::vector<Document> read_documents(Session& session, std::size_t first_path = 0);

}  // namespace annals
