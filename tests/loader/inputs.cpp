#include <filesystem>
#include <fstream>

#include <doctest/doctest.h>
#include <unistd.h>

#include "loader/loading.hpp"

using namespace annals;
using namespace std::string_literals;
namespace fs = std::filesystem;

namespace {

// A folder of its own that goes away with the test.
class Folder {
 public:
  Folder() : path_(fs::temp_directory_path() / ("annals-loader-" + std::to_string(::getpid()))) {
    fs::remove_all(path_);
    fs::create_directories(path_);
  }
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;
  Folder(Folder&&) = delete;
  Folder& operator=(Folder&&) = delete;
  ~Folder() {
    std::error_code ignored;
    fs::remove_all(path_, ignored);
  }
  std::string write(const std::string& name, const std::string& bytes = "Toll\n\nTwelve died.\n") const {
    fs::create_directories((path_ / name).parent_path());
    std::ofstream(path_ / name, std::ios::binary) << bytes;
    return (path_ / name).string();
  }
  std::string at(const std::string& name) const { return (path_ / name).string(); }
  const fs::path& path() const { return path_; }

 private:
  fs::path path_;
};

Loaded load_file(const std::string& path, const LoadOptions& options = {}) {
  Loaded loaded;
  load_articles(
      path, options, [&](Article&& article) { loaded.articles.push_back(std::move(article)); },
      [&](const Diagnostic& diagnostic) { loaded.reports.push_back(diagnostic); });
  return loaded;
}

}  // namespace

TEST_CASE("folders are walked by name and only articles are taken") {
  const Folder folder;
  for (const char* name :
       {"b.txt", "a.HTML", "c/z.md", "c/a.jsonl", "c/d/x.ndjson", ".hidden.txt", ".git/x.txt", "README.md",
        "c/readme", "c/Readme.txt", "photo.jpg", "e.xhtml", "noending"})
    folder.write(name);
  fs::create_directory_symlink(folder.path() / "c", folder.path() / "link");
  fs::create_symlink(folder.path() / "b.txt", folder.path() / "file-link.txt");
  std::vector<Diagnostic> reports;
  const auto report = [&](const Diagnostic& diagnostic) { reports.push_back(diagnostic); };
  std::vector<std::string> want;
  for (const char* name :
       {"a.HTML", "b.txt", "c/a.jsonl", "c/d/x.ndjson", "c/z.md", "e.xhtml", "file-link.txt"})
    want.push_back(folder.at(name));
  CHECK(find_inputs({folder.path().string()}, report) == want);
  CHECK(reports.empty());

  // What is named outright is taken as it is, in the order of the arguments.
  const std::vector<std::string> named{folder.at("photo.jpg"), "-", folder.at("README.md"),
                                       folder.at(".hidden.txt")};
  CHECK(find_inputs(named, report) == named);
  CHECK(find_inputs({folder.at("missing.txt"), folder.at("b.txt")}, report) ==
        std::vector<std::string>{folder.at("b.txt")});
  REQUIRE(reports.size() == 1);
  CHECK(reports[0].severity == Severity::error);
  CHECK(reports[0].where == folder.at("missing.txt"));
  CHECK(says(reports, "no such file or folder"));
  CHECK(find_inputs({folder.at(".git")}, report).size() == 1);
  fs::create_directory(folder.path() / "empty");
  CHECK(find_inputs({folder.at("empty")}, report).empty());
  CHECK(says(reports, "no articles in this folder"));
}

