#include <algorithm>

#include <fmt/format.h>

#include "annals/model/error.hpp"

#include "cli/commands.hpp"
#include "cli/help.hpp"
#include "cli/session.hpp"
#include "cli/words.hpp"

namespace annals {

namespace {

std::string verbs() {
  std::string names;
  for (const Command& command : commands()) names += (names.empty() ? "" : " ") + std::string(command.name);
  return names;
}

// Values to offer for the operands of a command, parted by blanks; empty: file names.
std::string operand_words(const Command& command) {
  for (const Operand& operand : command.operands) {
    if (operand.choices == "verbs") return verbs();
    if (!operand.choices.empty()) return fmt::format("{}", fmt::join(split(operand.choices, '|'), " "));
  }
  return {};
}

std::string option_words(const Command& command) {
  std::string words;
  for (const Option option : command.options) {
    const OptionRow& row = row_of(option);
    if (!words.empty()) words += ' ';
    if (row.letter != 0) words += fmt::format("-{} ", row.letter);
    words += row.name;
  }
  return words;
}

// "-O|--format" as the pattern of a case.
std::string pattern_of(const OptionRow& row) {
  return row.letter == 0 ? std::string(row.name) : fmt::format("-{}|{}", row.letter, row.name);
}

std::string quoted(std::string_view text) {
  std::string out = "'";
  for (const char c : text) out += c == '\'' ? std::string("'\\''") : std::string(1, c);
  return out + "'";
}

std::string bash_script() {
  std::string out = R"(# bash completion for annals; made by `annals completion bash`
_annals() {
  local current=${COMP_WORDS[COMP_CWORD]} previous=${COMP_WORDS[COMP_CWORD-1]}
  COMPREPLY=()
  if [ "$COMP_CWORD" -eq 1 ]; then
)";
  out += fmt::format("    mapfile -t COMPREPLY < <(compgen -W '{} --help --version' -- \"$current\")\n",
                     verbs());
  out += "    return\n  fi\n  case ${COMP_WORDS[1]} in\n";
  for (const Command& command : commands()) {
    out += fmt::format("    {})\n      case $previous in\n", command.name);
    for (const Option option : command.options) {
      const OptionRow row = row_for(command, option);
      if (!row.choices.empty()) {
        out +=
            fmt::format("        {}) mapfile -t COMPREPLY < <(compgen -W '{}' -- \"$current\"); return ;;\n",
                        pattern_of(row), fmt::join(split(row.choices, '|'), " "));
      } else if (!row.value_name.empty() && !row.takes_file) {
        out += fmt::format("        {}) return ;;\n", pattern_of(row));
      } else if (row.takes_file) {
        out += fmt::format("        {}) mapfile -t COMPREPLY < <(compgen -f -- \"$current\"); return ;;\n",
                           pattern_of(row));
      }
    }
    out += "      esac\n";
    out += fmt::format(
        "      case $current in -*) mapfile -t COMPREPLY < <(compgen -W '{}' -- \"$current\"); return ;; "
        "esac\n",
        option_words(command));
    const std::string words = operand_words(command);
    out += words.empty()
               ? "      mapfile -t COMPREPLY < <(compgen -f -- \"$current\")\n"
               : fmt::format("      mapfile -t COMPREPLY < <(compgen -W '{}' -- \"$current\")\n", words);
    out += "      ;;\n";
  }
  return out + "  esac\n}\ncomplete -o filenames -F _annals annals\n";
}

// Text inside '…[…]…' of _arguments.
std::string zsh_text(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c == '[' || c == ']' || c == ':' || c == '\\') out += '\\';
    if (c == '\'') {
      out += "'\\''";
    } else {
      out += c;
    }
  }
  return out;
}

std::string zsh_value(const OptionRow& row) {
  if (row.value_name.empty()) return {};
  if (!row.choices.empty())
    return fmt::format(":{}:({})", row.value_name, fmt::join(split(row.choices, '|'), " "));
  return fmt::format(":{}:{}", row.value_name, row.takes_file ? "_files" : " ");
}

std::string zsh_script() {
  std::string out =
      "#compdef annals\n# zsh completion for annals; made by `annals completion zsh`\n_annals() {\n";
  out += "  local -a verbs=(\n";
  for (const Command& command : commands()) {
    out += fmt::format("    '{}:{}'\n", command.name, zsh_text(command.summary));
  }
  out += "  )\n  if (( CURRENT == 2 )); then _describe verb verbs; return; fi\n";
  out += "  local verb=$words[2]\n  shift words\n  (( CURRENT-- ))\n  case $verb in\n";
  for (const Command& command : commands()) {
    out += fmt::format("    {}) _arguments", command.name);
    for (const Option option : command.options) {
      const OptionRow row = row_for(command, option);
      out += fmt::format(" \\\n      '{}[{}]{}'", row.name, zsh_text(row.help), zsh_value(row));
      if (row.letter != 0)
        out += fmt::format(" \\\n      '-{}[{}]{}'", row.letter, zsh_text(row.help), zsh_value(row));
    }
    const std::string words = operand_words(command);
    out += words.empty() ? " \\\n      '*:file:_files' ;;\n"
                         : fmt::format(" \\\n      '*:word:({})' ;;\n", words);
  }
  return out + "  esac\n}\n_annals \"$@\"\n";
}

std::string fish_script() {
  std::string out = "# fish completion for annals; made by `annals completion fish`\n";
  for (const Command& command : commands()) {
    out += fmt::format("complete -c annals -f -n __fish_use_subcommand -a {} -d {}\n", command.name,
                       quoted(command.summary));
  }
  for (const Command& command : commands()) {
    const std::string where =
        fmt::format("complete -c annals -n '__fish_seen_subcommand_from {}'", command.name);
    for (const Option option : command.options) {
      const OptionRow row = row_for(command, option);
      out += fmt::format("{} -l {}", where, row.name.substr(2));
      if (row.letter != 0) out += fmt::format(" -s {}", row.letter);
      if (!row.choices.empty()) {
        out += fmt::format(" -x -a '{}'", fmt::join(split(row.choices, '|'), " "));
      } else if (!row.value_name.empty()) {
        out += row.takes_file ? " -r -F" : " -x";
      }
      out += fmt::format(" -d {}\n", quoted(row.help));
    }
    const std::string words = operand_words(command);
    if (!words.empty()) out += fmt::format("{} -f -a '{}'\n", where, words);
  }
  return out;
}

}  // namespace

bool run_completion(Session& session) {
  const std::string& shell = session.arguments.operands.at(0);
  if (shell == "bash") {
    print_help(bash_script());
  } else if (shell == "zsh") {
    print_help(zsh_script());
  } else if (shell == "fish") {
    print_help(fish_script());
  } else {
    throw Error(Error::Kind::usage, "completion is for bash, zsh or fish (see annals help completion)");
  }
  return true;
}

}  // namespace annals
