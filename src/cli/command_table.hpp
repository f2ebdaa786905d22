#pragma once
// The one table of verbs and options. Parsing, help, the manual page, completions and docs/cli-reference.md
// are all made from it, so none of them can say something else than another.
//   find_command("timeline")->summary   => "Show what happened, day by day"
// It holds words only; what a value may be is checked in settings.cpp.

#include <cstdint>
#include <span>
#include <string_view>

namespace annals {

enum class Option : std::uint8_t {
  db,
  input_format,
  published,
  lexicon,
  threads,
  since,
  until,
  on,
  as_of,
  policy,
  policies,
  event,
  kind,
  place,
  source,
  top,
  sentences,
  keywords,
  title,
  licence,
  history,
  value,
  kept,
  timexes,
  limit,
  overrides,
  by,
  reason,
  dry_run,
  format,
  output,
  color,
  now,
  reproducible,
  footnotes,
  fail_empty,
  strict,
  quiet,
  verbose,
  man,
  markdown,
  help,
};
inline constexpr std::size_t kOptions = static_cast<std::size_t>(Option::help) + 1;

struct OptionRow {
  Option option;
  std::string_view name;        // "--since"
  char letter = 0;              // 'o' for -o, 0 for none
  std::string_view value_name;  // "DATE"; empty: a switch
  std::string_view help;
  std::string_view choices;  // "auto|always|never"; empty: anything
  std::string_view fallback;
  bool takes_file = false;
};
const OptionRow& row_of(Option option);

struct Operand {
  std::string_view name;  // "PATH"
  bool required = false;
  bool repeatable = false;
  std::string_view help;
  std::string_view choices;
};

struct Example {
  std::string_view line;
  std::string_view meaning;
};

struct Session;

struct Command {
  std::string_view name;
  std::string_view summary;      // one line without a full stop
  std::string_view description;  // paragraphs, parted by blank lines
  std::span<const Example> examples;
  std::span<const Operand> operands;
  std::span<const Option> options;
  bool (*run)(Session& session) = nullptr;  // false: nothing found
  std::string_view default_format = "text";
  std::string_view formats = "text|md|json|jsonl|csv|tsv";
};

// In the order of help.
std::span<const Command> commands();
const Command* find_command(std::string_view name);
bool takes(const Command& command, Option option);
// The row of an option with what this command changes in it (the formats and the default one).
OptionRow row_for(const Command& command, Option option);

}  // namespace annals
