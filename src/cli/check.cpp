#include <fstream>
#include <iterator>

#include "annals/extractor/extract.hpp"
#include "annals/model/error.hpp"
#include "annals/normalizer/reconcile.hpp"
#include "annals/reporter/check_report.hpp"
#include "annals/text/escape.hpp"

#include "cli/commands.hpp"
#include "cli/inputs.hpp"
#include "cli/output.hpp"
#include "cli/reconciling.hpp"

namespace annals {

namespace {

std::string text_of_file(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  std::string text{std::istreambuf_iterator<char>(file), {}};
  if (!file.is_open() || file.bad() || text.empty()) {
    throw Error(Error::Kind::usage,
                escape_terminal(path) + ": no report to read there (see annals help check)");
  }
  return text;
}

}  // namespace

bool run_check(Session& session) {
  Settings& settings = session.settings;
  const std::string& path = session.arguments.operands.at(0);
  const std::vector<std::string> paths = paths_of(session, 1);
  const WrittenReport report = read_report(text_of_file(path));
  if (report.quotes.empty() && report.figures.empty() && report.prose.empty()) {
    throw Error(Error::Kind::usage,
                escape_terminal(path) + ": nothing to check in it; is it a Markdown report of annals?");
  }
  // The report says as of when and by which policy it holds; the command line may say otherwise.
  if (!settings.as_of) settings.as_of = report.as_of;
  const auto policy = policy_named(report.policy);
  if (policy && !session.arguments.has(Option::policy)) settings.policy = *policy;

  const std::vector<Document> documents = documents_of(session, {settings.db, paths, settings.as_of});
  const Lexicon lexicon =
      settings.lexicon.empty() ? Lexicon::embedded() : Lexicon::from_folder(settings.lexicon);
  const FigureReader read_figures = [&](std::string_view line) {
    Article article;
    article.text = line;
    if (settings.as_of) article.published = StampedDate{*settings.as_of, DateOrigin::argument};
    return extract(article, lexicon).figures;
  };
  const ReportCheck check =
      check_report(report, documents, reconcile_documents(session, documents), read_figures);
  Output out(settings.output);
  out.write(render_check(path, check, render_options(settings)));
  out.close();
  return check.findings.empty();
}

}  // namespace annals
