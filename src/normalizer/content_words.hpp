#pragma once
// Content words of a text as numbers, and sparse vectors over them.
//   "Rescuers in Les Cayes dug" => rescuers, les, cayes, dug

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "normalizer/word_hash.hpp"

namespace annals {

// Numbers words in the order in which they are met.
class Vocabulary {
 public:
  std::uint32_t number(std::string_view word);
  std::size_t size() const { return size_; }

 private:
  std::unordered_map<std::string, std::uint32_t, WordHash, std::equal_to<>> numbers_;
  std::uint32_t size_ = 0;
};

// Words of at least two letters or digits without words of grammar, lower-cased, in order of the text.
std::vector<std::uint32_t> content_words(std::string_view text, Vocabulary& vocabulary);

// A word of the first or second person stands in it: "we", "your".
bool speaks_to_reader(std::string_view text);

// It opens with a word that leans on what was told before: "He", "But", "That".
bool leans_back(std::string_view text);

// A word that tells one event from another: no grammar, no number, no word of harm or of the press; cut to
// its stem. The same number on every machine and in every order (FNV-1a, 64 bits).
struct TopicWord {
  std::uint64_t word = 0;
  bool capital = false;
  bool opens_sentence = false;
  bool known = false;  // "the explosions": told of as known, and not said which: no "the explosions in Orm"
};
std::vector<TopicWord> topic_words(std::string_view text);

struct Weighted {
  std::uint32_t term = 0;
  double weight = 0;
};
using SparseVector = std::vector<Weighted>;  // by term, each once

// Counts of terms; with `idf` each times its weight. Normalised to length 1.
SparseVector vector_of(std::vector<std::uint32_t> terms, const std::vector<double>* idf);
void normalise(SparseVector& vector);
double dot(const SparseVector& a, const SparseVector& b);
// a += b
void add_to(SparseVector& a, const SparseVector& b);
// ln((1 + documents) / (1 + df)) + 1 for each df.
std::vector<double> idf_of(const std::vector<std::uint32_t>& document_frequency, std::size_t documents);

}  // namespace annals
