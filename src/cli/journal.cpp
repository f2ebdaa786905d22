#include "cli/journal.hpp"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <iterator>

#include <fcntl.h>
#include <fmt/format.h>
#include <unistd.h>

#include "annals/loader/load_overrides.hpp"
#include "annals/model/error.hpp"

#include "cli/output.hpp"
#include "cli/reconciling.hpp"

namespace annals {

namespace {

constexpr std::string_view kHead =
    "# Decisions of editors for annals: time, who, what, figure, fields ; reason\n"
    "# Only ever add to it; annals undo LINE takes a line back. See docs/formats.md.\n";

[[noreturn]] void fail(const std::string& path, int error) {
  throw Error(Error::Kind::store, fmt::format("{}: cannot be written: {}", path, std::strerror(error)));
}

std::string bytes_of(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

// One write at the end of the file, so that two programs never mix their lines.
void append(const std::string& path, const std::string& bytes) {
  const int descriptor = ::open(path.c_str(), O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0644);
  if (descriptor < 0) fail(path, errno);
  const ssize_t written = ::write(descriptor, bytes.data(), bytes.size());
  const bool whole = written == static_cast<ssize_t>(bytes.size()) && ::fsync(descriptor) == 0;
  const int error = whole ? 0 : errno;
  ::close(descriptor);
  if (!whole) fail(path, error != 0 ? error : ENOSPC);
}

}  // namespace

Override new_entry(const Session& session, OverrideAct act, std::string target) {
  Override entry;
  entry.when = session.settings.clock.read();
  entry.who = session.settings.by;
  entry.act = act;
  entry.target = std::move(target);
  entry.reason = session.settings.reason;
  return entry;
}

std::uint32_t record(const Session& session, Override entry) {
  const std::string path = journal_of(session.settings);
  std::string line = format_override(entry);
  if (session.settings.dry_run) {
    Output out("");
    out.write("Would record in " + path + ": " + line);
    out.close();
    return 0;
  }
  std::string before = bytes_of(path);
  std::string added;
  if (before.empty()) added = kHead;
  if (!before.empty() && before.back() != '\n') added += '\n';
  added += line;
  append(path, added);
  before += added;
  return static_cast<std::uint32_t>(std::ranges::count(before, '\n'));
}

}  // namespace annals
