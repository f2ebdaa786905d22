#pragma once
// A grade for an estimate: how reliable its source is and how well the figure is borne out, apart from each
// other (Admiralty code, A-F and 1-6), and the word that casualty recorders use for both.
//   an official count that two others give too => "B1 confirmed";  one outlet alone => "C3 weak"

#include <cstddef>
#include <string>

#include "normalizer/toll/run_series.hpp"

namespace annals {

// `agreeing`: other origins that say the same.
std::string grade_of(const Standing& standing, std::size_t agreeing);

}  // namespace annals
