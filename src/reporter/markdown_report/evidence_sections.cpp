// The end of the report: sources, quotes, and the definitions of the links to both.

#include <fmt/format.h>

#include "annals/text/escape.hpp"
#include "annals/text/utf8.hpp"

#include "reporter/findings/backing.hpp"
#include "reporter/markdown_report/sections.hpp"
#include "reporter/phrases.hpp"

namespace annals {

namespace {

std::string anchor(std::string_view name) {
  return fmt::format("<a id=\"{}\"></a>[{}]", name, name);
}

}  // namespace

void open_details(std::string& out, std::string_view summary) {
  out += fmt::format("\n<details>\n<summary>{}</summary>\n\n", summary);
}
void close_details(std::string& out) {
  out += "\n</details>\n";
}

std::string reference(std::string_view name) {
  return name.empty() ? std::string() : fmt::format("[{}]", name);
}

std::string references(const std::vector<std::string>& names) {
  std::string out;
  for (const std::string& name : names) out += (out.empty() ? "" : " ") + reference(name);
  return out;
}

void append_sources(std::string& out, const ReportView& view) {
  out += "\n## Sources\n\n";
  std::size_t number = 0;
  const auto copies = copied_articles(view.report);
  for (const Document* document : view.citations.sources()) {
    const Article& article = document->article;
    out += "- " + anchor(fmt::format("s{}", ++number)) + ' ' + escape_markdown(credit(article)) + '.';
    out += ' ' + dates_of(article) + '.';
    const std::string target = markdown_link_target(article.url);
    if (!target.empty()) {
      out += " <" + target + ">.";
    } else if (!article.url.empty()) {
      out += " Address: " + escape_markdown(article.url) + '.';
    }
    if (const auto copy = copies.find(article.id); copy != copies.end())
      out += " A copy of what " + escape_markdown(copy->second) + " printed first.";
    if (!article.path.empty()) out += " File: " + escape_markdown(article.path) + '.';
    if (!article.sha256.empty()) out += " SHA-256: " + escape_markdown(article.sha256.substr(0, 12)) + '.';
    out += '\n';
  }
}

void append_quotes(std::string& out, const ReportView& view) {
  out += "\n## Quotes\n\n";
  for (const Citations::CitedQuote& quote : view.citations.quotes()) {
    const std::string_view words = slice(quote.document->article.text, quote.sentence);
    out += fmt::format("- {} \"{}\" (bytes {}-{})\n", anchor(quote.name), escape_markdown(fold_space(words)),
                       quote.sentence.begin, quote.sentence.end);
  }
  for (const Citations::CitedClaim& claim : view.citations.claims()) {
    const Evidence& evidence = *claim.evidence;
    out += "- " + anchor(claim.name) + " Given as claim " + escape_markdown(evidence.id) + ": ";
    out += escape_markdown(say_value(evidence) + ", " + said_by(evidence) + ", " +
                           short_time(evidence.published));
    if (!evidence.quote.empty()) out += ", \"" + escape_markdown(fold_space(evidence.quote)) + '"';
    out += ".\n";
  }
}

void append_definitions(std::string& out, const ReportView& view) {
  const auto define = [&out](std::string_view name) { out += fmt::format("[{}]: #{}\n", name, name); };
  out += '\n';
  for (std::size_t i = 0; i < view.citations.sources().size(); ++i) define(fmt::format("s{}", i + 1));
  for (const Citations::CitedQuote& quote : view.citations.quotes()) define(quote.name);
  for (const Citations::CitedClaim& claim : view.citations.claims()) define(claim.name);
}

}  // namespace annals
