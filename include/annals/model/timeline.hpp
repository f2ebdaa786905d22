#pragma once
// A timeline: days, each with the sentences that tell best what happened on it, and where they stand.

#include <string>
#include <vector>

#include "annals/model/date.hpp"
#include "annals/model/span.hpp"

namespace annals {

struct TimelineSentence {
  std::string text;     // verbatim, white space folded
  std::string article;  // id
  Span span;            // in the article's text
  std::string speaker;  // may be empty
  bool operator==(const TimelineSentence&) const = default;
};

struct TimelineEntry {
  DateSpan date;                            // a day, or a span where the articles say no more
  std::vector<TimelineSentence> sentences;  // best first
  std::vector<std::string> sources;         // ids of the articles that mention the date
  bool operator==(const TimelineEntry&) const = default;
};

struct Timeline {
  std::vector<TimelineEntry> entries;  // in order of time
  bool operator==(const Timeline&) const = default;
};

}  // namespace annals
