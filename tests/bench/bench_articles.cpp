#include "bench_articles.hpp"

#include <algorithm>
#include <string_view>

#include "annals/model/error.hpp"

namespace annals::bench {

namespace {

std::string& chosen_path() {
  static std::string path = std::string(ANNALS_SOURCE_DIR) + "/datasets/samples";
  return path;
}

std::vector<Article> read_articles(const std::string& from) {
  std::vector<Article> loaded;
  const auto ignore = [](const Diagnostic&) {};
  for (const std::string& path : find_inputs({from}, ignore)) {
    if (path.ends_with("expected.json")) continue;
    load_articles(
        path, {}, [&](Article&& article) { loaded.push_back(std::move(article)); }, ignore);
  }
  if (loaded.empty()) throw Error(Error::Kind::input, from + ": no articles to measure with");
  return loaded;
}

}  // namespace

void choose_articles(int& argc, char** argv) {
  constexpr std::string_view kOption = "--articles=";
  const auto end = std::remove_if(argv + 1, argv + argc, [&](const char* argument) {
    const bool ours = std::string_view(argument).starts_with(kOption);
    if (ours) chosen_path() = argument + kOption.size();
    return ours;
  });
  argc = static_cast<int>(end - argv);
}

const std::vector<Article>& articles() {
  static const std::vector<Article> loaded = read_articles(chosen_path());
  return loaded;
}

std::int64_t bytes_of_articles() {
  std::int64_t bytes = 0;
  for (const Article& article : articles()) bytes += static_cast<std::int64_t>(article.text.size());
  return bytes;
}

Article long_article(std::size_t bytes) {
  Article article = articles().front();
  article.text.clear();
  for (std::size_t i = 0; article.text.size() < bytes; ++i)
    article.text += articles()[i % articles().size()].text + "\n\n";
  return article;
}

}  // namespace annals::bench
