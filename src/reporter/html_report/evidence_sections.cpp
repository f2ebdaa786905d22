// Why the figures stand, the sources, and the quotes with what stands around them.

#include <algorithm>
#include <set>

#include <fmt/format.h>

#include "annals/text/escape.hpp"
#include "annals/text/utf8.hpp"

#include "reporter/explained.hpp"
#include "reporter/findings/key_figures.hpp"
#include "reporter/html_report/page.hpp"
#include "reporter/phrases.hpp"

namespace annals {

namespace {

constexpr std::size_t kContext = 240;           // bytes on each side of a quote
constexpr std::size_t kMostWithContext = 5000;  // quotes; of more, only the sentence itself is given
constexpr std::size_t kMostNotUsed = 40;
constexpr std::size_t kMostAtOnce = 100;  // sources; the others wait

void append_figure_line(std::string& out, const ReportView& view, const ExplainedFigure& figure) {
  const Evidence& e = *figure.evidence;
  out += "<li><b>" + escape_html(say_value(e, written_count(view.articles, e))) + "</b> " +
         escape_html(said_by(e)) + ", " + time_markup(e.published) + ' ' +
         reference_markup(view.citations.cite(e));
}

void append_explanation(std::string& out, const Page& page, const Estimate& estimate, std::string_view id) {
  const ReportView& view = page.view;
  const ExplainedEstimate explained = explain_estimate(estimate, view.standings, view.articles, kMostNotUsed);
  out += fmt::format("<details class=\"why\"{}><summary><h3>{}: {}</h3></summary>\n",
                     id.empty() ? std::string() : fmt::format(" id=\"{}\"", id),
                     escape_html(say_series(estimate.series)), escape_html(said_with_frame(view, estimate)));
  out += "<p>" + escape_html(sentence_of(estimate.reason)) +
         fmt::format(" Policy {}, {}.</p>\n", escape_html(view.report.reconciliation->policy),
                     status_label(estimate.status));
  out += "<p>Carried by</p><ul>\n";
  for (const ExplainedFigure& figure : explained.carried_by) {
    append_figure_line(out, view, figure);
    const std::string_view language =
        figure.document == nullptr ? std::string_view{} : figure.document->article.language;
    if (!figure.quote.empty())
      out += "<blockquote>" + words_markup(fold_space(figure.quote), language) + "</blockquote>";
    out += "</li>\n";
  }
  out += "</ul>\n";
  if (!explained.not_used.empty()) {
    out += "<p>Not used</p><ul>\n";
    for (const ExplainedFigure& figure : explained.not_used) {
      append_figure_line(out, view, figure);
      out += fmt::format(" <span class=\"small\">{}</span></li>\n", reason_label(figure.reason));
    }
    out += "</ul>\n";
    if (explained.more_not_used > 0)
      out += fmt::format("<p class=\"small\">and {} more; see the register</p>\n", explained.more_not_used);
  }
  out += "</details>\n";
}

// An address of the words in the article, for browsers that can jump to them.
std::string address_of_words(const Article& article, std::string_view words) {
  std::string target = markdown_link_target(article.url);
  if (target.empty() || target.find('#') != std::string::npos) return target;
  const std::string folded = fold_space(words.substr(0, 80));
  const std::size_t end = words.size() > 80 ? folded.rfind(' ') : folded.size();
  target += "#:~:text=";
  for (const char c : std::string_view(folded).substr(0, end)) {
    const bool is_plain = (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    target += is_plain ? std::string(1, c) : fmt::format("%{:02X}", static_cast<unsigned char>(c));
  }
  return target;
}

bool continues(char c) {
  return (static_cast<unsigned char>(c) & 0xC0U) == 0x80U;
}

std::string_view words_before(std::string_view text, std::size_t at) {
  std::size_t begin = at > kContext ? at - kContext : 0;
  while (begin > 0 && begin < at && continues(text[begin])) ++begin;
  if (begin > 0) begin = std::min(at, text.find(' ', begin));  // not in the middle of a word
  return text.substr(begin, at - begin);
}

std::string_view words_after(std::string_view text, std::size_t at) {
  std::size_t end = std::min(text.size(), at + kContext);
  while (end < text.size() && end > at && continues(text[end])) --end;
  if (end < text.size()) {
    const std::size_t blank = text.rfind(' ', end);
    end = blank == std::string_view::npos || blank < at ? end : blank;
  }
  return text.substr(at, end - at);
}

void append_quote(std::string& out, const Citations::CitedQuote& quote, bool with_context) {
  const Article& article = quote.document->article;
  const std::string_view words = slice(article.text, quote.sentence);
  const std::string_view tag = language_tag(article.language);
  out += fmt::format("<li id=\"{0}\"><a class=\"self\" href=\"#{0}\">{0}</a> <blockquote dir=\"auto\"{1}>",
                     quote.name, tag.empty() ? std::string() : fmt::format(" lang=\"{}\"", tag));
  if (with_context) {
    const std::string before = fold_space(words_before(article.text, quote.sentence.begin));
    if (!before.empty()) out += "<span class=\"around\">\u2026 " + escape_html(before) + "</span> ";
  }
  out += "<mark>" + escape_html(fold_space(words)) + "</mark>";
  if (with_context) {
    const std::string after = fold_space(words_after(article.text, quote.sentence.end));
    if (!after.empty()) out += " <span class=\"around\">" + escape_html(after) + " \u2026</span>";
  }
  out += fmt::format("</blockquote><p class=\"small\">{}, {}. Bytes {}-{}.", escape_html(credit(article)),
                     escape_html(dates_of(article)), quote.sentence.begin, quote.sentence.end);
  const std::string address = address_of_words(article, words);
  if (!address.empty())
    out += " <a rel=\"noreferrer noopener\" href=\"" + escape_html(address) + "\">In the article</a>";
  out += "</p></li>\n";
}

void append_claim(std::string& out, const Citations::CitedClaim& claim) {
  const Evidence& e = *claim.evidence;
  out += fmt::format("<li id=\"{0}\"><a class=\"self\" href=\"#{0}\">{0}</a> ", claim.name);
  out += "Given as claim " + escape_html(e.id) + ": " + escape_html(say_value(e)) + ", " +
         escape_html(said_by(e)) + ", " + time_markup(e.published) + '.';
  if (!e.quote.empty())
    out += "<blockquote dir=\"auto\"><mark>" + escape_html(fold_space(e.quote)) + "</mark></blockquote>";
  out += "</li>\n";
}

}  // namespace

void append_reasons(std::string& out, const Page& page) {
  const std::vector<KeyFigure> figures = key_figures(page.view);
  if (figures.empty()) return;
  open_section(out, "why", "Why these figures");
  std::set<std::string> ids;
  for (const KeyFigure& figure : figures) {
    const std::string id = reasons_id(figure.now->series);
    append_explanation(out, page, *figure.now,
                       ids.insert(id).second ? std::string_view(id) : std::string_view{});
  }
  close_section(out);
}

void append_source_table(std::string& out, const Page& page) {
  const ReportView& view = page.view;
  if (view.citations.sources().empty()) return;
  HtmlTable table;
  table.caption = "Sources in order of publication";
  table.headers = {"No.", "Outlet", "Title", "Published", "Address or file", "SHA-256"};
  std::size_t number = 0;
  for (const Document* document : view.citations.sources()) {
    const Article& article = document->article;
    const std::string name = fmt::format("s{}", ++number);
    FilterMarks marks(page.filters);
    marks.source(article.publisher).known(known_from(article));
    const std::string target = markdown_link_target(article.url);
    std::string address = target.empty()
                              ? escape_html(article.url)
                              : "<a class=\"url\" rel=\"noreferrer noopener\" href=\"" + escape_html(target) +
                                    "\">" + escape_html(article.url) + "</a>";
    if (address.empty()) address = "<span class=\"url\">" + escape_html(article.path) + "</span>";
    const std::string title =
        article.title.empty() && article.publisher.empty() ? article.id : fold_space(article.title);
    std::string dates = article.published  ? time_markup(article.published->when)
                        : article.dateline ? time_markup(article.dateline->when) + " (dateline)"
                                           : std::string("undated");
    if (article.modified) dates += "<br>updated " + time_markup(article.modified->when);
    std::string titled = words_markup(title, article.language);
    if (!article.author.empty())
      titled += "<br><span class=\"small\">" + escape_html(fold_space(article.author)) + "</span>";
    table.rows.push_back({fmt::format(" id=\"{}\"", name) + marks.attributes(),
                          {markup_cell(fmt::format("<a class=\"self\" href=\"#{0}\">{0}</a>", name)),
                           text_cell(fold_space(article.publisher)), markup_cell(titled), markup_cell(dates),
                           markup_cell(address),
                           markup_cell("<code>" + escape_html(article.sha256.substr(0, 12)) + "</code>")}});
  }
  open_section(out, "sources", "Sources");
  append_html_table(out, table, kMostAtOnce);
  close_section(out);
}

void append_quote_list(std::string& out, const Page& page) {
  const std::vector<Citations::CitedQuote> quotes = page.view.citations.quotes();
  const std::vector<Citations::CitedClaim> claims = page.view.citations.claims();
  const std::size_t all = quotes.size() + claims.size();
  if (all == 0) return;
  constexpr std::size_t kInGroup = 50;  // the first group is open, the others wait
  const auto name = [&](std::size_t i) -> const std::string& {
    return i < quotes.size() ? quotes[i].name : claims[i - quotes.size()].name;
  };
  open_section(out, "quotes", "Quotes in context");
  out +=
      "<p class=\"small\">The marked words are those that a figure or an entry was read from. They belong to "
      "their publishers, and stand here so that each number can be checked.</p>\n";
  for (std::size_t first = 0; first < all; first += kInGroup) {
    const std::size_t end = std::min(all, first + kInGroup);
    out += fmt::format("<details class=\"quoted\"{}><summary>{} to {} <span class=\"of\">{}</span></summary>",
                       first == 0 ? " open" : "", name(first), name(end - 1), counted(end - first, "quote"));
    if (first > 0) open_waiting(out);
    out += "<ul class=\"quotes\">\n";
    for (std::size_t i = first; i < end; ++i) {
      if (i < quotes.size()) {
        append_quote(out, quotes[i], quotes.size() <= kMostWithContext);
      } else {
        append_claim(out, claims[i - quotes.size()]);
      }
    }
    out += "</ul>";
    if (first > 0) close_waiting(out);
    out += "</details>\n";
  }
  close_section(out);
}

}  // namespace annals
