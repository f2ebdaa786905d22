#include "cli/terminal.hpp"

#include <algorithm>
#include <cstdlib>

#include <sys/ioctl.h>
#include <unistd.h>

#include "annals/text/utf8.hpp"

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

bool shows_utf8() {
  for (const char* name : {"LC_ALL", "LC_CTYPE", "LANG"}) {
    const std::string value = to_lower_ascii(variable(name));
    if (value.empty()) continue;
    return value.find("utf-8") != std::string::npos || value.find("utf8") != std::string::npos;
  }
  return false;
}

std::string in_plain_signs(std::string_view text) {
  constexpr std::string_view kBlock = "\xe2\x96";  // U+2581 to U+2588 end with 81 to 88
  constexpr std::string_view kEllipsis = "\u2026";
  std::string out;
  out.reserve(text.size());
  for (std::size_t at = 0; at < text.size(); ++at) {
    const std::string_view rest = text.substr(at);
    const auto last = rest.size() > 2 ? static_cast<unsigned char>(rest[2]) : 0U;
    if (rest.starts_with(kBlock) && last >= 0x81 && last <= 0x88) {
      out += static_cast<char>('1' + (last - 0x81));
      at += 2;
    } else if (rest.starts_with(kEllipsis)) {
      out += '~';
      at += 2;
    } else {
      out += rest[0];
    }
  }
  return out;
}

}  // namespace annals
