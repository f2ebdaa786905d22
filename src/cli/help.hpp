#pragma once
// Everything the program says about itself, made from the command table.
//   short_help()   twelve lines, examples first: what `annals` alone prints
//   program_help() the verbs, exit codes and environment: `annals help`
//   command_help() one verb: `annals help VERB` and `annals VERB --help`
// The manual page, the Markdown reference and completions have their own files.

#include <span>
#include <string>
#include <string_view>

#include "cli/command_table.hpp"

namespace annals {

struct Remark {
  std::string_view name;
  std::string_view text;
};
std::span<const Remark> exit_code_remarks();
std::span<const Remark> environment_remarks();

std::string short_help();
std::string program_help();
std::string command_help(const Command& command);
std::string version_line();

// "annals timeline [OPTION]... PATH...".
std::string usage_line(const Command& command);
// "-o, --output FILE"
std::string option_names(const OptionRow& row);
// The help text with choices and default after it.
std::string option_text(const OptionRow& row);

// To standard output; the exit code of success.
int print_help(std::string_view text);

}  // namespace annals
