#include "annals/reporter/search_hits.hpp"
#include "annals/store/store.hpp"

#include "cli/commands.hpp"
#include "cli/inputs.hpp"
#include "cli/output.hpp"
#include "cli/selection.hpp"

namespace annals {

namespace {

bool wanted(const Store::Hit& hit, const Settings& settings) {
  if (settings.as_of && !(hit.published && *hit.published <= *settings.as_of)) return false;
  if (!settings.days.open() && !(hit.published && settings.days.holds(hit.published->date()))) return false;
  return contains_folded(hit.publisher, settings.source);
}

// Files are searched through a store in memory, so that the same query finds the same sentences.
Store store_of_paths(Session& session) {
  Store store(":memory:", Store::Access::write);
  const std::vector<Document> documents = read_documents(session, 1);
  Store::Batch batch = store.begin();
  for (const Document& document : documents) store.add(document);
  batch.commit();
  return store;
}

}  // namespace

bool run_search(Session& session) {
  const Settings& settings = session.settings;
  const Store store =
      paths_of(session, 1).empty() ? Store(settings.db, Store::Access::read) : store_of_paths(session);
  const bool filtered = settings.as_of || !settings.days.open() || !settings.source.empty();
  constexpr std::size_t kAll = 1'000'000;  // filters are applied to the hits, so none may be cut off before
  std::vector<FoundSentence> found;
  for (Store::Hit& hit : store.search(session.arguments.operands.at(0), filtered ? kAll : settings.limit)) {
    if (found.size() == settings.limit) break;
    if (!wanted(hit, settings)) continue;
    found.push_back({std::move(hit.article), std::move(hit.title), std::move(hit.publisher), hit.published,
                     hit.span, std::move(hit.sentence)});
  }
  Output out(settings.output);
  out.write(render_found(found, render_options(settings)));
  out.close();
  return !found.empty();
}

}  // namespace annals
