#pragma once
// The vocabulary: lower-cased words of all lexicon tables, each with the classes it belongs to and a value
// per class. One hash look-up a token, no allocation. Multi-word entries ("death toll") are paths over word
// ids.

#include <algorithm>
#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace annals {

using WordId = std::uint32_t;
inline constexpr WordId kUnknownWord = 0;

// A class is a name in the second column of a table ("month", "harm_verb"); ClassId is its number, given in
// order of first use. At most 256.
using ClassId = std::uint8_t;
inline constexpr std::size_t kMaxClasses = 256;

struct ClassSet {
  std::array<std::uint64_t, 4> bits{};
  bool has(ClassId id) const { return ((bits[id >> 6U] >> (id & 63U)) & 1U) != 0; }
  void add(ClassId id) { bits[id >> 6U] |= std::uint64_t{1} << (id & 63U); }
  bool any() const { return (bits[0] | bits[1] | bits[2] | bits[3]) != 0; }
  bool meets(const ClassSet& other) const {
    return ((bits[0] & other.bits[0]) | (bits[1] & other.bits[1]) | (bits[2] & other.bits[2]) |
            (bits[3] & other.bits[3])) != 0;
  }
  bool operator==(const ClassSet&) const = default;
};

// One row of a table: a word or phrase, a class, and what it means there.
struct Entry {
  ClassId klass = 0;
  std::string name;         // first of the words that share the row
  std::string value;        // third column
  std::string note;         // fourth column
  std::string where;        // "harm.tsv:12"
  std::int64_t number = 0;  // the value as a number, 0 when it is none
};

struct PhraseMatch {
  std::size_t length = 0;  // in tokens; 0: no phrase
  const Entry* entry = nullptr;
};

class WordTable {
 public:
  WordTable();

  // Registers a word (lower case) and gives its id; words may have no class, being only part of phrases or
  // literals.
  WordId intern(std::string_view word);
  // Adds a row. Phrases are split at blanks, hyphens and 's as tokenize() does.
  void add(std::string_view phrase, Entry entry);
  ClassId class_named(std::string_view name);       // makes it when new
  ClassId find_class(std::string_view name) const;  // throws Error::input when no table has it
  const std::string& class_name(ClassId id) const { return class_names_[id]; }
  std::size_t class_count() const { return class_names_.size(); }
  std::size_t word_count() const { return words_.size(); }

  // Id of a word as it stands in the text, any ASCII case; kUnknownWord when no table has it.
  WordId find(std::string_view word) const;
  const ClassSet& classes(WordId id) const { return classes_[id]; }
  // Entry of a single word in a class, or nullptr.
  const Entry* entry(WordId id, ClassId klass) const {
    return classes_[id].has(klass) ? entry_of(id, klass) : nullptr;
  }
  const std::string& spelling(WordId id) const { return words_[id].spelling; }
  bool starts_phrase(WordId id) const { return words_[id].phrase_root != 0; }
  // Classes of the phrases that start with the word.
  const ClassSet& phrase_classes(WordId id) const { return phrase_classes_[id]; }

  // Longest multi-word entry of `klass` that starts at `words[0]`.
  template <typename WordAt>
  PhraseMatch longest_phrase(WordAt word_at, std::size_t available, ClassId klass) const;

  // That, or else the single word.
  template <typename WordAt>
  PhraseMatch longest_entry(WordAt word_at, std::size_t available, ClassId klass) const;

  // Parts of a phrase as tokenize() would cut it: "Al-Ahli" => al - ahli.
  static std::vector<std::string> split(std::string_view phrase);

 private:
  struct Word {
    std::string spelling;
    std::vector<std::uint32_t> entries;  // into entries_
    std::uint32_t phrase_root = 0;       // node after this word as a first word; 0: starts no phrase
  };
  struct Edge {
    WordId word = kUnknownWord;
    std::uint32_t node = 0;
  };
  struct Node {
    std::vector<std::uint32_t> entries;  // phrases that end here
    std::vector<Edge> edges;             // words that go on, sorted
  };

  const Entry* entry_of(WordId id, ClassId klass) const;
  void grow();
  void place(WordId id);
  static std::uint64_t hash(std::string_view word);

  struct Slot {
    std::uint64_t piece = 0;  // the first eight bytes: of most words all there is to compare
    std::uint32_t tag = 0;    // of the hash and the length
    WordId id = kUnknownWord;
  };

  std::vector<Word> words_;
  std::vector<ClassSet> classes_;         // by word; apart from the words, because every token asks for them
  std::vector<ClassSet> phrase_classes_;  // of the phrases that start with the word
  std::vector<Entry> entries_;
  std::vector<std::string> class_names_;
  std::vector<Node> nodes_;
  std::vector<Slot> slots_;  // open addressing over hash(spelling)
};

template <typename WordAt>
PhraseMatch WordTable::longest_phrase(WordAt word_at, std::size_t available, ClassId klass) const {
  PhraseMatch best;
  if (available == 0 || !phrase_classes_[word_at(0)].has(klass)) return best;
  std::uint32_t node = words_[word_at(0)].phrase_root;
  for (std::size_t i = 1; node != 0 && i < available; ++i) {
    const std::vector<Edge>& edges = nodes_[node].edges;
    const WordId word = word_at(i);
    const auto edge = std::lower_bound(edges.begin(), edges.end(), word,
                                       [](const Edge& one, WordId id) { return one.word < id; });
    if (edge == edges.end() || edge->word != word) break;
    node = edge->node;
    for (const std::uint32_t index : nodes_[node].entries) {
      if (entries_[index].klass == klass) best = {i + 1, &entries_[index]};
    }
  }
  return best;
}

template <typename WordAt>
PhraseMatch WordTable::longest_entry(WordAt word_at, std::size_t available, ClassId klass) const {
  PhraseMatch match = longest_phrase(word_at, available, klass);
  if (match.length == 0 && available != 0) {
    if (const Entry* word = entry(word_at(0), klass)) match = {1, word};
  }
  return match;
}

}  // namespace annals
