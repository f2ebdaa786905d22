// Key figures as tiles, each with a bar for its range; and what changed last.

#include <algorithm>

#include <fmt/format.h>

#include "annals/text/escape.hpp"

#include "reporter/findings/backing.hpp"
#include "reporter/findings/changes.hpp"
#include "reporter/findings/key_figures.hpp"
#include "reporter/html_report/page.hpp"
#include "reporter/phrases.hpp"

namespace annals {

namespace {

// low ---[====|===]--- high; an open upper end fades out.
void append_range_bar(std::string& out, const Estimate& estimate) {
  const std::int64_t low = estimate.low.value_or(estimate.high ? 0 : estimate.best.value_or(0));
  const bool is_open = !estimate.high;
  const std::int64_t high = estimate.high.value_or(low);
  if (!estimate.best || (low == high && !is_open)) return;
  if (is_open && !estimate.low) return;
  const auto at = [&](std::int64_t value) {
    return is_open ? 4.0 : 4 + 92 * static_cast<double>(value - low) / static_cast<double>(high - low);
  };
  out +=
      fmt::format("<svg class=\"range\" width=\"100%\" height=\"12\" role=\"img\" aria-label=\"range {}\">",
                  escape_html(say_range(estimate)));
  out += "<rect class=\"track\" x=\"0\" y=\"5\" width=\"100%\" height=\"2\"/>";
  out += fmt::format("<rect class=\"span\" x=\"4%\" y=\"3\" width=\"{}%\" height=\"6\"/>", is_open ? 96 : 92);
  const double best = std::clamp(at(*estimate.best), 4.0, 96.0);
  out += fmt::format("<rect class=\"best\" x=\"{:.1f}%\" y=\"0\" width=\"3\" height=\"12\"/></svg>", best);
}

void append_tile(std::string& out, const Page& page, const KeyFigure& figure) {
  const ReportView& view = page.view;
  const Estimate& now = *figure.now;
  FilterMarks marks(page.filters);
  marks.measure(kind_label(now.series)).grade(now.grade);
  out +=
      "<li class=\"tile\"" + marks.attributes() + "><h3>" + escape_html(say_series(now.series)) + "</h3>\n";
  out += "<p class=\"best-value\" data-f=\"best\">" + escape_html(said_with_frame(view, now)) + "</p>\n";
  append_range_bar(out, now);
  const std::string range = say_range(now);
  if (range != "-")
    out += "<p class=\"small\" data-f=\"range\">" + escape_html(range) + ' ' +
           reference_markup(cite_range(view, now)) + "</p>\n";
  out += "<p class=\"small\"><span data-f=\"by\">" + escape_html(reporters_of(view, now)) +
         "</span>, <span data-f=\"when\">" + time_markup(now.known_from) + "</span></p>\n";
  if (figure.toll != nullptr) {
    out += "<p class=\"small change\">" + escape_html(say_change(view, *figure.toll));
    if (figure.toll->before() != nullptr)
      out += ' ' + reference_markup(cite_estimate(view, *figure.toll->before()));
    out += "</p>\n";
  }
  if (const Backing backing = backing_of(view, now); backing.reports > 1)
    out += "<p class=\"small\">" + say_backing(backing) + "</p>\n";
  out += fmt::format(
      "<p class=\"foot\"><span class=\"badge {}\" data-f=\"status\">{}</span> {} <a "
      "href=\"#{}\">why?</a></p></li>\n",
      name_of(now.status), confidence_markup(now), reference_markup(cite_estimate(view, now)),
      reasons_id(now.series));
}

}  // namespace

void append_tiles(std::string& out, const Page& page) {
  const std::vector<KeyFigure> figures = key_figures(page.view);
  open_section(out, "key", "Key figures");
  if (figures.empty()) {
    out += "<p>No figure is reported of the main event.</p>\n";
  } else {
    out += "<ul class=\"tiles\">\n";
    for (const KeyFigure& figure : figures) append_tile(out, page, figure);
    out += "</ul>\n";
  }
  close_section(out);
}

void append_changes_list(std::string& out, const Page& page) {
  constexpr std::size_t kShown = 8;
  constexpr std::size_t kMost = 100;
  const ReportView& view = page.view;
  const std::vector<Change> changes = changes_of(view);
  if (changes.empty()) return;
  open_section(out, "changes", "What changed");
  out += "<ul class=\"changes\">\n";
  for (std::size_t i = 0; i < std::min(changes.size(), kMost); ++i) {
    const Estimate& now = *changes[i].now;
    if (i == kShown) {
      out += fmt::format(
          "</ul>\n<details class=\"more\"><summary>{} earlier changes</summary><ul class=\"changes\">\n",
          std::min(changes.size(), kMost) - kShown);
    }
    FilterMarks marks(page.filters);
    marks.measure(kind_label(now.series)).known(now.known_from).grade(now.grade);
    out += "<li" + marks.attributes() + "><b>" + time_markup(now.known_from) + "</b> " +
           escape_html(say_series(now.series)) + ": ";
    if (changes[i].before != nullptr) {
      out += escape_html(said_with_frame(view, *changes[i].before)) + ' ' +
             reference_markup(cite_estimate(view, *changes[i].before)) + " \u2192 ";
    }
    out += "<b>" + escape_html(said_with_frame(view, now)) + "</b> " +
           reference_markup(cite_estimate(view, now));
    out += fmt::format(", {}.", cause_label(now.cause));
    if (!now.reason.empty())
      out += " <span class=\"small\">" + escape_html(sentence_of(now.reason)) + "</span>";
    out += "</li>\n";
  }
  out += changes.size() > kShown ? "</ul></details>\n" : "</ul>\n";
  if (changes.size() > kMost)
    out += fmt::format("<p class=\"small\">{} still earlier changes are in the tables of the charts.</p>\n",
                       changes.size() - kMost);
  close_section(out);
}

}  // namespace annals
