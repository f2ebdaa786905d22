#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "extractor/figures/totals.hpp"
#include "extractor/reading.hpp"

using namespace annals;

namespace {

Figure figure(std::int64_t n, std::uint32_t sentence, std::string victims = {}) {
  Figure f;
  f.quantity = exactly(n);
  f.sentence = sentence;
  if (!victims.empty()) f.victims = Quote{{0, 1}, std::move(victims)};
  return f;
}

std::optional<std::int64_t> killed(const std::vector<Figure>& figures) {
  const auto total = total_up(figures)[static_cast<std::size_t>(HarmKind::killed)];
  return total ? total->best : std::nullopt;
}

std::vector<Figure> marked(std::vector<Figure> figures) {
  mark_repeats(figures);
  return figures;
}

}  // namespace

TEST_CASE("the same number of the same people again is a repeat") {
  CHECK(marked({figure(12, 0, "people"), figure(12, 3, "people")})[1].duplicate_of == 0);
  CHECK(marked({figure(12, 0), figure(12, 3, "miners")})[1].duplicate_of == 0);
  CHECK(marked({figure(12, 0, "miners"), figure(12, 3, "people")})[1].duplicate_of == 0);
  const auto three = marked({figure(12, 0), figure(12, 1), figure(12, 2)});
  CHECK(three[1].duplicate_of == 0);
  CHECK(three[2].duplicate_of == 0);
}

TEST_CASE("what only looks alike is no repeat") {
  const auto second = [](Figure a, Figure b) { return marked({std::move(a), std::move(b)})[1].duplicate_of; };
  CHECK_FALSE(second(figure(12, 0), figure(13, 1)));
  CHECK_FALSE(second(figure(12, 0, "miners"), figure(12, 1, "soldiers")));
  CHECK_FALSE(second(figure(12, 0, "men"), figure(12, 0, "women")));
  Figure injured = figure(12, 1);
  injured.kind = HarmKind::injured;
  CHECK_FALSE(second(figure(12, 0), injured));
  Figure families = figure(12, 1);
  families.unit = Unit::families;
  CHECK_FALSE(second(figure(12, 0), families));
  Figure feared = figure(12, 1);
  feared.frame = Frame::feared;
  CHECK_FALSE(second(figure(12, 0), feared));
  Figure unstated = figure(12, 0);
  unstated.quantity = {std::nullopt, std::nullopt, Bound::vague};
  Figure again = unstated;
  again.sentence = 1;
  CHECK_FALSE(second(unstated, again));
}

TEST_CASE("an article's toll: its running total, else the parts of one sentence summed") {
  CHECK_FALSE(killed({}));
  CHECK(killed({figure(12, 0)}) == 12);
  CHECK(killed({figure(12, 0), figure(3, 0)}) == 15);
  CHECK(killed({figure(12, 0), figure(12, 0)}) == 24);
  Figure total = figure(31, 1);
  total.scope = Scope::total;
  CHECK(killed({figure(12, 0), total}) == 31);
  CHECK(killed({total, figure(12, 2)}) == 31);
}

TEST_CASE("subsets, repeats, fears and other events are not part of an article's toll") {
  Figure part = figure(5, 0);
  part.part = true;
  Figure feared = figure(500, 1);
  feared.frame = Frame::feared;
  Figure background = figure(900, 1);
  background.frame = Frame::background;
  Figure denied = figure(700, 1);
  denied.frame = Frame::denied;
  Figure unstated = figure(1, 0);
  unstated.quantity = {std::nullopt, std::nullopt, Bound::vague};
  CHECK(killed(marked({figure(12, 0), part, feared, background, denied, unstated, figure(12, 4)})) == 12);
  CHECK_FALSE(killed({part, feared}));
}

TEST_CASE("kinds are totalled apart") {
  const Extraction found = read("Nine people were killed and 31 injured in the crash.");
  const auto best = [&](HarmKind kind) { return found.totals[static_cast<std::size_t>(kind)]; };
  REQUIRE(best(HarmKind::killed));
  REQUIRE(best(HarmKind::injured));
  CHECK(best(HarmKind::killed)->best == 9);
  CHECK(best(HarmKind::injured)->best == 31);
  CHECK_FALSE(best(HarmKind::missing));
}
