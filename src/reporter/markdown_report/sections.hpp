#pragma once
// The sections of the Markdown report. Each appends its heading and body, or nothing when it has nothing to
// say, and cites what it prints.

#include <string>
#include <string_view>
#include <vector>

#include "annals/reporter/report.hpp"

#include "reporter/markdown_report/citations.hpp"

namespace annals {

struct ReportView {
  const Report& report;
  const Standings& standings;
  const ArticleIndex& articles;
  Citations& citations;
  const RenderOptions& options;
  std::string_view main_event;  // id of the event that most documents are about
};

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

// What several sections say of an estimate.
std::vector<const Toll*> tolls_of(const ReportView& view, std::string_view event);
// The evidence whose value is the estimate's; nullptr when unknown.
const Evidence* carrier_of(const ReportView& view, const Estimate& estimate);
// "Civil Protection Agency via Wire", "sum of 2 reported figures"
std::string reporters_of(const ReportView& view, const Estimate& estimate);
// References to the figures that carry the estimate, at most three.
std::string cite_estimate(const ReportView& view, const Estimate& estimate);
// What is counted of a frame other than reported is never printed bare: "100,000 (feared)".
std::string said_with_frame(const ReportView& view, const Estimate& estimate);
// A reason as a sentence of Markdown: escaped, with a capital and a stop.
std::string sentence_of(std::string_view reason);
// First and last day of publication; unset ends where no article has a date.
DateSpan published_days(const std::vector<Document>& documents);

}  // namespace annals
