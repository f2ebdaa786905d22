// Bit by bit is the same as at once; and each part of the model is worth something on simulated tolls.
#include <array>
#include <cmath>

#include <doctest/doctest.h>

#include "annals/normalizer/reconciler.hpp"

#include "claims.hpp"

using namespace annals;
using namespace annals::testing;

namespace {

class Numbers {
 public:
  explicit Numbers(std::uint32_t seed) : state_(seed * 2654435761U + 1) {}
  std::uint32_t below(std::uint32_t bound) {
    state_ = state_ * 1664525U + 1013904223U;
    return (state_ >> 8U) % bound;
  }

 private:
  std::uint32_t state_;
};

std::string hour(int day, int at) {
  const auto two = [](int n) { return std::string(n < 10 ? "0" : "") + std::to_string(n); };
  return "2020-05-" + two(day) + "T" + two(at) + ":00:00Z";
}

// A toll that grows for three weeks and is corrected downwards once, as a ministry counts it; a governor who
// rounds it, police who are days behind, papers, and a witness whom many quote.
struct Simulated {
  std::vector<Said> claims;
  std::vector<std::int64_t> truth;  // at the end of each day, from the 1st
};

std::int64_t rounded(std::int64_t n) {
  const std::int64_t unit = n >= 1000 ? 100 : 50;
  return (n + unit / 2) / unit * unit;
}

Simulated simulate(std::uint32_t seed) {
  Numbers numbers(seed);
  Simulated made;
  std::int64_t toll = 40 + numbers.below(60);
  for (int day = 1; day <= 24; ++day) {
    if (day == 14) {
      toll -= toll / 12 + 1;
    } else if (day < 21) {
      toll += 1 + toll * (10 + numbers.below(25)) / (100 + 20 * day);
    }
    made.truth.push_back(toll);
    made.claims.push_back({hour(day, 6), toll, "the ministry", "official"});
    if (toll >= 100 && numbers.below(2) == 0)
      made.claims.push_back({hour(day, 9), rounded(toll), "the governor", "official"});
    if (day > 4 && numbers.below(2) == 0)
      made.claims.push_back(
          {hour(day, 10), made.truth[static_cast<std::size_t>(day - 2 - static_cast<int>(numbers.below(3)))],
           "the police", "official"});
    made.claims.push_back({hour(day, 12), toll, "a paper", "media"});
    if (day == 9) {
      for (int paper = 0; paper < 25; ++paper)
        made.claims.push_back(
            {hour(day, 14), 3 * toll + 1, "paper " + std::to_string(paper) + " citing a witness", "media"});
    }
  }
  return made;
}

double error_with(const ModelParts& parts) {
  double sum = 0;
  int count = 0;
  for (std::uint32_t seed = 1; seed <= 30; ++seed) {
    const Simulated made = simulate(seed);
    ReconcileOptions options;
    options.parts = parts;
    options.detail = Detail::last;
    const std::vector<Estimate> course = headlines(reconcile_evidence(evidence_from(made.claims), options));
    for (std::size_t day = 0; day < made.truth.size(); ++day) {
      const auto end = parse_instant(hour(static_cast<int>(day) + 1, 23));
      std::int64_t best = 0;
      for (const Estimate& estimate : course) {
        if (estimate.known_from <= end && estimate.best) best = *estimate.best;
      }
      sum += std::abs(static_cast<double>(best - made.truth[day])) / static_cast<double>(made.truth[day]);
      ++count;
    }
  }
  return sum / count;
}

// Numbers that nobody dates: some sources are mostly right, many mostly wrong, and some round.
double wrong_with(const ModelParts& parts) {
  Numbers numbers(7);
  std::vector<Evidence> all;
  std::vector<std::int64_t> truth;
  for (int town = 0; town < 150; ++town) {
    const std::int64_t value = 1000 + numbers.below(90000);
    const std::int64_t slip = value + 37 + numbers.below(2000);
    truth.push_back(value);
    for (std::uint32_t source = 0; source < 9; ++source) {
      if (numbers.below(2) == 0) continue;
      const std::uint32_t right = source < 3 ? 97 : 35;
      const bool knows = numbers.below(100) < right;
      std::int64_t said = knows ? value : numbers.below(3) == 0 ? value + 1 + numbers.below(5000) : slip;
      if (knows && numbers.below(4) == 0) said = (value + 500) / 1000 * 1000;
      Evidence claim;
      claim.id = std::to_string(all.size());
      claim.event = "town " + std::to_string(town);
      claim.kind = HarmKind::affected;
      claim.measure = "population";
      claim.quantity = exactly(said);
      claim.source = "source " + std::to_string(source);
      all.push_back(std::move(claim));
    }
  }
  ReconcileOptions options;
  options.parts = parts;
  const Reconciliation result = reconcile_evidence(all, options);
  int wrong = 0;
  for (int town = 0; town < 150; ++town) {
    std::int64_t best = -1;
    for (const Estimate& estimate : result.estimates) {
      if (estimate.series.event == "town " + std::to_string(town)) best = estimate.best.value_or(-1);
    }
    if (best != truth[static_cast<std::size_t>(town)]) ++wrong;
  }
  return wrong;
}

}  // namespace

