#pragma once
// One vote an origin: who a figure goes back to, whoever printed it.
//   "OCHA, citing the Libyan Red Crescent" and "Libyan Red Crescent via AP" => "libyan red crescent"
// A figure without a source counts as its publisher's; without that, as its article's or its own.

#include <string>

#include "annals/model/evidence.hpp"

#include "normalizer/source_kinds.hpp"

namespace annals {

std::string origin_of(const Evidence& evidence);
// By the class the input gave, else by the words of the source; media for a publisher's own voice.
SourceClass class_of(const Evidence& evidence);

}  // namespace annals
