#pragma once
// The members of the JSON objects that several outputs share, one function a kind of record. The caller opens
// and closes the object and may add members of its own.
//   json.open_object();  write_estimate(json, estimate);  json.close_object().end_line();

#include "annals/model/run.hpp"
#include "annals/model/timeline.hpp"

#include "reporter/index.hpp"
#include "reporter/json_writer.hpp"

namespace annals {

// `known_from` is "" when no date was given: a string that sorts before every date, so that readers can
// compare without a special case.
void write_estimate(JsonWriter& json, const Estimate& estimate);
// What was reported, the best estimate of its day, and how it stands now.
void write_figure(JsonWriter& json, const Evidence& evidence, const Standings& standings,
                  const ArticleIndex& articles);
void write_entry(JsonWriter& json, const TimelineEntry& entry);
void write_event(JsonWriter& json, const Event& event);
void write_article(JsonWriter& json, const Article& article);
void write_override(JsonWriter& json, const OverrideOutcome& outcome);
void write_difference(JsonWriter& json, const Difference& difference);

}  // namespace annals
