#include <algorithm>

#include <fmt/format.h>

#include "cli/help.hpp"
#include "cli/manual.hpp"
#include "cli/words.hpp"

namespace annals {

namespace {

// A cell of a table: a bar would end it.
std::string cell(std::string_view text) {
  std::string out;
  for (const char c : text) out += c == '|' ? std::string("\\|") : std::string(1, c);
  return out;
}

std::string section_of(const Command& command) {
  std::string out = fmt::format("## annals {}\n\n{}.\n\n```\n{}\n```\n\n{}\n\n", command.name,
                                command.summary, usage_line(command), command.description);
  out += "```sh\n";
  for (const Example& example : command.examples)
    out += fmt::format("# {}\n{}\n", example.meaning, example.line);
  out += "```\n\n| | |\n|---|---|\n";
  for (const Operand& operand : command.operands) {
    out += fmt::format("| `{}` | {} |\n", operand.name, cell(operand.help));
  }
  for (const Option option : command.options) {
    const OptionRow row = row_for(command, option);
    out += fmt::format("| `{}` | {} |\n", option_names(row), cell(option_text(row)));
  }
  return out + "\n";
}

std::string table_of(std::span<const Remark> remarks) {
  std::string out = "| | |\n|---|---|\n";
  for (const Remark& remark : remarks) out += fmt::format("| `{}` | {} |\n", remark.name, cell(remark.text));
  return out;
}

}  // namespace

std::string markdown_reference() {
  std::string out =
      "# Command line reference\n\nMade by `annals help --markdown` from the table that also makes the help, "
      "the manual "
      "page and the completions.\n\n";
  out +=
      "Every verb that reads takes articles as PATHs (files, folders, `-` for standard input) or a store "
      "that `ingest` "
      "has filled (`--db FILE`), never both.\nResults go to standard output, everything else to standard "
      "error.\nLong "
      "options are written in full, `--` ends the options, and no option given twice overrides itself.\n\n";
  out += "| verb | |\n|---|---|\n";
  for (const Command& command : commands()) {
    out += fmt::format("| [`{0}`](#annals-{0}) | {1} |\n", command.name, cell(command.summary));
  }
  out += "\n";
  for (const Command& command : commands()) out += section_of(command);
  out += "## Exit codes\n\n" + table_of(exit_code_remarks());
  out += "\n## Environment\n\n" + table_of(environment_remarks());
  return out;
}

}  // namespace annals
