#pragma once
// The articles that the benchmarks read: those of the samples, or of the path given by --articles=PATH.

#include <string>
#include <vector>

#include "annals/loader/load.hpp"

namespace annals::bench {

// Takes --articles=PATH out of the arguments; call before benchmark::Initialize.
void choose_articles(int& argc, char** argv);

// In order of their paths; never empty.
const std::vector<Article>& articles();
std::int64_t bytes_of_articles();

// One article of at least so many bytes, made of whole articles.
Article long_article(std::size_t bytes);

}  // namespace annals::bench
