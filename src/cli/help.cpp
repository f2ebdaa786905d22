#include "cli/help.hpp"

#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "annals/model/error.hpp"
#include "annals/store/store.hpp"

#include "cli/commands.hpp"
#include "cli/exit_codes.hpp"
#include "cli/manual.hpp"
#include "cli/output.hpp"
#include "cli/session.hpp"
#include "cli/words.hpp"

namespace annals {

namespace {

constexpr std::string_view kTagline = "a sourced chronology and a reconciled toll out of news articles";
constexpr std::size_t kColumns = 88;

constexpr std::array kExitCodes{
    Remark{"0", "there was an answer"},
    Remark{"1", "the answer is no: nothing was found, the runs differ, the report is not supported"},
    Remark{"2", "the command line is wrong"},
    Remark{"3", "some input could not be read, the rest was printed; with --strict also any warning"},
    Remark{"4", "the store or the output could not be read or written"},
    Remark{"130", "interrupted with Ctrl-C; the store is sound and no output file is half written"},
};

constexpr std::array kEnvironment{
    Remark{"NO_COLOR, ANNALS_NO_COLOR", "no colour unless --color always, when set and not empty"},
    Remark{"TERM", "\"dumb\" means no colour"},
    Remark{"SOURCE_DATE_EPOCH", "the present time in seconds since 1970, where --now is not given"},
};

// "  --since DATE   help" with the help hanging.
std::string hanging(std::string_view head, std::string_view text, std::size_t indent) {
  std::string body = wrap(text, kColumns, indent);
  std::string line = fmt::format("  {}", head);
  if (line.size() + 2 > indent) return line + "\n" + body;
  line.append(indent - line.size(), ' ');
  return line + body.substr(std::min(indent, body.size()));
}

std::string list_of(std::span<const Remark> remarks, std::size_t indent) {
  std::string out;
  for (const Remark& remark : remarks) out += hanging(remark.name, remark.text, indent);
  return out;
}

}  // namespace

std::span<const Remark> exit_code_remarks() {
  return kExitCodes;
}

std::span<const Remark> environment_remarks() {
  return kEnvironment;
}

std::string short_help() {
  std::string out = fmt::format("annals: {}\n\n", kTagline);
  for (const std::string_view name : {"report", "timeline", "figures", "ingest"}) {
    const Example& example = find_command(name)->examples.front();
    out += fmt::format("  {:<36}  # {}\n", example.line, example.meaning);
  }
  std::vector<std::string_view> names;
  for (const Command& command : commands()) names.push_back(command.name);
  const std::string verbs = wrap(fmt::format("{}", fmt::join(names, " ")), kColumns, 7);
  out += "\nVerbs: " + verbs.substr(7);
  out += "Articles are files, folders, - for standard input, or a store that ingest filled (--db FILE).\n\n";
  out += "annals help VERB   explains one verb\n";
  return out + "annals help        what each verb does, exit codes, environment\n";
}

std::string program_help() {
  std::string out =
      fmt::format("annals: {}\n\nUsage: annals VERB [OPTION]... [PATH]...\n\nVerbs:\n", kTagline);
  for (const Command& command : commands()) out += hanging(command.name, command.summary, 14);
  out += "\n" +
         wrap(
             "Every verb that reads takes articles as PATHs (files, folders, - for standard input) or a "
             "store that ingest has filled (--db FILE). Results go to standard output, everything else to "
             "standard error.",
             kColumns, 0);
  out += "\nExit codes:\n" + list_of(kExitCodes, 8);
  out += "\nEnvironment:\n" + list_of(kEnvironment, 30);
  return out + "\nMore: annals help VERB, annals --version, annals completion SHELL.\n";
}

std::string usage_line(const Command& command) {
  std::string line = fmt::format("annals {} [OPTION]...", command.name);
  for (const Operand& operand : command.operands) {
    line += operand.required ? fmt::format(" {}", operand.name) : fmt::format(" [{}]", operand.name);
    if (operand.repeatable) line += "...";
  }
  return line;
}

std::string option_names(const OptionRow& row) {
  std::string names = row.letter == 0 ? std::string(row.name) : fmt::format("-{}, {}", row.letter, row.name);
  if (!row.value_name.empty()) names += fmt::format(" {}", row.value_name);
  return names;
}

std::string option_text(const OptionRow& row) {
  std::string text(row.help);
  if (!row.choices.empty()) text += fmt::format(": {}", fmt::join(split(row.choices, '|'), ", "));
  if (!row.fallback.empty()) text += fmt::format(" (default {})", row.fallback);
  return text;
}

std::string command_help(const Command& command) {
  std::string out = fmt::format("annals {}: {}\n\nUsage: {}\n\nExamples:\n", command.name, command.summary,
                                usage_line(command));
  for (const Example& example : command.examples) {
    out += fmt::format("  # {}\n  {}\n", example.meaning, example.line);
  }
  out += "\n" + wrap(command.description, kColumns, 0);
  if (!command.operands.empty()) {
    out += "\nOperands:\n";
    for (const Operand& operand : command.operands) {
      std::string text(operand.help);
      if (operand.choices.find('|') != std::string_view::npos) {
        text += fmt::format(": {}", fmt::join(split(operand.choices, '|'), ", "));
      }
      out += hanging(operand.name, text, 26);
    }
  }
  out += "\nOptions:\n";
  for (const Option option : command.options) {
    const OptionRow row = row_for(command, option);
    out += hanging(option_names(row), option_text(row), 26);
  }
  return out;
}

std::string version_line() {
  return fmt::format("annals {} (data schema {})\n", ANNALS_VERSION, Store::kSchemaVersion);
}

int print_help(std::string_view text) {
  Output out("");
  out.write(text);
  out.close();
  return kExitOk;
}

bool run_help(Session& session) {
  const Arguments& arguments = session.arguments;
  const bool man = arguments.has(Option::man);
  const bool markdown = arguments.has(Option::markdown);
  if ((man || markdown) && (man == markdown || !arguments.operands.empty())) {
    throw Error(Error::Kind::usage, "help prints one thing at a time: VERB, --man or --markdown");
  }
  if (man) {
    print_help(manual_page());
  } else if (markdown) {
    print_help(markdown_reference());
  } else if (arguments.operands.empty()) {
    print_help(program_help());
  } else {
    // Reading the word as a command line of its own gives the same message for a mistyped verb.
    print_help(command_help(*read_arguments({arguments.operands[0], "--help"}).command));
  }
  return true;
}

}  // namespace annals
