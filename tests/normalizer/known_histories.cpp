// Tolls that were revised in public: what stood after each report, in which series, and why it changed.
#include <map>

#include <doctest/doctest.h>

#include "annals/normalizer/findings.hpp"

#include "claims.hpp"

using namespace annals;
using namespace annals::testing;

namespace {

const std::string kOfficial = "official";
const std::string kMedia = "media";
const std::string kParty = "party";

// A claim with a sentence, so that cues are read.
Said told(std::string day, std::int64_t value, std::string source, std::string kind, std::string quote) {
  Said said{std::move(day), value, std::move(source), std::move(kind)};
  said.quote = std::move(quote);
  return said;
}
Said in(std::string place, Said said) {
  said.place = std::move(place);
  return said;
}
Said of(HarmKind kind, Said said) {
  said.kind = kind;
  return said;
}
Said with(Bound bound, Said said) {
  said.bound = bound;
  return said;
}

// The estimates of one series, as it is named here: "", "TR", "/identified", "/excess", ...
std::vector<Estimate> course(const Reconciliation& result, const SeriesKey& like) {
  std::vector<Estimate> found;
  for (const Estimate& estimate : result.estimates) {
    SeriesKey key = estimate.series;
    key.event.clear();
    if (key == like) found.push_back(estimate);
  }
  return found;
}

struct Step {
  std::int64_t best;
  ChangeCause cause;
};

struct Known {
  const char* name;
  std::vector<Said> claims;
  std::vector<Step> steps;  // of the headline of killed
};

std::vector<Known> known() {
  return {
      {"Grenfell Tower: the presumed dead are another series; a resident dies later",
       {{"2017-06-14", 12, "Metropolitan Police", kOfficial},
        {"2017-06-15", 17, "Metropolitan Police", kOfficial},
        {"2017-06-16", 30, "Metropolitan Police", kOfficial},
        {"2017-06-20", 79, "Metropolitan Police", "presumed"},
        told("2017-11-16", 71, "Metropolitan Police", kOfficial, "Police said the final number was 71."),
        told("2018-01-29", 72, "Metropolitan Police", kOfficial,
             "A resident who had been rescued died in hospital.")},
       {{12, ChangeCause::first_report},
        {17, ChangeCause::new_deaths},
        {30, ChangeCause::new_deaths},
        {71, ChangeCause::new_deaths},
        {72, ChangeCause::late_death}}},
      {"Paris, November 2015: a broadcaster's 153 is higher and wrong",
       {{"2015-11-14T08:00:00Z", 127, "the president", kOfficial},
        {"2015-11-14T09:00:00Z", 153, "a broadcaster", kMedia},
        {"2015-11-14T19:00:00Z", 129, "the prosecutor", kOfficial},
        told("2015-11-20", 130, "the prime minister", kOfficial, "One of the wounded died of his injuries.")},
       {{127, ChangeCause::first_report}, {129, ChangeCause::new_deaths}, {130, ChangeCause::late_death}}},
      {"Kiss nightclub 2013: counted twice on the first day, hospital deaths later",
       {{"2013-01-27T10:00:00Z", 245, "fire brigade", kOfficial},
        told("2013-01-27T18:00:00Z", 233, "police", kOfficial,
             "The toll was revised down to 233; some had been counted twice."),
        told("2013-02-19", 239, "police", kOfficial, "Six more succumbed in hospital."),
        told("2013-05-19", 242, "police", kOfficial, "A woman died of her injuries, the 242nd.")},
       {{245, ChangeCause::first_report},
        {233, ChangeCause::double_count},
        {239, ChangeCause::late_death},
        {242, ChangeCause::late_death}}},
      {"Spain, May 2020: duplicates are taken out",
       {{"2020-05-24", 28752, "health ministry", kOfficial},
        told("2020-05-25", 26834, "health ministry", kOfficial,
             "The ministry removed duplicates from its series."),
        {"2020-05-26", 27117, "health ministry", kOfficial}},
       {{28752, ChangeCause::first_report},
        {26834, ChangeCause::double_count},
        {27117, ChangeCause::new_deaths}}},
      {"United Kingdom, August 2020: only deaths within 28 days count from now on",
       {{"2020-08-11", 46706, "Department of Health", kOfficial},
        told("2020-08-12", 41329, "Department of Health", kOfficial,
             "The department changed its definition: 41,329 within 28 days of a test.")},
       {{46706, ChangeCause::first_report}, {41329, ChangeCause::definition}}},
      {"Peru, May 2021: another rule of who counts triples the toll in a day",
       {{"2021-05-30", 69342, "health ministry", kOfficial},
        told("2021-05-31", 180764, "government", kOfficial,
             "With new criteria the government put the toll at 180,764.")},
       {{69342, ChangeCause::first_report}, {180764, ChangeCause::definition}}},
      {"New York 2001: forty names are taken off the list years later",
       {{"2002-09-11", 2801, "the city", kOfficial},
        {"2002-12-12", 2792, "the city", kOfficial},
        told("2004-01-23", 2752, "the city", kOfficial,
             "The medical examiner removed 40 names; some had turned up alive."),
        told("2009-01-10", 2753, "the city", kOfficial, "A man who died of complications was added.")},
       {{2801, ChangeCause::first_report},
        {2792, ChangeCause::revised_down},
        {2752, ChangeCause::misclassified},
        {2753, ChangeCause::late_death}}},
      {"Rana Plaza 2013: bodies found day after day, round copies say nothing new",
       {{"2013-04-24", 87, "the army", kOfficial},
        {"2013-04-26", 304, "the army", kOfficial},
        with(Bound::more_than, {"2013-04-27", 300, "a wire", kMedia}),
        told("2013-05-10", 1021, "the army", kOfficial, "Bodies were found in the stairwells."),
        with(Bound::more_than, {"2013-05-11", 1000, "a paper", kMedia}),
        told("2013-05-13", 1127, "the army", kOfficial, "The search ended; 1,127 bodies were recovered.")},
       {{87, ChangeCause::first_report},
        {304, ChangeCause::new_deaths},
        {1021, ChangeCause::recovered},
        {1127, ChangeCause::recovered}}},
      {"Manchester 2017: with the attacker 23, without him 22",
       {{"2017-05-22T23:00:00Z", 19, "police", kOfficial},
        {"2017-05-23T06:00:00Z", 22, "police", kOfficial},
        told("2017-05-23T12:00:00Z", 23, "a paper", kMedia,
             "Twenty-three people including the attacker died.")},
       {{19, ChangeCause::first_report}, {22, ChangeCause::new_deaths}}},
      {"Air India 171: tests of remains lower the count",
       {{"2025-06-14", 279, "police", kOfficial},
        {"2025-06-15", 270, "hospital", "field"},
        told("2025-06-24", 260, "police", kOfficial, "DNA tests showed that the number of dead was 260.")},
       {{279, ChangeCause::first_report}, {260, ChangeCause::misclassified}}},
      {"Katrina: a review of the records two decades later",
       {{"2006-05-19", 1836, "the state", kOfficial},
        told("2023-01-04", 1392, "National Hurricane Center", "agency",
             "The centre revised the toll to 1,392 after a review of the records."),
        told("2023-01-05", 1392, "the state", kOfficial, "The state adopts the revised count.")},
       {{1836, ChangeCause::first_report}, {1392, ChangeCause::definition}}},
      {"a slip of the pen is not a new toll",
       {{"2020-03-01T08:00:00Z", 41329, "ministry", kOfficial},
        {"2020-03-01T10:00:00Z", 41239, "a paper", kMedia},
        {"2020-03-02T10:00:00Z", 91329, "a channel", kMedia}},
       {{41329, ChangeCause::first_report}}},
  };
}

}  // namespace

