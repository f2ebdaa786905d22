#include "store/sqlite.hpp"

#include <array>
#include <filesystem>
#include <system_error>

#include <fmt/core.h>

#include "annals/model/error.hpp"

namespace annals::sqlite {

namespace {

constexpr int kBusyMilliseconds = 2000;

const char* next_step(int code) {
  switch (code & 0xff) {
    case SQLITE_BUSY:
    case SQLITE_LOCKED: return "another program is writing; try again";
    case SQLITE_NOTADB: return "this is not an annals database; check the path";
    case SQLITE_CORRUPT: return "the file is damaged; restore a copy or ingest the articles into a new file";
    case SQLITE_READONLY: return "it cannot be written; check the permissions of the file and its folder";
    case SQLITE_FULL: return "free some disk space and try again";
    case SQLITE_CANTOPEN: return "check that its folder exists and may be read";
    case SQLITE_IOERR:
      return "the disk cannot be read or written; check its space, quota and health and try again";
    case SQLITE_NOMEM: return "there is not enough memory; ingest fewer articles at a time";
    case SQLITE_TOOBIG: return "an article is too long to be stored; split it";
    case SQLITE_CONSTRAINT: return "stored articles are never altered; add a new version";
    default: return "check the file with `sqlite3 FILE 'PRAGMA integrity_check'`";
  }
}

// SQLite's name for a database that lives in memory and is gone at the end.
constexpr const char* kInMemory = ":memory:";

// A path as a URI, so that no path ("file:x?mode=memory", "?", "#") is taken for one.
std::string uri_of(const std::string& path, const char* query) {
  std::string uri = "file:";
  if (!path.starts_with('/') && path != kInMemory) uri += "./";
  for (const char c : path) {
    const auto byte = static_cast<unsigned char>(c);
    if (c == '%' || c == '?' || c == '#' || byte < 0x20) {
      uri += fmt::format("%{:02X}", byte);
    } else {
      uri += c;
    }
  }
  return uri + query;
}

bool has_content(const std::string& path) {
  std::error_code error;
  const auto size = std::filesystem::file_size(path, error);
  return !error && size > 0;
}

}  // namespace

Connection::Connection(const std::string& path, Mode mode) : path_(path) {
  if (path.empty() || path.find('\0') != std::string::npos) {
    throw Error(Error::Kind::store,
                "the path of the database is empty or holds a NUL; name a file with --db FILE");
  }
  std::error_code error;
  const bool exists = std::filesystem::exists(path, error);
  if (mode == Mode::read && !exists) {
    throw Error(Error::Kind::store,
                fmt::format("no such database: {}; make one with `annals ingest --db {} PATHS`", path, path));
  }
  if (std::filesystem::is_directory(path, error)) refuse("is a folder; name a file with --db FILE");
  if (mode == Mode::write) {
    open(uri_of(path, ""), SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE);
    return;
  }
  // Opened for writing where that is allowed, as only then the log is tidied away at the end; query_only
  // keeps the content as it is.
  open(uri_of(path, ""), SQLITE_OPEN_READWRITE);
  const int code = sqlite3_exec(handle(), "PRAGMA query_only = ON; SELECT 1 FROM sqlite_schema", nullptr,
                                nullptr, nullptr);
  if (code == SQLITE_OK) return;
  const bool no_log = (code & 0xff) == SQLITE_CANTOPEN || (code & 0xff) == SQLITE_READONLY;
  // Reading past a log that holds something would show an older state as if it were the last.
  if (!no_log || has_content(path + "-wal")) fail(code);
  open(uri_of(path, "?immutable=1"), SQLITE_OPEN_READONLY);
}

void Connection::open(const std::string& uri, int flags) {
  // Without counting its memory, SQLite takes no lock at each allocation. Refused, harmlessly, in a program
  // that has used SQLite before.
  static const int no_counting = sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
  static_cast<void>(no_counting);
  sqlite3* handle = nullptr;
  const int code =
      sqlite3_open_v2(uri.c_str(), &handle, flags | SQLITE_OPEN_URI | SQLITE_OPEN_NOMUTEX, nullptr);
  handle_.reset(handle);
  if (code != SQLITE_OK) fail(code);
  sqlite3_extended_result_codes(handle, 1);
  sqlite3_busy_timeout(handle, kBusyMilliseconds);
  // A file made by somebody else must not run code of its choice (SQLite, "Defense against the dark arts").
  sqlite3_db_config(handle, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
  sqlite3_db_config(handle, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, nullptr);
}

void Connection::execute(const std::string& sql) {
  const int code = sqlite3_exec(handle(), sql.c_str(), nullptr, nullptr, nullptr);
  if (code != SQLITE_OK) fail(code);
}

std::int64_t Connection::integer_of(const std::string& sql) {
  Statement statement(*this, sql);
  return statement.step() ? statement.take_integer() : 0;
}

void Connection::fail(int code) const {
  const char* words = handle_ ? sqlite3_errmsg(handle()) : sqlite3_errstr(code);
  throw Error(Error::Kind::store,
              fmt::format("{}: {} (SQLite code {}): {}", path_, words, code, next_step(code)));
}

void Connection::refuse(const std::string& problem) const {
  throw Error(Error::Kind::store, fmt::format("{}: {}", path_, problem));
}

Statement::Statement(Connection& connection, std::string_view sql) : connection_(&connection) {
  sqlite3_stmt* handle = nullptr;
  check(sqlite3_prepare_v3(connection.handle(), sql.data(), static_cast<int>(sql.size()),
                           SQLITE_PREPARE_PERSISTENT, &handle, nullptr));
  handle_.reset(handle);
}

void Statement::check(int code) {
  if (code != SQLITE_OK) connection_->fail(code);
}

Statement& Statement::put(std::int64_t value) {
  check(sqlite3_bind_int64(handle_.get(), parameter_++, value));
  return *this;
}

Statement& Statement::put_real(double value) {
  check(sqlite3_bind_double(handle_.get(), parameter_++, value));
  return *this;
}

Statement& Statement::put(std::string_view text) {
  // A null pointer would be NULL, and an empty text is not NULL.
  check(sqlite3_bind_text64(handle_.get(), parameter_++, text.empty() ? "" : text.data(), text.size(),
                            SQLITE_STATIC, SQLITE_UTF8));
  return *this;
}

Statement& Statement::put_copy(std::string_view text) {
  check(sqlite3_bind_text64(handle_.get(), parameter_++, text.empty() ? "" : text.data(), text.size(),
                            SQLITE_TRANSIENT, SQLITE_UTF8));
  return *this;
}

Statement& Statement::put(std::nullopt_t) {
  check(sqlite3_bind_null(handle_.get(), parameter_++));
  return *this;
}

bool Statement::step() {
  const std::optional<bool> row = try_step();
  if (!row) fail(SQLITE_ERROR);
  return *row;
}

std::optional<bool> Statement::try_step() {
  column_ = 0;
  const int code = sqlite3_step(handle_.get());
  if (code == SQLITE_ROW) return true;
  if (code == SQLITE_DONE) return false;
  if (code == SQLITE_ERROR) return std::nullopt;
  fail(code);
}

void Statement::fail(int code) {
  // The words belong to the connection: they must be read before the reset clears them.
  try {
    connection_->fail(code);
  } catch (const Error&) {
    reset();
    throw;
  }
}

void Statement::run() {
  step();
  reset();
}

void Statement::reset() {
  sqlite3_reset(handle_.get());
  parameter_ = 1;
}

std::string_view Statement::take_text() {
  const auto* text = sqlite3_column_text(handle_.get(), column_);
  const int size = sqlite3_column_bytes(handle_.get(), column_++);
  if (text == nullptr) return {};
  return {reinterpret_cast<const char*>(text), static_cast<std::size_t>(size)};
}

std::optional<std::int64_t> Statement::take_optional_integer() {
  if (at_null()) {
    ++column_;
    return std::nullopt;
  }
  return take_integer();
}

std::uint32_t Statement::take_below(std::int64_t limit) {
  const std::int64_t value = take_integer();
  if (value < 0 || value >= limit) {
    connection_->refuse(
        fmt::format("holds {} where a number below {} belongs (column {}): altered by another program; "
                    "restore a copy",
                    value, limit, sqlite3_column_name(handle_.get(), column_ - 1)));
  }
  return static_cast<std::uint32_t>(value);
}

Transaction::Transaction(Connection& connection, Mode mode)
    : connection_(&connection), open_(!connection.in_transaction()) {
  if (open_) connection.execute(mode == Mode::write ? "BEGIN IMMEDIATE" : "BEGIN");
}

Transaction::~Transaction() {
  // A failed write may have ended the transaction already; there is nobody to tell about a failed rollback.
  if (open_ && connection_->in_transaction()) {
    sqlite3_exec(connection_->handle(), "ROLLBACK", nullptr, nullptr, nullptr);
  }
}

void Transaction::commit() {
  if (!open_) return;
  connection_->execute("COMMIT");
  open_ = false;
}

}  // namespace annals::sqlite
