#pragma once
// Heads of articles as name-value pairs, whatever format they come in: what a name means, and how a value
// gets into the article. The first value of a field wins.
//   field_named("last-modified") => Field::modified

#include <cstdint>
#include <string_view>

#include "annals/loader/load.hpp"

namespace annals {

enum class Field : std::uint8_t { none, title, published, modified, publisher, author, url, language };

// Names as header lines and front matter write them; case and `-`, `_` do not count.
Field field_named(std::string_view name);

// Takes `value` into the article unless it is empty or the field is already known. A date that is impossible
// or unreadable becomes a diagnostic of the article.
void fill_field(Article& article, Field field, std::string_view value, DateOrigin origin);

void warn(Article& article, Severity severity, std::string message);

// What follows from the rest: the day in the address, LoadOptions::published, the dateline, doubts about the
// dates, and the identity.
void complete(Article& article, const LoadOptions& options);

}  // namespace annals
