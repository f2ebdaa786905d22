#include "extractor/word_table.hpp"

#include <algorithm>
#include <charconv>
#include <cstring>

#include <fmt/core.h>

#include "annals/model/error.hpp"
#include "annals/text/utf8.hpp"

namespace annals {

namespace {
constexpr std::size_t kFirstSlots = 1U << 14U;

bool is_cut(char c) {
  return c == '-' || c == '/' || c == ',' || c == '(' || c == ')' || c == ':' || c == ';';
}

constexpr std::size_t kPiece = 8;

// Bytes A..Z of eight as a..z, with no look at each. Bytes outside ASCII stay as they are.
std::uint64_t lower(std::uint64_t bytes) {
  constexpr std::uint64_t kEach = 0x0101010101010101ULL;
  const std::uint64_t low = bytes & (kEach * 0x7F);
  const std::uint64_t from_a = low + kEach * (0x80 - 'A');
  const std::uint64_t after_z = low + kEach * (0x7F - 'Z');
  return bytes | (((from_a ^ after_z) & ~bytes & (kEach * 0x80)) >> 2U);
}

// The eight bytes at `at`; of a shorter word all its bytes, some of them perhaps twice.
std::uint64_t piece_at(std::string_view word, std::size_t at) {
  std::uint64_t piece = 0;
  if (word.size() >= kPiece) {
    std::memcpy(&piece, word.data() + at, kPiece);
  } else if (word.size() >= kPiece / 2) {
    std::uint32_t first = 0;
    std::uint32_t last = 0;
    std::memcpy(&first, word.data(), sizeof first);
    std::memcpy(&last, word.data() + word.size() - sizeof last, sizeof last);
    piece = (std::uint64_t{last} << 32U) | first;
  } else if (!word.empty()) {
    for (const std::size_t i : {std::size_t{0}, word.size() / 2, word.size() - 1})
      piece = (piece << 8U) | static_cast<std::uint8_t>(word[i]);
  }
  return piece;
}

// Some bits of the hash, and the length of a word of one piece.
std::uint32_t tag_of(std::uint64_t hashed, std::size_t length) {
  const auto bits = static_cast<std::uint32_t>(hashed & 0xFFFFFFF0U);
  return bits | static_cast<std::uint32_t>(std::min(length, kPiece + 1));
}

// Visits the word in pieces, the last of which may overlap the one before; stops where `visit` is false.
template <typename Visit>
bool for_each_piece(std::string_view word, Visit visit) {
  if (word.empty()) return true;
  std::size_t at = 0;
  for (; at + kPiece < word.size(); at += kPiece) {
    if (!visit(piece_at(word, at), at)) return false;
  }
  if (word.size() > kPiece) at = word.size() - kPiece;
  return visit(piece_at(word, at), at);
}

}  // namespace

WordTable::WordTable() : words_(1), classes_(1), phrase_classes_(1), nodes_(1), slots_(kFirstSlots) {}

// Over the lower-cased bytes, eight at a time: most words are one piece.
std::uint64_t WordTable::hash(std::string_view word) {
  std::uint64_t h = word.size();
  for_each_piece(word, [&](std::uint64_t piece, std::size_t) {
    h = (h ^ lower(piece)) * 0x9E3779B97F4A7C15ULL;
    h ^= h >> 32U;
    return true;
  });
  return h * 0x9E3779B97F4A7C15ULL;
}

WordId WordTable::find(std::string_view word) const {
  const std::uint64_t hashed = hash(word);
  const std::uint64_t piece = lower(piece_at(word, 0));
  const std::uint32_t tag = tag_of(hashed, word.size());
  const std::size_t mask = slots_.size() - 1;
  for (std::size_t slot = (hashed >> 32U) & mask;; slot = (slot + 1) & mask) {
    const Slot& known = slots_[slot];
    if (known.id == kUnknownWord) return kUnknownWord;
    if (known.tag != tag || known.piece != piece) continue;
    if (word.size() <= kPiece) return known.id;
    const std::string& spelling = words_[known.id].spelling;
    if (spelling.size() != word.size()) continue;
    const bool same = for_each_piece(
        word, [&](std::uint64_t one, std::size_t at) { return lower(one) == piece_at(spelling, at); });
    if (same) return known.id;
  }
}

void WordTable::place(WordId id) {
  const std::string& word = words_[id].spelling;
  const std::uint64_t hashed = hash(word);
  const std::size_t mask = slots_.size() - 1;
  std::size_t slot = (hashed >> 32U) & mask;
  while (slots_[slot].id != kUnknownWord) slot = (slot + 1) & mask;
  slots_[slot] = {piece_at(word, 0), tag_of(hashed, word.size()), id};
}

WordId WordTable::intern(std::string_view word) {
  if (const WordId known = find(word); known != kUnknownWord) return known;
  if (words_.size() * 2 >= slots_.size()) grow();
  const auto id = static_cast<WordId>(words_.size());
  words_.push_back({to_lower_ascii(word), {}, 0});
  classes_.emplace_back();
  phrase_classes_.emplace_back();
  place(id);
  return id;
}

void WordTable::grow() {
  slots_.assign(slots_.size() * 2, {});
  for (WordId id = 1; id < words_.size(); ++id) place(id);
}

std::vector<std::string> WordTable::split(std::string_view phrase) {
  std::vector<std::string> parts;
  std::string part;
  const auto flush = [&] {
    if (!part.empty()) parts.push_back(std::move(part));
    part.clear();
  };
  for (std::size_t i = 0; i < phrase.size(); ++i) {
    const char c = phrase[i];
    if (c == ' ') {
      flush();
    } else if (is_cut(c)) {
      flush();
      parts.emplace_back(1, c);
    } else if (c == '\'' && i + 1 < phrase.size() && phrase[i + 1] == 's' &&
               (i + 2 == phrase.size() || phrase[i + 2] == ' ')) {
      flush();
      parts.emplace_back("'");
      ++i;
    } else {
      part += to_lower_ascii(c);
    }
  }
  flush();
  return parts;
}

void WordTable::add(std::string_view phrase, Entry entry) {
  const std::vector<std::string> parts = split(phrase);
  if (parts.empty()) throw Error(Error::Kind::input, fmt::format("{}: empty word", entry.where));
  std::from_chars(entry.value.data(), entry.value.data() + entry.value.size(), entry.number);
  const auto index = static_cast<std::uint32_t>(entries_.size());
  const ClassId klass = entry.klass;
  entries_.push_back(std::move(entry));
  const WordId first = intern(parts[0]);
  if (parts.size() == 1) {
    classes_[first].add(klass);
    words_[first].entries.push_back(index);
    return;
  }
  if (words_[first].phrase_root == 0) {
    words_[first].phrase_root = static_cast<std::uint32_t>(nodes_.size());
    nodes_.emplace_back();
  }
  phrase_classes_[first].add(klass);
  std::uint32_t node = words_[first].phrase_root;
  for (std::size_t i = 1; i < parts.size(); ++i) {
    const WordId word = intern(parts[i]);
    std::vector<Edge>& edges = nodes_[node].edges;
    const auto at = std::lower_bound(edges.begin(), edges.end(), word,
                                     [](const Edge& edge, WordId id) { return edge.word < id; });
    if (at != edges.end() && at->word == word) {
      node = at->node;
      continue;
    }
    const auto next = static_cast<std::uint32_t>(nodes_.size());
    edges.insert(at, {word, next});
    nodes_.emplace_back();
    node = next;
  }
  nodes_[node].entries.push_back(index);
}

ClassId WordTable::class_named(std::string_view name) {
  for (std::size_t i = 0; i < class_names_.size(); ++i) {
    if (class_names_[i] == name) return static_cast<ClassId>(i);
  }
  if (class_names_.size() == kMaxClasses) {
    throw Error(Error::Kind::input,
                fmt::format("lexicon: more than {} classes; '{}' is one too many", kMaxClasses, name));
  }
  class_names_.emplace_back(name);
  return static_cast<ClassId>(class_names_.size() - 1);
}

ClassId WordTable::find_class(std::string_view name) const {
  for (std::size_t i = 0; i < class_names_.size(); ++i) {
    if (class_names_[i] == name) return static_cast<ClassId>(i);
  }
  throw Error(Error::Kind::input, fmt::format("lexicon: no word has the class '{}'", name));
}

const Entry* WordTable::entry_of(WordId id, ClassId klass) const {
  for (const std::uint32_t index : words_[id].entries) {
    if (entries_[index].klass == klass) return &entries_[index];
  }
  return nullptr;
}

}  // namespace annals
