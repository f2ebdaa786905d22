#include "cli/arguments.hpp"

#include <algorithm>

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include "annals/model/error.hpp"
#include "annals/text/escape.hpp"

#include "cli/suggest.hpp"

namespace annals {

namespace {

[[noreturn]] void refuse(const Command& command, const std::string& what) {
  throw Error(Error::Kind::usage, fmt::format("{} (see annals help {})", what, command.name));
}

const Command& known_command(const std::string& word) {
  if (const Command* command = find_command(word)) return *command;
  if (word.starts_with("-") && word.size() > 1) {
    throw Error(
        Error::Kind::usage,
        fmt::format("{}: the verb comes first, then its options (see annals help)", escape_terminal(word)));
  }
  std::vector<std::string_view> names;
  for (const Command& command : commands()) names.push_back(command.name);
  const std::string meant = suggest(word, names);
  throw Error(Error::Kind::usage,
              fmt::format("there is no verb '{}'{} (see annals help)", escape_terminal(word),
                          meant.empty() ? std::string() : fmt::format("; did you mean '{}'?", meant)));
}

[[noreturn]] void refuse_option(const Command& command, const std::string& word) {
  const std::string name = word.substr(0, word.find('='));
  std::vector<std::string_view> names;
  for (const Option option : command.options) names.push_back(row_of(option).name);
  const std::string meant = name.starts_with("--") ? suggest(name, names) : std::string();
  refuse(command, fmt::format("{} has no option {}{}", command.name, escape_terminal(name),
                              meant.empty() ? std::string() : fmt::format("; did you mean {}?", meant)));
}

// Operands and unknown options as the parser left them.
std::vector<std::string> parse_options(std::vector<std::string> words, Arguments& arguments) {
  const Command& command = *arguments.command;
  CLI::App app;
  app.set_help_flag("");
  app.allow_extras();
  std::array<CLI::Option*, kOptions> handles{};
  for (const Option option : command.options) {
    const OptionRow& row = row_of(option);
    const std::string names =
        row.letter == 0 ? std::string(row.name) : fmt::format("-{},{}", row.letter, row.name);
    CLI::Option*& handle = handles.at(static_cast<std::size_t>(option));
    if (row.value_name.empty()) {
      handle = app.add_flag(names)->multi_option_policy(CLI::MultiOptionPolicy::TakeLast);
    } else {
      handle = app.add_option(names)->expected(1)->type_name(std::string(row.value_name));
      handle->multi_option_policy(CLI::MultiOptionPolicy::TakeAll);
    }
  }
  for (const Option option : command.options) {
    const OptionRow& row = row_of(option);
    const std::string with_value = fmt::format("{}=", row.name);
    if (row.value_name.empty() &&
        std::ranges::any_of(words, [&](const std::string& word) { return word.starts_with(with_value); })) {
      refuse(command, fmt::format("{} takes no value", row.name));
    }
  }
  std::ranges::reverse(words);  // CLI11 takes its vector from the back
  try {
    app.parse(std::move(words));
  } catch (const CLI::ParseError& error) {
    refuse(command, escape_terminal(error.what()));
  }
  for (const Option option : command.options) {
    const CLI::Option* handle = handles.at(static_cast<std::size_t>(option));
    if (handle->count() == 0) continue;
    const OptionRow& row = row_of(option);
    if (!row.value_name.empty() && handle->results().size() > 1) {
      refuse(command, fmt::format("{} is given more than once; nothing is silently overridden", row.name));
    }
    arguments.values.at(static_cast<std::size_t>(option)) =
        row.value_name.empty() ? std::string() : handle->results().front();
  }
  return app.remaining();
}

}  // namespace

std::string Arguments::value(Option option) const {
  if (const auto& given = at(option)) return *given;
  return std::string(row_for(*command, option).fallback);
}

Arguments read_arguments(const std::vector<std::string>& words) {
  Arguments arguments;
  arguments.command = &known_command(words.at(0));
  // What follows `--` is kept from the parser, which would otherwise mix it with unknown options.
  const auto mark = std::ranges::find(words, "--");
  const std::vector<std::string> left =
      parse_options({words.begin() + 1, mark == words.begin() ? words.end() : mark}, arguments);
  if (arguments.has(Option::help)) return arguments;
  for (const std::string& word : left) {
    if (word.size() > 1 && word.starts_with("-")) refuse_option(*arguments.command, word);
    arguments.operands.push_back(word);
  }
  if (mark != words.end()) arguments.operands.insert(arguments.operands.end(), mark + 1, words.end());

  std::size_t most = 0;
  std::size_t place = 0;
  for (const Operand& operand : arguments.command->operands) {
    if (operand.required && arguments.operands.size() <= place) {
      refuse(*arguments.command, fmt::format("{} needs {}", arguments.command->name, operand.name));
    }
    ++place;
    most = operand.repeatable ? words.size() : most + 1;
  }
  if (arguments.operands.size() > most) {
    refuse(*arguments.command, fmt::format("{} takes no '{}'", arguments.command->name,
                                           escape_terminal(arguments.operands[most])));
  }
  return arguments;
}

}  // namespace annals
