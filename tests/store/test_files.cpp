// What the world does to a database file: missing, foreign, newer, damaged, locked, read-only, full.

#include <csignal>
#include <filesystem>
#include <functional>
#include <string>

#include <doctest/doctest.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include "annals/model/error.hpp"
#include "annals/store/store.hpp"

#include "store/sample_documents.hpp"
#include "store/sqlite.hpp"
#include "store/temporary_folder.hpp"

using namespace annals;

namespace {

constexpr uid_t kNobody = 65534;

// The words of the Error::store that `act` throws; empty when it throws none.
std::string refusal(const std::function<void()>& act) {
  try {
    act();
  } catch (const Error& error) {
    CHECK(error.kind() == Error::Kind::store);
    return error.what();
  }
  return {};
}

std::string refusal_to_open(const std::string& path, Store::Access access) {
  return refusal([&] { Store(path, access); });
}

bool holds(const std::string& text, std::string_view part) {
  return text.find(part) != std::string::npos;
}

void make_store(const std::string& path) {
  Store store(path, Store::Access::write);
  store.add(simple_document("a", "One sentence."));
}

void run_sql(const std::string& path, const std::string& sql) {
  sqlite::Connection connection(path, sqlite::Mode::write);
  connection.execute(sql);
}

// Runs `act` in a child, so that limits and rights it gives up are not ours; true when it returned true.
bool in_child(const std::function<bool()>& act) {
  const pid_t child = fork();
  REQUIRE(child >= 0);
  if (child == 0) {
    bool ok = false;
    try {
      ok = act();
    } catch (const std::exception& error) {
      static_cast<void>(!write(STDERR_FILENO, error.what(), std::string_view(error.what()).size()));
    }
    _exit(ok ? 0 : 1);
  }
  int status = 0;
  REQUIRE(waitpid(child, &status, 0) == child);
  return WIFEXITED(status) && WEXITSTATUS(status) == 0;
}

}  // namespace

TEST_CASE("reading a missing file says how to make one, and makes none") {
  const TemporaryFolder folder;
  const std::string path = folder / "none.db";
  CHECK(refusal_to_open(path, Store::Access::read) ==
        "no such database: " + path + "; make one with `annals ingest --db " + path + " PATHS`");
  CHECK_FALSE(std::filesystem::exists(path));
}

TEST_CASE("a path that cannot be a file is refused") {
  const TemporaryFolder folder;
  for (const auto access : {Store::Access::read, Store::Access::write}) {
    CHECK_FALSE(refusal_to_open("", access).empty());
    CHECK_FALSE(refusal_to_open(std::string("a\0b", 3), access).empty());
    CHECK(holds(refusal_to_open(folder.path(), access), "is a folder"));
  }
  CHECK(holds(refusal_to_open(folder / "no/such/folder/a.db", Store::Access::write),
              "check that its folder exists"));
}

TEST_CASE("a path is a file name, whatever it looks like") {
  const TemporaryFolder folder;
  for (const char* name :
       {"a?mode=memory", "file:x.db", "100%41.db", "a#b.db", "sp ace'\".db", "caf\xC3\xA9.db", "\xff"}) {
    CAPTURE(name);
    make_store(folder / name);
    CHECK(std::filesystem::exists(folder / name));
    CHECK(Store(folder / name, Store::Access::read).article_count() == 1);
  }
}

TEST_CASE("nothing is left beside the file once it is closed") {
  const TemporaryFolder folder;
  make_store(folder / "a.db");
  CHECK(Store(folder / "a.db", Store::Access::read).article_count() == 1);
  CHECK_FALSE(std::filesystem::exists(folder / "a.db-wal"));
  CHECK_FALSE(std::filesystem::exists(folder / "a.db-shm"));
}

TEST_CASE("an empty file is brought up to the schema, but not by a reader") {
  const TemporaryFolder folder;
  write_bytes(folder / "a.db", "");
  CHECK(holds(refusal_to_open(folder / "a.db", Store::Access::read), "holds no articles yet"));
  CHECK(bytes_of(folder / "a.db").empty());
  make_store(folder / "a.db");
  sqlite::Connection connection(folder / "a.db", sqlite::Mode::read);
  CHECK(connection.integer_of("PRAGMA user_version") == Store::kSchemaVersion);
  CHECK(connection.integer_of("PRAGMA application_id") == 0x414E4E4C);
  CHECK(connection.integer_of("SELECT count(*) FROM articles") == 1);
}

