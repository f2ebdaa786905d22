#include "annals/reporter/brief.hpp"

#include <fmt/format.h>

#include "annals/normalizer/compare_runs.hpp"
#include "annals/normalizer/timeline.hpp"

#include "cli/commands.hpp"
#include "cli/inputs.hpp"
#include "cli/output.hpp"
#include "cli/runs.hpp"
#include "cli/selection.hpp"

namespace annals {

namespace {

// A time is itself; a day, month or year begins when the day before it ends.
Instant moment_before(const std::string& words, const Clock& clock) {
  const auto instant = parse_instant(words);
  if (instant && instant->precision != Instant::Precision::day) return *instant;
  Instant end = instant_of(first_day("--since", words, clock));
  end.seconds -= 1;
  end.precision = Instant::Precision::second;
  return end;
}

std::optional<Instant> newest(const std::vector<Document>& documents) {
  std::optional<Instant> last;
  for (const Document& document : documents) {
    const auto known = known_from(document.article);
    if (known && (!last || *last < *known)) last = known;
  }
  return last;
}

// What was known at `then`, of documents that were read for a later moment.
std::vector<Document> known_at(const std::vector<Document>& documents, const Instant& then) {
  std::vector<Document> known;
  for (const Document& document : documents) {
    const auto when = known_from(document.article);
    if (!when || *when <= then) known.push_back(document);
  }
  return known;
}

// "--db haiti.db", for commands to copy; a name with anything but plain letters is put in quotes.
std::string source_words(const Settings& settings, const std::vector<std::string>& paths) {
  const auto quoted = [](const std::string& word) {
    const bool plain = word.find_first_not_of(
                           "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789"
                           "-_./") == std::string::npos;
    if (plain && !word.empty()) return word;
    std::string out = "'";
    for (const char c : word) out += c == '\'' ? std::string("'\\''") : std::string(1, c);
    return out + "'";
  };
  if (!settings.db.empty()) return "--db " + quoted(settings.db);
  std::string words;
  for (const std::string& path : paths) words += (words.empty() ? "" : " ") + quoted(path);
  return words;
}

}  // namespace

bool run_brief(Session& session) {
  const Settings& settings = session.settings;
  const std::vector<std::string> paths = paths_of(session);
  const Instant since = moment_before(session.arguments.value(Option::since), settings.clock);

  // A store knows the earlier versions of articles; of files what is there now is all there is.
  const std::vector<Document> documents = documents_of(session, {settings.db, paths, settings.as_of});
  Run before = settings.db.empty() ? run_of_documents(session, known_at(documents, since), since)
                                   : run_from(session, {settings.db, {}, since});
  Run after = run_of_documents(session, documents, settings.as_of);

  Brief brief;
  brief.since = since;
  brief.until = settings.as_of ? settings.as_of : newest(documents);
  brief.documents = &documents;
  Settings shown = settings;
  shown.days = {};  // --since is the moment to compare with, not a filter
  before.reconciliation = select(std::move(before.reconciliation), shown);
  after.reconciliation = select(std::move(after.reconciliation), shown);
  brief.reconciliation = &after.reconciliation;
  brief.differences = compare_runs(before, after);
  TimelineOptions days;
  days.since = from_days(static_cast<std::int32_t>((since.seconds + 1) / 86400));
  days.top = 3;
  brief.days = build_timeline(documents, days);
  brief.source = source_words(settings, paths);

  Output out(settings.output);
  out.write(render_brief(brief, render_options(settings)));
  out.close();
  return !brief.differences.empty() || !brief.days.entries.empty();
}

}  // namespace annals
