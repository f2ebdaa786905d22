// The timeline: one heading a month, one line a sentence, each with its own anchor and quote.

#include <algorithm>
#include <vector>

#include <fmt/format.h>

#include "annals/text/escape.hpp"

#include "reporter/findings/timeline_names.hpp"
#include "reporter/markdown_report/sections.hpp"
#include "reporter/phrases.hpp"

namespace annals {

namespace {

constexpr std::size_t kMostSources = 3;
constexpr std::ptrdiff_t kFewestFolded = 3;  // days of one article
constexpr std::ptrdiff_t kFewestShown = 4;   // days of several

std::string other_sources(const ReportView& view, const TimelineEntry& entry, std::string_view own) {
  std::string out;
  std::size_t shown = 0;
  std::size_t hidden = 0;
  for (const std::string& source : entry.sources) {
    if (source == own) continue;
    const std::string name = view.citations.cite_source(source);
    if (name.empty()) continue;
    if (shown == kMostSources) {
      ++hidden;
      continue;
    }
    out += ' ' + reference(name);
    ++shown;
  }
  if (hidden > 0) out += fmt::format(" and {} more", hidden);
  return out;
}

// A certain day is written year first; what is less certain in words: "about 12 January 2010".
std::string said_date(const DateSpan& date) {
  const bool certain = date.is_day() && !date.approximate && !date.uncertain;
  return certain || (!date.first && !date.last) ? short_date(date) : to_prose(date);
}

}  // namespace

namespace {

struct Month {
  std::string name;
  std::vector<const TimelineEntry*> entries;
};

std::vector<Month> months_of(const Timeline& timeline) {
  std::vector<Month> months;
  for (const TimelineEntry& entry : timeline.entries) {
    if (entry.sentences.empty()) continue;
    std::string name = month_of(entry.date);
    if (months.empty() || months.back().name != name) months.push_back({std::move(name), {}});
    months.back().entries.push_back(&entry);
  }
  return months;
}

// Names are given in order of time, folded or not.
std::string lines_of(const ReportView& view, const TimelineEntry& entry, TimelineNames& names) {
  std::string out;
  for (const TimelineSentence& sentence : entry.sentences) {
    out += fmt::format("- <a id=\"{}\"></a>**{}** ", names.next(entry.date),
                       escape_markdown(said_date(entry.date)));
    out += escape_markdown(sentence.text);
    if (!sentence.speaker.empty() && sentence.text.find(sentence.speaker) == std::string::npos)
      out += " (said by " + escape_markdown(sentence.speaker) + ")";
    const std::string name = view.citations.cite(sentence.article, sentence.span);
    if (!name.empty()) out += ' ' + reference(name);
    if (&sentence == &entry.sentences.front()) out += other_sources(view, entry, sentence.article);
    out += '\n';
  }
  return out;
}

}  // namespace

void append_timeline(std::string& out, const ReportView& view) {
  if (view.report.timeline == nullptr || view.report.timeline->entries.empty()) return;
  out += "\n## Timeline\n";
  TimelineNames names;
  for (const Month& month : months_of(*view.report.timeline)) {
    out += "\n### " + month.name + "\n\n";
    // What one article alone tells is folded, in a month that has enough without it.
    const auto minor = std::count_if(month.entries.begin(), month.entries.end(),
                                     [](const TimelineEntry* entry) { return entry->sources.size() == 1; });
    const auto all = static_cast<std::ptrdiff_t>(month.entries.size());
    const bool folds = minor >= kFewestFolded && all - minor >= kFewestShown;
    std::string folded;
    for (const TimelineEntry* entry : month.entries)
      (folds && entry->sources.size() == 1 ? folded : out) += lines_of(view, *entry, names);
    if (!folds) continue;
    open_details(out, fmt::format("{} more days, each told by one article", minor));
    out += folded;
    close_details(out);
  }
}

}  // namespace annals
