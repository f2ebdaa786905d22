#pragma once
// A line that moves while articles are read: only on a terminal, never with --quiet, gone when the work is.
//   reading: 1,204 articles, 118 of 278 files

#include <chrono>
#include <cstddef>

#include "cli/talk.hpp"

namespace annals {

class Progress {
 public:
  Progress(Talk& talk, std::size_t files);
  ~Progress();
  Progress(const Progress&) = delete;
  Progress& operator=(const Progress&) = delete;

  void next_file() { ++files_begun_; }
  void next_article();
  std::size_t articles() const { return articles_; }

 private:
  Talk& talk_;
  std::size_t files_;
  std::size_t files_begun_ = 0;
  std::size_t articles_ = 0;
  bool shown_;
  std::chrono::steady_clock::time_point due_;
};

// "1.1 s" since `start` for the summary on a terminal; empty elsewhere, so that logs of two runs are equal.
std::string elapsed(std::chrono::steady_clock::time_point start);

}  // namespace annals
