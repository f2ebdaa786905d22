// Disagreements as cards, the tables by place and of other events, and the open questions.

#include <algorithm>

#include <fmt/format.h>

#include "annals/text/escape.hpp"

#include "reporter/findings/disagreements.hpp"
#include "reporter/findings/gaps.hpp"
#include "reporter/findings/key_figures.hpp"
#include "reporter/html_report/page.hpp"
#include "reporter/phrases.hpp"

namespace annals {

namespace {

constexpr std::size_t kMostLines = 8;

void append_position(std::string& out, const Page& page, const Evidence& e, bool is_chosen) {
  const ReportView& view = page.view;
  out += fmt::format("<li{}><b>{}</b> ", is_chosen ? " class=\"chosen\"" : "",
                     escape_html(say_value(e, written_count(view.articles, e))));
  out += escape_html(said_by(e)) + ", since " + time_markup(e.published) + ' ' +
         reference_markup(view.citations.cite(e)) +
         (is_chosen ? " <span class=\"badge\">chosen</span>" : "") + "</li>\n";
}

void append_card(std::string& out, const Page& page, const Disagreement& disagreement) {
  constexpr std::size_t kMostRivals = 6;
  const ReportView& view = page.view;
  const Estimate& now = *disagreement.now;
  FilterMarks marks(page.filters);
  marks.measure(kind_label(now.series)).grade(now.grade);
  out += "<article class=\"card\"" + marks.attributes() + "><h3>" + escape_html(say_series(now.series)) +
         "</h3>\n<ul>\n";
  if (disagreement.chosen != nullptr) append_position(out, page, *disagreement.chosen, true);
  const std::size_t shown = std::min(disagreement.rivals.size(), kMostRivals);
  for (std::size_t i = 0; i < shown; ++i) append_position(out, page, *disagreement.rivals[i], false);
  out += "</ul>\n";
  if (disagreement.rivals.size() > shown)
    out += fmt::format("<p class=\"small\">and {} more in the register</p>\n",
                       disagreement.rivals.size() - shown);
  if (disagreement.chosen != nullptr)
    out += fmt::format("<p><b>Likely reason:</b> {}.</p>\n",
                       likely_reason(*disagreement.chosen, disagreement.rivals));
  out += "<p><b>Chosen by the policy " + escape_html(view.report.reconciliation->policy) + ":</b> " +
         escape_html(said_with_frame(view, now)) + ' ' + reference_markup(cite_estimate(view, now)) + ", " +
         std::string(status_label(now.status)) + '.';
  if (!now.reason.empty()) out += ' ' + escape_html(sentence_of(now.reason));
  out += fmt::format(" <a href=\"#{}\">why?</a></p></article>\n", reasons_id(now.series));
}

std::string series_measure(const Estimate& estimate) {
  std::string measure = kind_label(estimate.series);
  if (!estimate.series.part_of.empty()) measure += ", " + estimate.series.part_of;
  return measure;
}

void append_silences(std::string& out, const Page& page) {
  const std::vector<Silence> silences = silences_of(*page.view.report.documents);
  const std::vector<Silence> longest = longest_silences(silences, kMostLines);
  for (const Silence& silence : longest) {
    if (silence.days() == 1) {
      out += "<li>No article of " + time_markup(day_span(silence.first)) + ".</li>\n";
    } else {
      out +=
          fmt::format("<li>No article from {} to {} ({} days).</li>\n", time_markup(day_span(silence.first)),
                      time_markup(day_span(silence.last)), silence.days());
    }
  }
  if (silences.size() > longest.size())
    out += fmt::format("<li>{} shorter gaps between articles.</li>\n", silences.size() - longest.size());
}

}  // namespace

void append_disagreement_cards(std::string& out, const Page& page) {
  const std::vector<Disagreement> all = disagreements_of(page.view);
  if (all.empty()) return;
  open_section(out, "disagreements", "Disagreements");
  out += "<div class=\"cards\">\n";
  for (const Disagreement& disagreement : all) append_card(out, page, disagreement);
  out += "</div>\n";
  close_section(out);
}

void append_place_table(std::string& out, const Page& page) {
  const ReportView& view = page.view;
  const std::vector<const Estimate*> figures = place_figures(view);
  if (figures.empty()) return;
  HtmlTable table;
  table.caption = "Figures by place";
  table.headers = {"Place", "Measure", "Best", "As reported by", "As of", "Confidence", "Ref"};
  for (const Estimate* estimate : figures) {
    FilterMarks marks(page.filters);
    marks.measure(kind_label(estimate->series)).place(estimate->series.place).known(estimate->known_from);
    marks.grade(estimate->grade);
    table.rows.push_back(
        {marks.attributes(),
         {text_cell(estimate->series.place), text_cell(series_measure(*estimate)),
          number_cell(said_with_frame(view, *estimate)), text_cell(reporters_of(view, *estimate)),
          markup_cell(time_markup(estimate->known_from)), markup_cell(confidence_markup(*estimate)),
          markup_cell(reference_markup(cite_estimate(view, *estimate)))}});
  }
  open_section(out, "places", "Where");
  out += "<p class=\"note\">Places may overlap: these figures are not to be added.</p>\n";
  append_html_table(out, table);
  close_section(out);
}

void append_other_events_table(std::string& out, const Page& page) {
  const ReportView& view = page.view;
  const OtherFigures figures = other_figures(view);
  if (figures.rows.empty()) return;
  HtmlTable table;
  table.caption = "Figures of other events";
  table.headers = {"Event", "When", "Place", "Measure", "Best", "As reported by", "As of", "Ref"};
  for (const OtherFigures::Row& row : figures.rows) {
    const Estimate& now = *row.now;
    FilterMarks marks(page.filters);
    marks.measure(kind_label(now.series)).place(row.event->place).known(now.known_from).grade(now.grade);
    table.rows.push_back(
        {marks.attributes(),
         {text_cell(view.standings.event_title(row.event->id)),
          markup_cell(row.event->date ? time_markup(*row.event->date) : "-"), text_cell(row.event->place),
          text_cell(kind_label(now.series)), number_cell(said_with_frame(view, now)),
          text_cell(reporters_of(view, now)), markup_cell(time_markup(now.known_from)),
          markup_cell(reference_markup(cite_estimate(view, now)))}});
  }
  open_section(out, "others", "Other events");
  out += "<p class=\"note\">Counted apart from the main event, never added to it.</p>\n";
  append_html_table(out, table);
  if (figures.hidden > 0)
    out += fmt::format("<p class=\"small\">{} more figures of other events are not shown.</p>\n",
                       figures.hidden);
  close_section(out);
}

void append_open_questions(std::string& out, const Page& page) {
  const ReportView& view = page.view;
  std::string lines;
  for (const WeakFigure& weak : weak_figures(view)) {
    lines += fmt::format("<li>{} ({}) {} {}.</li>\n", escape_html(say_series(weak.estimate->series)),
                         escape_html(said_with_frame(view, *weak.estimate)), weak.doubt,
                         reference_markup(cite_estimate(view, *weak.estimate)));
  }
  const std::vector<const Document*> undated = undated_articles(*view.report.documents);
  if (!undated.empty()) {
    std::vector<std::string> names;
    for (std::size_t i = 0; i < std::min(undated.size(), kMostLines); ++i)
      names.push_back(view.citations.cite_source(undated[i]->article.id));
    lines += fmt::format("<li>No date of publication is known of {} {}",
                         undated.size() == 1 ? "the article" : "the articles", reference_markup(names));
    if (undated.size() > names.size()) lines += fmt::format(" and {} more", undated.size() - names.size());
    lines += ".</li>\n";
  }
  append_silences(lines, page);
  if (lines.empty()) return;
  open_section(out, "gaps", "Open questions and gaps");
  out += "<ul>\n" + lines + "</ul>\n";
  close_section(out);
}

}  // namespace annals