TEST_CASE("what stood in public revisions, and the cause of each change") {
  for (const Known& one : known()) {
    INFO(std::string(one.name));
    const std::vector<Estimate> headline = headlines(reconcile_evidence(evidence_from(one.claims), {}));
    std::vector<Estimate> changes;
    for (const Estimate& estimate : headline) {
      if (changes.empty() || changes.back().best != estimate.best) changes.push_back(estimate);
    }
    std::string got;
    std::string wanted;
    for (const Estimate& e : changes)
      got += std::to_string(e.best.value_or(-1)) + " " + std::string(name_of(e.cause)) + "; ";
    for (const Step& s : one.steps)
      wanted += std::to_string(s.best) + " " + std::string(name_of(s.cause)) + "; ";
    CHECK(got == wanted);
  }
}

TEST_CASE("a country, its neighbour and both together are three series") {
  const std::vector<Said> claims{
      in("TR", {"2023-02-09", 17134, "AFAD", kOfficial}),
      in("SY", {"2023-02-09", 3317, "a wire", kMedia}),
      in("TR+SY", {"2023-02-09", 20451, "a wire", kMedia}),
      in("TR", {"2023-02-11", 24617, "vice president", kOfficial}),
      in("SY", {"2023-02-11", 3553, "a wire", kMedia}),
      with(Bound::more_than, in("TR+SY", {"2023-02-11", 28000, "a paper", kMedia})),
      in("TR", {"2024-02-01", 53537, "government", kOfficial})};
  const Reconciliation result = reconcile_evidence(evidence_from(claims), {});
  SeriesKey turkey;
  turkey.place = "TR";
  SeriesKey both;
  both.place = "TR+SY";
  CHECK(bests(course(result, turkey)) == std::vector<std::int64_t>{17134, 24617, 53537});
  CHECK(bests(course(result, both)).front() == 20451);
  CHECK(bests(course(result, both)).at(1) == 28170);  // the exact sum; "more than 28,000" rounds it
  const std::vector<Conflict> conflicts = find_conflicts(result);
  CHECK(conflicts.empty());
}

