#pragma once
// Which days matter and which sentences tell them: days ranked by how many documents mention them, sentences
// by how central they are to the day and how little they repeat (docs/design.md).

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "annals/model/document.hpp"
#include "annals/model/timeline.hpp"

namespace annals {

struct TimelineOptions {
  std::optional<Date> since;  // inclusive
  std::optional<Date> until;  // inclusive
  std::size_t top = 20;       // at most so many days
  std::size_t sentences = 1;  // at most so many sentences a day
  // Keep articles with at least one of these; of their sentences those that have one are preferred.
  // Empty: all.
  std::vector<std::string> keywords;
};

Timeline build_timeline(const std::vector<Document>& documents, const TimelineOptions& options);

}  // namespace annals
