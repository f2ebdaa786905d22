#pragma once
// What the program says beside its results: one line each on standard error.
//   warning: news/0193.html: no publication date; pass --published DATE
// Counts what it said, because the exit code depends on it. File names and quoted text are made safe for a
// terminal here.

#include <cstddef>
#include <string>
#include <string_view>

#include "annals/model/diagnostic.hpp"

namespace annals {

class Talk {
 public:
  enum class Level { quiet, normal, verbose };

  explicit Talk(Level level) : level_(level) {}

  // An error is an input that could not be read; `path` stands in where the diagnostic names no place.
  void tell(const Diagnostic& diagnostic, std::string_view path = {});
  // A plain line, not when quiet.
  void say(std::string_view line) const;
  // A plain line, only when verbose.
  void note(std::string_view line) const;
  // Rubs out the progress line, if one stands there, before anything is said.
  void show_progress(std::string_view line);

  bool quiet() const { return level_ == Level::quiet; }
  std::size_t errors() const { return errors_; }
  std::size_t warnings() const { return warnings_; }

 private:
  void print(std::string_view line) const;

  Level level_;
  std::size_t errors_ = 0;
  std::size_t warnings_ = 0;
  bool progress_shown_ = false;
};

}  // namespace annals