TEST_CASE("a city and its country are revised together, and the addition is no toll of a day") {
  std::vector<Said> claims{
      in("Wuhan", {"2020-04-16", 2579, "city office", kOfficial}),
      in("CN", {"2020-04-16", 3342, "health commission", kOfficial}),
      in("Wuhan", told("2020-04-17", 3869, "city office", kOfficial, "Deaths were entered retrospectively.")),
      in("CN", {"2020-04-17", 4632, "health commission", kOfficial})};
  Said delta = in("Wuhan", {"2020-04-17", 1290, "city office", kOfficial});
  delta.more = true;
  claims.push_back(delta);
  const Reconciliation result = reconcile_evidence(evidence_from(claims), {});
  SeriesKey wuhan;
  wuhan.place = "Wuhan";
  SeriesKey china;
  china.place = "CN";
  REQUIRE(course(result, wuhan).size() == 2);
  CHECK(bests(course(result, wuhan)) == std::vector<std::int64_t>{2579, 3869});
  CHECK(course(result, wuhan).back().cause == ChangeCause::backlog);
  CHECK(reason_of(course(result, wuhan).back(), "c05") == "increment");
  CHECK(bests(course(result, china)) == std::vector<std::int64_t>{3342, 4632});
}

TEST_CASE(
    "certified deaths and excess mortality are two series until the government takes the other one over") {
  const std::vector<Said> claims{
      {"2017-12-09", 64, "government", kOfficial},
      with(Bound::about, {"2018-05-29", 4645, "university study", "excess_estimate"}),
      with(Bound::about, {"2018-08-28", 2975, "another university", "excess_estimate"}),
      told("2018-08-28", 2975, "government", kOfficial, "The government adopts the estimate of 2,975.")};
  const Reconciliation result = reconcile_evidence(evidence_from(claims), {});
  SeriesKey excess;
  excess.definition = Definition::excess;
  CHECK(bests(course(result, excess)).front() == 4645);
  const std::vector<Estimate> main = headlines(result);
  CHECK(bests(main) == std::vector<std::int64_t>{64, 2975});
  CHECK(main.back().cause == ChangeCause::definition);
}

