#pragma once
// The settings that choose the days and sentences of a timeline, shared by `timeline` and `report`.

#include "annals/normalizer/timeline.hpp"

#include "cli/settings.hpp"

namespace annals {

TimelineOptions timeline_options(const Settings& settings);

}  // namespace annals