TEST_CASE("a file of the first schema is brought up to date by a writer, and nothing of it is lost") {
  const TemporaryFolder folder;
  const std::string path = folder / "a.db";
  make_store(path);
  run_sql(path,
          "DROP VIEW alternates; DROP VIEW ranges; DROP VIEW timexes; DROP TABLE timex_alternate;"
          "DROP TABLE time_range; ALTER TABLE timex DROP COLUMN weight;"
          "DROP VIEW estimates; DROP TABLE estimate; DROP TABLE keeping;"
          "CREATE VIEW timexes AS SELECT * FROM timex; PRAGMA user_version = 1");
  CHECK(holds(refusal_to_open(path, Store::Access::read), "made by an older annals (schema 1)"));
  { const Store store(path, Store::Access::write); }
  sqlite::Connection connection(path, sqlite::Mode::read);
  CHECK(connection.integer_of("PRAGMA user_version") == Store::kSchemaVersion);
  CHECK(connection.integer_of("SELECT count(*) FROM ranges") == 0);
  CHECK(connection.integer_of("SELECT count(*) FROM alternates") == 0);
  CHECK(connection.integer_of("SELECT count(*) FROM estimates") == 0);
  CHECK(Store(path, Store::Access::read).article_count() == 1);
}

TEST_CASE("a newer schema is refused and the file is left as it was") {
  const TemporaryFolder folder;
  const std::string path = folder / "a.db";
  make_store(path);
  run_sql(path, "PRAGMA user_version = 7");
  const std::string before = bytes_of(path);
  for (const auto access : {Store::Access::read, Store::Access::write}) {
    CHECK(refusal_to_open(path, access) ==
          path + ": made by a newer annals (schema 7, this program knows 3): upgrade annals");
    CHECK(bytes_of(path) == before);
  }
}

TEST_CASE("a database of another program is refused and left as it was") {
  const TemporaryFolder folder;
  const std::string path = folder / "bookmarks.db";
  run_sql(path, "CREATE TABLE bookmark(url TEXT)");
  const std::string before = bytes_of(path);
  for (const auto access : {Store::Access::read, Store::Access::write}) {
    CHECK(holds(refusal_to_open(path, access), "is a database of another program"));
    CHECK(bytes_of(path) == before);
  }
}

TEST_CASE("a file that is no database is refused and left as it was") {
  const TemporaryFolder folder;
  const std::string path = folder / "notes.txt";
  write_bytes(path, std::string(5000, '\x5a') + "just some text");
  const std::string before = bytes_of(path);
  for (const auto access : {Store::Access::read, Store::Access::write}) {
    CHECK(holds(refusal_to_open(path, access), "this is not an annals database"));
    CHECK(bytes_of(path) == before);
  }
}

TEST_CASE("damage never crashes: documents come, or an error that names the file") {
  const TemporaryFolder folder;
  make_store(folder / "good.db");
  const std::string good = bytes_of(folder / "good.db");
  const std::string path = folder / "bad.db";
  std::uint32_t state = 1;
  for (std::size_t round = 0; round < 60; ++round) {
    CAPTURE(round);
    std::string bad = good;
    if (round < 10) bad.resize(bad.size() * round / 10);
    for (int i = 0; i < 200 && round >= 10; ++i) {
      state = state * 1664525 + 1013904223;
      bad[state % bad.size()] = static_cast<char>(state >> 24);
    }
    write_bytes(path, bad);
    for (const auto access : {Store::Access::read, Store::Access::write}) {
      const std::string words = refusal([&] {
        Store store(path, access);
        static_cast<void>(store.documents());
        static_cast<void>(store.search("sentence", 5));
        if (access == Store::Access::write) store.add(rich_document());
      });
      if (!words.empty()) CHECK(holds(words, "bad.db"));
    }
    for (const char* end : {"-wal", "-shm"}) std::filesystem::remove(path + end);
  }
}

TEST_CASE("numbers that the program does not know are refused, not guessed at") {
  const TemporaryFolder folder;
  const std::string path = folder / "a.db";
  make_store(path);
  run_sql(path,
          "INSERT INTO claim VALUES (NULL, 1, 1, 0, 3, 99, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL)");
  const Store store(path, Store::Access::read);
  CHECK(holds(refusal([&] { static_cast<void>(store.documents()); }),
              "holds 99 where a number below 4 belongs"));
}

