#include "cli/settings.hpp"

#include <algorithm>
#include <charconv>
#include <thread>

#include <fmt/format.h>
#include <unistd.h>

#include "annals/model/error.hpp"
#include "annals/text/escape.hpp"
#include "annals/text/utf8.hpp"

#include "cli/suggest.hpp"
#include "cli/words.hpp"

namespace annals {

namespace {

constexpr std::size_t kPipedWidth = 160;  // columns where no terminal sets a limit

[[noreturn]] void refuse(const Arguments& arguments, const std::string& what) {
  throw Error(Error::Kind::usage, fmt::format("{} (see annals help {})", what, arguments.command->name));
}

// The value of an option that has a closed list of them.
std::string chosen(const Arguments& arguments, Option option) {
  const OptionRow row = row_for(*arguments.command, option);
  std::string value = arguments.value(option);
  const std::vector<std::string_view> allowed = split(row.choices, '|');
  if (value.empty() && !arguments.has(option)) return value;
  if (std::ranges::find(allowed, value) != allowed.end()) return value;
  const std::string meant = suggest(value, allowed);
  refuse(arguments, fmt::format("{} {}: {}it is one of {}", row.name, escape_terminal(value),
                                meant.empty() ? std::string() : fmt::format("did you mean {}? ", meant),
                                fmt::join(allowed, ", ")));
}

std::size_t number(const Arguments& arguments, Option option, std::size_t least) {
  constexpr std::size_t kMost = 1'000'000'000;
  const std::string text = arguments.value(option);
  std::size_t value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size() || value < least || value > kMost) {
    refuse(arguments, fmt::format("{} {}: not a whole number from {} to {}", row_of(option).name,
                                  escape_terminal(text), least, kMost));
  }
  return value;
}

OutputFormat output_format(const Arguments& arguments) {
  const std::string output = arguments.value(Option::output);
  const auto meant = output_format_of_file(output);
  if (!arguments.has(Option::format) && meant) {
    const std::vector<std::string_view> allowed =
        split(row_for(*arguments.command, Option::format).choices, '|');
    if (std::ranges::find(allowed, name_of(*meant)) != allowed.end()) return *meant;
    refuse(arguments,
           fmt::format("-o {}: {} is written as {}; name the file so or pass --format",
                       escape_terminal(output), arguments.command->name, fmt::join(allowed, ", ")));
  }
  return *output_format_named(chosen(arguments, Option::format));
}

// --since, --until and --on together: the days that all of them allow.
DayRange day_range(const Arguments& arguments, const Clock& clock) {
  DayRange days;
  if (arguments.has(Option::since)) days.since = first_day("--since", arguments.value(Option::since), clock);
  if (arguments.has(Option::until)) days.until = last_day("--until", arguments.value(Option::until), clock);
  if (days.since && days.until && *days.since > *days.until) {
    refuse(arguments, fmt::format("--since {} is after --until {}; both days are inclusive",
                                  to_iso(*days.since), to_iso(*days.until)));
  }
  if (arguments.has(Option::on)) {
    const Date first = first_day("--on", arguments.value(Option::on), clock);
    const Date last = last_day("--on", arguments.value(Option::on), clock);
    days.since = days.since ? std::max(*days.since, first) : first;
    days.until = days.until ? std::min(*days.until, last) : last;
    if (*days.since > *days.until) {
      refuse(arguments, "--on lies outside --since and --until, so that no day is left");
    }
  }
  return days;
}

}  // namespace

