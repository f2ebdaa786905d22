#pragma once
// Of whom and by which rule a count is, as the words around it tell (datasets/lexicons/en/normalizer/
// series_words.tsv). No word, no answer: the axis keeps its plain value.
//   read_series_words({after: " bodies have been identified"}) => definition identified

#include <string_view>

#include "annals/model/series.hpp"

namespace annals {

struct SeriesWords {
  std::string_view after;  // what follows the count, up to the end of its clause
  std::string_view sentence;
  std::string_view source;
  std::string_view source_kind;  // as the input gave it
  std::string_view victims;
};
struct SeriesAxes {
  Fate fate = Fate::known;
  Side side = Side::everyone;
  Definition definition = Definition::reported;
  bool operator==(const SeriesAxes&) const = default;
};
SeriesAxes read_series_words(const SeriesWords& words);

}  // namespace annals
