// What changed: the last changes of the headline figures, newest first, with why.

#include "reporter/findings/changes.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "annals/text/escape.hpp"

#include "reporter/markdown_report/sections.hpp"
#include "reporter/phrases.hpp"

namespace annals {

namespace {

constexpr std::size_t kMostChanges = 12;

void append_change(std::string& out, const ReportView& view, const Change& change) {
  const Estimate& now = *change.now;
  out += "- **" + short_time(now.known_from) + "** " + escape_markdown(say_series(now.series)) + ": ";
  if (change.before != nullptr)
    out += escape_markdown(said_with_frame(view, *change.before)) + " " +
           references(cite_estimate(view, *change.before)) + " -> ";
  out += "**" + escape_markdown(said_with_frame(view, now)) + "** " + references(cite_estimate(view, now));
  out += fmt::format(", {}.", cause_label(now.cause));
  if (!now.reason.empty()) out += ' ' + escape_markdown(sentence_of(now.reason));
  out += '\n';
}

}  // namespace

void append_changes(std::string& out, const ReportView& view) {
  const std::vector<Change> changes = changes_of(view);
  if (changes.empty()) return;
  out += "\n## What changed\n\n";
  const std::size_t shown = changes.size() > kMostChanges + 1 ? kMostChanges : changes.size();
  for (std::size_t i = 0; i < shown; ++i) append_change(out, view, changes[i]);
  if (shown == changes.size()) return;
  open_details(out, fmt::format("{} earlier changes", changes.size() - shown));
  for (std::size_t i = shown; i < changes.size(); ++i) append_change(out, view, changes[i]);
  close_details(out);
}

}  // namespace annals
