#pragma once
// Which series a figure belongs to, and the readings of each: sums of what one article tells apart, figures
// that are no candidates gated with their reason, wire text given the voice of the first who printed it.
//   "two soldiers and three civilians were killed" => one reading, 5

#include <map>
#include <vector>

#include "annals/model/series.hpp"

#include "normalizer/toll/run_series.hpp"

namespace annals {

SeriesKey series_of(const Evidence& figure);
// Of the figures of one event; `members` are indices of evidence in order of time.
std::map<SeriesKey, SeriesInput> sort_into_series(const std::vector<Evidence>& evidence,
                                                  const std::vector<std::uint32_t>& members,
                                                  SourceBook& book);
// Numbers the origins of a series in their own order; to be called once all its readings are there.
void number_voices(SeriesInput& input);
// Of whom and by which rule a claim counts, where its fields leave it open: from its source and its class.
void read_axes(Evidence& claim, SourceBook& book);

}  // namespace annals
