#pragma once
// Some hundred articles that are read by several threads at once. The result is in the order of the articles
// and the same for any number of threads.
//   ExtractionBatch batch(std::move(articles), lexicon, 4);  // begins
//   std::vector<Document> documents = batch.finish();        // waits

#include <atomic>
#include <exception>
#include <thread>
#include <vector>

#include "annals/extractor/lexicon.hpp"
#include "annals/model/document.hpp"

namespace annals {

class ExtractionBatch {
 public:
  // With one thread everything is done here, in the caller's thread.
  ExtractionBatch(std::vector<Document> documents, const Lexicon& lexicon, std::size_t threads);
  ~ExtractionBatch();
  ExtractionBatch(const ExtractionBatch&) = delete;
  ExtractionBatch& operator=(const ExtractionBatch&) = delete;

  // Once. Rethrows what a thread has thrown.
  std::vector<Document> finish();

 private:
  void work(std::exception_ptr& failure) noexcept;

  std::vector<Document> documents_;
  const Lexicon& lexicon_;
  std::atomic<std::size_t> next_{0};
  std::vector<std::exception_ptr> failures_;  // one a thread
  std::vector<std::jthread> workers_;
};

}  // namespace annals
