#pragma once
// What every renderer of a report looks at, and what several of its parts say of an estimate. Nothing here is
// escaped: renderers do that for the place it goes to.
//   reporters_of(view, estimate) => "Civil Protection Agency via Wire";  said_with_frame => "100,000
//   (feared)"

#include <string>
#include <string_view>
#include <vector>

#include "annals/reporter/report.hpp"

#include "reporter/findings/citations.hpp"

namespace annals {

struct ReportView {
  const Report& report;
  const Standings& standings;
  const ArticleIndex& articles;
  Citations& citations;
  const RenderOptions& options;
  std::string_view main_event;  // id of the event that most documents are about
};

std::string_view main_event_of(const Reconciliation& reconciliation, const Standings& standings);
// The moment asked for, else that of the newest article.
std::optional<Instant> as_of(const Report& report);
// First and last day of publication; unset ends where no article has a date.
DateSpan published_days(const std::vector<Document>& documents);
std::size_t publisher_count(const std::vector<Document>& documents);
// "1 article", "2,914 articles"
std::string counted(std::size_t n, std::string_view one);
// What a report says under its title, a sentence each: as of when, what it covers, of how many articles, by
// which policy.
std::vector<std::string> status_sentences(const Report& report);

std::vector<const Toll*> tolls_of(const ReportView& view, std::string_view event);
// The evidence whose value is the estimate's; nullptr when unknown.
const Evidence* carrier_of(const ReportView& view, const Estimate& estimate);
// "Civil Protection Agency via Wire", "sum of 2 reported figures"
std::string reporters_of(const ReportView& view, const Estimate& estimate);
// Names of the figures that carry the estimate, at most three; of a sum all of them.
std::vector<std::string> cite_estimate(const ReportView& view, const Estimate& estimate);
// What is counted of a frame other than reported is never printed bare: "100,000 (feared)".
std::string said_with_frame(const ReportView& view, const Estimate& estimate);
// A reason as a sentence: one line, with a capital and a stop.
std::string sentence_of(std::string_view reason);

}  // namespace annals
