#pragma once
// Ctrl-C and its kin: the first one asks the program to end at the next safe place (a half-written output is
// removed, an open transaction rolled back), the second ends it at once.
//   catch_signals();  ...  stop_if_interrupted();   // throws Interrupted{SIGINT}
// Writing into a closed pipe or over a size limit gives an error at the write instead of a signal.

namespace annals {

struct Interrupted {
  int signal = 0;
};

void catch_signals();
void stop_if_interrupted();

}  // namespace annals
