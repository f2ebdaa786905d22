// What holds for every input: order does not matter, every figure has one reason, the past does not change.
#include <set>
#include <tuple>

#include <doctest/doctest.h>

#include "claims.hpp"

using namespace annals;
using namespace annals::testing;

namespace {

// A fixed sequence of numbers, the same on every machine.
class Numbers {
 public:
  explicit Numbers(std::uint32_t seed) : state_(seed) {}
  std::uint32_t below(std::uint32_t bound) {
    state_ = state_ * 1664525U + 1013904223U;
    return (state_ >> 8U) % bound;
  }

 private:
  std::uint32_t state_;
};

std::vector<Evidence> many_claims(std::uint32_t seed) {
  Numbers numbers(seed);
  const std::vector<std::string> sources{
      "ministry", "a paper", "police",     "rebels", "UN office citing the ministry",
      "hospital", "",        "observatory"};
  const std::vector<std::string> kinds{"official", "media", "official", "party",
                                       "agency",   "field", "",         "ngo"};
  const std::vector<Bound> bounds{Bound::exact, Bound::exact,     Bound::at_least, Bound::more_than,
                                  Bound::about, Bound::less_than, Bound::vague};
  const std::vector<Frame> frames{Frame::reported, Frame::reported,   Frame::reported, Frame::reported,
                                  Frame::feared,   Frame::background, Frame::retracted};
  const std::vector<std::string> places{"", "", "TR", "SY", "TR+SY"};
  std::vector<Said> claims;
  for (std::uint32_t i = 0; i < 60; ++i) {
    const std::uint32_t source = numbers.below(8);
    const std::uint32_t day = 1 + numbers.below(28);
    const std::string date = "2020-05-" + std::string(day < 10 ? "0" : "") + std::to_string(day);
    Said said{numbers.below(20) == 0 ? "" : date, 10 + day * (1 + numbers.below(4)), sources[source],
              kinds[source]};
    said.bound = bounds[numbers.below(7)];
    said.frame = frames[numbers.below(7)];
    said.place = places[numbers.below(5)];
    said.part_of = numbers.below(6) == 0 ? "children" : "";
    said.more = numbers.below(12) == 0;
    said.kind = numbers.below(4) == 0 ? HarmKind::missing : HarmKind::killed;
    claims.push_back(said);
  }
  return evidence_from(claims);
}

std::vector<Evidence> shuffled(std::vector<Evidence> evidence, std::uint32_t seed) {
  Numbers numbers(seed);
  for (std::size_t i = evidence.size(); i > 1; --i)
    std::swap(evidence[i - 1], evidence[numbers.below(static_cast<std::uint32_t>(i))]);
  return evidence;
}

const std::vector<Policy> kPolicies = all_policies();

}  // namespace

TEST_CASE("any order of the claims gives the same result, and so does a second run") {
  for (std::uint32_t seed = 1; seed <= 8; ++seed) {
    for (const Policy policy : kPolicies) {
      const Reconciliation once = reconcile_evidence(many_claims(seed), {policy, std::nullopt});
      CHECK(once == reconcile_evidence(many_claims(seed), {policy, std::nullopt}));
      CHECK(once == reconcile_evidence(shuffled(many_claims(seed), seed + 7), {policy, std::nullopt}));
    }
  }
}

TEST_CASE("every figure is carried or set aside once in the last estimate of its series") {
  for (std::uint32_t seed = 1; seed <= 8; ++seed) {
    for (const Policy policy : kPolicies) {
      const Reconciliation result = reconcile_evidence(many_claims(seed), {policy, std::nullopt});
      std::set<std::string> told;
      for (const Estimate& estimate : result.estimates) {
        std::set<std::string> once;
        for (const std::string& id : estimate.carried_by) CHECK(once.insert(id).second);
        for (const SetAside& aside : estimate.set_aside) CHECK(once.insert(aside.evidence).second);
      }
      for (const Estimate& estimate : current_estimates(result)) {
        told.insert(estimate.carried_by.begin(), estimate.carried_by.end());
        for (const SetAside& aside : estimate.set_aside) told.insert(aside.evidence);
      }
      CHECK(told.size() == result.evidence.size());
    }
  }
}

TEST_CASE("a headline at the end answers for every figure of its kind") {
  for (std::uint32_t seed = 1; seed <= 8; ++seed) {
    const Reconciliation result = reconcile_evidence(many_claims(seed), {});
    for (const HarmKind kind : {HarmKind::killed, HarmKind::missing}) {
      const std::vector<Estimate> headline = headlines(result, kind);
      REQUIRE_FALSE(headline.empty());
      for (const Evidence& evidence : result.evidence) {
        if (evidence.kind != kind) continue;
        INFO(seed, " ", evidence.id);
        CHECK(reason_of(headline.back(), evidence.id) != "not mentioned");
      }
    }
  }
}

TEST_CASE("what stood does not change when later figures arrive") {
  const auto number = [](const Estimate& e) {
    return std::make_tuple(e.series, e.known_from, e.best, e.low, e.high, e.bound, e.headline, e.cause,
                           e.reason);
  };
  for (std::uint32_t seed = 1; seed <= 8; ++seed) {
    const Reconciliation all = reconcile_evidence(many_claims(seed), {});
    for (const char* day : {"2020-05-05", "2020-05-12", "2020-05-20"}) {
      const auto then = parse_instant(day);
      const Reconciliation early = reconcile_evidence(many_claims(seed), {Policy::model, then});
      std::vector<decltype(number(all.estimates[0]))> expected;
      for (const Estimate& estimate : all.estimates) {
        if (!estimate.known_from || *estimate.known_from <= *then) expected.push_back(number(estimate));
      }
      std::vector<decltype(number(all.estimates[0]))> got;
      for (const Estimate& estimate : early.estimates) got.push_back(number(estimate));
      CHECK(got == expected);
    }
  }
}

TEST_CASE("best is a reported figure or the sum of the figures that carry it") {
  for (std::uint32_t seed = 1; seed <= 8; ++seed) {
    const Reconciliation result = reconcile_evidence(many_claims(seed), {});
    for (const Estimate& estimate : result.estimates) {
      if (!estimate.best) continue;
      std::int64_t sum = 0;
      for (const std::string& id : estimate.carried_by) {
        for (const Evidence& evidence : result.evidence) {
          if (evidence.id == id) sum += point(evidence.quantity).value_or(0);
        }
      }
      CHECK(sum == *estimate.best);
      if (estimate.low) CHECK(*estimate.low <= *estimate.best);
      if (estimate.high) CHECK(*estimate.high >= *estimate.best);
    }
  }
}