TEST_CASE("a file that is no article is one clear error") {
  const Folder folder;
  struct Row {
    std::string path;
    const char* says;
  };
  const Row rows[] = {
      {folder.write("empty.txt", ""), "empty: there is nothing in it"},
      {folder.write("blank.txt", " \n\t\r\n"), "empty: there is only white space in it"},
      {folder.write("mark.txt", "\xEF\xBB\xBF"), "empty"},
      {folder.write("blank.jsonl", "\n\n"), "empty"},
      {folder.write("zero.txt", "Twelve people died\0 in it."s),
       "this is binary, not text: a zero byte at byte 18"},
      {folder.write("controls.txt", "\x01\x02\x03\x04 abc"), "too many control characters"},
      {folder.write("a.pdf.txt", "%PDF-1.4 rest"), "a PDF document"},
      {folder.write("a.docx", "PK\x03\x04rest"), "a ZIP archive or office document"},
      {folder.write("a.gz", "\x1F\x8Brest"), "compressed with gzip"},
      {folder.write("nav.html", "<html><body><nav>World</nav></body></html>"),
       "no article text found in this page"},
      {folder.write("cut.json", "{\"title\": \"T\",\n\"text\": "), "JSON is cut off after byte 23"},
      {folder.write("other.json", "{\"a\": 1}"), "not an article"},
      {folder.at("missing.txt"), "cannot be opened: no such file"},
      {folder.path().string(), "this is a folder, not a file"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.path);
    const Loaded got = load_file(row.path);
    CHECK(got.articles.empty());
    REQUIRE(got.reports.size() == 1);
    CHECK(got.reports[0].where.starts_with(row.path));
    CHECK(got.reports[0].message.find('\n') == std::string::npos);
    CHECK(says(got.reports, row.says));
  }
}

TEST_CASE("a file that may not be read says so") {
  const Folder folder;
  const std::string path = folder.write("locked.txt");
  fs::permissions(path, fs::perms::none);
  if (::access(path.c_str(), R_OK) == 0) return;  // root reads everything
  CHECK(says(load_file(path).reports, "permission denied"));
}

TEST_CASE("a file beyond the limit is refused and one within it is read") {
  const Folder folder;
  LoadOptions options;
  options.max_bytes = 100;
  CHECK(load_file(folder.write("small.txt", "Toll\n\n" + std::string(94, 'x')), options).articles.size() ==
        1);
  const Loaded got = load_file(folder.write("large.txt", "Toll\n\n" + std::string(95, 'x')), options);
  CHECK(got.articles.empty());
  CHECK(says(got.reports, "larger than 100 bytes"));
  // The same from memory and in pieces larger than one read.
  const std::string text = "Toll\n\n" + std::string(3'000'000, 'x');
  CHECK(load_article(text, "a.txt").text.size() == 3'000'000);
  CHECK(load_file(folder.write("big.txt", text)).articles.at(0).text.size() == 3'000'000);
}

TEST_CASE("lines that straddle the reader's pieces come out whole") {
  const Folder folder;
  std::string bytes;
  for (std::size_t i = 0; i < 3000; ++i)
    bytes +=
        "{\"id\": \"" + std::to_string(i) + "\", \"text\": \"" + std::string(i * 7 % 1500, 'x') + "y\"}\n";
  const Loaded got = load_file(folder.write("many.jsonl", bytes));
  REQUIRE(got.articles.size() == 3000);
  CHECK(got.reports.empty());
  for (std::size_t i = 0; i < 3000; ++i) {
    if (got.articles[i].id != std::to_string(i) || got.articles[i].text.size() != i * 7 % 1500 + 1) FAIL(i);
  }
}

TEST_CASE("every sample article loads with a title, a day and its text") {
  std::size_t articles = 0;
  const auto fail = [](const Diagnostic& diagnostic) {
    CHECK_MESSAGE(says({diagnostic}, "not an article"), diagnostic.where, ": ", diagnostic.message);
  };
  for (const std::string& path : find_inputs({ANNALS_SOURCE_DIR "/datasets/samples"}, fail)) {
    load_articles(
        path, {},
        [&](Article&& article) {
          ++articles;
          CAPTURE(article.path);
          CHECK_FALSE(article.title.empty());
          CHECK(article.published);
          CHECK(article.text.size() > 600);
          CHECK(article.diagnostics.empty());
          for (const char* word : {"cookies", "Sign up", "All rights reserved", "Privacy", "Related", "<p>",
                                   "Read more", "Share"})
            CHECK(article.text.find(word) == std::string::npos);
        },
        fail);
  }
  CHECK(articles > 50);
}
