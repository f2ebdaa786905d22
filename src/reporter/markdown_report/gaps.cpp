// Open questions and gaps.

#include "reporter/findings/gaps.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "annals/text/escape.hpp"

#include "reporter/markdown_report/sections.hpp"
#include "reporter/phrases.hpp"

namespace annals {

namespace {

constexpr std::size_t kMostLines = 8;

void append_weak_figures(std::string& out, const ReportView& view) {
  for (const WeakFigure& weak : weak_figures(view)) {
    out += fmt::format("- {} ({}) {} {}.\n", escape_markdown(say_series(weak.estimate->series)),
                       escape_markdown(said_with_frame(view, *weak.estimate)), weak.doubt,
                       references(cite_estimate(view, *weak.estimate)));
  }
}

void append_undated(std::string& out, const ReportView& view) {
  const std::vector<const Document*> undated = undated_articles(*view.report.documents);
  if (undated.empty()) return;
  std::vector<std::string> names;
  for (std::size_t i = 0; i < std::min(undated.size(), kMostLines); ++i)
    names.push_back(view.citations.cite_source(undated[i]->article.id));
  out += fmt::format("- No date of publication is known of {} {}",
                     undated.size() == 1 ? "the article" : "the articles", references(names));
  if (undated.size() > names.size()) out += fmt::format(" and {} more", undated.size() - names.size());
  out += ".\n";
}

void append_silences(std::string& out, const ReportView& view) {
  const std::vector<Silence> silences = silences_of(*view.report.documents);
  const std::vector<Silence> longest = longest_silences(silences, kMostLines);
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
