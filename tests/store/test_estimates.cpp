// Estimates that are kept: what stood when, by two clocks.
#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "annals/model/error.hpp"
#include "annals/store/store.hpp"

#include "sample_documents.hpp"
#include "store/sqlite.hpp"
#include "temporary_folder.hpp"

using namespace annals;

namespace {

Estimate estimate_of(const std::string& event, const std::string& day, std::int64_t best) {
  Estimate estimate;
  estimate.series.event = event;
  if (!day.empty()) estimate.known_from = parse_instant(day).value();
  estimate.best = best;
  estimate.low = best;
  estimate.headline = true;
  estimate.reason = "somebody reports " + std::to_string(best);
  estimate.margin = 0.1 * static_cast<double>(best);
  estimate.grade = "B2 fair";
  estimate.carried_by = {"a#1", "b#2"};
  return estimate;
}

std::vector<Estimate> quake_and_ferry() {
  std::vector<Estimate> all{estimate_of("ferry", "2020-05-02", 7), estimate_of("quake", "2020-05-01", 29),
                            estimate_of("quake", "2020-05-02T10:00:00Z", 227),
                            estimate_of("quake", "2020-05-04", 304), estimate_of("quake", "2020-05-03", 12)};
  all.back().series.kind = HarmKind::missing;
  all.back().series.place = "Selm";
  all.back().high = 40;
  all.back().status = EstimateStatus::contested;
  all.back().cause = ChangeCause::backlog;
  all.back().headline = false;
  return all;
}

std::vector<std::int64_t> bests(const std::vector<Estimate>& estimates) {
  std::vector<std::int64_t> all;
  for (const Estimate& estimate : estimates) all.push_back(estimate.best.value_or(-1));
  return all;
}

Store::KeptQuestion on(const std::string& day) {
  return {parse_instant(day), std::nullopt, std::nullopt};
}

}  // namespace

TEST_CASE("what was kept comes back whole, but for what was set aside") {
  Store store(":memory:", Store::Access::write);
  CHECK_FALSE(store.last_keeping());
  CHECK(store.kept_is_old());
  std::vector<Estimate> given = quake_and_ferry();
  given[0].set_aside = {{"c#1", Reason::outweighed, "", 1.5}};
  CHECK(store.keep_estimates(given, {"2020-06-01", "model"}) == std::vector<std::string>{"ferry", "quake"});
  given[0].set_aside.clear();
  CHECK(store.kept_estimates({}) == given);
  CHECK(store.last_keeping()->policy == "model");
  CHECK_FALSE(store.kept_is_old());
  store.add(simple_document("a", "It rained."));
  CHECK(store.kept_is_old());
}

TEST_CASE("a question about a day gets one estimate a series, that which stood then") {
  Store store(":memory:", Store::Access::write);
  store.keep_estimates(quake_and_ferry(), {"2020-06-01", "model"});
  CHECK(store.kept_estimates(on("2020-04-30")).empty());
  CHECK(bests(store.kept_estimates(on("2020-05-01"))) == std::vector<std::int64_t>{29});
  CHECK(bests(store.kept_estimates(on("2020-05-02T09:59:59Z"))) == std::vector<std::int64_t>{7, 29});
  CHECK(bests(store.kept_estimates(on("2020-05-02T10:00:00Z"))) == std::vector<std::int64_t>{7, 227});
  CHECK(bests(store.kept_estimates(on("2030-01-01"))) == std::vector<std::int64_t>{7, 304, 12});
  Store::KeptQuestion quake = on("2020-05-03");
  quake.event = "quake";
  CHECK(bests(store.kept_estimates(quake)) == std::vector<std::int64_t>{227, 12});
  Store::KeptQuestion selm = on("2020-05-03");
  selm.place = "Selm";
  CHECK(bests(store.kept_estimates(selm)) == std::vector<std::int64_t>{12});
}

TEST_CASE("an estimate without a date always stood") {
  Store store(":memory:", Store::Access::write);
  store.keep_estimates({estimate_of("river", "", 81)}, {"2020-06-01", "model"});
  CHECK(bests(store.kept_estimates(on("1900-01-01"))) == std::vector<std::int64_t>{81});
}

TEST_CASE("a later keeping touches only what is otherwise, and what was held before stays") {
  const TemporaryFolder folder;
  const std::string path = folder / "a.db";
  {
    Store store(path, Store::Access::write);
    std::vector<Estimate> all = quake_and_ferry();
    store.keep_estimates(all, {"2020-06-01", "model"});
    CHECK(store.keep_estimates(all, {"2020-06-02", "model"}).empty());
    all[0].best = 8;
    CHECK(store.keep_estimates(all, {"2020-06-03", "model"}) == std::vector<std::string>{"ferry"});
    all.erase(all.begin());
    CHECK(store.keep_estimates(all, {"2020-06-04", "model"}) == std::vector<std::string>{"ferry"});
    CHECK(store.kept_estimates({}) == all);
  }
  sqlite::Connection connection(path, sqlite::Mode::read);
  CHECK(connection.integer_of("SELECT count(*) FROM estimates") == 6);
  CHECK(connection.integer_of("SELECT count(*) FROM estimates WHERE event = 'ferry' AND best = 7 AND "
                              "held_from = '2020-06-01' AND held_to = '2020-06-03'") == 1);
  CHECK(connection.integer_of("SELECT count(*) FROM estimates WHERE held_to IS NULL") == 4);
}

TEST_CASE("rows are closed, never deleted") {
  const TemporaryFolder folder;
  const std::string path = folder / "a.db";
  { Store(path, Store::Access::write).keep_estimates(quake_and_ferry(), {"2020-06-01", "model"}); }
  sqlite::Connection connection(path, sqlite::Mode::write);
  CHECK_THROWS_AS(connection.execute("DELETE FROM estimate"), Error);
}
