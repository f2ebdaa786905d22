// Runs tests/corpus/timexes*.cases. A case is
//   == what it shows
//   published: 2024-06-11          (optional; "none" for an article without a day)
//   the text, on any number of lines
//   ----
//   text | TYPE | value            one line a timex, in order; no line: none is found

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <string>

#include <doctest/doctest.h>
#include <fmt/core.h>

#include "temporal_reading.hpp"

namespace annals {
namespace {

struct Case {
  std::string where;
  std::string name;
  std::optional<Date> published = make_date(2024, 6, 11);
  std::string text;
  std::string expected;
};

std::vector<Case> read_cases(const std::filesystem::path& path) {
  std::vector<Case> cases;
  std::ifstream in(path);
  REQUIRE(in);
  bool expecting = false;
  int number = 0;
  for (std::string line; std::getline(in, line);) {
    ++number;
    if (line.starts_with("== ")) {
      Case next;
      next.where = fmt::format("{}:{}", path.filename().string(), number);
      next.name = line.substr(3);
      cases.push_back(std::move(next));
      expecting = false;
    } else if (cases.empty() || line.empty()) {
      continue;
    } else if (line == "----") {
      expecting = true;
    } else if (line.starts_with("published: ")) {
      cases.back().published = parse_iso_date(line.substr(11));
    } else {
      std::string& part = expecting ? cases.back().expected : cases.back().text;
      part += (part.empty() ? "" : "\n") + line;
    }
  }
  return cases;
}

std::string found_in(const Case& one) {
  std::string found;
  for (const Timex& timex : timexes_of(one.text, one.published)) {
    found += fmt::format("{}{} | {} | {}", found.empty() ? "" : "\n", slice(one.text, timex.span),
                         name_of(timex.type), timex.value);
  }
  return found;
}

TEST_CASE("temporal cases") {
  std::vector<std::filesystem::path> files;
  for (const auto& entry : std::filesystem::directory_iterator(ANNALS_SOURCE_DIR "/tests/corpus")) {
    const std::string name = entry.path().filename().string();
    if (name.starts_with("timexes") && name.ends_with(".cases")) files.push_back(entry.path());
  }
  std::sort(files.begin(), files.end());
  REQUIRE(!files.empty());
  for (const auto& file : files) {
    for (const Case& one : read_cases(file)) {
      CAPTURE(one.where);
      CAPTURE(one.name);
      CAPTURE(one.text);
      CHECK(found_in(one) == one.expected);
    }
  }
}

}  // namespace
}  // namespace annals
