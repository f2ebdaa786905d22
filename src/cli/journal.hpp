#pragma once
// Adding to the journal of overrides: `set`, `undo` and `review` write, nothing else does. A line is written
// whole, synced, and never altered again.

#include <string>
#include <vector>

#include "annals/model/override.hpp"

#include "cli/session.hpp"

namespace annals {

// An entry of now by --by for --reason.
Override new_entry(const Session& session, OverrideAct act, std::string target);

// Writes the entry at the end of the journal, which is made when missing, and returns its line; with
// --dry-run only says what would be written and returns 0. Throws Error::store with the system's words.
std::uint32_t record(const Session& session, Override entry);

}  // namespace annals
