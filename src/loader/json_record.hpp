#pragma once
// One JSON object as an article: our own shape, and the names that trafilatura, newspaper and news-please
// give to the same things.
//   {"title": "...", "publish_date": "2024-06-11", "text": "..."}
// `text` is taken byte for byte. Unknown names are left alone.

#include <simdjson.h>

#include "annals/loader/load.hpp"

namespace annals {

// False when it has neither a text nor a title. Doubts go to article.diagnostics, where article.path is set.
bool read_json_record(simdjson::dom::object record, Article& article);

}  // namespace annals
