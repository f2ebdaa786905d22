#include <set>
#include <string>

#include <doctest/doctest.h>

#include "annals/model/article.hpp"
#include "annals/model/claim.hpp"
#include "annals/model/figure.hpp"
#include "annals/model/reconciliation.hpp"
#include "annals/model/series.hpp"
#include "annals/model/timex.hpp"

using namespace annals;

namespace {

Quantity quantity(std::optional<std::int64_t> low, std::optional<std::int64_t> high, Bound bound) {
  return {low, high, bound};
}

// Every enumerator up to `last` has a name of its own, and the name leads back to it.
template <typename Enum, typename Named>
void check_names(Enum last, Named named) {
  std::set<std::string> seen;
  for (int i = 0; i <= static_cast<int>(last); ++i) {
    const auto value = static_cast<Enum>(i);
    const std::string name(name_of(value));
    INFO(name);
    CHECK_FALSE(name.empty());
    CHECK(seen.insert(name).second);
    CHECK(named(name) == std::optional<Enum>(value));
  }
  CHECK_FALSE(named(""));
  CHECK_FALSE(named("no such name"));
  CHECK_FALSE(named(*seen.begin() + " "));
}

template <typename Enum>
void check_distinct(Enum last) {
  std::set<std::string> seen;
  for (int i = 0; i <= static_cast<int>(last); ++i) seen.insert(std::string(name_of(static_cast<Enum>(i))));
  CHECK(seen.size() == static_cast<std::size_t>(last) + 1);
  CHECK(seen.count("") == 0);
}

}  // namespace

TEST_CASE("names lead back to what they name") {
  check_names(HarmKind::affected, harm_kind_named);
  check_names(Unit::bodies, unit_named);
  check_names(Scope::total, scope_named);
  check_names(Frame::retracted, frame_named);
  check_names(Bound::vague, bound_named);
  check_names(ClaimType::other, claim_type_named);
  check_names(DateOrigin::dateline, date_origin_named);
  CHECK(kHarmKinds == static_cast<int>(HarmKind::affected) + 1);
  CHECK_FALSE(harm_kind_named("Killed"));
}

TEST_CASE("names that are only written are all different") {
  check_distinct(TimexType::set);
  check_distinct(TimexRelation::as_of);
  check_distinct(AnchorKind::dateline);
  check_distinct(EstimateStatus::settled);
  check_distinct(Reason::rejected);
  check_distinct(ChangeCause::rounding_refined);
}

TEST_CASE("quantities in words") {
  struct Row {
    Quantity quantity;
    std::string shown;
    std::optional<std::int64_t> point;
  };
  const Row rows[] = {
      {exactly(12), "12", 12},
      {exactly(0), "0", 0},
      {exactly(37000), "37,000", 37000},
      {quantity(12, std::nullopt, Bound::at_least), "at least 12", 12},
      {quantity(37000, std::nullopt, Bound::more_than), "more than 37,000", 37000},
      {quantity(std::nullopt, 40, Bound::at_most), "up to 40", 40},
      {quantity(std::nullopt, 300, Bound::less_than), "fewer than 300", 300},
      {quantity(250, 250, Bound::about), "about 250", 250},
      {quantity(20, 30, Bound::range), "20 to 30", 20},
      {quantity(24, 99, Bound::vague), "24-99 (vague)", 24},
      {quantity(1000000, std::nullopt, Bound::vague), "1,000,000+ (vague)", 1000000},
      {quantity(std::nullopt, std::nullopt, Bound::vague), "an unstated number", std::nullopt},
      {quantity(std::nullopt, std::nullopt, Bound::exact), "an unstated number", std::nullopt},
  };
  for (const Row& row : rows) {
    CHECK(display(row.quantity) == row.shown);
    CHECK(point(row.quantity) == row.point);
  }
}

TEST_CASE("digits are grouped by thousands") {
  const std::pair<std::int64_t, std::string> rows[] = {
      {0, "0"},
      {999, "999"},
      {1000, "1,000"},
      {-1000, "-1,000"},
      {-999, "-999"},
      {100000, "100,000"},
      {1234567, "1,234,567"},
      {INT64_MAX, "9,223,372,036,854,775,807"},
      {INT64_MIN, "-9,223,372,036,854,775,808"},
  };
  for (const auto& [number, want] : rows) CHECK(grouped(number) == want);
}

TEST_CASE("a span names bytes and is clipped to the text") {
  const std::string_view text = "12 killed";
  CHECK(slice(text, {0, 2}) == "12");
  CHECK(slice(text, {3, 99}) == "killed");
  CHECK(slice(text, {9, 12}).empty());
  CHECK(slice(text, {50, 60}).empty());
  CHECK(slice(text, {4, 2}).empty());
  CHECK(slice(text, {}).empty());
  CHECK(Span{2, 8}.contains({2, 8}));
  CHECK_FALSE(Span{2, 8}.contains({1, 3}));
  CHECK(Span{2, 8}.overlaps({7, 9}));
  CHECK_FALSE(Span{2, 8}.overlaps({8, 9}));
}

TEST_CASE("the last estimate of each series stands") {
  const auto estimate = [](const char* event, const char* place, std::int64_t best) {
    Estimate e;
    e.series.event = event;
    e.series.place = place;
    e.best = best;
    return e;
  };
  Reconciliation all;
  CHECK(current_estimates(all).empty());
  all.estimates = {estimate("a", "", 1), estimate("a", "", 2), estimate("a", "x", 3), estimate("b", "", 4)};
  const auto current = current_estimates(all);
  REQUIRE(current.size() == 3);
  CHECK(current[0].best == 2);
  CHECK(current[1].best == 3);
  CHECK(current[2].best == 4);
}
