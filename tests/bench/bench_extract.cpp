// How fast articles are read, in bytes of their texts a second:
//   - each step by itself, given what the steps before it made, and the share of each in the whole;
//   - tokens with times, and the whole extraction, of one article of 1, 10 and 100 MB: the rate must stay the
//     same;
//   - each input of the fuzz corpus: its time for a byte, as a multiple of that of plain news.
// Of the sample articles, or of those at a path:  bench_extract --articles=FILE

#include <algorithm>
#include <array>
#include <chrono>
#include <cmath>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include <benchmark/benchmark.h>

#include "annals/extractor/extract.hpp"

#include "bench_articles.hpp"
#include "extractor/extraction_steps.hpp"
#include "extractor/lexicon_data.hpp"
#include "extractor/temporal/timexes.hpp"

namespace {

using namespace annals;
using Clock = std::chrono::steady_clock;

const Lexicon& lexicon() {
  static const Lexicon shipped = Lexicon::embedded();
  return shipped;
}

void compile_lexicon(benchmark::State& state) {
  for (auto _ : state) benchmark::DoNotOptimize(Lexicon::embedded());
}
BENCHMARK(compile_lexicon)->Unit(benchmark::kMillisecond);

TokenizedText tokens_of(const Article& article) {
  const LexiconData& data = lexicon().data();
  TokenizedText text{article.text, tokenize(article.text, data.words), {}};
  text.sentences = split_sentences(text.tokens, data.words, data.sentence_rules);
  return text;
}

std::vector<Timex> times_of(const TokenizedText& text, const Article& article) {
  return recognize_timexes(text, lexicon().data(), anchor_day(article), std::nullopt);
}

void cut_tokens(benchmark::State& state) {
  for (auto _ : state) {
    for (const Article& article : bench::articles()) benchmark::DoNotOptimize(tokens_of(article));
  }
  state.SetBytesProcessed(state.iterations() * bench::bytes_of_articles());
}
BENCHMARK(cut_tokens)->Unit(benchmark::kMillisecond);

void tokens_and_times(benchmark::State& state) {
  for (auto _ : state) {
    for (const Article& article : bench::articles())
      benchmark::DoNotOptimize(times_of(tokens_of(article), article));
  }
  state.SetBytesProcessed(state.iterations() * bench::bytes_of_articles());
}
BENCHMARK(tokens_and_times)->Unit(benchmark::kMillisecond);

void whole_extraction(benchmark::State& state) {
  for (auto _ : state) {
    for (const Article& article : bench::articles()) benchmark::DoNotOptimize(extract(article, lexicon()));
  }
  state.SetBytesProcessed(state.iterations() * bench::bytes_of_articles());
  state.counters["articles/s"] = benchmark::Counter(static_cast<double>(bench::articles().size()),
                                                    benchmark::Counter::kIsIterationInvariantRate);
}
BENCHMARK(whole_extraction)->Unit(benchmark::kMillisecond);

// Percent of the whole, by step.
void shares_of_steps(benchmark::State& state) {
  std::array<double, kExtractionSteps> seconds{};
  double all = 0;
  for (auto _ : state) {
    for (const Article& article : bench::articles()) {
      auto last = Clock::now();
      benchmark::DoNotOptimize(extract_in_steps(article, lexicon(), [&](ExtractionStep step) {
        const auto now = Clock::now();
        const double passed = std::chrono::duration<double>(now - last).count();
        seconds[static_cast<std::size_t>(step)] += passed;
        all += passed;
        last = now;
      }));
    }
  }
  for (int step = 0; step < kExtractionSteps; ++step) {
    const double share = 100 * seconds[static_cast<std::size_t>(step)] / all;
    state.counters[std::string(name_of(static_cast<ExtractionStep>(step))) + " %"] =
        std::round(share * 10) / 10;
  }
}
BENCHMARK(shares_of_steps)->Unit(benchmark::kMillisecond);

constexpr std::int64_t kMegabyte = 1000 * 1000;

void one_long_text(benchmark::State& state, bool whole) {
  const Article article = bench::long_article(static_cast<std::size_t>(state.range(0) * kMegabyte));
  for (auto _ : state) {
    if (whole) {
      benchmark::DoNotOptimize(extract(article, lexicon()));
    } else {
      benchmark::DoNotOptimize(times_of(tokens_of(article), article));
    }
  }
  state.SetBytesProcessed(state.iterations() * static_cast<std::int64_t>(article.text.size()));
}
BENCHMARK_CAPTURE(one_long_text, tokens_and_times, false)
    ->Arg(1)
    ->Arg(10)
    ->Arg(100)
    ->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(one_long_text, whole_extraction, true)
    ->Arg(1)
    ->Arg(10)
    ->Arg(100)
    ->Unit(benchmark::kMillisecond);

template <typename Read>
double seconds_a_byte(const Article& article, const Read& read) {
  constexpr int kRuns = 15;
  double best = 1e9;
  for (int run = 0; run < kRuns; ++run) {
    const auto start = Clock::now();
    read(article);
    best = std::min(best, std::chrono::duration<double>(Clock::now() - start).count());
  }
  return best / static_cast<double>(article.text.size());
}

// Each input of the fuzz corpus, repeated to the length of the plain news it is compared with.
void hostile_text(benchmark::State& state, const std::string& path) {
  constexpr std::size_t kLength = 64'000;
  std::ifstream file(path, std::ios::binary);
  const std::string bytes{std::istreambuf_iterator<char>(file), {}};
  Article hostile = bench::articles().front();
  hostile.text.clear();
  while (!bytes.empty() && hostile.text.size() < kLength) hostile.text += bytes;
  const Article plain = bench::long_article(kLength);
  const auto times = [](const Article& article) {
    benchmark::DoNotOptimize(times_of(tokens_of(article), article));
  };
  const auto whole = [](const Article& article) { benchmark::DoNotOptimize(extract(article, lexicon())); };
  for (auto _ : state) {
    state.counters["times, x plain news"] = seconds_a_byte(hostile, times) / seconds_a_byte(plain, times);
    state.counters["whole, x plain news"] = seconds_a_byte(hostile, whole) / seconds_a_byte(plain, whole);
  }
}

void register_hostile_texts() {
  std::vector<std::string> paths;
  for (const auto& entry :
       std::filesystem::directory_iterator(std::string(ANNALS_SOURCE_DIR) + "/tests/fuzz/corpus/extract"))
    paths.push_back(entry.path().string());
  std::sort(paths.begin(), paths.end());
  for (const std::string& path : paths) {
    const std::string name = "hostile_text/" + std::filesystem::path(path).filename().string();
    benchmark::RegisterBenchmark(name.c_str(), [path](benchmark::State& state) { hostile_text(state, path); })
        ->Iterations(1)
        ->Unit(benchmark::kMillisecond);
  }
}

}  // namespace

int main(int argc, char** argv) {
  bench::choose_articles(argc, argv);
  benchmark::Initialize(&argc, argv);
  if (benchmark::ReportUnrecognizedArguments(argc, argv)) return 1;
  register_hostile_texts();
  benchmark::RunSpecifiedBenchmarks();
  return 0;
}
