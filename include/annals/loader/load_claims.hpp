#pragma once
// Claims written down by hand or by another tool, one JSON object a line, as evidence for `annals reconcile`:
//   {"id": "c1", "event": "quake", "kind": "killed", "value": 29, "bound": "exact", "frame": "reported",
//    "place": "HT", "source": "DGPC", "source_kind": "official", "published": "2021-08-14"}
// `low` and `high` may stand for `value`; `part_of` names a sub-series; `published` may be null.

#include <string>
#include <vector>

#include "annals/loader/load.hpp"
#include "annals/model/evidence.hpp"

namespace annals {

// Claims of one file ("-" for standard input) in order; a bad line is reported with file:line and left out.
// Without a bound: `value` is exact, low and high are a range, low alone is at_least, high alone is at_most.
// Throws Error::input when the file cannot be read.
std::vector<Evidence> load_claims(const std::string& path, const DiagnosticSink& report);
std::vector<Evidence> parse_claims(std::string_view bytes, const std::string& path, const DiagnosticSink& report);

}  // namespace annals