Settings read_settings(const Arguments& arguments) {
  const auto can = [&](Option option) { return takes(*arguments.command, option); };
  Settings settings;
  settings.db = arguments.value(Option::db);
  if (arguments.has(Option::db) && settings.db.empty()) refuse(arguments, "--db needs the name of a file");
  if (arguments.has(Option::now)) settings.clock.now = moment("--now", arguments.value(Option::now), Clock{});
  if (can(Option::input_format)) {
    settings.load.format = *input_format_named(chosen(arguments, Option::input_format));
  }
  if (arguments.has(Option::published)) {
    settings.load.published = moment("--published", arguments.value(Option::published), settings.clock);
  }
  settings.lexicon = arguments.value(Option::lexicon);
  if (can(Option::threads)) {
    settings.threads = number(arguments, Option::threads, 0);
    if (settings.threads == 0) settings.threads = std::max(1U, std::thread::hardware_concurrency());
    settings.threads = std::min<std::size_t>(settings.threads, 256);
  }

  settings.days = day_range(arguments, settings.clock);
  if (arguments.has(Option::as_of)) {
    settings.as_of = end_of("--as-of", arguments.value(Option::as_of), settings.clock);
  }
  settings.policies = arguments.has(Option::policies);
  if (can(Option::policy)) settings.policy = *policy_named(chosen(arguments, Option::policy));
  settings.event = arguments.value(Option::event);
  if (arguments.has(Option::kind)) settings.kind = harm_kind_named(chosen(arguments, Option::kind));
  settings.place = arguments.value(Option::place);
  settings.source = arguments.value(Option::source);
  if (can(Option::top)) settings.top = number(arguments, Option::top, 1);
  if (can(Option::sentences)) settings.sentences = number(arguments, Option::sentences, 1);
  const std::string keywords = arguments.value(Option::keywords);
  for (const std::string_view word : split(keywords, ',')) {
    if (!trim(word).empty()) settings.keywords.emplace_back(trim(word));
  }
  settings.title = arguments.value(Option::title);
  settings.licence = arguments.value(Option::licence);
  settings.overrides = arguments.value(Option::overrides);
  settings.by = arguments.value(Option::by);
  settings.reason = arguments.value(Option::reason);
  settings.dry_run = arguments.has(Option::dry_run);
  if (can(Option::limit)) settings.limit = number(arguments, Option::limit, 1);

  if (can(Option::format)) settings.format = output_format(arguments);
  settings.output = arguments.value(Option::output);
  if (arguments.has(Option::output) && settings.output.empty()) {
    refuse(arguments, "-o needs the name of a file, or - for standard output");
  }
  if (can(Option::color)) {
    const std::string when = chosen(arguments, Option::color);
    if (when == "always") settings.colour = ColourChoice::always;
    if (when == "never") settings.colour = ColourChoice::never;
  }
  settings.reproducible = arguments.has(Option::reproducible);
  settings.footnotes = arguments.has(Option::footnotes);
  settings.history = arguments.has(Option::history);
  settings.value = arguments.has(Option::value);
  settings.timexes = arguments.has(Option::timexes);
  settings.kept = arguments.has(Option::kept);
  if (settings.value && !settings.kind) refuse(arguments, "--value needs --kind");
  if (settings.value && settings.history) refuse(arguments, "--value and --history exclude each other");
  if (settings.kept && settings.db.empty())
    refuse(arguments, "--kept needs --db FILE, the store that keeps it");
  if (settings.kept && !settings.history && !settings.value)
    refuse(arguments, "--kept needs --history or --value");
  settings.fail_empty = arguments.has(Option::fail_empty);
  settings.strict = arguments.has(Option::strict);
  if (arguments.has(Option::quiet) && arguments.has(Option::verbose)) {
    refuse(arguments, "--quiet and --verbose exclude each other");
  }
  if (arguments.has(Option::quiet)) settings.level = Talk::Level::quiet;
  if (arguments.has(Option::verbose)) settings.level = Talk::Level::verbose;
  return settings;
}

RenderOptions render_options(const Settings& settings) {
  RenderOptions options;
  options.format = settings.format;
  options.tool = std::string("annals ") + ANNALS_VERSION;
  const bool on_terminal = (settings.output.empty() || settings.output == "-") && is_terminal(STDOUT_FILENO);
  options.colour = settings.format == OutputFormat::text && wants_colour(settings.colour, on_terminal);
  options.width = on_terminal ? output_width() : kPipedWidth;
  options.footnotes = settings.footnotes;
  if (!settings.reproducible) options.now = settings.clock.read();
  return options;
}

}  // namespace annals
