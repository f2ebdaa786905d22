#pragma once
// The line of `annals extract`: one object a document, ended by a line break.
//   {"id": "a1", ..., "timexes": [...], "figures": [...], "claims": [...], "totals": {...}}
// Offsets are bytes of the article's text; what is not known is null.

#include <string>

#include "annals/model/document.hpp"

namespace annals {

void append_extraction_json(std::string& out, const Document& document);

}  // namespace annals
