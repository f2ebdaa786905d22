#include "extractor/figures/frame_rules.hpp"

#include <algorithm>
#include <bit>

#include <fmt/core.h>

#include "annals/model/error.hpp"
#include "annals/text/utf8.hpp"

#include "extractor/lexicon_data.hpp"

namespace annals {

namespace {

constexpr const char* kTable = "frame_patterns.tsv";
constexpr std::size_t kRowsOfSet = 64;  // bits of a word

// Replaces each @NAME by its text in brackets; names may use names above them.
std::string expand(std::string_view pattern, const std::vector<std::pair<std::string, std::string>>& pieces,
                   const std::string& where) {
  std::string out;
  for (std::size_t at = 0; at < pattern.size();) {
    if (pattern[at] != '@') {
      out += pattern[at++];
      continue;
    }
    std::size_t end = at + 1;
    while (end < pattern.size() && pattern[end] >= 'A' && pattern[end] <= 'Z') ++end;
    const std::string name(pattern.substr(at, end - at));
    const auto piece =
        std::find_if(pieces.begin(), pieces.end(), [&](const auto& p) { return p.first == name; });
    if (piece == pieces.end())
      throw Error(Error::Kind::input, fmt::format("{}: {} is not defined above", where, name));
    out += "(" + piece->second + ")";
    at = end;
  }
  return out;
}

FrameRow read_row(const TsvRow& row, const std::string& where) {
  FrameRow frame;
  frame.where = where;
  const std::string_view target = trim(row.cells[2]);
  if (target == "before") {
    frame.target = FrameRow::Target::before;
  } else if (target == "after") {
    frame.target = FrameRow::Target::after;
  } else if (target == "all") {
    frame.target = FrameRow::Target::all;
  } else {
    throw Error(
        Error::Kind::input,
        fmt::format("{}: target '{}' is none of before, after, all, modifier, apposition", where, target));
  }
  const std::string_view kind = trim(row.cells[3]);
  frame.same_as_last = kind == "last";
  if (kind != "=" && kind != "last") {
    frame.kind = harm_kind_named(kind);
    if (!frame.kind) throw Error(Error::Kind::input, fmt::format("{}: unknown kind '{}'", where, kind));
  }
  if (row.cells.size() == 5) {
    frame.part = row.cells[4].find("part") != std::string_view::npos;
    frame.total = row.cells[4].find("total") != std::string_view::npos;
    frame.first = row.cells[4].find("first") != std::string_view::npos;
    frame.closed = row.cells[4].find("closed") != std::string_view::npos;
    frame.weak = row.cells[4].find("weak") != std::string_view::npos;
  }
  return frame;
}

// Adds the words that a pattern quotes.
void collect_literals(const PatternSet::Pattern& pattern, const WordTable& words,
                      std::vector<WordId>& literals) {
  for (std::size_t at = pattern.text.find('\''); at != std::string::npos; at = pattern.text.find('\'', at)) {
    const std::size_t close = pattern.text.find('\'', at + 1);
    if (close == std::string::npos) break;
    const WordId id = words.find(std::string_view(pattern.text).substr(at + 1, close - at - 1));
    if (id == kUnknownWord) {
      throw Error(Error::Kind::input, fmt::format("{}: the word {} is in no table", pattern.where,
                                                  pattern.text.substr(at, close - at + 1)));
    }
    if (std::find(literals.begin(), literals.end(), id) == literals.end()) literals.push_back(id);
    at = close + 1;
  }
}

}  // namespace

FrameRules::FrameRules(const LexiconData& lexicon) : chunks(lexicon.words), words(&lexicon.words) {
  for (const char* name : {"place", "demonym", "source_noun", "place_noun", "thing"}) {
    no_person.add(lexicon.words.find_class(name));
  }
  organisation.add(lexicon.words.find_class("organisation"));
  std::vector<std::pair<std::string, std::string>> pieces;
  std::vector<PatternSet::Pattern> texts;
  std::vector<PatternSet::Pattern> modifier_texts;
  std::vector<PatternSet::Pattern> apposition_texts;
  for (const TsvRow& row : lexicon.table(kTable).rows) {
    const std::string where = fmt::format("{}:{}", kTable, row.line);
    if (row.cells.size() == 2 && row.cells[0].starts_with('@')) {
      pieces.emplace_back(row.cells[0], expand(row.cells[1], pieces, where));
      continue;
    }
    if (row.cells.size() < 4 || row.cells.size() > 5) {
      throw Error(Error::Kind::input,
                  where + ": a frame has 4 or 5 columns: name, pattern, target, kind, flags");
    }
    if (trim(row.cells[2]) == "modifier") {
      modifier_texts.push_back({expand(row.cells[1], pieces, where), where});
      continue;
    }
    if (trim(row.cells[2]) == "apposition") {
      apposition_texts.push_back({expand(row.cells[1], pieces, where), where});
      continue;
    }
    texts.push_back({expand(row.cells[1], pieces, where), where});
    rows.push_back(read_row(row, where));
  }
  for (const auto* table : {&texts, &modifier_texts, &apposition_texts}) {
    for (const PatternSet::Pattern& pattern : *table) collect_literals(pattern, lexicon.words, literals);
  }
  for (const WordId word : literals) {
    if (literal_of_.size() <= word) literal_of_.resize(word + 1, 0);
  }
  for (std::size_t i = 0; i < literals.size(); ++i)
    literal_of_[literals[i]] = static_cast<std::uint16_t>(i + 1);
  const std::size_t symbols = kChunkKinds * (literals.size() + 1);
  // An element is a word, in chunks of any kind, or a kind of chunk, with any word.
  const auto matched_by = [&](std::string_view element) {
    std::vector<PatternSet::Symbol> matched;
    if (element.starts_with('\'')) {
      const WordId word = lexicon.words.find(element.substr(1, element.size() - 2));
      for (std::size_t kind = 0; kind < kChunkKinds; ++kind)
        matched.push_back(static_cast<PatternSet::Symbol>(literal_of_[word] * kChunkKinds + kind));
      return matched;
    }
    const auto kind = chunk_kind_named(element);
    if (!kind) throw Error(Error::Kind::input, fmt::format("{}: no chunk is called '{}'", kTable, element));
    for (auto s = static_cast<std::size_t>(*kind); s < symbols; s += kChunkKinds)
      matched.push_back(static_cast<PatternSet::Symbol>(s));
    return matched;
  };
  modifiers = PatternSet(modifier_texts, symbols, matched_by);
  appositions = PatternSet(apposition_texts, symbols, matched_by);
  const std::size_t sets = texts.size() / kRowsOfSet + 1;
  starting_.assign(symbols, std::vector<std::uint64_t>(sets, 0));
  following_ = starting_;
  for (std::size_t row = 0; row < texts.size(); ++row) {
    const PatternSet& pattern = patterns_.emplace_back(std::vector{texts[row]}, symbols, matched_by);
    const std::vector<bool> followers = pattern.followers();
    const std::uint64_t bit = std::uint64_t{1} << (row % kRowsOfSet);
    for (std::size_t s = 0; s < symbols; ++s) {
      if (pattern.can_start(static_cast<PatternSet::Symbol>(s))) starting_[s][row / kRowsOfSet] |= bit;
      if (followers[s]) following_[s][row / kRowsOfSet] |= bit;
    }
  }
}

PatternSet::Match FrameRules::longest(const std::vector<PatternSet::Symbol>& symbols,
                                      std::size_t start) const {
  PatternSet::Match best;
  const std::vector<std::uint64_t>& starting = starting_[symbols[start]];
  const bool last = start + 1 == symbols.size();
  for (std::size_t set = 0; set < starting.size(); ++set) {
    std::uint64_t left = starting[set] & (last ? ~std::uint64_t{0} : following_[symbols[start + 1]][set]);
    for (; left != 0; left &= left - 1) {
      const std::size_t row = set * kRowsOfSet + static_cast<std::size_t>(std::countr_zero(left));
      const auto match =
          patterns_[row].longest([&](std::size_t k) { return symbols[k]; }, start, symbols.size());
      if (match.length > best.length) best = {match.length, row};
    }
  }
  return best;
}

PatternSet::Symbol FrameRules::symbol(const Chunk& chunk, const std::vector<Token>& tokens) const {
  const auto kind = static_cast<PatternSet::Symbol>(chunk.kind);
  const WordId word = tokens[chunk.last - 1].word;
  const std::uint16_t literal = word < literal_of_.size() ? literal_of_[word] : std::uint16_t{0};
  return static_cast<PatternSet::Symbol>(literal * kChunkKinds + kind);
}

}  // namespace annals
