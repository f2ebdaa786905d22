#include <algorithm>
#include <array>
#include <filesystem>
#include <system_error>

#include <fmt/core.h>

#include "annals/loader/load.hpp"
#include "annals/text/utf8.hpp"

#include "loader/detect_format.hpp"

namespace annals {

namespace {

namespace fs = std::filesystem;

bool is_article_name(const std::string& name) {
  constexpr std::array<std::string_view, 10> kEndings{".txt", ".text",  ".md",   ".markdown", ".html",
                                                      ".htm", ".xhtml", ".json", ".jsonl",    ".ndjson"};
  if (name.starts_with('.') || to_lower_ascii(name).starts_with("readme")) return false;
  return std::find(kEndings.begin(), kEndings.end(), ending_of(name)) != kEndings.end();
}

void walk(const fs::path& folder, std::vector<std::string>& files, const DiagnosticSink& report) {
  std::error_code error;
  std::vector<fs::directory_entry> entries;
  fs::directory_iterator it(folder, error);
  while (!error && it != fs::directory_iterator()) {
    entries.push_back(*it);
    it.increment(error);
  }
  if (error) {
    report({Severity::error,
            folder.string(),
            {},
            fmt::format("the folder cannot be read: {}", error.message())});
    return;
  }
  std::sort(entries.begin(), entries.end(),
            [](const auto& a, const auto& b) { return a.path().native() < b.path().native(); });
  for (const fs::directory_entry& entry : entries) {
    const std::string name = entry.path().filename().string();
    if (name.starts_with('.')) continue;
    std::error_code ignored;
    if (entry.is_directory(ignored)) {
      if (!entry.is_symlink(ignored)) walk(entry.path(), files, report);
    } else if (is_article_name(name) && entry.is_regular_file(ignored)) {
      files.push_back(entry.path().string());
    }
  }
}

}  // namespace

std::vector<std::string> find_inputs(const std::vector<std::string>& paths, const DiagnosticSink& report) {
  std::vector<std::string> files;
  for (const std::string& path : paths) {
    std::error_code error;
    const fs::file_status status =
        path == "-" ? fs::file_status(fs::file_type::fifo) : fs::status(path, error);
    if (status.type() == fs::file_type::not_found) {
      report({Severity::error, path, {}, "no such file or folder; check the name"});
    } else if (status.type() == fs::file_type::none) {
      report({Severity::error, path, {}, fmt::format("cannot be looked at: {}", error.message())});
    } else if (status.type() == fs::file_type::directory) {
      const std::size_t before = files.size();
      walk(path, files, report);
      if (files.size() == before)
        report({Severity::warning,
                path,
                {},
                "no articles in this folder (.txt, .md, .html, .json and .jsonl files are read)"});
    } else {
      files.push_back(path);
    }
  }
  return files;
}

}  // namespace annals
