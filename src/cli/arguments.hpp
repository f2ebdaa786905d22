#pragma once
// The words of one command line, sorted into a verb, options and operands, as the command table says.
//   read_arguments({"timeline", "news/", "--top", "5"})  => timeline, {"news/"}, top = "5"
// Long options are written in full; `--` ends options. Values are still text here (settings.hpp reads them).
// Anything that the table does not know throws Error::usage with a suggestion.

#include <array>
#include <optional>
#include <string>
#include <vector>

#include "cli/command_table.hpp"

namespace annals {

struct Arguments {
  const Command* command = nullptr;  // never null once read
  std::vector<std::string> operands;
  std::array<std::optional<std::string>, kOptions> values;  // by Option; a switch that was given holds ""

  bool has(Option option) const { return at(option).has_value(); }
  // Given, else the default of the table, which may be empty.
  std::string value(Option option) const;

 private:
  const std::optional<std::string>& at(Option option) const {
    return values.at(static_cast<std::size_t>(option));
  }
};

// `words` without the program's name, with a verb first.
Arguments read_arguments(const std::vector<std::string>& words);

}  // namespace annals
