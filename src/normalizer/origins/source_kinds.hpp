#pragma once
// Who speaks: the class of a source and the one it goes back to, told from its words
// (datasets/lexicons/en/source_kinds.tsv).
//   classify_source("the Gaza health ministry") => official;  root_of("OCHA citing the Red Crescent") => "red
//   crescent"
// No names are resolved: "the ministry" and "the health ministry" stay two.

#include <cstdint>
#include <string>
#include <string_view>

namespace annals {

enum class SourceClass : std::uint8_t {
  unknown,
  verified,
  official,
  field,
  party,
  agency,
  ngo,
  media,
  model,
  rumour,
};
std::string_view name_of(SourceClass source_class);  // "" for unknown

// Class of a source by its words; also of a class name that an input gave ("excess_estimate" => model).
SourceClass classify_source(std::string_view words);
// Trust when two speak at the same time, 0 (rumour, model) to 4 (verified).
int rank_of(SourceClass source_class);
// The words of the one who said it first, lower case, without articles; empty in, empty out.
std::string root_of(std::string_view source);

}  // namespace annals
