#pragma once
// Doubt about input that can still be used: kept in the result, printed by the command line, never thrown.
//   {warning, "news/0193.html", {}, "no publication date; pass --published DATE"}

#include <string>

#include "annals/model/span.hpp"

namespace annals {

enum class Severity { note, warning, error };

struct Diagnostic {
  Severity severity = Severity::warning;
  std::string where;    // file, or file:line; empty when the article itself says it
  Span span;            // bytes of the article's text; empty when it is about the whole input
  std::string message;  // what happened and what to do next, one line
  bool operator==(const Diagnostic&) const = default;
};

}  // namespace annals
