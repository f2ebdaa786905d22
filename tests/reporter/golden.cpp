#include "reporter/golden.hpp"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <sstream>

namespace annals {

namespace {

std::string read(const std::filesystem::path& path) {
  std::ifstream in(path, std::ios::binary);
  std::ostringstream bytes;
  bytes << in.rdbuf();
  return bytes.str();
}

std::string_view take_line(std::string_view& rest) {
  const std::size_t end = std::min(rest.find('\n'), rest.size());
  const std::string_view line = rest.substr(0, end);
  rest.remove_prefix(std::min(end + 1, rest.size()));
  return line;
}

}  // namespace

std::string golden_difference(const std::string& name, std::string_view got) {
  const std::filesystem::path golden = std::filesystem::path(ANNALS_SOURCE_DIR) / "tests/golden" / name;
  const std::string wanted = read(golden);
  if (wanted == got) return {};
  const std::filesystem::path kept = std::filesystem::temp_directory_path() / "annals-golden" / name;
  std::filesystem::create_directories(kept.parent_path());
  std::ofstream(kept, std::ios::binary) << got;
  std::string_view wanted_rest = wanted;
  std::string_view got_rest = got;
  for (int line = 1;; ++line) {
    const bool ends = wanted_rest.empty() || got_rest.empty();
    const std::string_view a = take_line(wanted_rest);
    const std::string_view b = take_line(got_rest);
    if (a == b && !ends) continue;
    return golden.string() + ":" + std::to_string(line) + "\n  wanted: " + std::string(a) +
           "\n  got:    " + std::string(b) + "\n  all of it: " + kept.string();
  }
}

}  // namespace annals