TEST_CASE("each part of the model is worth something") {
  const double full = error_with({});
  MESSAGE("mean relative error of simulated tolls, all parts: ", full);
  CHECK(full < 0.02);
  const auto without = [&](const char* name, bool ModelParts::*part) {
    ModelParts parts;
    parts.*part = false;
    const double error = error_with(parts);
    MESSAGE("without ", std::string(name), ": ", error);
    CHECK(error > full);
  };
  without("rounding", &ModelParts::rounding);
  without("staleness", &ModelParts::staleness);
  without("copies", &ModelParts::copies);
  without("down_moves", &ModelParts::down_moves);
  const double wrong = wrong_with({});
  ModelParts unlearned;
  unlearned.learning = false;
  MESSAGE("wrong of 150 undated numbers: ", wrong, ", without learning: ", wrong_with(unlearned));
  CHECK(wrong_with(unlearned) > wrong);
}

TEST_CASE("evidence that comes bit by bit, in any order, gives what all of it gives at once") {
  for (std::uint32_t seed = 1; seed <= 4; ++seed) {
    std::vector<Evidence> all;
    for (std::uint32_t event = 0; event < 5; ++event) {
      for (Evidence one : evidence_from(simulate(seed * 10 + event).claims)) {
        one.event = "event " + std::to_string(event);
        one.id = one.event + " " + one.id;
        all.push_back(std::move(one));
      }
    }
    ReconcileOptions options;
    options.parts.learning = false;
    Numbers numbers(seed);
    std::vector<Evidence> mixed = all;
    for (std::size_t i = mixed.size(); i > 1; --i)
      std::swap(mixed[i - 1], mixed[numbers.below(static_cast<std::uint32_t>(i))]);
    Reconciler running(options);
    for (std::size_t from = 0; from < mixed.size();) {
      const std::size_t to = std::min(mixed.size(), from + 1 + numbers.below(60));
      running.add({mixed.begin() + static_cast<std::ptrdiff_t>(from),
                   mixed.begin() + static_cast<std::ptrdiff_t>(to)});
      from = to;
    }
    CHECK(running.result() == reconcile_evidence(all, options));
  }
}

TEST_CASE("a figure that is added touches its own event only") {
  Reconciler running({});
  std::vector<Evidence> first = evidence_from({{"2020-05-01", 12, "ministry", "official"}});
  std::vector<Evidence> second = evidence_from({{"2020-05-01", 40, "ministry", "official"}});
  second[0].event = "flood";
  second[0].id = "f1";
  CHECK(running.add(first) == std::vector<std::string>{"quake"});
  CHECK(running.add(second) == std::vector<std::string>{"flood"});
  CHECK(running.estimates_of("quake").size() == 1);
  CHECK(running.estimates_of("fire").empty());
}

// --- articles

namespace {

struct Place {
  const char* name;
  const char* happening;
};
constexpr std::array<Place, 5> kPlaces{
    {{"Selm", "quake"}, {"Orsk", "ferry"}, {"Tarn", "landslide"}, {"Brod", "blast"}, {"Lund", "flood"}}};

Document report(std::uint32_t number, Numbers& numbers) {
  const std::uint32_t at = numbers.below(kPlaces.size());
  const Place& place = kPlaces[at];
  const int day = 1 + static_cast<int>(numbers.below(9)) + static_cast<int>(at) * 3;
  Document document;
  document.article.id = "a" + std::to_string(number);
  document.article.publisher = "paper " + std::to_string(numbers.below(4));
  document.article.published = StampedDate{*parse_instant(hour(day, 6)), DateOrigin::record};
  const std::int64_t killed = 10 * (at + 1) + static_cast<std::uint32_t>(day) * (1 + numbers.below(3));
  const bool nameless = numbers.below(7) == 0;
  document.article.text = nameless ? "The toll rose again overnight."
                                   : "Rescuers in " + std::string(place.name) + " searched after the " +
                                         place.happening + " that struck the valley of " + place.name + ".";
  Claim claim;
  claim.span = {0, static_cast<std::uint32_t>(document.article.text.size())};
  document.extraction.claims.push_back(claim);
  Figure figure;
  figure.quantity = exactly(killed);
  figure.scope = numbers.below(2) == 0 ? Scope::total : Scope::event;
  if (!nameless) figure.place = Quote{{}, place.name};
  document.extraction.figures.push_back(figure);
  return document;
}

std::vector<Document> reports(std::uint32_t seed, std::uint32_t count) {
  Numbers numbers(seed);
  std::vector<Document> all;
  for (std::uint32_t i = 0; i < count; ++i) all.push_back(report(i, numbers));
  return all;
}

ReconcileOptions not_learning() {
  ReconcileOptions options;
  options.parts.learning = false;
  return options;
}

}  // namespace

