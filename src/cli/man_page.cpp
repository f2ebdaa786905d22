#include <fmt/format.h>

#include "cli/help.hpp"
#include "cli/manual.hpp"
#include "cli/words.hpp"

namespace annals {

namespace {

std::string paragraphs(std::string_view text) {
  std::string out;
  for (const std::string_view line : split(text, '\n')) {
    out += line.empty() ? ".PP\n" : escape_roff(line) + "\n";
  }
  return out;
}

std::string tagged(std::string_view head, std::string_view text) {
  return fmt::format(".TP\n\\fB{}\\fR\n{}\n", escape_roff(head), escape_roff(text));
}

std::string section_of(const Command& command) {
  std::string out = fmt::format(".SS \"annals {}\"\n{}.\n.PP\n.nf\n{}\n.fi\n.PP\n", command.name,
                                escape_roff(command.summary), escape_roff(usage_line(command)));
  out += paragraphs(command.description);
  for (const Operand& operand : command.operands) out += tagged(operand.name, operand.help);
  for (const Option option : command.options) {
    const OptionRow row = row_for(command, option);
    out += tagged(option_names(row), option_text(row));
  }
  out += ".PP\nExamples:\n.PP\n.nf\n";
  for (const Example& example : command.examples) {
    out += fmt::format("# {}\n{}\n", escape_roff(example.meaning), escape_roff(example.line));
  }
  return out + ".fi\n";
}

}  // namespace

std::string escape_roff(std::string_view text) {
  std::string out;
  if (text.starts_with(".") || text.starts_with("'")) out += "\\&";
  for (const char c : text) {
    if (c == '\\') {
      out += "\\e";
    } else if (c == '-') {
      out += "\\-";
    } else if (c == '\'') {
      out += "\\(aq";
    } else {
      out += c;
    }
  }
  return out;
}

std::string manual_page() {
  std::string out = fmt::format(".TH ANNALS 1 \"\" \"annals {}\" \"User Commands\"\n", ANNALS_VERSION);
  out += ".SH NAME\nannals \\- a sourced chronology and a reconciled toll out of news articles\n";
  out += ".SH SYNOPSIS\n.B annals\n.I VERB\n[\\fIOPTION\\fR]... [\\fIPATH\\fR]...\n";
  out += ".SH DESCRIPTION\n";
  out += paragraphs(
      "Reads news articles, finds what they say about dates and casualties and who says it, and writes a "
      "chronology "
      "and a reconciled toll in which every number leads back to a sentence.\n\nEvery verb that reads takes "
      "articles "
      "as PATHs (files, folders, - for standard input) or a store that ingest has filled (--db FILE). "
      "Results go to "
      "standard output, everything else to standard error. Long options are written in full; -- ends the "
      "options.");
  out += ".SH VERBS\n";
  for (const Command& command : commands()) out += section_of(command);
  out += ".SH \"EXIT STATUS\"\n";
  for (const Remark& remark : exit_code_remarks()) out += tagged(remark.name, remark.text);
  out += ".SH ENVIRONMENT\n";
  for (const Remark& remark : environment_remarks()) out += tagged(remark.name, remark.text);
  return out;
}

}  // namespace annals
