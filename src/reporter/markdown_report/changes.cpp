// What changed: the last changes of the headline figures, newest first, with why.

#include <algorithm>

#include <fmt/format.h>

#include "annals/text/escape.hpp"

#include "reporter/markdown_report/sections.hpp"
#include "reporter/phrases.hpp"

namespace annals {

namespace {

constexpr std::size_t kMostChanges = 12;

struct Change {
  const Estimate* before = nullptr;
  const Estimate* now = nullptr;
};

bool is_newer(const Change& a, const Change& b) {
  if (!a.now->known_from || !b.now->known_from) return a.now->known_from && !b.now->known_from;
  return *b.now->known_from < *a.now->known_from;
}

void append_change(std::string& out, const ReportView& view, const Change& change) {
  const Estimate& now = *change.now;
  out += "- **" + short_time(now.known_from) + "** " + escape_markdown(say_series(now.series)) + ": ";
  if (change.before != nullptr)
    out += escape_markdown(said_with_frame(view, *change.before)) + " " +
           cite_estimate(view, *change.before) + " -> ";
  out += "**" + escape_markdown(said_with_frame(view, now)) + "** " + cite_estimate(view, now);
  out += fmt::format(", {}.", cause_label(now.cause));
  if (!now.reason.empty()) out += ' ' + sentence_of(now.reason);
  out += '\n';
}

}  // namespace

void append_changes(std::string& out, const ReportView& view) {
  std::vector<Change> changes;
  for (const Toll* toll : tolls_of(view, view.main_event)) {
    for (std::size_t i = toll->history.size(); i-- > 0;)
      changes.push_back({i == 0 ? nullptr : toll->history[i - 1], toll->history[i]});
  }
  if (changes.empty()) return;
  std::stable_sort(changes.begin(), changes.end(), is_newer);
  out += "\n## What changed\n\n";
  for (std::size_t i = 0; i < std::min(changes.size(), kMostChanges); ++i)
    append_change(out, view, changes[i]);
  if (changes.size() > kMostChanges)
    out += fmt::format("\n{} earlier changes are in the registers below.\n", changes.size() - kMostChanges);
}

}  // namespace annals
