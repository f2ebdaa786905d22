#include "reporter/html_report/markup.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "annals/text/escape.hpp"

#include "reporter/phrases.hpp"

namespace annals {

std::string reference_markup(std::string_view name) {
  return name.empty() ? std::string() : fmt::format("<a class=\"ref\" href=\"#{0}\">{0}</a>", name);
}

std::string reference_markup(const std::vector<std::string>& names) {
  std::string out;
  for (const std::string& name : names) out += (out.empty() ? "" : " ") + reference_markup(name);
  return out;
}

std::string time_markup(const std::optional<Instant>& instant) {
  if (!instant) return "-";
  const std::string shown = short_time(instant);
  std::string machine = shown;
  if (const std::size_t blank = machine.find(' '); blank != std::string::npos) {
    machine[blank] = 'T';
    machine += 'Z';
  }
  return machine == shown ? "<time>" + shown + "</time>"
                          : fmt::format("<time datetime=\"{}\">{}</time>", machine, shown);
}

std::string time_markup(const DateSpan& date) {
  const std::string shown = to_plain_edtf(date);
  // Of HTML's own forms we use YYYY, YYYY-MM and YYYY-MM-DD; the year has four digits there.
  const bool is_plain = shown.find_first_not_of("0123456789-") == std::string::npos && shown.size() >= 4 &&
                        shown.front() != '-' &&
                        (shown.size() == 4 || shown.size() == 7 || shown.size() == 10);
  return is_plain ? "<time>" + shown + "</time>" : escape_html(shown);
}

std::string_view language_tag(std::string_view language) {
  const bool is_tag = std::all_of(language.begin(), language.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-';
  });
  return is_tag && language.size() >= 2 && language.size() <= 35 ? language : std::string_view{};
}

std::string words_markup(std::string_view words, std::string_view language) {
  const std::string_view tag = language_tag(language);
  const std::string attribute = tag.empty() ? std::string() : fmt::format(" lang=\"{}\"", tag);
  return fmt::format("<span{} dir=\"auto\">{}</span>", attribute, escape_html(words));
}

std::string confidence_markup(const Estimate& estimate) {
  std::string markup(status_label(estimate.status));
  if (!estimate.grade.empty()) markup += ", " + escape_html(estimate.grade);
  return markup;
}

std::string script_safe(std::string_view json) {
  std::string safe;
  safe.reserve(json.size());
  for (const char c : json) {
    if (c == '<') {
      safe += "\\u003c";
    } else {
      safe += c;
    }
  }
  return safe;
}

HtmlCell text_cell(std::string_view text) {
  return {escape_html(text), false};
}

HtmlCell number_cell(std::string_view text) {
  return {escape_html(text), true};
}

HtmlCell markup_cell(std::string markup) {
  return {std::move(markup), false};
}

namespace {

void append_rows(std::string& out, const HtmlTable& table, std::size_t from, std::size_t to) {
  const std::string caption = escape_html(table.caption) + (from > 0 ? ", continued" : "");
  out += fmt::format(
      "<div class=\"wide\" tabindex=\"0\" role=\"region\" aria-label=\"{0}\"><table><caption>{0}</caption>",
      caption);
  out += "<thead><tr>";
  for (std::size_t i = 0; i < table.headers.size(); ++i) {
    const bool is_number = !table.rows.empty() && table.rows.front().cells[i].is_number;
    out += fmt::format("<th scope=\"col\"{}>{}</th>", is_number ? " class=\"n\"" : "", table.headers[i]);
  }
  out += "</tr></thead><tbody>\n";
  for (std::size_t r = from; r < to; ++r) {
    const HtmlTable::Row& row = table.rows[r];
    out += "<tr" + row.attributes + ">";
    for (const HtmlCell& cell : row.cells)
      out += (cell.is_number ? "<td class=\"n\">" : "<td>") + cell.markup + "</td>";
    out += "</tr>\n";
  }
  out += "</tbody></table></div>";
}

}  // namespace

void append_html_table(std::string& out, const HtmlTable& table, std::size_t most) {
  const std::size_t now = std::min(most, table.rows.size());
  append_rows(out, table, 0, now);
  if (now < table.rows.size()) {
    open_waiting(out);
    append_rows(out, table, now, table.rows.size());
    close_waiting(out);
  }
  out += '\n';
}

}  // namespace annals
