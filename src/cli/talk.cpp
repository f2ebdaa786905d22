#include "cli/talk.hpp"

#include <cstdio>

#include <fmt/format.h>

#include "annals/text/escape.hpp"

namespace annals {

namespace {

std::string_view word_for(Severity severity) {
  switch (severity) {
    case Severity::note: return "note";
    case Severity::warning: return "warning";
    case Severity::error: return "error";
  }
  return "error";
}

}  // namespace

void Talk::tell(const Diagnostic& diagnostic, std::string_view path) {
  if (diagnostic.severity == Severity::error) ++errors_;
  if (diagnostic.severity == Severity::warning) ++warnings_;
  if (diagnostic.severity == Severity::warning && level_ == Level::quiet) return;
  if (diagnostic.severity == Severity::note && level_ != Level::verbose) return;
  std::string where = diagnostic.where.empty() ? std::string(path) : diagnostic.where;
  if (where == "-") where = "standard input";
  if (!diagnostic.span.empty()) where += fmt::format(":byte {}", diagnostic.span.begin);
  print(fmt::format("{}: {}{}{}", word_for(diagnostic.severity), escape_terminal(where),
                    where.empty() ? "" : ": ", escape_terminal(diagnostic.message)));
}

void Talk::say(std::string_view line) const {
  if (level_ != Level::quiet) print(line);
}

void Talk::note(std::string_view line) const {
  if (level_ == Level::verbose) print(line);
}

void Talk::show_progress(std::string_view line) {
  if (line.empty() && !progress_shown_) return;
  fmt::print(stderr, "\r\x1b[K{}", line);
  std::fflush(stderr);
  progress_shown_ = !line.empty();
}

void Talk::print(std::string_view line) const {
  fmt::print(stderr, "{}{}\n", progress_shown_ ? "\r\x1b[K" : "", line);
}

}  // namespace annals
