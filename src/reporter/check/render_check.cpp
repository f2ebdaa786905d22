#include <fmt/format.h>

#include "annals/reporter/check_report.hpp"
#include "annals/text/escape.hpp"

#include "reporter/json_writer.hpp"
#include "reporter/table.hpp"

namespace annals {

namespace {

std::string counted_as(std::size_t n, std::string_view one, std::string_view rest) {
  return fmt::format("{} {}{} {}", n, one, n == 1 ? "" : "s", rest);
}

std::string as_json(std::string_view path, const ReportCheck& check) {
  std::string out;
  JsonWriter json(out);
  json.open_object().key("schema").value("annals.check/1").key("report").value(path);
  json.key("ok").boolean(check.findings.empty());
  json.key("quotes").value(static_cast<std::int64_t>(check.quotes));
  json.key("figures").value(static_cast<std::int64_t>(check.figures)).key("same_articles");
  if (check.same_articles) {
    json.boolean(*check.same_articles);
  } else {
    json.null();
  }
  json.key("findings").open_array();
  for (const CheckFinding& finding : check.findings) {
    json.open_object().key("line").value(static_cast<std::int64_t>(finding.line));
    json.key("message").value(finding.message).close_object();
  }
  json.close_array().close_object().end_line();
  return out;
}

}  // namespace

std::string render_check(std::string_view path, const ReportCheck& check, const RenderOptions& options) {
  if (options.format == OutputFormat::json) return as_json(path, check);
  std::string out;
  for (const CheckFinding& finding : check.findings)
    out += fmt::format("{}:{}: {}\n", escape_terminal(path), finding.line, escape_terminal(finding.message));
  if (check.same_articles == false) {
    out += fmt::format(
        "{}: note: made from other articles than these ({} then, {} given); numbers may differ for that\n",
        escape_terminal(path), check.articles_then, check.articles);
  }
  const std::string verdict =
      check.findings.empty() ? "ok" : counted_as(check.findings.size(), "problem", "found");
  out += fmt::format("{}: {}, {}. ", escape_terminal(path), counted_as(check.quotes, "quote", "verbatim"),
                     counted_as(check.figures, "figure", "supported"));
  return out + styled(verdict, check.findings.empty() ? Style::good : Style::bad, options) + '\n';
}

}  // namespace annals
