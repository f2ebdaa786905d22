// What an editor should look at, and what is nothing to look at.
#include "annals/normalizer/findings.hpp"

#include <algorithm>

#include <doctest/doctest.h>

#include "claims.hpp"

using namespace annals;
using namespace annals::testing;

namespace {

std::vector<std::string> kinds(const std::vector<Conflict>& conflicts) {
  std::vector<std::string> names;
  for (const Conflict& conflict : conflicts) names.emplace_back(name_of(conflict.kind));
  return names;
}

Said in(std::string place, Said said) {
  said.place = std::move(place);
  return said;
}

std::vector<Anomaly> of_kind(const std::vector<Said>& claims, AnomalyKind kind) {
  std::vector<Anomaly> found = find_anomalies(reconcile_evidence(evidence_from(claims), {}));
  std::erase_if(found, [&](const Anomaly& anomaly) { return anomaly.kind != kind; });
  return found;
}

using Names = std::vector<std::string>;

}  // namespace

TEST_CASE("rivals are a conflict, roundings and old values are none") {
  const std::vector<Conflict> conflicts = find_conflicts(
      reconcile_evidence(evidence_from({{"2020-05-01", 40, "ministry", "official"},
                                        {"2020-05-02", 480, "ministry", "official"},
                                        {"2020-05-02", 90, "army", "party", Bound::at_most},
                                        {"2020-05-03", 40, "a paper", "media"},
                                        {"2020-05-03", 500, "a channel", "media", Bound::less_than}}),
                         {}));
  REQUIRE(kinds(conflicts) == Names{"rivals"});
  CHECK(conflicts[0].stands == 480);
  CHECK(conflicts[0].against == 90);
  CHECK(conflicts[0].stands_by == "c02");
  CHECK(conflicts[0].against_by == "c03");
  CHECK(conflicts[0].says == "ministry: 480; army: up to 90");
}

TEST_CASE("parts that do not add up to what is told of the whole") {
  const auto conflicts_with = [](std::int64_t whole) {
    return find_conflicts(
        reconcile_evidence(evidence_from({in("TR", {"2020-05-01", 1700, "AFAD", "official"}),
                                          in("SY", {"2020-05-01", 330, "SANA", "official"}),
                                          in("TR+SY", {"2020-05-01", whole, "the coordinator", "verified"})}),
                           {}));
  };
  CHECK(conflicts_with(2030).empty());
  const std::vector<Conflict> broken = conflicts_with(2601);
  REQUIRE_FALSE(broken.empty());
  CHECK(std::count_if(broken.begin(), broken.end(),
                      [](const Conflict& c) { return c.kind == ConflictKind::sum; }) == 1);
}

TEST_CASE("a part above its whole") {
  std::vector<Said> claims{{"2020-05-01", 30, "ministry", "official"},
                           {"2020-05-01", 12, "ministry", "official"}};
  claims[1].part_of = "children";
  CHECK(find_conflicts(reconcile_evidence(evidence_from(claims), {})).empty());
  claims[1].value = 45;
  CHECK(kinds(find_conflicts(reconcile_evidence(evidence_from(claims), {}))) == Names{"subset"});
}

TEST_CASE("a fall is told with its cause, or as unexplained") {
  std::vector<Said> claims{{"2020-05-01", 115, "county", "official"},
                           {"2020-05-09", 97, "county", "official"}};
  std::vector<Anomaly> drops = of_kind(claims, AnomalyKind::drop);
  REQUIRE(drops.size() == 1);
  CHECK_FALSE(drops[0].cause.has_value());
  CHECK(drops[0].says == "fell from 115 to 97: unexplained");
  claims[1].quote = "Some had been counted twice, the county said, and the number is 97.";
  drops = of_kind(claims, AnomalyKind::drop);
  REQUIRE(drops.size() == 1);
  CHECK(drops[0].cause == ChangeCause::double_count);
  CHECK(of_kind({{"2020-05-01", 97, "county", "official"}, {"2020-05-09", 115, "county", "official"}},
                AnomalyKind::drop)
            .empty());
}

TEST_CASE("a jump after days, not one of the first hours") {
  CHECK(of_kind({{"2020-05-01", 31, "ministry", "official"}, {"2020-05-02", 212, "ministry", "official"}},
                AnomalyKind::jump)
            .empty());
  const std::vector<Anomaly> jumps = of_kind({{"2020-05-01", 200, "ministry", "official"},
                                              {"2020-05-05", 212, "ministry", "official"},
                                              {"2020-05-09", 640, "ministry", "official"}},
                                             AnomalyKind::jump);
  REQUIRE(jumps.size() == 1);
  CHECK(jumps[0].before == 212);
  CHECK(jumps[0].after == 640);
}

TEST_CASE("a plateau that was told again, and then a rise") {
  std::vector<Said> claims{{"2020-05-01", 200, "ministry", "official"},
                           {"2020-05-05", 200, "a paper", "media"},
                           {"2020-05-09", 200, "a channel", "media"},
                           {"2020-05-13", 200, "ministry", "official"},
                           {"2020-05-20", 231, "ministry", "official"}};
  CHECK(of_kind(claims, AnomalyKind::plateau).size() == 1);
  claims.pop_back();  // nothing came after it
  CHECK(of_kind(claims, AnomalyKind::plateau).empty());
}

TEST_CASE("an addition and a total that do not fit what stood") {
  const auto breaks = [](std::int64_t added) {
    std::vector<Said> claims{{"2020-05-01", 80, "ministry", "official"},
                             {"2020-05-02", added, "ministry", "official"},
                             {"2020-05-02", 95, "ministry", "official"}};
    claims[1].more = true;
    return of_kind(claims, AnomalyKind::arithmetic);
  };
  CHECK(breaks(15).empty());
  REQUIRE(breaks(12).size() == 1);
  CHECK(breaks(12)[0].before == 80);
  CHECK(breaks(12)[0].after == 83);
}

TEST_CASE("a source that fell silent while others went on") {
  std::vector<Said> claims{
      {"2020-05-01", 80, "ministry", "official"}, {"2020-05-02", 90, "ministry", "official"},
      {"2020-05-03", 99, "ministry", "official"}, {"2020-05-20", 120, "hospital", "field"},
      {"2020-05-25", 130, "hospital", "field"},   {"2020-05-30", 140, "hospital", "field"}};
  const std::vector<Anomaly> silences = of_kind(claims, AnomalyKind::silence);
  REQUIRE(silences.size() == 1);
  CHECK(silences[0].says == "ministry gave 3 figures and none in the 27 days since: unexplained");
  claims.resize(4);
  CHECK(of_kind(claims, AnomalyKind::silence).empty());
}
