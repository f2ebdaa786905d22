#include "cli/extraction_batch.hpp"

#include <algorithm>

#include "annals/extractor/extract.hpp"

namespace annals {

ExtractionBatch::ExtractionBatch(std::vector<Document> documents, const Lexicon& lexicon, std::size_t threads)
    : documents_(std::move(documents)), lexicon_(lexicon) {
  const std::size_t workers = std::min(threads, documents_.size());
  if (workers <= 1) {
    for (Document& document : documents_) document.extraction = extract(document.article, lexicon_);
    return;
  }
  failures_.resize(workers);
  workers_.reserve(workers);
  for (std::exception_ptr& failure : failures_) {
    workers_.emplace_back([this, &failure] { work(failure); });
  }
}

ExtractionBatch::~ExtractionBatch() {
  next_ = documents_.size();  // nobody wants the rest
}

void ExtractionBatch::work(std::exception_ptr& failure) noexcept {
  try {
    for (std::size_t at = next_++; at < documents_.size(); at = next_++) {
      documents_[at].extraction = extract(documents_[at].article, lexicon_);
    }
  } catch (...) {
    failure = std::current_exception();
  }
}

std::vector<Document> ExtractionBatch::finish() {
  workers_.clear();  // joins
  for (const std::exception_ptr& failure : failures_) {
    if (failure) std::rethrow_exception(failure);
  }
  return std::move(documents_);
}

}  // namespace annals
