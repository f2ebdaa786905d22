#pragma once
// Documents and reconciliations made by hand for the reporter's tests. The articles are invented.

#include <string>
#include <string_view>
#include <vector>

#include "annals/reporter/report.hpp"

namespace annals::sample {

struct Case {
  std::vector<Document> documents;
  Reconciliation reconciliation;
  Timeline timeline;
  Report report(std::string title) const {
    return {std::move(title), &documents, &reconciliation, &timeline, {}};
  }
};

// U+202E, which turns the order of what follows.
std::string right_to_left_override();

// Two articles on one earthquake: at least 29 killed, then 304; injured, a part, a feared figure.
Case quake();
// A strike with two rival counts, a denial, copies, and a figure of another event.
Case contested();
// One article whose every string is meant to break out of a format.
Case hostile();

}  // namespace annals::sample
