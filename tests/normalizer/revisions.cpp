// Small revision histories: what stands after each, and why the others do not.
#include <tuple>

#include <doctest/doctest.h>

#include "claims.hpp"

using namespace annals;
using namespace annals::testing;

namespace {

std::string listed(const std::vector<std::int64_t>& numbers) {
  std::string list;
  for (const std::int64_t number : numbers) list += std::to_string(number) + " ";
  return list;
}

struct History {
  const char* name;
  std::vector<Said> claims;
  std::vector<std::int64_t> stood;
  std::vector<std::pair<std::string, std::string>> reasons;  // in the last headline
};

const std::string kOfficial = "official";
const std::string kMedia = "media";

std::vector<History> histories() {
  return {
      {"a toll grows and its rounded copies change nothing",
       {{"2020-05-01", 31, "agency of disasters", kOfficial},
        {"2020-05-02", 212, "agency of disasters", kOfficial},
        {"2020-05-02", 200, "a paper", kMedia, Bound::more_than},
        {"2020-05-03", 1143, "agency of disasters", kOfficial},
        {"2020-05-04", 1100, "a paper", kMedia, Bound::more_than},
        {"2020-05-04", 1200, "a channel", kMedia, Bound::less_than}},
       {31, 212, 1143},
       {{"c01", "superseded"}, {"c03", "rounds_to"}, {"c05", "rounds_to"}, {"c06", "rounds_to"}}},
      {"an old value told again is stale",
       {{"2020-05-01", 40, "ministry", kOfficial},
        {"2020-05-02", 55, "ministry", kOfficial},
        {"2020-05-03", 40, "a paper", kMedia}},
       {40, 55},
       {{"c03", "stale_of"}}},
      {"an exact figure replaces its own rounding, even downwards",
       {{"2020-05-01", 2000, "a paper", kMedia, Bound::less_than},
        {"2020-05-02", 1943, "ministry", kOfficial}},
       {2000, 1943},
       {{"c01", "superseded"}}},
      {"the origin corrects itself downwards",
       {{"2020-05-01", 115, "county", kOfficial}, {"2020-05-09", 97, "county", kOfficial}},
       {115, 97},
       {{"c01", "superseded"}}},
      {"another official body corrects by one",
       {{"2020-05-01", 39, "premier", kOfficial}, {"2020-05-02", 38, "prefecture", kOfficial}},
       {39, 38},
       {}},
      {"a lower figure of the press is no correction",
       {{"2020-05-01", 39, "premier", kOfficial}, {"2020-05-02", 33, "a paper", kMedia}},
       {39},
       {{"c02", "outweighed"}}},
      {"after a correction the withdrawn figure is stale",
       {{"2020-05-01", 115, "county", kOfficial},
        {"2020-05-09", 97, "county", kOfficial},
        {"2020-05-12", 115, "a paper", kMedia},
        {"2020-05-12", 110, "a channel", kMedia, Bound::more_than}},
       {115, 97},
       {{"c03", "stale_of"}, {"c04", "stale_of"}}},
      {"a retraction takes the figure and its copies along",
       {{"2020-05-01", 5200, "Red Crescent via a wire", kOfficial},
        {"2020-05-02", 5200, "UN office citing the Red Crescent", "agency", Bound::at_least},
        {"2020-05-03", 1310, "health ministry", kOfficial, Bound::at_least},
        {"2020-05-04", 0, "Red Crescent denies 5,200", kOfficial, Bound::exact, Frame::retracted}},
       {5200, 1310},
       {{"c01", "retracted"}, {"c02", "retracted"}, {"c04", "retracted"}}},
      {"a retraction with nothing else leaves no number",
       {{"2020-05-01", 80, "mayor", kOfficial},
        {"2020-05-02", 0, "mayor retracts", kOfficial, Bound::exact, Frame::retracted}},
       {80, -1},
       {{"c01", "retracted"}}},
      {"predictions, other events, denials and hypotheses never stand",
       {{"2020-05-01", 100000, "a model", "model", Bound::exact, Frame::feared},
        {"2020-05-01", 70000, "a paper", kMedia, Bound::more_than, Frame::background},
        {"2020-05-01", 12, "ministry", kOfficial},
        {"2020-05-02", 30, "army", kOfficial, Bound::exact, Frame::denied},
        {"2020-05-02", 900, "an expert", "", Bound::exact, Frame::hypothetical}},
       {12},
       {{"c01", "prediction"}, {"c02", "background"}, {"c04", "denied"}, {"c05", "prediction"}}},
      {"an increment is not a toll",
       {{"2020-05-01", 30, "ministry", kOfficial},
        {"2020-05-02", 45, "ministry", kOfficial, Bound::exact, Frame::reported, "", HarmKind::killed, "",
         true}},
       {30},
       {{"c02", "increment"}}},
      {"a part is never a rival",
       {{"2020-05-01", 30, "ministry", kOfficial},
        {"2020-05-01", 12, "ministry", kOfficial, Bound::exact, Frame::reported, "", HarmKind::killed,
         "children"}},
       {30},
       {{"c02", "subset_of"}}},
      {"two countries add up, a rounded joint figure is only their rounding",
       {{"2020-05-01", 1712, "AFAD", kOfficial, Bound::exact, Frame::reported, "TR"},
        {"2020-05-01", 331, "SANA", kOfficial, Bound::exact, Frame::reported, "SY"},
        {"2020-05-02", 2461, "AFAD", kOfficial, Bound::exact, Frame::reported, "TR"},
        {"2020-05-02", 2700, "a wire", kMedia, Bound::more_than, Frame::reported, "TR+SY"}},
       {1712, 2792},
       {{"c04", "rounds_to"}}},
      {"a wild number of one voice does not stand",
       {{"2020-05-01", 304, "ministry", kOfficial}, {"2020-05-01T10:00:00Z", 100000, "a post", "rumour"}},
       {304},
       {{"c02", "outweighed"}}},
      {"a vague count gives way to the first number",
       {{"2020-05-01", 24, "witnesses", "field", Bound::vague}, {"2020-05-02", 9, "police", kOfficial}},
       {24, 9},
       {}},
  };
}

}  // namespace