TEST_CASE("the parties to a blast contradict each other: both ends are shown, neither is averaged") {
  std::vector<Said> claims{with(Bound::at_least, {"2023-10-17", 500, "health ministry", kParty}),
                           {"2023-10-18", 471, "health ministry", kParty},
                           {"2023-10-19", 100, "an intelligence service", kParty}};
  std::vector<Evidence> evidence = evidence_from(claims);
  evidence.back().quantity = {100, 300, Bound::range};
  const std::vector<Estimate> main = headlines(reconcile_evidence(evidence, {}));
  REQUIRE_FALSE(main.empty());
  CHECK(main.back().best == 471);
  CHECK(main.back().low == 100);
  CHECK(main.back().high == 471);
  CHECK(main.back().status == EstimateStatus::contested);
}

TEST_CASE("estimates of the buried and bodies found are two series, and the found may become fewer") {
  std::vector<Evidence> evidence =
      evidence_from({with(Bound::at_least, {"2024-05-24", 100, "local officials", "estimate"}),
                     with(Bound::more_than, {"2024-05-26", 670, "migration agency", "estimate"}),
                     {"2024-05-26", 6, "officials", kOfficial},
                     {"2024-05-27", 5, "officials", kOfficial},
                     {"2024-06-06", 11, "officials", kOfficial}});
  for (std::size_t i = 2; i < evidence.size(); ++i) evidence[i].definition = Definition::recovered;
  const Reconciliation result = reconcile_evidence(evidence, {});
  SeriesKey found;
  found.definition = Definition::recovered;
  SeriesKey estimated;
  estimated.definition = Definition::estimated;
  CHECK(bests(course(result, found)) == std::vector<std::int64_t>{6, 5, 11});
  CHECK(bests(course(result, estimated)) == std::vector<std::int64_t>{100, 670});
}

TEST_CASE("the identified are a floor of the reported, not a fall") {
  std::vector<Evidence> evidence = evidence_from({{"2024-05-06", 34735, "health ministry", kOfficial},
                                                  {"2024-05-08", 34844, "health ministry", kOfficial},
                                                  {"2024-05-08", 24686, "health ministry", kOfficial}});
  evidence.back().definition = Definition::identified;
  const Reconciliation result = reconcile_evidence(evidence, {});
  CHECK(bests(headlines(result)) == std::vector<std::int64_t>{34735, 34844});
  SeriesKey identified;
  identified.definition = Definition::identified;
  CHECK(bests(course(result, identified)) == std::vector<std::int64_t>{24686});
}

TEST_CASE("victims without the gunman are counted apart, and the late dead are added to them") {
  const std::vector<Said> claims{{"2017-10-03", 59, "sheriff (incl. shooter)", kOfficial},
                                 {"2017-10-05", 58, "sheriff (excl. shooter)", kOfficial},
                                 {"2020-10-01", 60, "sheriff (excl. shooter)", kOfficial}};
  const Reconciliation result = reconcile_evidence(evidence_from(claims), {});
  SeriesKey victims;
  victims.side = Side::without_attackers;
  CHECK(bests(course(result, victims)) == std::vector<std::int64_t>{58, 60});
  CHECK(bests(headlines(result)) == std::vector<std::int64_t>{59, 58, 60});
}

TEST_CASE("the rescued of a ferry were counted twice on the first day") {
  const std::vector<Said> claims{
      of(HarmKind::rescued, {"2014-04-16T05:00:00Z", 368, "safety ministry", kOfficial}),
      of(HarmKind::rescued,
         told("2014-04-16T08:00:00Z", 180, "safety ministry", kOfficial, "Some had been counted twice.")),
      of(HarmKind::rescued, {"2014-04-17T08:00:00Z", 174, "coast guard", kOfficial})};
  const std::vector<Estimate> rescued =
      headlines(reconcile_evidence(evidence_from(claims), {}), HarmKind::rescued);
  CHECK(bests(rescued) == std::vector<std::int64_t>{368, 180, 174});
  CHECK(rescued.at(1).cause == ChangeCause::double_count);
}
