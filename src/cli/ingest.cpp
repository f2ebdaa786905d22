#include <chrono>

#include <fmt/format.h>

#include "annals/model/error.hpp"
#include "annals/model/quantity.hpp"
#include "annals/store/store.hpp"

#include "cli/commands.hpp"
#include "cli/inputs.hpp"
#include "cli/progress.hpp"
#include "cli/signals.hpp"

namespace annals {

namespace {

struct Counts {
  std::size_t articles = 0;
  std::size_t unchanged = 0;
  std::size_t new_versions = 0;
  std::size_t claims = 0;
  std::size_t figures = 0;
  std::size_t unreadable = 0;
};

std::string counted(std::size_t number) {
  return grouped(static_cast<std::int64_t>(number));
}

std::string plural(std::size_t number, std::string_view one, std::string_view many) {
  return fmt::format("{} {}", counted(number), number == 1 ? one : many);
}

// 278 articles (12 unchanged, 3 new versions), 2,914 claims, 611 figures, 4 unreadable.
std::string summary(const Counts& counts) {
  std::string line = plural(counts.articles, "article", "articles");
  line += fmt::format(" ({} unchanged, {}), ", counted(counts.unchanged),
                      plural(counts.new_versions, "new version", "new versions"));
  line += plural(counts.claims, "claim", "claims") + ", " + plural(counts.figures, "figure", "figures");
  return line + fmt::format(", {} unreadable.", counted(counts.unreadable));
}

}  // namespace

bool run_ingest(Session& session) {
  if (session.settings.db.empty()) {
    throw Error(Error::Kind::usage,
                "ingest needs --db FILE, the store to keep the articles in (see annals help ingest)");
  }
  const std::vector<std::string>& paths = session.arguments.operands;
  if (paths.empty()) {
    throw Error(Error::Kind::usage, "ingest needs a PATH, or - for standard input (see annals help ingest)");
  }
  const auto start = std::chrono::steady_clock::now();
  Store store(session.settings.db, Store::Access::write);
  Counts counts;
  const ArticleTest known = [&](const Article& article) {
    const bool held = store.holds(article.sha256);
    counts.unchanged += held ? 1 : 0;
    return held;
  };
  counts.articles = read_batches(session, paths, known, [&](std::vector<Document>&& documents) {
    Store::Batch batch = store.begin();
    Counts added = counts;
    for (const Document& document : documents) {
      stop_if_interrupted();
      const Store::Added result = store.add(document);
      if (result == Store::Added::unchanged) {
        ++added.unchanged;
        continue;
      }
      if (result == Store::Added::new_version) ++added.new_versions;
      added.claims += document.extraction.claims.size();
      added.figures += document.extraction.figures.size();
    }
    batch.commit();
    counts = added;
  });
  counts.unreadable = session.talk.errors();
  const std::string taken = elapsed(start);
  session.talk.say(summary(counts) + (taken.empty() ? "" : " ") + taken);
  return counts.articles > 0;
}

}  // namespace annals
