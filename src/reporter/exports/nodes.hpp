#pragma once
// What a timeline viewer shows: the days of the timeline and the changes of the main toll as one list of
// nodes in order of time, cut to what the viewer can bear.
//   2010-01-13, "Thousands feared dead ...", and under it "Killed: 29 -> 227, Interior Ministry"
// Texts are raw: each format escapes them its own way.

#include <cstddef>
#include <string>
#include <vector>

#include "annals/reporter/report.hpp"

namespace annals {

struct Node {
  std::string id;  // stable: "e-20100112-a"
  DateSpan date;
  std::string headline;
  std::vector<std::string> lines;       // further sentences, then changes of the toll
  std::vector<const Article*> sources;  // those quoted first, then others that tell of the day
  std::string group;                    // place of the main event, or "Killed" for a change of that toll
};

// At most `most` nodes. Days of the timeline come before days on which only a toll changed, and of these the
// ones with the greatest change.
std::vector<Node> nodes_of(const Report& report, std::size_t most);

// "Outlet, Title"; of an article without either, its id.
std::string source_name(const Article& article);

}  // namespace annals
