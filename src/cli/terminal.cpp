#include "cli/terminal.hpp"

#include <algorithm>
#include <cstdlib>

#include <sys/ioctl.h>
#include <unistd.h>

namespace annals {

namespace {

std::string_view variable(const char* name) {
  const char* value = std::getenv(name);  // NOLINT(concurrency-mt-unsafe): asked before any thread starts
  return value == nullptr ? std::string_view() : std::string_view(value);
}

}  // namespace

bool is_terminal(int descriptor) {
  return isatty(descriptor) == 1;
}

bool wants_colour(ColourChoice choice, bool terminal) {
  if (choice != ColourChoice::automatic) return choice == ColourChoice::always;
  return terminal && variable("NO_COLOR").empty() && variable("ANNALS_NO_COLOR").empty() &&
         variable("TERM") != "dumb";
}

std::size_t output_width() {
  constexpr std::size_t kPlain = 100;
  constexpr std::size_t kNarrowest = 40;
  winsize size{};
  if (!is_terminal(STDOUT_FILENO) || ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) != 0 || size.ws_col == 0) {
    return kPlain;
  }
  return std::max<std::size_t>(size.ws_col, kNarrowest);
}

}  // namespace annals
