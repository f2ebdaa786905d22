#pragma once
// Articles read from files, put as a store would give them back, so that a report is the same from both:
// of each address only the version known last, in order of publication, each id once.
//   {v1 of /quake, v2 of /quake, other}  => {v2 of /quake, other}
// Does not depend on the order of the input, except between versions that carry no date.

#include <vector>

#include "annals/model/document.hpp"

#include "cli/talk.hpp"

namespace annals {

std::vector<Document> standing_documents(std::vector<Document> documents, Talk& talk);

}  // namespace annals
