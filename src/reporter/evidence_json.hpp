#pragma once
// The members that every JSON of a piece of evidence has: what it says, who said it, where it stands.
//   "id", "value", "low", "high", "bound", ..., "article", "begin", "end", "quote", "path", "sha256"
// The caller opens and closes the object and adds its own.

#include "reporter/index.hpp"
#include "reporter/json_writer.hpp"

namespace annals {

void write_evidence(JsonWriter& json, const Evidence& evidence, const ArticleIndex& articles);

}  // namespace annals
