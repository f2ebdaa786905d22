// The report for a terminal: what stands, how it came to that, the days that matter, what is doubtful, and
// which commands show more. Quotes and sources are in the Markdown and HTML reports.

#include <algorithm>

#include <fmt/format.h>

#include "annals/text/escape.hpp"

#include "reporter/findings/changes.hpp"
#include "reporter/findings/disagreements.hpp"
#include "reporter/findings/gaps.hpp"
#include "reporter/findings/key_figures.hpp"
#include "reporter/phrases.hpp"
#include "reporter/sparkline.hpp"
#include "reporter/table.hpp"

namespace annals {

namespace {

constexpr std::size_t kMostLines = 6;
constexpr std::size_t kMostRivals = 3;
constexpr std::size_t kSparkColumns = 32;

void append_heading(std::string& out, std::string_view heading, const RenderOptions& options) {
  out += '\n' + styled(heading, Style::bold, options) + '\n';
}

void append_item(std::string& out, const std::string& text, const ReportView& view) {
  const std::size_t start = out.size();
  append_wrapped(out, text, "    ", view.options.width);
  out.replace(start, 4, "  - ");
}

void append_key_figures(std::string& out, const ReportView& view) {
  Table table;
  table.columns = {{"MEASURE", Align::left, true},
                   {"BEST", Align::right},
                   {"RANGE", Align::right},
                   {"AS REPORTED BY", Align::left, true},
                   {"AS OF"},
                   {"CONFIDENCE"},
                   {"CHANGE", Align::left, true}};
  for (const KeyFigure& figure : key_figures(view)) {
    const Estimate& now = *figure.now;
    table.rows.push_back(
        {cell(say_series(now.series)), cell(said_with_frame(view, now), Style::bold), cell(say_range(now)),
         cell(reporters_of(view, now)), cell(short_time(now.known_from)),
         cell(status_label(now.status), now.status == EstimateStatus::contested ? Style::bad : Style::plain),
         cell(figure.toll == nullptr ? "-" : say_change(view, *figure.toll), Style::dim)});
  }
  append_heading(out, "Key figures", view.options);
  if (table.rows.empty()) {
    out += "no figure is reported of the main event\n";
  } else {
    append_text_table(out, table, view.options);
  }
}

void append_courses(std::string& out, const ReportView& view) {
  Table table;
  table.columns = {{"OVER TIME"}, {"FROM", Align::right}, {""}, {"TO"}, {"BETWEEN"}};
  // What the other columns need at most leaves the rest to the line.
  constexpr std::size_t kOthers = 58;
  constexpr std::size_t kShortest = 12;
  const std::size_t width = view.options.width;
  const std::size_t columns =
      width < kOthers + kShortest ? kShortest : std::min(width - kOthers, kSparkColumns);
  for (const Toll* toll : tolls_of(view, view.main_event)) {
    const Course course = course_of(toll->history, columns);
    if (course.line.empty()) continue;
    table.rows.push_back({cell(kind_label(toll->history.back()->series)), cell(course.first),
                          cell(course.line), cell(course.last), cell(course.days)});
  }
  if (table.rows.empty()) return;
  out += '\n';
  append_text_table(out, table, view.options);
}

void append_changes(std::string& out, const ReportView& view) {
  const std::vector<Change> changes = changes_of(view);
  if (changes.empty()) return;
  append_heading(out, "What changed", view.options);
  for (std::size_t i = 0; i < std::min(changes.size(), kMostLines); ++i) {
    const Estimate& now = *changes[i].now;
    std::string line = short_time(now.known_from) + "  " + say_series(now.series) + ": ";
    if (changes[i].before != nullptr) line += said_with_frame(view, *changes[i].before) + " -> ";
    line += said_with_frame(view, now) + ". " + sentence_of(now.reason);
    append_item(out, line, view);
  }
  if (changes.size() > kMostLines)
    out += fmt::format("  {} earlier changes: annals figures --history\n", changes.size() - kMostLines);
}

void append_disagreements(std::string& out, const ReportView& view) {
  const std::vector<Disagreement> all = disagreements_of(view);
  if (all.empty()) return;
  append_heading(out, "Disagreements", view.options);
  for (const Disagreement& one : all) {
    std::string line = say_series(one.now->series) + ": " + said_with_frame(view, *one.now);
    if (one.chosen != nullptr) line += ", " + said_by(*one.chosen);
    for (std::size_t i = 0; i < std::min(one.rivals.size(), kMostRivals); ++i) {
      line += fmt::format("; {}, {}", say_value(*one.rivals[i], written_count(view.articles, *one.rivals[i])),
                          said_by(*one.rivals[i]));
    }
    if (one.rivals.size() > kMostRivals) line += fmt::format("; {} more", one.rivals.size() - kMostRivals);
    append_item(out, line, view);
  }
}

void append_gaps(std::string& out, const ReportView& view) {
  std::string lines;
  for (const WeakFigure& weak : weak_figures(view)) {
    append_item(lines,
                fmt::format("{} ({}) {}", say_series(weak.estimate->series),
                            said_with_frame(view, *weak.estimate), weak.doubt),
                view);
  }
  for (const Silence& silence : longest_silences(silences_of(*view.report.documents), kMostLines)) {
    append_item(lines,
                fmt::format("no article from {} to {}, {} {}", to_iso(silence.first), to_iso(silence.last),
                            silence.days(), silence.days() == 1 ? "day" : "days"),
                view);
  }
  if (lines.empty()) return;
  append_heading(out, "Open questions and gaps", view.options);
  out += lines;
}

}  // namespace

std::string render_report_text(const Report& report, const RenderOptions& options) {
  const Standings standings(*report.reconciliation);
  const ArticleIndex articles(*report.documents);
  Citations citations(*report.documents, articles);
  const ReportView view{report,    standings, articles,
                        citations, options,   main_event_of(*report.reconciliation, standings)};
  std::string out = styled(report.title.empty() ? "Report" : report.title, Style::bold, options) + '\n';
  std::string status;
  for (const std::string& sentence : status_sentences(report))
    status += (status.empty() ? "" : " ") + sentence;
  append_wrapped(out, status, "", options.width);
  append_key_figures(out, view);
  append_courses(out, view);
  append_changes(out, view);
  if (report.timeline != nullptr && !report.timeline->entries.empty()) {
    append_heading(out, "Timeline", options);
    out += render_timeline(*report.timeline, *report.documents, options);
  }
  append_disagreements(out, view);
  append_gaps(out, view);
  out += "\nNext: annals explain --kind KIND shows the quotes; annals report -o report.md writes all of it\n";
  return out;
}

}  // namespace annals
