// The timeline: one heading a month, one line a sentence, each with its own anchor and quote.

#include <fmt/format.h>

#include "annals/text/escape.hpp"

#include "reporter/findings/timeline_names.hpp"
#include "reporter/markdown_report/sections.hpp"
#include "reporter/phrases.hpp"

namespace annals {

namespace {

constexpr std::size_t kMostSources = 3;

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

void append_timeline(std::string& out, const ReportView& view) {
  if (view.report.timeline == nullptr || view.report.timeline->entries.empty()) return;
  out += "\n## Timeline\n";
  std::string month;
  TimelineNames names;
  for (const TimelineEntry& entry : view.report.timeline->entries) {
    if (entry.sentences.empty()) continue;
    if (const std::string next = month_of(entry.date); next != month) {
      out += "\n### " + next + "\n\n";
      month = next;
    }
    for (const TimelineSentence& sentence : entry.sentences) {
      out += fmt::format("- <a id=\"{}\"></a>**{}** ", names.next(entry.date),
                         escape_markdown(said_date(entry.date)));
      out += escape_markdown(sentence.text);
      if (!sentence.speaker.empty()) out += " (said by " + escape_markdown(sentence.speaker) + ")";
      const std::string name = view.citations.cite(sentence.article, sentence.span);
      if (!name.empty()) out += ' ' + reference(name);
      if (&sentence == &entry.sentences.front()) out += other_sources(view, entry, sentence.article);
      out += '\n';
    }
  }
}

}  // namespace annals
