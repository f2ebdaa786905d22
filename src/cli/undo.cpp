#include <algorithm>
#include <set>

#include <fmt/format.h>

#include "annals/loader/load_overrides.hpp"
#include "annals/model/error.hpp"
#include "annals/text/escape.hpp"

#include "cli/commands.hpp"
#include "cli/journal.hpp"
#include "cli/output.hpp"
#include "cli/reconciling.hpp"

namespace annals {

namespace {

[[noreturn]] void refuse(const std::string& what) {
  throw Error(Error::Kind::usage, what + " (see annals help undo)");
}

// The entry of the line, or the last that still counts.
const Override& entry_to_undo(const std::vector<Override>& journal, const std::string& line,
                              const std::string& path) {
  const std::set<std::string> undone = undone_lines(journal);
  for (auto entry = journal.rbegin(); entry != journal.rend(); ++entry) {
    const std::string own = std::to_string(entry->line);
    const bool asked = line.empty() ? entry->act != OverrideAct::undo && !undone.contains(own) : own == line;
    if (!asked) continue;
    if (undone.contains(own)) refuse(fmt::format("line {} of {} is undone already", own, path));
    return *entry;
  }
  refuse(line.empty() ? fmt::format("{} holds nothing to undo", path)
                      : fmt::format("{} has no decision on line {}", path, escape_terminal(line)));
}

}  // namespace

bool run_undo(Session& session) {
  const std::string path = journal_of(session.settings);
  if (path.empty()) refuse("name the journal with --db FILE or --overrides FILE");
  if (session.settings.by.empty()) refuse("--by WHO is missing: a decision is somebody's");
  const std::vector<std::string>& operands = session.arguments.operands;
  const std::string line = operands.empty() ? std::string() : operands.front();
  const std::vector<Override> journal = load_overrides(path);
  const Override& undone = entry_to_undo(journal, line, escape_terminal(path));
  const std::uint32_t at =
      record(session, new_entry(session, OverrideAct::undo, std::to_string(undone.line)));
  if (at == 0) return true;
  Output out("");
  out.write("Undone: " +
            escape_terminal(format_override(undone).substr(0, format_override(undone).size() - 1)) + '\n');
  out.write(fmt::format("Recorded in {}:{}.\n", escape_terminal(path), at));
  out.close();
  return true;
}

}  // namespace annals
