#pragma once
// What the charts of a report show, before anything is drawn: one panel a key figure, all on one true time
// axis. A panel has the steps of the best value with its range, and one dot a report of the same series.
// Feared figures, denials, parts and figures of other events are no dots: a chart shows what was counted.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "reporter/findings/report_view.hpp"

namespace annals {

// Who speaks, as far as a shape and a colour tell it.
enum class SpeakerClass : std::uint8_t { official, field, party, agency, ngo, media, other };
inline constexpr int kSpeakerClasses = 7;
SpeakerClass speaker_class_of(std::string_view source_kind);
std::string_view name_of(SpeakerClass source);   // "official": also the class in the style sheet
std::string_view label_of(SpeakerClass source);  // "officials and state services"

struct ChartStep {
  std::int64_t from = 0;  // seconds since 1970-01-01, UTC
  std::int64_t best = 0;
  std::optional<std::int64_t> low;
  std::optional<std::int64_t> high;
};

struct ChartDot {
  std::int64_t when = 0;
  std::int64_t value = 0;
  SpeakerClass source = SpeakerClass::other;
  bool superseded = false;
  std::int64_t superseded_from = 0;  // where that is known to be later than `when`
  std::string words;                 // "2023-08-11: at least 55, Maui County via Wire (superseded)"
  std::string quote;                 // name of the quote
};

struct ChartPanel {
  const Estimate* now = nullptr;           // what stands
  std::vector<const Estimate*> estimates;  // each change, those without a best value or a date too
  std::vector<ChartStep> steps;            // in order of time
  std::vector<ChartDot> dots;              // in order of time
};

struct ChartEvent {
  std::int64_t from = 0;
  std::int64_t to = 0;  // the end of its last day
  std::string words;
  std::string name;  // of the entry in the timeline
};

struct Chart {
  std::int64_t begin = 0;  // of the axis, with room at both ends
  std::int64_t end = 0;
  std::vector<ChartPanel> panels;
  std::vector<ChartEvent> events;
  std::vector<std::pair<std::int64_t, std::int64_t>> gaps;  // without an article
  std::size_t earlier = 0;                                  // events before the axis begins
  std::size_t later = 0;
};

Chart chart_of(const ReportView& view);

}  // namespace annals
