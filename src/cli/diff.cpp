#include <filesystem>

#include <fmt/format.h>

#include "annals/loader/load_run.hpp"
#include "annals/model/error.hpp"
#include "annals/normalizer/compare_runs.hpp"
#include "annals/normalizer/reconcile.hpp"
#include "annals/reporter/differences.hpp"
#include "annals/text/escape.hpp"

#include "cli/commands.hpp"
#include "cli/inputs.hpp"
#include "cli/moment.hpp"
#include "cli/output.hpp"
#include "cli/runs.hpp"
#include "cli/selection.hpp"

namespace annals {

namespace {

// A day as an operand, unless a file has that name.
bool is_day(const std::string& word) {
  std::error_code error;
  return is_moment(word) && !std::filesystem::exists(word, error);
}

std::pair<Run, Run> runs_of_days(Session& session, const std::vector<std::string>& words) {
  const Clock& clock = session.settings.clock;
  const bool two = words.size() > 1 && is_day(words[1]);
  const DocumentSource source{session.settings.db, paths_of(session, two ? 2 : 1), std::nullopt};
  DocumentSource then = source;
  then.as_of = end_of("A", words[0], clock);
  DocumentSource now = source;
  if (two) now.as_of = end_of("B", words[1], clock);
  if (now.as_of && *now.as_of < *then.as_of) {
    throw Error(Error::Kind::usage,
                fmt::format("{} is after {}: the earlier day comes first (see annals help diff)",
                            escape_terminal(words[0]), escape_terminal(words[1])));
  }
  return {run_from(session, then), run_from(session, now)};
}

std::pair<Run, Run> runs_of_files(Session& session, const std::vector<std::string>& words) {
  if (!session.settings.db.empty() || words.size() != 2) {
    throw Error(Error::Kind::usage,
                "diff needs two files, or a day with --db FILE or PATHs (see annals help diff)");
  }
  return {run_of_file(session, words[0]), run_of_file(session, words[1])};
}

std::pair<Run, Run> two_runs(Session& session) {
  const std::vector<std::string>& words = session.arguments.operands;
  try {
    return is_day(words.at(0)) ? runs_of_days(session, words) : runs_of_files(session, words);
  } catch (const Error& error) {  // trouble of any kind is exit code 2, as of every diff
    throw Error(Error::Kind::usage, error.what());
  }
}

// "16 and 29 articles (14 new, 1 gone)"
std::string say_articles(const Run& before, const Run& after) {
  const ArticleChanges changes = compare_articles(before, after);
  std::string list;
  for (const auto& [count, what] : {std::pair{changes.added, "new"}, std::pair{changes.edited, "edited"},
                                    std::pair{changes.gone, "gone"}}) {
    if (count != 0) list += fmt::format("{}{} {}", list.empty() ? "" : ", ", count, what);
  }
  return fmt::format("{} and {} articles{}", before.articles.size(), after.articles.size(),
                     list.empty() ? "" : " (" + list + ")");
}

}  // namespace

bool run_diff(Session& session) {
  const Settings& settings = session.settings;
  auto [before, after] = two_runs(session);
  if (session.talk.errors() > 0) {
    throw Error(Error::Kind::usage, "what could not be read cannot be compared");
  }
  before.reconciliation = select(std::move(before.reconciliation), settings);
  after.reconciliation = select(std::move(after.reconciliation), settings);
  const std::vector<Difference> differences = compare_runs(before, after);
  Output out(settings.output);
  out.write(render_differences(differences, render_options(settings)));
  out.close();
  session.talk.say(fmt::format("{}, {} {}", say_articles(before, after), differences.size(),
                               differences.size() == 1 ? "difference" : "differences"));
  return differences.empty();
}

}  // namespace annals
