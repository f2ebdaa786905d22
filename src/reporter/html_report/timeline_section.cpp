// The timeline: months that fold, each entry with its own permanent name, under a strip that shows where the
// entries are dense. Beyond two hundred entries the later months start folded, and what they hold waits, so
// that of fifty thousand entries elements are made only where somebody looks.

#include <algorithm>
#include <cmath>
#include <map>
#include <set>

#include <fmt/format.h>

#include "annals/text/escape.hpp"

#include "reporter/findings/timeline_names.hpp"
#include "reporter/html_report/page.hpp"
#include "reporter/phrases.hpp"

namespace annals {

namespace {

constexpr std::size_t kMostOpen = 200;     // entries shown unfolded
constexpr std::size_t kMostQuoted = 5000;  // of more entries, each names its source instead of its quote
constexpr std::size_t kMostInPart = 200;   // a longer month is folded in parts

struct Entry {
  const TimelineEntry* day = nullptr;
  const TimelineSentence* sentence = nullptr;
  std::string name;
};

struct Part {
  std::string month;
  std::size_t number = 0;  // of the parts of its month
  std::vector<Entry> entries;
};

std::vector<Part> parts_of(const Timeline& timeline) {
  std::vector<Part> parts;
  TimelineNames names;
  for (const TimelineEntry& day : timeline.entries) {
    for (const TimelineSentence& sentence : day.sentences) {
      const std::string month = month_of(day.date);
      const bool is_same = !parts.empty() && parts.back().month == month;
      if (!is_same) {
        parts.push_back({month, 0, {}});
      } else if (parts.back().entries.size() == kMostInPart) {
        const std::size_t next = parts.back().number + 1;
        parts.push_back({month, next, {}});
      }
      parts.back().entries.push_back({&day, &sentence, names.next(day.date)});
    }
  }
  return parts;
}

// Figures of an article by their place in it.
using ArticleFigures = std::map<std::string_view, std::vector<const Evidence*>>;

ArticleFigures figures_by_article(const Reconciliation& reconciliation) {
  ArticleFigures figures;
  for (const Evidence& evidence : reconciliation.evidence) figures[evidence.article].push_back(&evidence);
  for (auto& [article, all] : figures) {
    std::stable_sort(all.begin(), all.end(),
                     [](const Evidence* a, const Evidence* b) { return a->span.begin < b->span.begin; });
  }
  return figures;
}

std::string marks_of(const Page& page, const Entry& entry, const ArticleFigures& figures) {
  FilterMarks marks(page.filters);
  marks.source(entry.sentence->speaker);
  for (const std::string& id : entry.day->sources) {
    const Document* document = page.view.articles.find(id);
    if (document != nullptr) marks.source(document->article.publisher);
  }
  if (const Document* document = page.view.articles.find(entry.sentence->article)) {
    marks.source(document->article.publisher).known(known_from(document->article));
  }
  const auto found = figures.find(entry.sentence->article);
  if (found == figures.end()) return marks.attributes();
  const Span span = entry.sentence->span;
  auto at = std::lower_bound(found->second.begin(), found->second.end(), span.begin,
                             [](const Evidence* e, std::uint32_t begin) { return e->span.begin < begin; });
  for (; at != found->second.end() && (*at)->span.begin < span.end; ++at) {
    marks.measure(kind_label(**at)).place((*at)->place).place((*at)->series_place);
    marks.status(standing_label(page.view.standings.standing(**at)));
    if (const auto grade = page.grades.find((*at)->id); grade != page.grades.end())
      marks.grade(grade->second);
  }
  return marks.attributes();
}

// " and 18 more articles", each of the first three as a reference.
std::string other_sources(const ReportView& view, const Entry& entry) {
  constexpr std::size_t kMostSources = 3;
  if (entry.sentence != &entry.day->sentences.front()) return {};
  std::string out;
  std::size_t shown = 0;
  std::size_t hidden = 0;
  for (const std::string& source : entry.day->sources) {
    if (source == entry.sentence->article) continue;
    const std::string name = view.citations.cite_source(source);
    if (name.empty()) continue;
    if (shown == kMostSources) {
      ++hidden;
      continue;
    }
    out += ' ' + reference_markup(name);
    ++shown;
  }
  if (hidden > 0) out += fmt::format(" <span class=\"small\">and {} more</span>", hidden);
  return out;
}

void append_entry(std::string& out, const Page& page, const Entry& entry, const ArticleFigures& figures,
                  bool is_quoted) {
  const ReportView& view = page.view;
  const Document* document = view.articles.find(entry.sentence->article);
  const std::string_view language = document == nullptr ? std::string_view{} : document->article.language;
  out += fmt::format("<li id=\"{0}\"{1}><a class=\"day\" href=\"#{0}\">{2}</a> ", entry.name,
                     marks_of(page, entry, figures), time_markup(entry.day->date));
  out += words_markup(entry.sentence->text, language);
  if (!entry.sentence->speaker.empty())
    out += " <span class=\"small\">(said by " + escape_html(entry.sentence->speaker) + ")</span>";
  out += ' ' + reference_markup(is_quoted ? view.citations.cite(entry.sentence->article, entry.sentence->span)
                                          : view.citations.cite_source(entry.sentence->article));
  out += other_sources(view, entry) + "</li>\n";
}

std::string part_id(const Part& part) {
  const std::optional<Date>& first = part.entries.front().day->date.first;
  const std::optional<Date>& day = first ? first : part.entries.front().day->date.last;
  std::string id = "m-undated";
  if (day) {
    const bool is_month = part.entries.front().day->date.grain < Grain::season;
    id = is_month ? fmt::format("m-{:04}-{:02}", day->year, day->month) : fmt::format("m-{:04}", day->year);
  }
  return part.number == 0 ? id : fmt::format("{}-{}", id, part.number + 1);
}

// A bar a slice of time, as high as the entries in it are many (by their square root: a busy day must not
// hide the others).
void append_strip(std::string& out, const std::vector<Part>& parts) {
  constexpr std::size_t kBars = 96;
  constexpr double kHeight = 36;
  std::int32_t first = INT32_MAX;
  std::int32_t last = INT32_MIN;
  const auto day_of = [](const Entry& entry) -> std::optional<std::int32_t> {
    const DateSpan& date = entry.day->date;
    if (!date.first && !date.last) return std::nullopt;
    return to_days(date.first ? *date.first : *date.last);
  };
  for (const Part& part : parts) {
    for (const Entry& entry : part.entries) {
      if (const auto day = day_of(entry)) {
        first = std::min(first, *day);
        last = std::max(last, *day);
      }
    }
  }
  if (first >= last) return;
  struct Bar {
    std::size_t entries = 0;
    std::string_view name;
    std::int32_t day = 0;
  };
  const std::size_t slices = std::min<std::size_t>(kBars, static_cast<std::size_t>(last - first) + 1);
  std::vector<Bar> bars(slices);
  for (const Part& part : parts) {
    for (const Entry& entry : part.entries) {
      const auto day = day_of(entry);
      if (!day) continue;
      Bar& bar = bars[static_cast<std::size_t>(*day - first) * slices /
                      (static_cast<std::size_t>(last - first) + 1)];
      if (bar.entries++ == 0) {
        bar.name = entry.name;
        bar.day = *day;
      }
    }
  }
  const std::size_t most = std::max_element(bars.begin(), bars.end(), [](const Bar& a, const Bar& b) {
                             return a.entries < b.entries;
                           })->entries;
  const double width = 100.0 / static_cast<double>(slices);
  out += fmt::format(
      "<figure class=\"strip\"><svg width=\"100%\" height=\"{}\" role=\"img\" aria-label=\"Entries from {} "
      "to {}, at most {} in one bar\">",
      kHeight, to_iso(from_days(first)), to_iso(from_days(last)), most);
  for (std::size_t i = 0; i < slices; ++i) {
    if (bars[i].entries == 0) continue;
    const double height =
        std::max(3.0, kHeight * std::sqrt(static_cast<double>(bars[i].entries) / static_cast<double>(most)));
    out += fmt::format(
        "<rect x=\"{:.2f}%\" width=\"{:.2f}%\" y=\"{:.1f}\" height=\"{:.1f}\" data-e=\"{}\"><title>from {}: "
        "{}</title></rect>",
        static_cast<double>(i) * width, width * 0.82, kHeight - height, height, bars[i].name,
        to_iso(from_days(bars[i].day)),
        bars[i].entries == 1 ? "1 entry" : fmt::format("{} entries", bars[i].entries));
  }
  out +=
      fmt::format("</svg><figcaption class=\"small\"><span>{}</span><span>{}</span></figcaption></figure>\n",
                  time_markup(day_span(from_days(first))), time_markup(day_span(from_days(last))));
}

void append_jumps(std::string& out, const std::vector<Part>& parts) {
  constexpr std::size_t kMost = 60;
  if (parts.size() < 4) return;
  out += "<nav aria-label=\"Months of the timeline\"><ul class=\"jumps\">";
  std::string year;
  const bool only_years = parts.size() > kMost;
  for (const Part& part : parts) {
    const std::size_t blank = part.month.rfind(' ');
    const std::string its_year = blank == std::string::npos ? part.month : part.month.substr(blank + 1);
    if (part.number > 0 || (only_years && its_year == year)) continue;
    const std::string label = only_years || blank == std::string::npos ? its_year
                              : its_year == year
                                  ? part.month.substr(0, std::min<std::size_t>(blank, 3))
                                  : part.month.substr(0, std::min<std::size_t>(blank, 3)) + ' ' + its_year;
    year = its_year;
    out += fmt::format("<li><a href=\"#{}\">{}</a></li>", part_id(part), label);
  }
  out += "</ul></nav>\n";
}

}  // namespace

void append_timeline_list(std::string& out, const Page& page) {
  const Timeline* timeline = page.view.report.timeline;
  if (timeline == nullptr) return;
  const std::vector<Part> parts = parts_of(*timeline);
  if (parts.empty()) return;
  const ArticleFigures figures = figures_by_article(*page.view.report.reconciliation);
  open_section(out, "timeline", "Timeline");
  append_strip(out, parts);
  append_jumps(out, parts);
  std::size_t entries = 0;
  for (const Part& part : parts) entries += part.entries.size();
  const bool is_quoted = entries <= kMostQuoted;
  std::size_t shown = 0;
  std::set<std::string> ids;
  for (const Part& part : parts) {
    const bool is_open = shown == 0 || shown + part.entries.size() <= kMostOpen;
    shown = is_open ? shown + part.entries.size() : kMostOpen + 1;
    std::string heading = part.month;
    if (part.number > 0) heading += fmt::format(", part {}", part.number + 1);
    const std::string id = part_id(part);
    out += fmt::format(
        "<details class=\"month\"{}{}><summary><h3>{}</h3> <span class=\"of\">{}</span></summary>",
        ids.insert(id).second ? fmt::format(" id=\"{}\"", id) : std::string(), is_open ? " open" : "",
        heading,
        part.entries.size() == 1 ? "1 entry"
                                 : grouped(static_cast<std::int64_t>(part.entries.size())) + " entries");
    const bool waits = !is_open;
    if (waits) open_waiting(out);
    out += "<ol>\n";
    for (const Entry& entry : part.entries) append_entry(out, page, entry, figures, is_quoted);
    out += "</ol>";
    if (waits) close_waiting(out);
    out += "</details>\n";
  }
  close_section(out);
}

}  // namespace annals
