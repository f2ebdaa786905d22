// Key figures as tiles, each with a bar for its range; what changed last; and what the script needs to show
// both as they were.

#include <algorithm>
#include <set>

#include <fmt/format.h>

#include "annals/text/escape.hpp"

#include "reporter/findings/changes.hpp"
#include "reporter/findings/key_figures.hpp"
#include "reporter/html_report/page.hpp"
#include "reporter/json_writer.hpp"
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
  marks.measure(kind_label(now.series));
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
  out += fmt::format(
      "<p class=\"foot\"><span class=\"badge {}\" data-f=\"status\">{}</span> {} <a "
      "href=\"#{}\">why?</a></p></li>\n",
      name_of(now.status), status_label(now.status), reference_markup(cite_estimate(view, now)),
      reasons_id(now.series));
}

// The states of one tile in order of time: of a headline those of the measure, else those of its series.
std::vector<const Estimate*> states_of(const ReportView& view, const KeyFigure& figure) {
  if (figure.toll != nullptr) return figure.toll->history;
  std::vector<const Estimate*> states;
  for (const Estimate& estimate : view.report.reconciliation->estimates) {
    if (estimate.series == figure.now->series) states.push_back(&estimate);
  }
  return states;
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
    marks.measure(kind_label(now.series)).known(now.known_from);
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

void append_page_data(std::string& out, const Page& page) {
  const ReportView& view = page.view;
  std::set<std::int64_t> moments;  // ends of days on which something became known
  constexpr std::int64_t kDay = 86400;
  const auto note = [&moments](const std::optional<Instant>& when) {
    if (when)
      moments.insert((when->seconds >= 0 ? when->seconds / kDay : (when->seconds - kDay + 1) / kDay) * kDay +
                     kDay - 1);
  };
  for (const Document& document : *view.report.documents) note(known_from(document.article));
  for (const Evidence& evidence : view.report.reconciliation->evidence) note(evidence.published);
  std::string json_text;
  JsonWriter json(json_text);
  json.open_object().key("moments").open_array();
  for (const std::int64_t moment : moments) json.value(moment);
  json.close_array().key("tiles").open_array();
  for (const KeyFigure& figure : key_figures(view)) {
    json.open_array();
    for (const Estimate* state : states_of(view, figure)) {
      json.open_array();
      if (state->known_from) {
        json.value(state->known_from->seconds);
      } else {
        json.null();
      }
      json.value(said_with_frame(view, *state)).value(say_range(*state)).value(reporters_of(view, *state));
      json.value(short_time(state->known_from))
          .value(status_label(state->status))
          .value(say_series(state->series));
      json.close_array();
    }
    json.close_array();
  }
  json.close_array().close_object();
  // "</script" and "<!--" cannot stand in a script element, whatever its type.
  std::string safe;
  for (const char c : json_text) {
    if (c == '<') {
      safe += "\\u003c";
    } else {
      safe += c;
    }
  }
  out += "<script type=\"application/json\" id=\"page-data\">" + safe + "</script>\n";
}

}  // namespace annals
