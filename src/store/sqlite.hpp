#pragma once
// SQLite as values: a connection, a prepared statement and a transaction that end themselves. The only header
// that includes sqlite3.h; whatever SQLite refuses becomes Error::store with its code, its words and a next
// step.
//   Statement count(connection, "SELECT count(*) FROM article WHERE language = ?");
//   count.put("en").step();  const std::int64_t n = count.take_integer();
// put() fills parameters and take_...() reads columns from left to right, so that writing and reading a row
// are the same list twice. It knows nothing of articles.

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include <sqlite3.h>

namespace annals::sqlite {

enum class Mode { read, write };

class Connection {
 public:
  // `path` is a file, never a URI. Read never makes a file and never changes one; where the write-ahead log
  // cannot be made (read-only folder) the file is read as it is.
  Connection(const std::string& path, Mode mode);

  void execute(const std::string& sql);
  std::int64_t integer_of(const std::string& sql);
  std::int64_t last_row() const { return sqlite3_last_insert_rowid(handle_.get()); }
  bool in_transaction() const { return sqlite3_get_autocommit(handle_.get()) == 0; }
  const std::string& path() const { return path_; }
  sqlite3* handle() const { return handle_.get(); }

  // `code` as SQLite returned it for this connection.
  [[noreturn]] void fail(int code) const;
  // A message of our own about this file: "FILE: problem".
  [[noreturn]] void refuse(const std::string& problem) const;

 private:
  struct Close {
    void operator()(sqlite3* handle) const { sqlite3_close_v2(handle); }
  };
  void open(const std::string& uri, int flags);

  std::string path_;
  std::unique_ptr<sqlite3, Close> handle_;
};

class Statement {
 public:
  Statement(Connection& connection, std::string_view sql);

  sqlite3_stmt* handle() const { return handle_.get(); }

  // Texts must live until the row is run.
  Statement& put(std::int64_t value);
  Statement& put(std::string_view text);
  Statement& put_real(double value);
  Statement& put(std::nullopt_t);
  Statement& put_copy(std::string_view text);
  template <typename T>
  Statement& put(const std::optional<T>& value) {
    return value ? put(*value) : put(std::nullopt);
  }

  // True while there is a row; then the columns can be taken.
  bool step();
  // As step(), but nullopt where SQLite finds fault with the statement itself (its plain error code), as FTS5
  // does with a query it cannot parse.
  std::optional<bool> try_step();
  // For statements without rows: runs, and is ready for the next parameters.
  void run();
  void reset();

  bool at_null() const { return sqlite3_column_type(handle_.get(), column_) == SQLITE_NULL; }
  void skip(int columns = 1) { column_ += columns; }
  std::int64_t take_integer() { return sqlite3_column_int64(handle_.get(), column_++); }
  // Valid until the next step.
  std::string_view take_text();
  std::optional<std::int64_t> take_optional_integer();
  double take_real() { return sqlite3_column_double(handle_.get(), column_++); }
  // A whole number below `limit`; anything else means that the file was altered by another hand.
  std::uint32_t take_below(std::int64_t limit);
  template <typename Enum>
  Enum take_enum(int names) {
    return static_cast<Enum>(take_below(names));
  }

 private:
  struct Finalize {
    void operator()(sqlite3_stmt* handle) const { sqlite3_finalize(handle); }
  };
  void check(int code);
  [[noreturn]] void fail(int code);

  Connection* connection_;
  std::unique_ptr<sqlite3_stmt, Finalize> handle_;
  int parameter_ = 1;
  int column_ = 0;
};

// Rolls back unless committed. `read` takes a snapshot, `write` takes the write lock at once, so that being
// locked out shows at the start and not halfway. Inside another transaction it does nothing.
class Transaction {
 public:
  Transaction(Connection& connection, Mode mode);
  ~Transaction();
  Transaction(const Transaction&) = delete;
  Transaction& operator=(const Transaction&) = delete;
  void commit();

 private:
  Connection* connection_;
  bool open_;
};

}  // namespace annals::sqlite