TEST_CASE("what stands after each history, and the reason of every other figure") {
  for (const History& history : histories()) {
    INFO(std::string(history.name));
    const Reconciliation result = reconcile_evidence(evidence_from(history.claims), {});
    const std::vector<Estimate> headline = headlines(result);
    REQUIRE_FALSE(headline.empty());
    CHECK(listed(bests(headline)) == listed(history.stood));
    for (const auto& [id, reason] : history.reasons) {
      INFO(id);
      CHECK(reason_of(headline.back(), id) == reason);
    }
  }
}

TEST_CASE("two parties that contradict each other are both shown and never averaged") {
  const std::vector<Said> claims{{"2020-05-01", 480, "the ministry", "party"},
                                 {"2020-05-02", 90, "army intelligence", "party", Bound::at_most}};
  const std::vector<Estimate> headline = headlines(reconcile_evidence(evidence_from(claims), {}));
  REQUIRE_FALSE(headline.empty());
  const Estimate& last = headline.back();
  CHECK(last.status == EstimateStatus::contested);
  CHECK(last.best == 480);
  CHECK(last.low == 90);
  CHECK(last.high == 480);
  CHECK(reason_of(last, "c02") == "outweighed");
  CHECK(last.reason == "the ministry reports 480; army intelligence says up to 90.");
}

TEST_CASE("a lower bound below the figure contradicts nothing") {
  const std::vector<Said> claims{{"2020-05-01", 480, "the ministry", "party"},
                                 {"2020-05-02", 90, "army intelligence", "party", Bound::at_least}};
  const std::vector<Estimate> headline = headlines(reconcile_evidence(evidence_from(claims), {}));
  REQUIRE_FALSE(headline.empty());
  CHECK(headline.back().status != EstimateStatus::contested);
}

TEST_CASE("the missing may become fewer, the dead may not without a word") {
  const std::vector<Said> claims{
      {"2020-05-01", 150, "county", "official", Bound::exact, Frame::reported, "", HarmKind::missing},
      {"2020-05-04", 61, "county", "official", Bound::exact, Frame::reported, "", HarmKind::missing},
      {"2020-05-01", 20, "county", "official"},
  };
  const Reconciliation result = reconcile_evidence(evidence_from(claims), {});
  CHECK(bests(headlines(result, HarmKind::missing)) == std::vector<std::int64_t>{150, 61});
  CHECK(bests(headlines(result)) == std::vector<std::int64_t>{20});
}

