// annals VERB ...: reads the words, runs the verb, and turns how it ended into an exit code.

#include <cstdio>
#include <exception>

#include <fmt/format.h>

#include "annals/model/error.hpp"

#include "cli/exit_codes.hpp"
#include "cli/help.hpp"
#include "cli/output.hpp"
#include "cli/session.hpp"
#include "cli/signals.hpp"

namespace annals {

namespace {

int exit_code(const Session& session, bool found) {
  if (session.talk.errors() > 0) return kExitInput;
  if (session.settings.strict && session.talk.warnings() > 0) return kExitInput;
  return found ? kExitOk : kExitNothing;
}

int run(const std::vector<std::string>& words) {
  if (words.empty()) return print_help(short_help());
  if (words[0] == "--help" || words[0] == "-h") return print_help(program_help());
  if (words[0] == "--version") return print_help(version_line());
  Arguments arguments = read_arguments(words);
  if (arguments.has(Option::help)) return print_help(command_help(*arguments.command));
  Settings settings = read_settings(arguments);
  const Talk talk(settings.level);
  Session session{std::move(arguments), std::move(settings), talk};
  const bool found = session.arguments.command->run(session);
  return exit_code(session, found);
}

int exit_code(Error::Kind kind) {
  if (kind == Error::Kind::usage) return kExitUsage;
  return kind == Error::Kind::input ? kExitInput : kExitStore;
}

}  // namespace

}  // namespace annals

int main(int argc, char** argv) {
  try {
    annals::catch_signals();
    return annals::run({argv + (argc > 0 ? 1 : 0), argv + argc});
  } catch (const annals::Error& error) {
    fmt::print(stderr, "annals: {}\n", error.what());
    return annals::exit_code(error.kind());
  } catch (const annals::BrokenPipe&) {
    return annals::kExitOk;
  } catch (const annals::Interrupted& interrupted) {
    return 128 + interrupted.signal;
  } catch (const std::exception& error) {
    fmt::print(stderr, "annals: {}\n", error.what());
    return annals::kExitInternal;
  }
}
