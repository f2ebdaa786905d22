#pragma once
// Where JSON that did not parse breaks, for the message; the fast parser does not say.
//   find_json_error("{\"a\": 1") => offset 7, cut

#include <cstddef>
#include <string>
#include <string_view>

#include <simdjson.h>

namespace annals {

struct JsonError {
  std::size_t offset = 0;
  bool cut = false;       // the text ends before the value does
  std::string_view what;  // "a string that is not closed", ...; empty when nothing was found
};
JsonError find_json_error(std::string_view text);

// One line for people: "JSON is cut off after byte 812 (a string that is not closed)".
std::string describe(const JsonError& found, simdjson::error_code error);

}  // namespace annals
