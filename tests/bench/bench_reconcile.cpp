// How fast claims are reconciled on one core: a million of them in ten thousand series, one event after the
// other, so that memory is that of the largest; and how long one question takes of what was known on a day.
//   build/bench/tests/bench/bench_reconcile
#include <algorithm>
#include <cstdint>
#include <ctime>
#include <filesystem>
#include <iterator>
#include <string>
#include <vector>

#include <fmt/core.h>

#include "annals/normalizer/reconciler.hpp"
#include "annals/store/store.hpp"

namespace {

using namespace annals;

constexpr std::uint32_t kEvents = 10000;
constexpr std::uint32_t kClaims = 100;

std::vector<Evidence> claims_of(std::uint32_t event) {
  std::uint32_t state = event * 2654435761U + 1;
  const auto below = [&](std::uint32_t bound) {
    state = state * 1664525U + 1013904223U;
    return (state >> 8U) % bound;
  };
  std::vector<Evidence> all;
  std::int64_t toll = 10;
  for (std::uint32_t i = 0; i < kClaims; ++i) {
    if (i % 3 == 0) toll += 1 + toll * below(20) / 100 / (1 + i / 10);
    Evidence claim;
    claim.id = fmt::format("{}-{}", event, i);
    claim.event = fmt::format("event {}", event);
    const std::uint32_t source = below(12);
    claim.source = source < 3 ? "the ministry" : fmt::format("paper {}", source);
    claim.source_kind = source < 3 ? "official" : "media";
    claim.quantity = exactly(source < 9 ? toll : toll / 10 * 10);
    Instant when;
    when.seconds = 1600000000 + std::int64_t{i} * 7200;
    when.precision = Instant::Precision::second;
    claim.published = when;
    all.push_back(std::move(claim));
  }
  return all;
}

// Of the processor, so that other programs do not count.
double seconds_since(std::clock_t begun) {
  return static_cast<double>(std::clock() - begun) / CLOCKS_PER_SEC;
}

// The same questions to a store that keeps what stood when, each with a store just opened.
void ask_store(std::vector<Estimate>& all) {
  const std::filesystem::path path = std::filesystem::temp_directory_path() / "annals-bench-reconcile.db";
  const auto remove = [&] {
    for (const char* ending : {"", "-wal", "-shm"}) std::filesystem::remove(path.string() + ending);
  };
  remove();
  std::stable_sort(all.begin(), all.end(),
                   [](const Estimate& a, const Estimate& b) { return a.series.event < b.series.event; });
  Instant day;
  day.seconds = 1600000000 + std::int64_t{kClaims} / 2 * 7200;
  for (const char* times : {"first", "again"}) {
    const std::clock_t begun = std::clock();
    const auto changed =
        Store(path.string(), Store::Access::write).keep_estimates(all, {"2026-01-01", "model"});
    fmt::print("kept the {} time: {:.2f} s, {} events changed\n", times, seconds_since(begun),
               changed.size());
  }
  const auto ask = [&](const char* what, const Store::KeptQuestion& question) {
    double worst = 0;
    std::size_t answers = 0;
    for (int i = 0; i < 5; ++i) {
      const std::clock_t begun = std::clock();
      answers = Store(path.string(), Store::Access::read).kept_estimates(question).size();
      worst = std::max(worst, seconds_since(begun));
    }
    fmt::print("as of a day, {}, kept: at most {:.2f} ms, {} estimates\n", what, 1000 * worst, answers);
  };
  ask("one event", {day, "event 4711", std::nullopt});
  ask("all events", {day, std::nullopt, std::nullopt});
  remove();
}

}  // namespace

int main() {
  ReconcileOptions options;
  options.detail = Detail::last;
  double spent = 0;
  std::vector<Estimate> all;
  for (std::uint32_t event = 0; event < kEvents; ++event) {
    std::vector<Evidence> claims = claims_of(event);
    const std::clock_t begun = std::clock();
    std::vector<Estimate> course = reconcile_event(claims, options);
    spent += seconds_since(begun);
    for (Estimate& estimate : course) estimate.set_aside = {};
    all.insert(all.end(), std::make_move_iterator(course.begin()), std::make_move_iterator(course.end()));
  }
  fmt::print("{} claims in {} series: {:.2f} s, {:.0f} claims/s, {} estimates\n", kEvents * kClaims, kEvents,
             spent, kEvents * kClaims / spent, all.size());
  double worst = 0;
  for (std::uint32_t event = 0; event < 200; ++event) {
    std::vector<Evidence> claims = claims_of(event);
    options.as_of = claims[kClaims / 2].published;
    const std::clock_t begun = std::clock();
    reconcile_event(claims, options);
    worst = std::max(worst, seconds_since(begun));
  }
  fmt::print("as of a day, one event, worked out: at most {:.2f} ms\n", 1000 * worst);
  ask_store(all);
}
