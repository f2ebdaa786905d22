#include "annals/store/store.hpp"

#include <cassert>
#include <utility>

#include "annals/model/error.hpp"

#include "store/estimates.hpp"
#include "store/reader.hpp"
#include "store/schema.hpp"
#include "store/search.hpp"
#include "store/sqlite.hpp"
#include "store/writer.hpp"

namespace annals {

namespace {

[[noreturn]] void refuse_broken_batch(const sqlite::Connection& connection) {
  connection.refuse(
      "a document could not be written, so nothing of its batch was stored; mend the first error and "
      "begin again");
}

}  // namespace

struct Store::Connection {
  Connection(const std::string& path, sqlite::Mode mode) : sqlite(path, mode) {
    if (mode == sqlite::Mode::read) {
      check_for_reading(sqlite);
    } else {
      prepare_for_writing(sqlite);
    }
  }

  sqlite::Connection sqlite;
  std::optional<Writer> writer;  // prepared at the first document
  std::optional<sqlite::Transaction> batch;
  bool broken = false;  // a document of the batch was written in part

  Writer& ready_writer() {
    if (!writer) writer.emplace(sqlite);
    return *writer;
  }
};

Store::Store(const std::string& path, Access access)
    : connection_(std::make_unique<Connection>(
          path, access == Access::read ? sqlite::Mode::read : sqlite::Mode::write)) {}
Store::~Store() = default;
Store::Store(Store&&) noexcept = default;
Store& Store::operator=(Store&&) noexcept = default;

Store::Batch::Batch(Store& store) : store_(&store) {
  store.connection_->batch.emplace(store.connection_->sqlite, sqlite::Mode::write);
  store.connection_->broken = false;
}

Store::Batch::Batch(Batch&& other) noexcept : store_(std::exchange(other.store_, nullptr)) {}

Store::Batch::~Batch() {
  if (store_ != nullptr) store_->connection_->batch.reset();
}

void Store::Batch::commit() {
  assert(store_ != nullptr);
  Connection& connection = *store_->connection_;
  if (connection.broken) refuse_broken_batch(connection.sqlite);
  connection.batch->commit();
  connection.batch.reset();
  store_ = nullptr;
}

Store::Batch Store::begin() {
  assert(!connection_->batch);
  return Batch(*this);
}

bool Store::holds(std::string_view sha256) const {
  sqlite::Statement statement(connection_->sqlite, "SELECT 1 FROM article WHERE sha256 = ?");
  return statement.put(sha256).step();
}

Store::Added Store::add(const Document& document) {
  if (connection_->batch && connection_->broken) refuse_broken_batch(connection_->sqlite);
  sqlite::Transaction transaction(connection_->sqlite, sqlite::Mode::write);
  try {
    const Added added = connection_->ready_writer().write(document);
    transaction.commit();
    return added;
  } catch (...) {
    connection_->broken = true;
    throw;
  }
}

std::vector<Document> Store::documents(std::optional<Instant> as_of) const {
  sqlite::Transaction snapshot(connection_->sqlite, sqlite::Mode::read);
  auto documents = read_documents(connection_->sqlite, as_of);
  snapshot.commit();
  return documents;
}

std::vector<Store::Hit> Store::search(std::string_view query, std::size_t limit) const {
  sqlite::Transaction snapshot(connection_->sqlite, sqlite::Mode::read);
  auto hits = search_sentences(connection_->sqlite, query, limit);
  snapshot.commit();
  return hits;
}

std::vector<std::string> Store::keep_estimates(const std::vector<Estimate>& estimates,
                                               const Keeping& keeping) {
  sqlite::Transaction transaction(connection_->sqlite, sqlite::Mode::write);
  std::vector<std::string> changed = write_estimates(connection_->sqlite, estimates, keeping);
  transaction.commit();
  return changed;
}

std::vector<Estimate> Store::kept_estimates(const KeptQuestion& question) const {
  return read_estimates(connection_->sqlite, question);
}

std::optional<Store::Keeping> Store::last_keeping() const {
  sqlite::Statement row(connection_->sqlite, "SELECT kept, policy FROM keeping ORDER BY id DESC LIMIT 1");
  if (!row.step()) return std::nullopt;
  Keeping keeping;
  keeping.kept = row.take_text();
  keeping.policy = row.take_text();
  return keeping;
}

bool Store::kept_is_old() const {
  return connection_->sqlite.integer_of(
             "SELECT coalesce((SELECT articles FROM keeping ORDER BY id DESC LIMIT 1), -1) < (SELECT "
             "coalesce(max(id), 0) FROM article)") != 0;
}

std::size_t Store::article_count() const {
  return static_cast<std::size_t>(connection_->sqlite.integer_of("SELECT count(*) FROM article"));
}

}  // namespace annals
