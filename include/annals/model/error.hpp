#pragma once
// The world failed (a file, the store, the user's words): thrown where it is found, caught once in main.

#include <stdexcept>
#include <string>
#include <utility>

namespace annals {

class Error : public std::runtime_error {
 public:
  enum class Kind {
    usage,  // the command line is wrong                       exit 2
    input,  // a file cannot be read or is not what it says    exit 3
    store,  // SQLite says no: locked, corrupt, newer, full    exit 4
  };
  // `message` is one line: what, where, and what to do next.
  Error(Kind kind, const std::string& message) : std::runtime_error(message), kind_(kind) {}
  Kind kind() const { return kind_; }

 private:
  Kind kind_;
};

}  // namespace annals
