#pragma once
// What a command is given to work with: the words, the settings read from them, and a way to talk.

#include "cli/arguments.hpp"
#include "cli/settings.hpp"
#include "cli/talk.hpp"

namespace annals {

struct Session {
  Arguments arguments;
  Settings settings;
  Talk talk;
};

}  // namespace annals
