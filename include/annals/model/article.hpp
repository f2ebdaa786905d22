#pragma once
// One news article as loaded: its text as UTF-8 and what is known about where and when it appeared.
// `text` is what every span counts in; it is stored unchanged. The title is not part of it.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "annals/model/date.hpp"
#include "annals/model/diagnostic.hpp"

namespace annals {

// Where a date was found, in falling order of trust.
enum class DateOrigin : std::uint8_t {
  argument,      // --published
  record,        // a field of a JSON record
  front_matter,  // YAML
  header_line,   // "Date: ..." or "date 2024-06-11 ..."
  json_ld,
  meta,          // OpenGraph or <meta name=...>
  time_element,  // <time datetime=...>
  url,           // /2024/06/11/ in the address
  dateline,      // "CAIRO, June 11 (Agency) -"
};
std::string_view name_of(DateOrigin origin);
std::optional<DateOrigin> date_origin_named(std::string_view name);

struct StampedDate {
  Instant when;
  DateOrigin origin = DateOrigin::record;
  bool operator==(const StampedDate&) const = default;
};

struct Article {
  std::string id;  // given by the input, else made from `sha256`
  std::string
      path;  // file it came from; "-" for standard input; with "#N" for the Nth record of a JSON Lines file
  std::string url;  // canonical address
  std::string title;
  std::string publisher;
  std::string author;
  std::string language;  // BCP 47 as declared, may be empty
  std::optional<StampedDate> published;
  std::optional<StampedDate> modified;
  std::optional<StampedDate> dateline;  // day named in the dateline of the text
  std::string text;
  std::vector<Span> captions;  // parts of `text` that are picture captions
  std::string encoding;        // of the bytes read: "UTF-8", "windows-1252", ...
  std::uint32_t version = 1;   // 2 and up: the same address with other content, seen later
  std::string sha256;          // hex, over title, published, publisher, url and text: the article's identity
  std::vector<Diagnostic> diagnostics;
  bool operator==(const Article&) const = default;
};

// The day that relative dates count from: published, else dateline.
std::optional<Date> anchor_day(const Article& article);
// When the world could know what the article says: the later of published and modified, else the dateline.
std::optional<Instant> known_from(const Article& article);

}  // namespace annals
