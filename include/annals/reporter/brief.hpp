#pragma once
// What changed since a moment, on one screen, for the hand-over of a shift: tolls, disputes, retractions, new
// events, the days told of, gaps, and where to look next. At most 24 lines of text, whatever happened.

#include <cstddef>
#include <string>
#include <vector>

#include "annals/model/run.hpp"
#include "annals/model/timeline.hpp"
#include "annals/reporter/report.hpp"

namespace annals {

struct Brief {
  Instant since;                                     // what was known then is not told again
  std::optional<Instant> until;                      // the newest article, or the moment asked for
  const std::vector<Document>* documents = nullptr;  // of the later run; never null when rendered
  const Reconciliation* reconciliation = nullptr;    // of the later run; never null when rendered
  Timeline days;                                     // since then
  std::vector<Difference> differences;
  std::string source;  // words of the command line that name the articles: "--db haiti.db"
};

// Text, Markdown and JSON.
std::string render_brief(const Brief& brief, const RenderOptions& options);

}  // namespace annals
