// The timeline: one heading a month, one line a sentence, each with its own anchor and quote.

#include <map>

#include <fmt/format.h>

#include "annals/text/escape.hpp"

#include "reporter/markdown_report/sections.hpp"
#include "reporter/phrases.hpp"

namespace annals {

namespace {

constexpr std::size_t kMostSources = 3;

// "January 2010"; a year, when the date is no finer.
std::string month_of(const DateSpan& date) {
  const std::optional<Date>& day = date.first ? date.first : date.last;
  if (!day) return "Undated";
  return to_prose(date.grain >= Grain::season ? year_span(day->year) : month_span(day->year, day->month));
}

// "e-20100112": digits of the date, so that it survives other entries coming and going.
std::string anchor_base(const DateSpan& date) {
  std::string base = "e-";
  for (const char c : to_edtf(date)) {
    if (c >= '0' && c <= '9') base += c;
    if (c == '/') base += '-';
  }
  return base;
}

std::string letters(std::size_t n) {
  std::string out(1, static_cast<char>('a' + n % 26));
  for (n /= 26; n > 0; n /= 26) {
    --n;
    out.insert(out.begin(), static_cast<char>('a' + n % 26));
  }
  return out;
}

std::string other_sources(const ReportView& view, const TimelineEntry& entry, std::string_view own) {
  std::string out;
  std::size_t shown = 0;
  std::size_t hidden = 0;
  for (const std::string& source : entry.sources) {
    if (source == own) continue;
    const std::string reference = view.citations.cite_source(source);
    if (reference.empty()) continue;
    if (shown == kMostSources) {
      ++hidden;
      continue;
    }
    out += ' ' + reference;
    ++shown;
  }
  if (hidden > 0) out += fmt::format(" and {} more", hidden);
  return out;
}

}  // namespace

void append_timeline(std::string& out, const ReportView& view) {
  if (view.report.timeline == nullptr || view.report.timeline->entries.empty()) return;
  out += "\n## Timeline\n";
  std::string month;
  std::map<std::string, std::size_t> used;
  for (const TimelineEntry& entry : view.report.timeline->entries) {
    if (entry.sentences.empty()) continue;
    if (const std::string next = month_of(entry.date); next != month) {
      out += "\n### " + next + "\n\n";
      month = next;
    }
    const std::string base = anchor_base(entry.date);
    for (const TimelineSentence& sentence : entry.sentences) {
      out +=
          fmt::format("- <a id=\"{}-{}\"></a>**{}** ", base, letters(used[base]++), short_date(entry.date));
      out += escape_markdown(sentence.text);
      if (!sentence.speaker.empty()) out += " (said by " + escape_markdown(sentence.speaker) + ")";
      const std::string reference = view.citations.cite(sentence.article, sentence.span);
      if (!reference.empty()) out += ' ' + reference;
      if (&sentence == &entry.sentences.front()) out += other_sources(view, entry, sentence.article);
      out += '\n';
    }
  }
}

}  // namespace annals
