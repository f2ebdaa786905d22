#pragma once
// What differs between two runs, and why: events, headline figures and the series beside them.
//   before: killed 111,481;  after, with one more article: killed 112,250
//   // => revised, new_article, {the article that carries 112,250}
// Events are the same when they have the same id, else when most of their articles are the same. A figure
// that only changed its sources is no difference.

#include <cstddef>
#include <vector>

#include "annals/model/run.hpp"

namespace annals {

// In order of the later run's events, kinds and series; what is gone follows.
std::vector<Difference> compare_runs(const Run& before, const Run& after);

// How the articles differ, whether or not that moved a figure.
struct ArticleChanges {
  std::size_t added = 0;
  std::size_t edited = 0;
  std::size_t gone = 0;
};
ArticleChanges compare_articles(const Run& before, const Run& after);

}  // namespace annals
