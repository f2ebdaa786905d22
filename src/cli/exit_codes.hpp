#pragma once
// What the program tells its caller when it ends. `annals help` prints the same list.

namespace annals {

inline constexpr int kExitOk = 0;
inline constexpr int kExitNothing = 1;    // the answer is "nothing found"
inline constexpr int kExitUsage = 2;      // the command line is wrong
inline constexpr int kExitInput = 3;      // some input could not be read; results of the rest are printed
inline constexpr int kExitStore = 4;      // the store or the output could not be read or written
inline constexpr int kExitInternal = 70;  // out of memory, or a bug

}  // namespace annals
