#pragma once
// Open questions: what rests on one source, what is disputed, which articles have no date, when nothing was
// published.

#include <string_view>
#include <vector>

#include "reporter/findings/report_view.hpp"

namespace annals {

struct WeakFigure {
  const Estimate* estimate = nullptr;
  std::string_view doubt;  // "rests on one source"
};
// Headlines of the main event that are weak.
std::vector<WeakFigure> weak_figures(const ReportView& view);

// Articles of which nobody knows when they appeared.
std::vector<const Document*> undated_articles(const std::vector<Document>& documents);

// Days without an article, both ends inclusive.
struct Silence {
  Date first;
  Date last;
  std::int32_t days() const { return to_days(last) - to_days(first) + 1; }
};
// In order of time.
std::vector<Silence> silences_of(const std::vector<Document>& documents);
// The longest, at most `most`, still in order of time.
std::vector<Silence> longest_silences(std::vector<Silence> silences, std::size_t most);

}  // namespace annals
