#pragma once
// What a report is made of, and the formats it can take. Renderers read these plain values; none knows
// another.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "annals/model/document.hpp"
#include "annals/model/doubt.hpp"
#include "annals/model/reconciliation.hpp"
#include "annals/model/timeline.hpp"

namespace annals {

enum class OutputFormat : std::uint8_t {
  text,
  md,
  html,
  svg,  // the charts alone
  json,
  jsonl,
  csv,
  tsv,
  hxl,         // CSV with a second row of hashtags (humanitarian exchange language)
  timelinejs,  // JSON of TimelineJS 3
  mermaid,
  ics,  // iCalendar
  geojson,
  sqlite,
};
std::string_view name_of(OutputFormat format);
std::optional<OutputFormat> output_format_named(std::string_view name);
// By the ending of a file name: "x.hxl.csv" => hxl, "x.mmd" => mermaid; nullopt for an ending not known here.
std::optional<OutputFormat> output_format_of_file(std::string_view path);

struct RenderOptions {
  OutputFormat format = OutputFormat::text;
  bool colour = false;          // text only; the command line decides (terminal, NO_COLOR, --color)
  std::size_t width = 100;      // columns for text
  bool footnotes = false;       // Markdown report: [^1] with an id of its own for each use, outside of tables
  std::optional<Instant> now;   // for "generated"; unset: left out, so that two runs give the same bytes
  std::string tool = "annals";  // name and version, for the front matter of the report
};

// The whole report of one or more events.
struct Report {
  std::string title;
  const std::vector<Document>* documents = nullptr;  // never null when rendered
  const Reconciliation* reconciliation = nullptr;
  const Timeline* timeline = nullptr;
  std::string licence;  // under which it is given on; may be empty
};

// Markdown (CommonMark with GFM tables): key figures, timeline, figures over time, disagreements, sources,
// quotes.
std::string render_report_markdown(const Report& report, const RenderOptions& options);

// For a terminal: key figures with their course, changes, timeline, disagreements, gaps. No quotes.
std::string render_report_text(const Report& report, const RenderOptions& options);

// One HTML file that asks nothing of the network and can be read without scripts: the same sections, with
// charts, filters and the state of knowledge at any moment.
std::string render_report_html(const Report& report, const RenderOptions& options);
// Whether that page carries the whole report as data, which tells of every change what it set aside. With
// very many articles and figures it would be too large, and the page names the command that writes it.
bool page_carries_data(const std::vector<Document>& documents);
// The charts of the key figures over time, as one SVG picture.
std::string render_report_svg(const Report& report, const RenderOptions& options);

// The report as data for another program: csv and tsv (the register), json, jsonl, hxl, timelinejs, mermaid,
// ics and geojson.
std::string render_export(const Report& report, const RenderOptions& options);

// Each of these takes text, Markdown and the row formats: json, jsonl, csv, tsv.
std::string render_timeline(const Timeline& timeline, const std::vector<Document>& documents,
                            const RenderOptions& options);
// The register: reported on, refers to, value, scope, said by, via, status.
std::string render_figures(const Reconciliation& reconciliation, const std::vector<Document>& documents,
                           const RenderOptions& options);
// Each change of each estimate: `annals reconcile`, `annals figures --history`. In JSON, `known_from` of an
// estimate without a date is "", which sorts before every day.
std::string render_estimates(const Reconciliation& reconciliation, const RenderOptions& options);
// What stands in `after` and did not, or not so, in `before`: one line a series, for a terminal.
std::string render_changed_estimates(const Reconciliation& before, const Reconciliation& after);
// Who says what, side by side, per kind.
std::string render_comparison(const Reconciliation& reconciliation, const std::vector<Document>& documents,
                              const RenderOptions& options);
// The way from a number to its quotes: of one kind (nullopt: all).
std::string render_explanation(const Reconciliation& reconciliation, const std::vector<Document>& documents,
                               std::optional<HarmKind> kind, const RenderOptions& options);
// Every expression of time and range of the articles, with value, anchor, weights and the line of data that
// read it.
std::string render_timexes(const std::vector<Document>& documents, const RenderOptions& options);
// The queue of doubts, each with its quote and the commands that settle it: text, json, jsonl.
std::string render_doubts(const std::vector<Doubt>& doubts, const Reconciliation& reconciliation,
                          const RenderOptions& options);
// One doubt of it, as text.
std::string render_doubt(const Doubt& doubt, const Reconciliation& reconciliation,
                         const RenderOptions& options);
// One document as read: the line of `annals extract`.
std::string render_extraction(const Document& document, const RenderOptions& options);

}  // namespace annals
