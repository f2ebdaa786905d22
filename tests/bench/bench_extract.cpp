// How fast articles are read: tokens, sentences and the whole extraction, in bytes of the sample articles a
// second, and how time grows with the length of one article (it must be linear).

#include <algorithm>
#include <string>
#include <vector>

#include <benchmark/benchmark.h>

#include "annals/extractor/extract.hpp"
#include "annals/loader/load.hpp"

#include "extractor/lexicon_data.hpp"
#include "extractor/tokenized_text.hpp"

namespace {

using namespace annals;

const Lexicon& lexicon() {
  static const Lexicon shipped = Lexicon::embedded();
  return shipped;
}

// The sample articles, in order of their paths.
const std::vector<Article>& samples() {
  static const std::vector<Article> articles = [] {
    std::vector<Article> loaded;
    const auto ignore = [](const Diagnostic&) {};
    const std::vector<std::string> paths =
        find_inputs({std::string(ANNALS_SOURCE_DIR) + "/datasets/samples"}, ignore);
    for (const std::string& path : paths) {
      if (path.find("/articles/") == std::string::npos) continue;
      load_articles(
          path, {}, [&](Article&& article) { loaded.push_back(std::move(article)); }, ignore);
    }
    return loaded;
  }();
  return articles;
}

std::int64_t sample_bytes() {
  std::int64_t bytes = 0;
  for (const Article& article : samples()) bytes += static_cast<std::int64_t>(article.text.size());
  return bytes;
}

// One article of about so many bytes, made of whole sample articles.
Article long_article(std::size_t bytes) {
  Article article = samples().front();
  article.text.clear();
  for (std::size_t i = 0; article.text.size() < bytes; ++i)
    article.text += samples()[i % samples().size()].text + "\n\n";
  return article;
}

void compile_lexicon(benchmark::State& state) {
  for (auto _ : state) benchmark::DoNotOptimize(Lexicon::embedded());
}
BENCHMARK(compile_lexicon)->Unit(benchmark::kMillisecond);

void cut_tokens(benchmark::State& state) {
  const LexiconData& data = lexicon().data();
  for (auto _ : state) {
    for (const Article& article : samples()) benchmark::DoNotOptimize(tokenize(article.text, data.words));
  }
  state.SetBytesProcessed(state.iterations() * sample_bytes());
}
BENCHMARK(cut_tokens)->Unit(benchmark::kMillisecond);

void cut_sentences(benchmark::State& state) {
  const LexiconData& data = lexicon().data();
  std::vector<std::vector<Token>> tokens;
  for (const Article& article : samples()) tokens.push_back(tokenize(article.text, data.words));
  for (auto _ : state) {
    for (const auto& of_article : tokens)
      benchmark::DoNotOptimize(split_sentences(of_article, data.words, data.sentence_rules));
  }
  state.SetBytesProcessed(state.iterations() * sample_bytes());
}
BENCHMARK(cut_sentences)->Unit(benchmark::kMillisecond);

void extract_samples(benchmark::State& state) {
  for (auto _ : state) {
    for (const Article& article : samples()) benchmark::DoNotOptimize(extract(article, lexicon()));
  }
  state.SetBytesProcessed(state.iterations() * sample_bytes());
  state.counters["articles/s"] = benchmark::Counter(static_cast<double>(samples().size()),
                                                    benchmark::Counter::kIsIterationInvariantRate);
}
BENCHMARK(extract_samples)->Unit(benchmark::kMillisecond);

void extract_long(benchmark::State& state) {
  const Article article = long_article(static_cast<std::size_t>(state.range(0)));
  for (auto _ : state) benchmark::DoNotOptimize(extract(article, lexicon()));
  state.SetBytesProcessed(state.iterations() * static_cast<std::int64_t>(article.text.size()));
  state.SetComplexityN(static_cast<std::int64_t>(article.text.size()));
}
BENCHMARK(extract_long)
    ->RangeMultiplier(4)
    ->Range(1 << 14, 1 << 22)
    ->Complexity()
    ->Unit(benchmark::kMillisecond);

}  // namespace

int main(int argc, char** argv) {
  benchmark::Initialize(&argc, argv);
  if (benchmark::ReportUnrecognizedArguments(argc, argv)) return 1;
  benchmark::RunSpecifiedBenchmarks();
  return 0;
}
