// Front matter (YAML) and the status line under the title.

#include <fmt/format.h>

#include "annals/text/escape.hpp"

#include "reporter/findings/inputs_digest.hpp"
#include "reporter/markdown_report/sections.hpp"

namespace annals {

namespace {

// A quoted string of YAML. Readers that know no front matter take it for Markdown, so everything that could
// mean something there is written as \u00XX, which YAML reads back.
std::string yaml_string(std::string_view text) {
  constexpr std::string_view kHarmless = " ,.;:'-?";
  const std::string safe = escape_terminal(text);
  std::string out = "\"";
  for (std::size_t i = 0; i < safe.size(); ++i) {
    const char c = safe[i];
    const bool is_letter = static_cast<unsigned char>(c) >= 0x80 || (c >= '0' && c <= '9') ||
                           (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    // "www.example" would become a link.
    const bool joins = c == '.' && i + 1 < safe.size() && safe[i + 1] != ' ';
    if (is_letter || (kHarmless.find(c) != std::string_view::npos && !joins)) {
      out += c;
    } else {
      out += fmt::format("\\u{:04x}", static_cast<unsigned>(c));
    }
  }
  return out + '"';
}

}  // namespace

void append_front_matter(std::string& out, const ReportView& view) {
  const Report& report = view.report;
  const DateSpan days = published_days(*report.documents);
  out += "---\ntitle: " + yaml_string(report.title) + '\n';
  if (const auto when = as_of(report)) out += "as_of: " + to_iso(*when) + '\n';
  if (days.first) out += "covers: " + to_plain_edtf(days) + '\n';
  out += "tool: " + json_string(view.options.tool) +
         "\npolicy: " + yaml_string(report.reconciliation->policy) + '\n';
  out += fmt::format("inputs: {}\n", report.documents->size());
  if (const std::string digest = inputs_digest(*report.documents); !digest.empty())
    out += "inputs_sha256: " + digest + '\n';
  if (!report.licence.empty()) out += "licence: " + yaml_string(report.licence) + '\n';
  if (view.options.now) out += "generated: " + to_iso(*view.options.now) + '\n';
  out += "---\n";
}

void append_status_line(std::string& out, const ReportView& view) {
  const Report& report = view.report;
  out += "\n# " + escape_markdown(report.title.empty() ? "Report" : report.title) + "\n\n";
  for (const std::string& sentence : status_sentences(report)) out += escape_markdown(sentence) + '\n';
}

}  // namespace annals