TEST_CASE("articles that come one by one, in any order, give what all of them at once give") {
  for (std::uint32_t seed = 1; seed <= 6; ++seed) {
    std::vector<Document> documents = reports(seed, 40);
    const Reconciliation at_once = reconcile(documents, not_learning());
    REQUIRE(at_once.events.size() >= 4);
    Numbers numbers(seed + 99);
    for (int order = 0; order < 3; ++order) {
      for (std::size_t i = documents.size(); i > 1; --i)
        std::swap(documents[i - 1], documents[numbers.below(static_cast<std::uint32_t>(i))]);
      Reconciler running(not_learning());
      std::size_t next = 0;
      while (next < documents.size()) {
        const std::size_t until = std::min(documents.size(), next + 1 + numbers.below(4));
        running.add_articles({documents.begin() + static_cast<std::ptrdiff_t>(next),
                              documents.begin() + static_cast<std::ptrdiff_t>(until)});
        next = until;
      }
      INFO("seed ", seed, ", order ", order);
      CHECK(running.result() == at_once);
      CHECK(reconcile(documents, not_learning()) == at_once);
    }
  }
}

TEST_CASE("an article that is added touches the events it belongs to and no other") {
  const auto told = [](const char* id, const char* day, const std::string& place, std::int64_t killed) {
    Document document;
    document.article.id = id;
    document.article.text = "A quake shook the town of " + place + " in the hills of " + place + ".";
    document.article.published = StampedDate{*parse_instant(day), DateOrigin::record};
    Figure figure;
    figure.quantity = exactly(killed);
    figure.place = Quote{{}, place};
    document.extraction.figures.push_back(figure);
    return document;
  };
  Reconciler running(not_learning());
  CHECK(running
            .add_articles({told("a", "2020-05-01", "Selm", 3), told("b", "2020-05-01", "Orsk", 7),
                           told("c", "2020-05-02", "Tarn", 5), told("d", "2020-05-02", "Brod", 9),
                           told("e", "2020-05-02", "Lund", 2)})
            .size() == 5);
  CHECK(running.add_articles({told("f", "2020-05-03", "Orsk", 11)}) ==
        std::vector<std::string>{"2020-05-01-orsk"});
  CHECK(running.add_articles({told("g", "2020-05-03", "Viborg", 4)}) ==
        std::vector<std::string>{"2020-05-03-viborg"});
  CHECK(running.add_articles({}).empty());
  const std::vector<Estimate> orsk = running.estimates_of("2020-05-01-orsk");
  REQUIRE(orsk.size() == 2);
  CHECK(orsk.back().best == 11);
}

TEST_CASE("a later article can bind two events together, and what it bound does not depend on the order") {
  const auto told = [](const char* id, const char* day, const std::string& text, std::int64_t killed) {
    Document document;
    document.article.id = id;
    document.article.text = text;
    document.article.published = StampedDate{*parse_instant(day), DateOrigin::record};
    Figure figure;
    figure.quantity = exactly(killed);
    document.extraction.figures.push_back(figure);
    return document;
  };
  const std::vector<Document> documents{
      told("a", "2020-05-01", "Rain flooded the river Morava and the streets of Selm.", 3),
      told("b", "2020-05-01", "Rain flooded the fields near Orsk in the plain of Kalin.", 4),
      told("c", "2020-05-02",
           "Rain flooded the river Morava, the streets of Selm, and the fields near Orsk in the plain of "
           "Kalin.",
           9)};
  Reconciler forward(not_learning());
  for (const Document& document : documents) forward.add_articles({document});
  Reconciler backward(not_learning());
  for (std::size_t i = documents.size(); i-- > 0;) backward.add_articles({documents[i]});
  CHECK(forward.result() == backward.result());
  CHECK(forward.result() == reconcile(documents, not_learning()));
}

TEST_CASE("work that nobody waits for ends at the next event and leaves nothing") {
  struct Enough {};
  int left = 3;
  ReconcileOptions options;
  options.checkpoint = [&] {
    if (--left == 0) throw Enough{};
  };
  CHECK_THROWS_AS(reconcile(reports(1, 40), options), Enough);
  CHECK(left == 0);
}
