#include "annals/normalizer/timeline.hpp"

#include <fmt/format.h>

#include "cli/commands.hpp"
#include "cli/inputs.hpp"
#include "cli/output.hpp"
#include "cli/reconciling.hpp"
#include "cli/selection.hpp"
#include "cli/timeline_choice.hpp"

namespace annals {

namespace {

// 2010-01-12 .. 2010-01-20 (inclusive, 9 days)
std::string describe_days(const DayRange& days) {
  if (days.since && days.until) {
    const int count = to_days(*days.until) - to_days(*days.since) + 1;
    return fmt::format("{} .. {} (inclusive, {} {})", to_iso(*days.since), to_iso(*days.until), count,
                       count == 1 ? "day" : "days");
  }
  if (days.since) return fmt::format("from {} on (inclusive)", to_iso(*days.since));
  if (days.until) return fmt::format("until {} (inclusive)", to_iso(*days.until));
  return "all days";
}

std::string describe(const Settings& settings, std::size_t shown) {
  std::string line =
      fmt::format("{}, {} {} shown", describe_days(settings.days), shown, shown == 1 ? "day" : "days");
  if (settings.as_of) line += ", as of " + to_iso(*settings.as_of);
  return line;
}

}  // namespace

TimelineOptions timeline_options(const Settings& settings) {
  TimelineOptions options;
  options.since = settings.days.since;
  options.until = settings.days.until;
  options.top = settings.top;
  options.sentences = settings.sentences;
  options.keywords = settings.keywords;
  return options;
}

bool run_timeline(Session& session) {
  const Settings& settings = session.settings;
  std::vector<Document> documents = read_documents(session);
  if (!settings.event.empty()) {
    const Reconciliation all = reconcile_documents(session, documents, Detail::last);
    documents = documents_of_event(std::move(documents), all, settings.event);
  }
  documents = documents_of_source(std::move(documents), settings.source);
  documents = sentences_about(std::move(documents), settings.kind, settings.place);
  const Timeline timeline = build_timeline(documents, timeline_options(settings));
  Output out(settings.output);
  out.write(render_timeline(timeline, documents, render_options(settings)));
  out.close();
  session.talk.say(describe(settings, timeline.entries.size()));
  return !timeline.entries.empty();
}

}  // namespace annals
