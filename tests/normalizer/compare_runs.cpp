#include "annals/normalizer/compare_runs.hpp"

#include <doctest/doctest.h>

namespace annals {

namespace {

Evidence report(std::string id, std::string article, std::int64_t count, std::string source) {
  Evidence e;
  e.id = std::move(id);
  e.event = "quake";
  e.quantity = exactly(count);
  e.article = std::move(article);
  e.source = std::move(source);
  e.quote = "The sentence.";
  return e;
}

Estimate standing(std::int64_t best, std::string carrier, int day = 1) {
  Estimate e;
  e.series.event = "quake";
  e.known_from = instant_of(*make_date(2021, 8, day));
  e.best = e.low = e.high = best;
  e.headline = true;
  e.carried_by = {std::move(carrier)};
  return e;
}

// One event with one toll, carried by one article.
Run run_with(std::int64_t count, std::string article, std::string sha256, std::string url = {}) {
  Run run;
  run.tool = "annals 1";
  run.reconciliation.policy = "official";
  run.reconciliation.events = {{"quake", "Quake", "Selm", std::nullopt, {article}}};
  run.reconciliation.evidence = {report(article + "#0", article, count, "the mayor")};
  run.reconciliation.estimates = {standing(count, article + "#0")};
  run.articles = {{article, std::move(url), "Title", "Outlet", std::move(sha256), 1}};
  return run;
}

Run both(Run earlier, const Run& later) {
  earlier.reconciliation.evidence.push_back(later.reconciliation.evidence.front());
  earlier.reconciliation.estimates.push_back(later.reconciliation.estimates.front());
  earlier.reconciliation.estimates.back().known_from = instant_of(*make_date(2021, 8, 9));
  earlier.articles.push_back(later.articles.front());
  return earlier;
}

}  // namespace

TEST_CASE("a run does not differ from itself") {
  CHECK(compare_runs(run_with(29, "a", "1"), run_with(29, "a", "1")).empty());
  CHECK(compare_runs({}, {}).empty());
}

TEST_CASE("a toll that a new article raised is revised, and the article is named") {
  const Run before = run_with(29, "a", "1");
  const auto found = compare_runs(before, both(before, run_with(227, "b", "2")));
  REQUIRE(found.size() == 1);
  CHECK(found[0].kind == DifferenceKind::revised);
  CHECK(found[0].cause == DifferenceCause::new_article);
  CHECK(found[0].before->best == 29);
  CHECK(found[0].now->best == 227);
  CHECK(found[0].said_by == "the mayor");
  REQUIRE(found[0].articles.size() == 1);
  CHECK(found[0].articles[0].id == "b");
}

TEST_CASE("other content at the same address is an edit, with or without the same id") {
  const Run before = run_with(29, "a", "1", "https://x.example/a");
  for (const char* id : {"a", "a~2"}) {
    const auto found = compare_runs(before, run_with(31, id, "2", "https://x.example/a"));
    REQUIRE(!found.empty());
    CHECK(found.back().cause == DifferenceCause::article_edited);
  }
}

TEST_CASE("the same articles under another policy differ by the policy") {
  Run after = run_with(31, "a", "1");
  after.reconciliation.policy = "latest";
  const auto found = compare_runs(run_with(29, "a", "1"), after);
  REQUIRE(found.size() == 1);
  CHECK(found[0].cause == DifferenceCause::policy);
  CHECK(found[0].detail == "official -> latest");
}

TEST_CASE("the same articles read differently differ by the rules") {
  Run after = run_with(31, "a", "1");
  after.tool = "annals 2";
  const auto found = compare_runs(run_with(29, "a", "1"), after);
  REQUIRE(found.size() == 1);
  CHECK(found[0].cause == DifferenceCause::rule_changed);
  CHECK(found[0].detail == "annals 1 -> annals 2");
}

TEST_CASE("an editor's decision is named before anything else") {
  Run after = run_with(31, "a", "1");
  OverrideOutcome outcome;
  outcome.entry.who = "MK";
  outcome.entry.act = OverrideAct::set;
  outcome.entry.when = instant_of(*make_date(2021, 8, 20));
  outcome.entry.reason = "clarified";
  outcome.entry.target = outcome.evidence = "a#0";
  outcome.entry.fields = {{"value", "31"}};
  after.reconciliation.overrides = {outcome};
  const auto found = compare_runs(run_with(29, "a", "1"), after);
  REQUIRE(found.size() == 1);
  CHECK(found[0].cause == DifferenceCause::overridden);
  CHECK(found[0].detail == "MK 2021-08-20: set a#0 value=31, clarified");
  const auto back = compare_runs(after, run_with(29, "a", "1"));
  REQUIRE(back.size() == 1);
  CHECK(back[0].detail == "no longer applied, MK 2021-08-20: set a#0 value=31, clarified");
  // Known to both runs, it explains nothing.
  Run before = run_with(29, "a", "1");
  before.reconciliation.overrides = {outcome};
  CHECK(compare_runs(before, after)[0].cause == DifferenceCause::rule_changed);
  // Decided anew, the later decision does.
  before.reconciliation.overrides[0].entry.fields[0].value = "29";
  CHECK(compare_runs(before, after)[0].cause == DifferenceCause::overridden);
}

TEST_CASE("articles without an address are the same by title and publisher") {
  const Run before = run_with(29, "a", "1");
  const Run edited = run_with(31, "b", "2");
  const auto found = compare_runs(before, edited);
  REQUIRE(found.size() == 1);
  CHECK(found[0].cause == DifferenceCause::article_edited);
  CHECK(compare_articles(before, edited).edited == 1);
  CHECK(compare_articles(before, edited).gone == 0);
  // The same title anew, beside the one that was there, is another article.
  const ArticleChanges more = compare_articles(before, both(before, edited));
  CHECK(more.added == 1);
  CHECK(more.edited == 0);
  CHECK(compare_articles(both(before, edited), before).gone == 1);
}

TEST_CASE("a number that moved by articles that do not carry it is laid to them") {
  Run before = run_with(29, "a", "1");
  Run after = run_with(31, "a", "1");
  before.reconciliation.events[0].articles.push_back("b");
  before.articles.push_back({"b", {}, "Another title", "Outlet", "2", 1});
  const auto found = compare_runs(before, after);
  REQUIRE(found.size() == 1);
  CHECK(found[0].cause == DifferenceCause::article_gone);
  CHECK(found[0].articles.size() == 1);
  after.tool = "annals 2";
  CHECK(compare_runs(before, after)[0].cause == DifferenceCause::rule_changed);
}

TEST_CASE("a number that is gone is withdrawn, also when its article is gone") {
  Run after = run_with(29, "a", "1");
  after.reconciliation.estimates[0].best.reset();
  auto found = compare_runs(run_with(29, "a", "1"), after);
  REQUIRE(found.size() == 1);
  CHECK(found[0].kind == DifferenceKind::withdrawn);
  found = compare_runs(run_with(29, "a", "1"), {});
  REQUIRE(found.size() == 2);
  CHECK(found[0].kind == DifferenceKind::gone_event);
  CHECK(found[1].kind == DifferenceKind::withdrawn);
  CHECK(found[1].cause == DifferenceCause::article_gone);
}

TEST_CASE("a dispute that begins or ends is told, also when the number stays") {
  Run after = run_with(29, "a", "1");
  after.reconciliation.estimates[0].status = EstimateStatus::contested;
  auto found = compare_runs(run_with(29, "a", "1"), after);
  REQUIRE(found.size() == 1);
  CHECK(found[0].kind == DifferenceKind::newly_disputed);
  found = compare_runs(after, run_with(29, "a", "1"));
  REQUIRE(found.size() == 1);
  CHECK(found[0].kind == DifferenceKind::settled);
}

TEST_CASE("an event under another id is the same when most of its articles are") {
  Run after = run_with(29, "a", "1");
  after.reconciliation.events[0].id = "quake-2";
  after.reconciliation.evidence[0].event = "quake-2";
  after.reconciliation.estimates[0].series.event = "quake-2";
  CHECK(compare_runs(run_with(29, "a", "1"), after).empty());
  after.reconciliation.events[0].articles = {"b"};
  CHECK(compare_runs(run_with(29, "a", "1"), after).front().kind == DifferenceKind::new_event);
}

TEST_CASE("only the last headline of a kind is compared, and a corroboration is no difference") {
  Run after = run_with(29, "a", "1");
  after.reconciliation.estimates[0].status = EstimateStatus::corroborated;
  after.reconciliation.estimates[0].carried_by.push_back("b#0");
  CHECK(compare_runs(run_with(29, "a", "1"), after).empty());
}

}  // namespace annals