TEST_CASE("a locked file asks to try again") {
  const TemporaryFolder folder;
  const std::string path = folder / "a.db";
  make_store(path);
  Store first(path, Store::Access::write);
  Store second(path, Store::Access::write);
  auto batch = first.begin();
  first.add(simple_document("b", "Other words."));
  const std::string words = refusal([&] { second.begin(); });
  CHECK(holds(words, "database is locked"));
  CHECK(holds(words, "another program is writing; try again"));
  CHECK(second.article_count() == 1);
  batch.commit();
  CHECK(second.add(simple_document("c", "Still other words.")) == Store::Added::new_article);
}

TEST_CASE("a reader cannot write") {
  const TemporaryFolder folder;
  make_store(folder / "a.db");
  Store store(folder / "a.db", Store::Access::read);
  CHECK(holds(refusal([&] { store.add(simple_document("b", "More.")); }), "cannot be written"));
  CHECK(store.article_count() == 1);
}

TEST_CASE("a file in a folder that cannot be written is read, and refused for writing") {
  const TemporaryFolder folder;
  const std::string path = folder / "a.db";
  make_store(path);
  std::filesystem::permissions(path, std::filesystem::perms(0444));
  std::filesystem::permissions(folder.path(), std::filesystem::perms(0555));
  CHECK(in_child([&] {
    if (geteuid() == 0 && setuid(kNobody) != 0) return false;
    const Store store(path, Store::Access::read);
    if (store.documents().size() != 1 || store.search("sentence", 5).size() != 1) return false;
    return holds(refusal_to_open(path, Store::Access::write), "cannot be written");
  }));
}

TEST_CASE("a read-only folder with an unread log is not read past the log") {
  const TemporaryFolder folder;
  const std::string path = folder / "a.db";
  make_store(path);
  write_bytes(path + "-wal", "something");
  std::filesystem::permissions(folder.path(), std::filesystem::perms(0555));
  CHECK(in_child([&] {
    if (geteuid() == 0 && setuid(kNobody) != 0) return false;
    return !refusal_to_open(path, Store::Access::read).empty();
  }));
}

TEST_CASE("a full disk stores nothing of the batch and says so") {
  const TemporaryFolder folder;
  const std::string path = folder / "a.db";
  make_store(path);
  CHECK(in_child([&] {
    const rlimit limit{400000, 400000};
    if (std::signal(SIGXFSZ, SIG_IGN) == SIG_ERR || setrlimit(RLIMIT_FSIZE, &limit) != 0) return false;
    Store store(path, Store::Access::write);
    const std::string words = refusal([&] {
      auto batch = store.begin();
      for (int i = 0; i < 50; ++i) {
        store.add(simple_document("b" + std::to_string(i), std::string(20000, 'x') + std::to_string(i)));
      }
      batch.commit();
    });
    return holds(words, "check its space") && store.article_count() == 1 &&
           store.add(simple_document("c", "Small.")) == Store::Added::new_article;
  }));
  CHECK(Store(path, Store::Access::read).documents().size() == 2);
}

TEST_CASE("a document that fails spoils its batch, and the batch says so") {
  const TemporaryFolder folder;
  const std::string path = folder / "a.db";
  make_store(path);
  run_sql(path,
          "CREATE TRIGGER stop BEFORE INSERT ON claim WHEN NEW.\"end\" = 5 BEGIN SELECT RAISE(ABORT, "
          "'stop'); END");
  Store store(path, Store::Access::write);
  {
    auto batch = store.begin();
    store.add(simple_document("b", "A longer sentence."));
    CHECK(holds(refusal([&] { store.add(simple_document("c", "Short")); }), "stop"));
    CHECK(holds(refusal([&] { store.add(simple_document("d", "Another sentence.")); }),
                "nothing of its batch"));
    CHECK(holds(refusal([&] { batch.commit(); }), "nothing of its batch"));
  }
  CHECK(store.article_count() == 1);
  CHECK(holds(refusal([&] { store.add(simple_document("c", "Short")); }), "stop"));
  CHECK(store.add(simple_document("d", "Another sentence.")) == Store::Added::new_article);
}

TEST_CASE("SQLite's own words for a full file carry the next step") {
  const TemporaryFolder folder;
  sqlite::Connection connection(folder / "a.db", sqlite::Mode::write);
  connection.execute("CREATE TABLE t(x); PRAGMA max_page_count = 3");
  CHECK(holds(refusal([&] { connection.execute("INSERT INTO t VALUES (zeroblob(100000))"); }),
              "(SQLite code 13): free some disk space and try again"));
}