TEST_CASE("policies choose differently among the same figures") {
  const std::vector<Said> claims{{"2020-05-01", 40, "ministry", "official"},
                                 {"2020-05-02", 52, "a paper", "media"},
                                 {"2020-05-02", 25, "rights group", "ngo", Bound::at_most}};
  struct Row {
    Policy policy;
    std::int64_t best;
  };
  for (const Row& row : {Row{Policy::official, 40}, Row{Policy::latest, 52}, Row{Policy::conservative, 25},
                         Row{Policy::range, 40}}) {
    INFO(name_of(row.policy));
    const std::vector<Estimate> headline =
        headlines(reconcile_evidence(evidence_from(claims), {row.policy, std::nullopt}));
    REQUIRE_FALSE(headline.empty());
    CHECK(headline.back().best == row.best);
  }
  const std::vector<Estimate> range =
      headlines(reconcile_evidence(evidence_from(claims), {Policy::range, std::nullopt}));
  CHECK(range.back().low == 25);
  CHECK(range.back().high == 52);
}

TEST_CASE("a claim without a date is known from the start") {
  const std::vector<Said> claims{{"", 11, "ministry", "official"},
                                 {"2020-05-01", 14, "ministry", "official"}};
  const Reconciliation result =
      reconcile_evidence(evidence_from(claims), {Policy::model, parse_instant("2019-01-01")});
  const std::vector<Estimate> headline = headlines(result);
  REQUIRE(headline.size() == 1);
  CHECK(headline[0].best == 11);
  CHECK_FALSE(headline[0].known_from.has_value());
}

TEST_CASE("parts stand as series of their own beside the headline") {
  const std::vector<Said> claims{{"2020-05-01", 30, "ministry", "official"},
                                 {"2020-05-01", 12, "ministry", "official", Bound::exact, Frame::reported, "",
                                  HarmKind::killed, "children"}};
  const Reconciliation result = reconcile_evidence(evidence_from(claims), {});
  REQUIRE(result.estimates.size() == 2);
  CHECK(result.estimates[0].headline);
  CHECK_FALSE(result.estimates[1].headline);
  CHECK(result.estimates[1].series.part_of == "children");
  CHECK(result.estimates[1].best == 12);
}

TEST_CASE("an estimate remembers how sure it was before, as a run as of then tells") {
  const std::vector<Evidence> evidence =
      evidence_from({{"2020-05-01", 31, "agency of disasters", kOfficial},
                     {"2020-05-02", 31, "red cross", "agency"},
                     {"2020-05-03", 31, "a hospital", "field"},
                     {"2020-07-20", 31, "agency of disasters", kOfficial},
                     {"2020-07-21", 45, "agency of disasters", kOfficial}});
  const std::vector<Estimate> all = headlines(reconcile_evidence(evidence, {}));
  REQUIRE(all.size() == 2);
  CHECK(all.front().earlier.size() >= 2);  // one source, then borne out, then settled
  CHECK(all.back().earlier.empty());
  for (const char* day : {"2020-05-01", "2020-05-02", "2020-05-03", "2020-07-20"}) {
    ReconcileOptions options;
    options.as_of = parse_instant(day);
    const Estimate then = headlines(reconcile_evidence(evidence, options)).back();
    EstimateStatus status = all.front().status;
    std::string grade = all.front().grade;
    for (auto it = all.front().earlier.rbegin(); it != all.front().earlier.rend(); ++it) {
      if (*options.as_of < *it->until) std::tie(status, grade) = std::tie(it->status, it->grade);
    }
    CHECK_MESSAGE(status == then.status, day);
    CHECK_MESSAGE(grade == then.grade, day);
  }
}

TEST_CASE("those verified one by one are a floor of what is reported, not above what stands") {
  const auto last_with = [](std::int64_t verified) {
    return headlines(reconcile_evidence(evidence_from({{"2020-05-01", verified, "the UN office", "verified"},
                                                       {"2020-05-02", 471, "the ministry", "official"},
                                                       {"2020-05-03", 471, "the hospital", "field"},
                                                       {"2020-05-04", 100, "the rebels", "party"}}),
                                        {}))
        .back();
  };
  CHECK(last_with(212).best == 471);
  CHECK(last_with(212).low == 212);  // the rebels' 100 cannot be
  CHECK(last_with(60).best == 471);
  CHECK(last_with(60).low == 100);
}
