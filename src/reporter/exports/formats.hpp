#pragma once
// One function a format: a report as other programs read it. render_export() chooses among them.

#include <string>

#include "annals/reporter/report.hpp"

namespace annals {

// TimelineJS 3 (https://timeline.knightlab.com): how sure a date is stands in display_date, the sources as
// links at the end of the text. At most 40 nodes, beyond which the viewer is unusable.
std::string render_timelinejs(const Report& report);
// A `timeline` diagram of Mermaid, a section a month, at most 25 nodes.
std::string render_mermaid(const Report& report);
// RFC 5545: an all-day event a node. Its DTSTAMP is options.now, else the moment the report is as of.
std::string render_icalendar(const Report& report, const RenderOptions& options);
// RFC 7946: a feature for each estimate that stands. No word list gives coordinates, so that each geometry is
// null, which the format allows; "place" says where.
std::string render_geojson(const Report& report);
// CSV with a second row of HXL hashtags: a row for each change of an estimate.
std::string render_hxl(const Report& report);
// The whole report as one JSON value ("annals.report/1"), the one that `annals diff` reads; or a line for
// each event, estimate, figure, day and article, told apart by "type".
std::string render_report_json(const Report& report, const RenderOptions& options);
std::string render_report_lines(const Report& report, const RenderOptions& options);

}  // namespace annals
