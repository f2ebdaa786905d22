// Open questions and gaps: what rests on one source, what is disputed, what has no date, when nothing was
// reported.

#include <algorithm>
#include <set>

#include <fmt/format.h>

#include "annals/text/escape.hpp"

#include "reporter/markdown_report/sections.hpp"
#include "reporter/phrases.hpp"

namespace annals {

namespace {

constexpr std::size_t kMostLines = 8;

void append_weak_figures(std::string& out, const ReportView& view) {
  for (const Toll* toll : tolls_of(view, view.main_event)) {
    if (toll->now() == nullptr) continue;
    const Estimate& now = *toll->now();
    const char* doubt = now.status == EstimateStatus::single_source ? "rests on one source"
                        : now.status == EstimateStatus::contested   ? "is disputed"
                        : now.status == EstimateStatus::retracted   ? "was taken back"
                                                                    : nullptr;
    if (doubt == nullptr) continue;
    out += fmt::format("- {} ({}) {} {}.\n", escape_markdown(say_series(now.series)),
                       escape_markdown(said_with_frame(view, now)), doubt, cite_estimate(view, now));
  }
}

void append_undated(std::string& out, const ReportView& view) {
  std::vector<std::string> references;
  for (const Document& document : *view.report.documents) {
    if (!known_from(document.article)) references.push_back(view.citations.cite_source(document.article.id));
  }
  if (references.empty()) return;
  const std::size_t shown = std::min(references.size(), kMostLines);
  out += fmt::format(
      "- No date of publication is known of {} {}", references.size() == 1 ? "the article" : "the articles",
      fmt::join(references.begin(), references.begin() + static_cast<std::ptrdiff_t>(shown), " "));
  if (references.size() > shown) out += fmt::format(" and {} more", references.size() - shown);
  out += ".\n";
}

struct Silence {
  Date first;
  Date last;
  std::int32_t days() const { return to_days(last) - to_days(first) + 1; }
};

void append_silences(std::string& out, const ReportView& view) {
  std::set<Date> days;
  for (const Document& document : *view.report.documents) {
    if (document.article.published) days.insert(document.article.published->when.date());
  }
  std::vector<Silence> silences;
  const Date* before = nullptr;
  for (const Date& day : days) {
    if (before != nullptr && to_days(day) - to_days(*before) > 1)
      silences.push_back({add_days(*before, 1), add_days(day, -1)});
    before = &day;
  }
  std::vector<Silence> longest = silences;
  std::stable_sort(longest.begin(), longest.end(),
                   [](const Silence& a, const Silence& b) { return a.days() > b.days(); });
  if (longest.size() > kMostLines) longest.resize(kMostLines);
  std::sort(longest.begin(), longest.end(),
            [](const Silence& a, const Silence& b) { return a.first < b.first; });
  for (const Silence& silence : longest) {
    if (silence.days() == 1) {
      out += fmt::format("- No article of {}.\n", to_iso(silence.first));
    } else {
      out += fmt::format("- No article from {} to {} ({} days).\n", to_iso(silence.first),
                         to_iso(silence.last), silence.days());
    }
  }
  if (silences.size() > longest.size())
    out += fmt::format("- {} shorter gaps between articles.\n", silences.size() - longest.size());
}

}  // namespace

void append_gaps(std::string& out, const ReportView& view) {
  std::string lines;
  append_weak_figures(lines, view);
  append_undated(lines, view);
  append_silences(lines, view);
  if (!lines.empty()) out += "\n## Open questions and gaps\n\n" + lines;
}

}  // namespace annals
