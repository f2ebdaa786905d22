#pragma once
// The sections of the Markdown report. Each appends its heading and body, or nothing when it has nothing to
// say, and cites what it prints.

#include <string>
#include <string_view>
#include <vector>

#include "reporter/findings/report_view.hpp"

namespace annals {

void append_front_matter(std::string& out, const ReportView& view);
void append_status_line(std::string& out, const ReportView& view);
void append_key_figures(std::string& out, const ReportView& view);
void append_changes(std::string& out, const ReportView& view);
void append_timeline(std::string& out, const ReportView& view);
void append_figures_over_time(std::string& out, const ReportView& view);
void append_disagreements(std::string& out, const ReportView& view);
void append_places(std::string& out, const ReportView& view);
void append_gaps(std::string& out, const ReportView& view);
void append_other_events(std::string& out, const ReportView& view);
void append_method(std::string& out, const ReportView& view);

void append_sources(std::string& out, const ReportView& view);
void append_quotes(std::string& out, const ReportView& view);
// What editors decided about figures, with who, when and why.
void append_editors_changes(std::string& out, const ReportView& view);
// Link reference definitions: "[s3-2]: #s3-2".
void append_definitions(std::string& out, const ReportView& view);

// A block that readers of HTML fold; what stands in it is Markdown. The summary is printed as it is.
void open_details(std::string& out, std::string_view summary);
void close_details(std::string& out);

// "[s3-2]"
std::string reference(std::string_view name);
// "[s3-2] [s4]"
std::string references(const std::vector<std::string>& names);

}  // namespace annals
