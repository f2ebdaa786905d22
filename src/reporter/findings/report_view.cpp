#include "reporter/findings/report_view.hpp"

#include <algorithm>
#include <set>

#include <fmt/format.h>

#include "annals/text/utf8.hpp"

#include "reporter/findings/backing.hpp"
#include "reporter/phrases.hpp"

namespace annals {

std::string_view main_event_of(const Reconciliation& reconciliation, const Standings& standings) {
  if (!reconciliation.events.empty()) return reconciliation.events.front().id;
  return standings.tolls().empty() ? std::string_view{} : standings.tolls().front().event;
}

std::optional<Instant> as_of(const Report& report) {
  if (report.reconciliation->as_of) return report.reconciliation->as_of;
  std::optional<Instant> newest;
  for (const Document& document : *report.documents) {
    const auto known = known_from(document.article);
    if (known && (!newest || *newest < *known)) newest = known;
  }
  if (!report.documents->empty()) return newest;
  for (const Evidence& evidence : report.reconciliation->evidence) {  // claims given without articles
    if (evidence.published && (!newest || *newest < *evidence.published)) newest = evidence.published;
  }
  return newest;
}

DateSpan published_days(const std::vector<Document>& documents) {
  DateSpan days;
  for (const Document& document : documents) {
    if (!document.article.published) continue;
    const Date day = document.article.published->when.date();
    if (!days.first || day < *days.first) days.first = day;
    if (!days.last || *days.last < day) days.last = day;
  }
  return days;
}

std::size_t publisher_count(const std::vector<Document>& documents) {
  std::set<std::string_view> publishers;
  for (const Document& document : documents) {
    if (!document.article.publisher.empty()) publishers.insert(document.article.publisher);
  }
  return publishers.size();
}

std::string counted(std::size_t n, std::string_view one) {
  return fmt::format("{} {}{}", grouped(static_cast<std::int64_t>(n)), one, n == 1 ? "" : "s");
}

std::vector<std::string> status_sentences(const Report& report) {
  std::vector<std::string> sentences;
  if (const auto when = as_of(report)) {
    const bool is_day = when->precision == Instant::Precision::day;
    sentences.push_back(fmt::format("As of {}{}.", short_time(when), is_day ? "" : " UTC"));
  }
  const DateSpan days = published_days(*report.documents);
  if (days.first) sentences.push_back("Covers reports of " + to_prose(days) + ".");
  const std::size_t publishers = publisher_count(*report.documents);
  const std::size_t copies = copied_articles(report).size();
  std::string articles = counted(report.documents->size(), "article");
  if (copies == 1) articles += ", 1 of them a copy of another";
  if (copies > 1) articles += fmt::format(", {} of them copies of others", copies);
  if (publishers > 0) articles += ", " + counted(publishers, "publisher");
  sentences.push_back(articles + ".");
  sentences.push_back("Policy: " + report.reconciliation->policy + ".");
  return sentences;
}

std::vector<const Toll*> tolls_of(const ReportView& view, std::string_view event) {
  std::vector<const Toll*> tolls;
  for (const Toll& toll : view.standings.tolls()) {
    if (toll.event == event) tolls.push_back(&toll);
  }
  return tolls;
}

const Evidence* carrier_of(const ReportView& view, const Estimate& estimate) {
  return estimate.carried_by.empty() ? nullptr : view.standings.evidence(estimate.carried_by.front());
}

std::string reporters_of(const ReportView& view, const Estimate& estimate) {
  const Evidence* carrier = carrier_of(view, estimate);
  if (carrier == nullptr) return "-";
  const bool is_sum = estimate.carried_by.size() > 1 && point(carrier->quantity) != estimate.best;
  if (is_sum) return fmt::format("sum of {} reported figures", estimate.carried_by.size());
  std::string reporters = said_by(*carrier);
  const std::string& via =
      carrier->via.empty() && !carrier->source.empty() ? carrier->publisher : carrier->via;
  if (!via.empty() && via != reporters) reporters += " via " + via;
  return reporters;
}

std::vector<std::string> cite_estimate(const ReportView& view, const Estimate& estimate) {
  constexpr std::size_t kMost = 3;
  std::vector<std::string> names;
  const Evidence* carrier = carrier_of(view, estimate);
  const bool is_sum =
      carrier != nullptr && estimate.carried_by.size() > 1 && point(carrier->quantity) != estimate.best;
  for (const std::string& id : estimate.carried_by) {
    const Evidence* evidence = view.standings.evidence(id);
    if (evidence == nullptr || (names.size() >= kMost && !is_sum)) continue;
    std::string name = view.citations.cite(*evidence);
    if (std::find(names.begin(), names.end(), name) == names.end()) names.push_back(std::move(name));
  }
  return names;
}

std::string said_with_frame(const ReportView& view, const Estimate& estimate) {
  const Evidence* carrier = carrier_of(view, estimate);
  const std::string_view frame = carrier == nullptr ? std::string_view{} : frame_label(carrier->frame);
  if (frame.empty()) return say_best(estimate);
  return fmt::format("{} ({})", say_best(estimate), frame);
}

std::string sentence_of(std::string_view reason) {
  std::string text = fold_space(reason);
  if (text.empty()) return text;
  if (text.front() >= 'a' && text.front() <= 'z') text.front() = static_cast<char>(text.front() - 'a' + 'A');
  if (text.back() != '.') text += '.';
  return text;
}

}  // namespace annals
