#include "cli/progress.hpp"

#include <fmt/format.h>
#include <unistd.h>

#include "annals/model/quantity.hpp"

#include "cli/terminal.hpp"

namespace annals {

namespace {
constexpr std::chrono::milliseconds kBetween{100};
}  // namespace

Progress::Progress(Talk& talk, std::size_t files)
    : talk_(talk),
      files_(files),
      shown_(!talk.quiet() && is_terminal(STDERR_FILENO)),
      due_(std::chrono::steady_clock::now() + kBetween) {}

Progress::~Progress() {
  if (shown_) talk_.show_progress({});
}

void Progress::next_article() {
  ++articles_;
  if (!shown_) return;
  const auto now = std::chrono::steady_clock::now();
  if (now < due_) return;
  due_ = now + kBetween;
  talk_.show_progress(fmt::format("reading: {} articles, {} of {} files",
                                  grouped(static_cast<std::int64_t>(articles_)), files_begun_, files_));
}

std::string elapsed(std::chrono::steady_clock::time_point start) {
  if (!is_terminal(STDERR_FILENO)) return {};
  const std::chrono::duration<double> taken = std::chrono::steady_clock::now() - start;
  return fmt::format("{:.1f} s", taken.count());
}

}  // namespace annals
