#pragma once
// Expressions of time and ranges as JSON objects, the same in `extract` and in `explain --timexes`.
//   {"begin": 55, "end": 61, "text": "Monday", "type": "DATE", "value": "2024-06-10", "edtf": "2024-06-10",
//   ...}

#include <string_view>

#include "annals/model/claim.hpp"

#include "reporter/json_writer.hpp"

namespace annals {

// Arrays for the keys "timexes" and "ranges"; `text` is the article's.
void write_timexes(JsonWriter& json, const Extraction& extraction, std::string_view text);
void write_ranges(JsonWriter& json, const Extraction& extraction, std::string_view text);

}  // namespace annals
