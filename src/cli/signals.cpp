#include "cli/signals.hpp"

#include <csignal>
#include <initializer_list>

#include <fcntl.h>
#include <unistd.h>

namespace annals {

namespace {

// A signal handler can reach nothing but these.
volatile std::sig_atomic_t caught = 0;
volatile std::sig_atomic_t nothing_to_read = -1;

// A read that waits for standard input must not keep the program: from now on there is nothing to read.
extern "C" void remember_signal(int signal) {
  caught = signal;
  if (nothing_to_read >= 0) dup2(static_cast<int>(nothing_to_read), STDIN_FILENO);
}

}  // namespace

void catch_signals() {
  nothing_to_read = open("/dev/null", O_RDONLY | O_CLOEXEC);
  struct sigaction stop {};
  stop.sa_handler = remember_signal;  // NOLINT(cppcoreguidelines-pro-type-union-access)
  sigemptyset(&stop.sa_mask);
  stop.sa_flags = static_cast<int>(SA_RESETHAND);  // the second one ends the program
  for (const int signal : {SIGINT, SIGTERM, SIGHUP}) sigaction(signal, &stop, nullptr);
  struct sigaction ignore {};
  ignore.sa_handler = SIG_IGN;  // NOLINT(cppcoreguidelines-pro-type-union-access)
  sigemptyset(&ignore.sa_mask);
  for (const int signal : {SIGPIPE, SIGXFSZ}) sigaction(signal, &ignore, nullptr);
}

void stop_if_interrupted() {
  if (caught != 0) throw Interrupted{static_cast<int>(caught)};
}

}  // namespace annals
