#include "normalizer/content_words.hpp"

#include <algorithm>
#include <cmath>
#include <unordered_set>

#include "annals/text/tsv.hpp"
#include "annals/text/utf8.hpp"

#include "normalizer/embedded_words.hpp"

namespace annals {

namespace {

using Words = std::unordered_set<std::string>;

// Of one class; of all where none is named.
Words read_words(std::string_view only) {
  Words words;
  const TsvTable table = parse_tsv(embedded_event_words());
  for (const TsvRow& row : table.rows) {
    if (row.cells.size() < 2 || (!only.empty() && row.cells[1] != only)) continue;
    std::string_view rest = row.cells[0];
    while (!rest.empty()) {
      const std::size_t comma = rest.find(',');
      words.emplace(trim(rest.substr(0, comma)));
      rest = comma == std::string_view::npos ? std::string_view{} : rest.substr(comma + 1);
    }
  }
  return words;
}

const Words& grammar_words() {
  static const Words words = read_words("stop");
  return words;
}
const Words& common_words() {
  static const Words words = read_words({});
  return words;
}
const Words& address_words() {
  static const Words words = read_words("address");
  return words;
}
const Words& leaning_words() {
  static const Words words = read_words("leaning");
  return words;
}

bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
         static_cast<unsigned char>(c) >= 0x80;
}

// Runs of letters and digits of at least so many bytes.
std::vector<std::string_view> runs_of(std::string_view text, std::size_t shortest = 2) {
  std::vector<std::string_view> runs;
  std::size_t begin = 0;
  for (std::size_t at = 0; at <= text.size(); ++at) {
    if (at < text.size() && is_letter(text[at])) continue;
    if (at - begin >= shortest) runs.push_back(text.substr(begin, at - begin));
    begin = at + 1;
  }
  return runs;
}

// "explosions" and "explosion" are one word for telling stories apart.
void cut_to_stem(std::string& word) {
  for (const std::string_view ending : {"ings", "ing", "ers", "ed", "es", "s"}) {
    if (word.size() >= ending.size() + 4 && word.ends_with(ending)) {
      word.resize(word.size() - ending.size());
      return;
    }
  }
}

bool same_folded(std::string_view word, std::string_view lower) {
  return to_lower_ascii(word) == lower;
}

// "The blast in Orm", "the blast that ...": which one is said.
bool says_which(std::string_view next) {
  for (const std::string_view word : {"in", "at", "near", "on", "off", "of", "that", "which", "outside"}) {
    if (same_folded(next, word)) return true;
  }
  return false;
}

std::uint64_t hash_of(std::string_view word) {
  std::uint64_t hash = 14695981039346656037ULL;
  for (const char c : word) hash = (hash ^ static_cast<unsigned char>(c)) * 1099511628211ULL;
  return hash;
}

// Nothing but the end of a sentence or an opening quotation stands before it.
bool opens_sentence(std::string_view text, std::string_view word) {
  const std::string_view before = trim(text.substr(0, static_cast<std::size_t>(word.data() - text.data())));
  if (before.empty()) return true;
  const char last = before.back();
  return last == '.' || last == '!' || last == '?' || last == '"' || last == ')' || last == ':' ||
         before.ends_with("\u201d") || before.ends_with("\u201c");
}

}  // namespace

std::uint32_t Vocabulary::number(std::string_view word) {
  const auto known = numbers_.find(word);
  if (known != numbers_.end()) return known->second;
  numbers_.emplace(word, size_);
  return size_++;
}

std::vector<std::uint32_t> content_words(std::string_view text, Vocabulary& vocabulary) {
  std::vector<std::uint32_t> terms;
  for (const std::string_view run : runs_of(text)) {
    const std::string word = to_lower_ascii(run);
    if (!grammar_words().contains(word)) terms.push_back(vocabulary.number(word));
  }
  return terms;
}

bool speaks_to_reader(std::string_view text) {
  const std::vector<std::string_view> runs = runs_of(text, 1);
  return std::any_of(runs.begin(), runs.end(),
                     [](std::string_view run) { return address_words().contains(to_lower_ascii(run)); });
}

bool leans_back(std::string_view text) {
  const auto first = std::find_if(text.begin(), text.end(), is_letter);
  const auto last = std::find_if_not(first, text.end(), is_letter);
  return leaning_words().contains(to_lower_ascii({first, last}));
}

std::vector<TopicWord> topic_words(std::string_view text) {
  std::vector<TopicWord> words;
  const std::vector<std::string_view> runs = runs_of(text);
  for (std::size_t i = 0; i < runs.size(); ++i) {
    const std::string_view run = runs[i];
    std::string word = to_lower_ascii(run);
    if ((word.front() >= '0' && word.front() <= '9') || common_words().contains(word)) continue;
    cut_to_stem(word);
    const bool capital = run.front() >= 'A' && run.front() <= 'Z';
    const bool known = !capital && i > 0 && same_folded(runs[i - 1], "the") &&
                       (i + 1 == runs.size() || !says_which(runs[i + 1]));
    words.push_back({hash_of(word), capital, opens_sentence(text, run), known});
  }
  return words;
}

SparseVector vector_of(std::vector<std::uint32_t> terms, const std::vector<double>* idf) {
  std::sort(terms.begin(), terms.end());
  SparseVector vector;
  for (const std::uint32_t term : terms) {
    const double weight = idf != nullptr ? (*idf)[term] : 1.0;
    if (!vector.empty() && vector.back().term == term) {
      vector.back().weight += weight;
    } else {
      vector.push_back({term, weight});
    }
  }
  normalise(vector);
  return vector;
}

void normalise(SparseVector& vector) {
  double square = 0;
  for (const Weighted& entry : vector) square += entry.weight * entry.weight;
  if (square <= 0) return;
  const double length = std::sqrt(square);
  for (Weighted& entry : vector) entry.weight /= length;
}

double dot(const SparseVector& a, const SparseVector& b) {
  double sum = 0;
  std::size_t i = 0;
  std::size_t j = 0;
  while (i < a.size() && j < b.size()) {
    if (a[i].term < b[j].term) {
      ++i;
    } else if (b[j].term < a[i].term) {
      ++j;
    } else {
      sum += a[i++].weight * b[j++].weight;
    }
  }
  return sum;
}

void add_to(SparseVector& a, const SparseVector& b) {
  SparseVector sum;
  sum.reserve(a.size() + b.size());
  std::size_t i = 0;
  std::size_t j = 0;
  while (i < a.size() || j < b.size()) {
    if (j == b.size() || (i < a.size() && a[i].term < b[j].term)) {
      sum.push_back(a[i++]);
    } else if (i == a.size() || b[j].term < a[i].term) {
      sum.push_back(b[j++]);
    } else {
      sum.push_back({a[i].term, a[i].weight + b[j].weight});
      ++i;
      ++j;
    }
  }
  a = std::move(sum);
}

std::vector<double> idf_of(const std::vector<std::uint32_t>& document_frequency, std::size_t documents) {
  std::vector<double> idf;
  idf.reserve(document_frequency.size());
  for (const std::uint32_t df : document_frequency)
    idf.push_back(std::log((1.0 + static_cast<double>(documents)) / (1.0 + static_cast<double>(df))) + 1.0);
  return idf;
}

}  // namespace annals
