// What editors decide changes what stands, can be taken back, and is not put to a sentence that has changed.

#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "annals/normalizer/reconcile.hpp"

using namespace annals;

namespace {

Evidence claim(std::string id, std::int64_t value, std::string day, std::string source,
               std::string quote = "") {
  Evidence evidence;
  evidence.id = std::move(id);
  evidence.event = "quake";
  evidence.quantity = exactly(value);
  evidence.source = std::move(source);
  evidence.source_kind = "official";
  evidence.published = parse_instant(day);
  evidence.quote = std::move(quote);
  return evidence;
}

std::vector<Evidence> quake() {
  return {claim("a#1", 29, "2020-05-01", "ministry", "The ministry counted 29 dead."),
          claim("b#1", 290, "2020-05-02", "ministry", "The ministry counted 290 dead."),
          claim("c#1", 31, "2020-05-03", "ministry", "The ministry counted 31 dead.")};
}

Override decision(std::uint32_t line, OverrideAct act, std::string target,
                  std::vector<OverrideField> fields = {}, std::string was = "") {
  Override entry;
  entry.line = line;
  entry.who = "MK";
  entry.act = act;
  entry.target = std::move(target);
  entry.fields = std::move(fields);
  entry.was = std::move(was);
  return entry;
}

Reconciliation with(std::vector<Override> overrides, std::vector<Evidence> evidence = quake()) {
  return reconcile_evidence(std::move(evidence), {Policy::official, {}, std::move(overrides)});
}

std::optional<std::int64_t> best_on(const Reconciliation& all, std::string_view day) {
  std::optional<std::int64_t> best;
  for (const Estimate& estimate : all.estimates) {
    if (estimate.headline && estimate.series.kind == HarmKind::killed &&
        to_iso(*estimate.known_from).substr(0, 10) <= day)
      best = estimate.best;
  }
  return best;
}

}  // namespace

TEST_CASE("a rejected figure never stands and says why") {
  CHECK(best_on(with({}), "2020-05-02") == 290);
  const Reconciliation all = with({decision(1, OverrideAct::reject, "b#1")});
  CHECK(best_on(all, "2020-05-02") == 29);
  CHECK(best_on(all, "2020-05-03") == 31);
  const Estimate& last = all.estimates.back();
  bool told = false;
  for (const SetAside& aside : last.set_aside)
    told = told || (aside.evidence == "b#1" && aside.reason == Reason::rejected);
  CHECK(told);
  REQUIRE(all.overrides.size() == 1);
  CHECK(all.overrides[0].state == OverrideState::applied);
  CHECK(all.overrides[0].evidence == "b#1");
}

TEST_CASE("a field that is set holds, and of two decisions the later") {
  CHECK(best_on(with({decision(1, OverrideAct::set, "b#1", {{"value", "30"}})}), "2020-05-02") == 30);
  CHECK(best_on(with({decision(1, OverrideAct::set, "b#1", {{"value", "40"}}),
                      decision(2, OverrideAct::set, "b#1", {{"value", "30"}})}),
                "2020-05-02") == 30);
  CHECK(best_on(with({decision(1, OverrideAct::reject, "b#1"),
                      decision(2, OverrideAct::set, "b#1", {{"value", "30"}})}),
                "2020-05-02") == 30);
  CHECK(best_on(with({decision(1, OverrideAct::set, "b#1", {{"kind", "injured"}})}), "2020-05-02") == 29);
}

TEST_CASE("an undone decision has no effect, and an undone undo has") {
  const Override reject = decision(1, OverrideAct::reject, "b#1");
  const Reconciliation undone = with({reject, decision(2, OverrideAct::undo, "1")});
  CHECK(best_on(undone, "2020-05-02") == 290);
  CHECK(undone.overrides[0].state == OverrideState::undone);
  const Reconciliation redone =
      with({reject, decision(2, OverrideAct::undo, "1"), decision(3, OverrideAct::undo, "2")});
  CHECK(best_on(redone, "2020-05-02") == 29);
}

TEST_CASE("a decision about a sentence that has changed is stale and not applied") {
  const std::string was = fingerprint(quake()[1]);
  CHECK(best_on(with({decision(1, OverrideAct::reject, "b#1", {}, was)}), "2020-05-02") == 29);
  std::vector<Evidence> edited = quake();
  edited[1].quote = "The ministry now counts 290 dead and missing.";
  const Reconciliation all = with({decision(1, OverrideAct::reject, "b#1", {}, was)}, edited);
  CHECK(best_on(all, "2020-05-02") == 290);
  CHECK(all.overrides[0].state == OverrideState::stale);
  CHECK(all.overrides[0].note == "its sentence or count has changed since");
  const Reconciliation gone = with({decision(1, OverrideAct::reject, "z#1", {}, was)});
  CHECK(gone.overrides[0].state == OverrideState::stale);
  CHECK(gone.overrides[0].note == "there is no such figure");
}

TEST_CASE("a decision follows its figure when figures of the article are renumbered") {
  std::vector<Evidence> renumbered = quake();
  renumbered[1].article = "b";
  renumbered[1].id = "b#2";
  const Reconciliation all =
      with({decision(1, OverrideAct::reject, "b#1", {}, fingerprint(quake()[1]))}, renumbered);
  CHECK(all.overrides[0].state == OverrideState::applied);
  CHECK(all.overrides[0].evidence == "b#2");
  CHECK(best_on(all, "2020-05-02") == 29);
}

TEST_CASE("what is expected to stand is checked") {
  const auto expectation = [](std::vector<OverrideField> fields) {
    return with({decision(1, OverrideAct::expect, "", std::move(fields))}).overrides.at(0);
  };
  CHECK(expectation({{"killed", "31"}}).state == OverrideState::met);
  CHECK(expectation({{"killed", "29"}, {"on", "2020-05-01"}}).state == OverrideState::met);
  CHECK(expectation({{"killed", "31"}, {"on", "2020-05-01"}}).state == OverrideState::failed);
  const OverrideOutcome failed = expectation({{"killed", "32"}});
  CHECK(failed.state == OverrideState::failed);
  CHECK(failed.note == "31 stands, 32 was expected");
  CHECK(expectation({{"injured", "5"}}).note == "nothing stands for it");
}
