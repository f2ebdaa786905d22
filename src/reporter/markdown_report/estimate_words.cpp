// What several sections say of an estimate.

#include <algorithm>

#include <fmt/format.h>

#include "annals/text/escape.hpp"
#include "annals/text/utf8.hpp"

#include "reporter/markdown_report/sections.hpp"
#include "reporter/phrases.hpp"

namespace annals {

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

std::string cite_estimate(const ReportView& view, const Estimate& estimate) {
  constexpr std::size_t kMost = 3;
  std::vector<std::string> references;
  const Evidence* carrier = carrier_of(view, estimate);
  // A sum needs all its parts.
  const bool is_sum =
      carrier != nullptr && estimate.carried_by.size() > 1 && point(carrier->quantity) != estimate.best;
  for (const std::string& id : estimate.carried_by) {
    const Evidence* evidence = view.standings.evidence(id);
    if (evidence == nullptr || (references.size() >= kMost && !is_sum)) continue;
    std::string reference = view.citations.cite(*evidence);
    if (std::find(references.begin(), references.end(), reference) == references.end())
      references.push_back(std::move(reference));
  }
  return fmt::format("{}", fmt::join(references, " "));
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
  return escape_markdown(text);
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

}  // namespace annals
