#pragma once
// The options of one run as values: everything that a command may be told, read and checked in one place.
//   --since 2024-06 --until 2024-06-10   => since 2024-06-01, until 2024-06-10
// A value that is wrong, or two that contradict each other, throws Error::usage before any input is opened.

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "annals/loader/load.hpp"
#include "annals/normalizer/reconcile.hpp"
#include "annals/reporter/report.hpp"

#include "cli/arguments.hpp"
#include "cli/moment.hpp"
#include "cli/talk.hpp"
#include "cli/terminal.hpp"

namespace annals {

// Days, both ends inclusive; an end that is not set is open.
struct DayRange {
  std::optional<Date> since;
  std::optional<Date> until;
  bool open() const { return !since && !until; }
  bool holds(Date day) const { return (!since || *since <= day) && (!until || day <= *until); }
};

struct Settings {
  std::string db;
  LoadOptions load;
  std::string lexicon;  // folder; empty: the embedded word lists
  std::size_t threads = 1;

  DayRange days;
  std::optional<Instant> as_of;
  Policy policy = Policy::model;
  bool policies = false;  // compare all of them
  std::string event;
  std::optional<HarmKind> kind;
  std::string place;
  std::string source;
  std::size_t top = 20;
  std::size_t sentences = 1;
  std::vector<std::string> keywords;
  std::string title;
  std::string licence;
  std::size_t limit = 20;
  std::string overrides;  // journal; empty: the one beside the store
  std::string by;
  std::string reason;
  bool dry_run = false;

  OutputFormat format = OutputFormat::text;
  std::string output;
  ColourChoice colour = ColourChoice::automatic;
  Clock clock;
  bool reproducible = false;
  bool footnotes = false;
  bool history = false;
  bool kept = false;
  bool value = false;
  bool timexes = false;
  bool fail_empty = false;
  bool strict = false;
  Talk::Level level = Talk::Level::normal;
};

Settings read_settings(const Arguments& arguments);
RenderOptions render_options(const Settings& settings);

}  // namespace annals
