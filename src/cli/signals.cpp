#include "cli/signals.hpp"

#include <csignal>
#include <initializer_list>

namespace annals {

namespace {

// A signal handler can reach nothing but this.
volatile std::sig_atomic_t caught = 0;

extern "C" void remember_signal(int signal) {
  caught = signal;
}

}  // namespace

void catch_signals() {
  struct sigaction stop {};
  stop.sa_handler = remember_signal;  // NOLINT(cppcoreguidelines-pro-type-union-access)
  sigemptyset(&stop.sa_mask);
  stop.sa_flags = static_cast<int>(SA_RESETHAND);  // the second one ends the program; reads are not restarted
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
