#include "extractor/figures/chunk_row.hpp"

namespace annals {

bool is_counted(ChunkKind kind) {
  return kind == ChunkKind::count || kind == ChunkKind::bare || kind == ChunkKind::maybe ||
         kind == ChunkKind::single || kind == ChunkKind::name || kind == ChunkKind::lone ||
         kind == ChunkKind::homes;
}
bool is_joint(ChunkKind kind) {
  return kind == ChunkKind::comma || kind == ChunkKind::semicolon || kind == ChunkKind::and_ ||
         kind == ChunkKind::or_ || kind == ChunkKind::along;
}
bool is_transitive(ChunkKind kind) {
  return kind == ChunkKind::harm_ed || kind == ChunkKind::harm_ing || kind == ChunkKind::harm_base ||
         kind == ChunkKind::leave_verb;
}

bool ChunkRow::carries_modifier(ChunkKind kind) {
  return is_counted(kind) || kind == ChunkKind::noun || kind == ChunkKind::plural ||
         kind == ChunkKind::toll || kind == ChunkKind::pronoun;
}

void ChunkRow::build() {
  std::vector<PatternSet::Symbol> chunk_symbols;
  chunk_symbols.reserve(chunks_.size());
  row_.reserve(chunks_.size());
  at_.reserve(chunks_.size() + 1);
  for (const Chunk& chunk : chunks_) chunk_symbols.push_back(rules_.symbol(chunk, text_.tokens));
  for (std::uint32_t i = 0; i < chunks_.size();) {
    const std::uint32_t head = i++;
    row_.push_back(chunk_symbols[head]);
    at_.push_back(head);
    if (!carries_modifier(chunks_[head].kind)) continue;
    const std::uint32_t first = i;
    // What may hang on a phrase depends on what it is: each piece is matched as if right behind the head.
    while (i < chunks_.size()) {
      const auto piece = rules_.modifiers.longest(
          [&](std::size_t k) { return k == 0 ? chunk_symbols[head] : chunk_symbols[i + k - 1]; }, 0,
          chunks_.size() - i + 1);
      if (piece.length < 2) break;
      i += static_cast<std::uint32_t>(piece.length) - 1;
    }
    if (i == first && is_subject_head(head)) {
      // "Anna Berg, member of the council and, since May, its speaker, was": up to the verb.
      const auto apposition = rules_.appositions.longest(
          [&](std::size_t k) { return chunk_symbols[head + k]; }, 0, chunks_.size() - head);
      if (apposition.length > 2) i += static_cast<std::uint32_t>(apposition.length) - 2;
    }
    if (i == first) continue;
    row_.push_back(FrameRules::kModifier);
    at_.push_back(first);
  }
  at_.push_back(static_cast<std::uint32_t>(chunks_.size()));
}

bool ChunkRow::is_subject_head(std::uint32_t i) const {
  if (chunks_[i].kind != ChunkKind::name) return false;
  if (i == 0) return true;
  const ChunkKind before = chunks_[i - 1].kind;
  return before != ChunkKind::preposition && before != ChunkKind::of && before != ChunkKind::to &&
         before != ChunkKind::by;
}

bool ChunkRow::in_list(std::uint32_t r) const {
  const ChunkKind kind = kind_at(r);
  const bool again = kind == ChunkKind::of && r > 0 && kind_at(r - 1) == ChunkKind::and_;  // "and of two"
  return is_counted(kind) || is_joint(kind) || kind == ChunkKind::modifier || kind == ChunkKind::noun ||
         kind == ChunkKind::plural || kind == ChunkKind::dash || kind == ChunkKind::colon || again;
}

ChunkRow::List ChunkRow::first_list(std::uint32_t first, std::uint32_t last) const {
  while (first < last && !is_counted(kind_at(first))) ++first;
  std::uint32_t end = first;
  while (end < last && in_list(end)) ++end;
  while (end > first && !is_counted(kind_at(end - 1))) --end;
  return {first, end};
}

ChunkRow::List ChunkRow::last_list(std::uint32_t first, std::uint32_t last) const {
  while (last > first && !is_counted(kind_at(last - 1))) --last;
  std::uint32_t begin = last;
  while (begin > first && in_list(begin - 1)) --begin;
  while (begin < last && !is_counted(kind_at(begin))) ++begin;
  const ChunkKind before = begin == first ? ChunkKind::other : kind_at(begin - 1);
  if (before != ChunkKind::by && before != ChunkKind::preposition) return {begin, last};
  // "... were killed by Typhoon X in the south, along with 12 sailors"
  std::uint32_t along = begin;
  while (along < last && kind_at(along) != ChunkKind::along) ++along;
  return {along < last ? along + 1 : begin, last};
}

bool ChunkRow::joined_by_and(const List& list) const {
  for (std::uint32_t r = list.begin; r < list.end; ++r) {
    if (kind_at(r) == ChunkKind::and_ || kind_at(r) == ChunkKind::or_ || kind_at(r) == ChunkKind::along)
      return true;
  }
  return false;
}

std::uint32_t ChunkRow::last_member(const List& list) const {
  std::uint32_t r = list.end;
  while (r > list.begin && !is_joint(kind_at(r - 1))) --r;
  return r;
}

std::uint32_t ChunkRow::first_member_end(const List& list) const {
  std::uint32_t r = list.begin;
  while (r < list.end && !is_joint(kind_at(r))) ++r;
  return r;
}

bool ChunkRow::sums_up(const List& list) const {
  if (list.begin >= list.end) return false;
  const auto whole = point(chunks_[at_[list.begin]].quantity);
  std::int64_t sum = 0;
  std::uint32_t members = 0;
  for (std::uint32_t r = list.begin + 1; r < list.end; ++r) {
    if (!is_counted(kind_at(r))) continue;
    sum += point(chunks_[at_[r]].quantity).value_or(0);
    ++members;
  }
  const bool named = list.end > list.begin && kind_at(list.end - 1) == ChunkKind::name;
  return whole && (members >= 2 || named) && sum == *whole && kind_at(list.begin) != ChunkKind::name;
}

}  // namespace annals
