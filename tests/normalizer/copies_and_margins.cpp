// Copies are reach, not evidence; margins can be checked by leaving a figure out.
#include <cmath>

#include <doctest/doctest.h>

#include "claims.hpp"
#include "normalizer/series/series_places.hpp"
#include "normalizer/stories/copies.hpp"

using namespace annals;
using namespace annals::testing;

namespace {

Document article(std::string id, std::string day, std::string publisher, std::string text) {
  Document document;
  document.article.id = std::move(id);
  document.article.publisher = std::move(publisher);
  document.article.published = StampedDate{*parse_instant(day), DateOrigin::record};
  document.article.text = std::move(text);
  return document;
}

const std::string kWire =
    "Rescue teams worked through the night in the valley of Orsk after the upper dam gave way on Sunday "
    "evening. "
    "The regional governor said that the water had reached the market square within minutes and that the "
    "bridge "
    "to the hospital was gone. Boats brought people from the roofs of the school and of two bakeries to the "
    "church "
    "on the hill, where volunteers handed out blankets and soup until the generators failed shortly before "
    "dawn.";
const std::string kOther =
    "A bus with pilgrims left the road near the pass of Tarn on Monday and fell into a ravine. The driver "
    "had "
    "reported a fault of the brakes at the last stop, a spokesman of the company said, but had been told to "
    "go on. "
    "Villagers climbed down with ropes and carried the hurt to the road, where ambulances waited for hours "
    "because "
    "snow had closed the tunnel on the northern side and the plough had broken down the week before.";

}  // namespace

TEST_CASE("a text that another outlet printed first, with a new beginning and a cut end, is its copy") {
  const std::vector<Document> documents{
      article("a", "2020-05-03", "Wire", kWire),
      article("b", "2020-05-04", "Herald", "ORSK (Wire) - Our reporters write: " + kWire.substr(0, 330)),
      article("c", "2020-05-04", "Post", kOther),
      article("d", "2020-05-20", "Late Post", kWire),  // weeks later: an archive, not a copy of the news
      article("e", "2020-05-04", "Brief", "The dam gave way."),
  };
  const std::vector<std::size_t> first =
      first_prints({&documents[0], &documents[1], &documents[2], &documents[4], &documents[3]});
  CHECK(first == std::vector<std::size_t>{0, 0, 2, 3, 4});
}

TEST_CASE("a wrong claim that is passed on a hundred times moves nothing") {
  for (const int copies : {1, 10, 100}) {
    std::vector<Said> claims{{"2020-05-01", 212, "ministry", "official"}};
    for (int i = 0; i < copies; ++i) {
      claims.push_back({"2020-05-02T0" + std::to_string(i % 10) + ":00:00Z", 9000,
                        "paper " + std::to_string(i) + " citing a witness", "media"});
    }
    claims.push_back({"2020-05-03", 214, "ministry", "official"});
    INFO(copies);
    CHECK(bests(headlines(reconcile_evidence(evidence_from(claims), {}))) ==
          std::vector<std::int64_t>{212, 214});
  }
}

TEST_CASE("without the rule for copies the same claim does move the toll") {
  std::vector<Said> claims{{"2020-05-01", 212, "ministry", "official"}};
  for (int i = 0; i < 30; ++i) {
    claims.push_back({"2020-05-02T0" + std::to_string(i % 10) + ":00:00Z", 9000,
                      "paper " + std::to_string(i) + " citing a witness", "media"});
  }
  ReconcileOptions options;
  options.parts.copies = false;
  CHECK(bests(headlines(reconcile_evidence(evidence_from(claims), options))).back() == 9000);
}

TEST_CASE("leaving a figure out gives the margin that was stated for it") {
  const std::vector<Evidence> evidence =
      evidence_from({{"2020-05-01", 212, "ministry", "official"},
                     {"2020-05-02", 212, "hospital", "field"},
                     {"2020-05-02", 200, "a paper", "media", Bound::more_than},
                     {"2020-05-02", 9000, "rebels", "party"},
                     {"2020-05-03", 330, "a channel", "media"},
                     {"2020-05-03", 90, "a post", "rumour"}});
  const Reconciliation all = reconcile_evidence(evidence, {});
  const Estimate last = headlines(all).back();
  CHECK(last.margin > 0);
  int checked = 0;
  for (const SetAside& aside : last.set_aside) {
    std::vector<Evidence> rest = evidence;
    std::erase_if(rest, [&](const Evidence& one) { return one.id == aside.evidence; });
    const Estimate without = headlines(reconcile_evidence(rest, {})).back();
    if (without.best != last.best) continue;
    INFO(aside.evidence, " ", name_of(aside.reason));
    CHECK(std::abs(without.margin - aside.margin) < 1e-9);
    ++checked;
  }
  CHECK(checked >= 4);
}

TEST_CASE("what had not been read in yet was not known to annals, whenever it was published") {
  std::vector<Evidence> evidence = evidence_from(
      {{"2020-05-01", 212, "ministry", "official"}, {"2020-05-02", 240, "ministry", "official"}});
  evidence[1].ingested = parse_instant("2020-06-01");
  ReconcileOptions options;
  options.ingested = parse_instant("2020-05-20");
  CHECK(bests(headlines(reconcile_evidence(evidence, options))) == std::vector<std::int64_t>{212});
  CHECK(bests(headlines(reconcile_evidence(evidence, {}))) == std::vector<std::int64_t>{212, 240});
}

TEST_CASE("a number many times what its region counted that repeats another's count is of the other") {
  std::vector<Evidence> claims;
  const auto say = [&claims](const char* day, std::int64_t value, const char* region) {
    std::vector<Said> said{{day, value, "the ministry", "official"}};
    said[0].article = day;
    said[0].article += region;
    Evidence evidence = evidence_from(said)[0];
    evidence.region = region;
    claims.push_back(evidence);
  };
  for (const char* day : {"2020-05-01", "2020-05-02", "2020-05-03", "2020-05-04"}) say(day, 900, "Vell");
  for (const char* day : {"2020-05-01", "2020-05-02", "2020-05-03"}) say(day, 20100, "Orsk");
  say("2020-05-06", 20000, "Vell");  // repeats what Orsk counts
  say("2020-05-07", 2600, "Vell");   // less than three times as many
  say("2020-05-08", 12000, "Vell");  // nobody else's
  say("2020-05-09", 910, "Orsk");    // smaller: of one spot or day
  tell_places_apart(claims);
  CHECK(claims[7].series_place == "Orsk");
  CHECK(claims[8].series_place.empty());
  CHECK(claims[9].series_place.empty());
  CHECK(claims[10].series_place == "Orsk");
}
