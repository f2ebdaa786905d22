#pragma once
// What a sentence says of why its figure differs from the one before (datasets/lexicons/en/normalizer/
// change_cues.tsv).
//   "The county lowered the toll to 97 after DNA tests." => misclassified, replaces a higher count

#include <optional>
#include <string_view>

#include "annals/model/series.hpp"

namespace annals {

struct ChangeCue {
  ChangeCause cause = ChangeCause::revised_down;
  bool lowers = false;  // it replaces a higher count
};
std::optional<ChangeCue> cue_of(std::string_view sentence);

}  // namespace annals
