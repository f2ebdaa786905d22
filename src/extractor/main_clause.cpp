#include "extractor/main_clause.hpp"

#include <algorithm>

namespace annals {

namespace {

// A verb that may be a participle behind its noun: "the strike called by the union".
bool may_hang(ChunkKind kind) {
  switch (kind) {
    case ChunkKind::verb:
    case ChunkKind::said:
    case ChunkKind::harm_ed:
    case ChunkKind::ruin_ed:
    case ChunkKind::claim_verb: return true;
    default: return false;
  }
}

// What makes the verb behind it one of the clause: "was called by", "he called by phone".
bool carries_verb(ChunkKind kind) {
  switch (kind) {
    case ChunkKind::be:
    case ChunkKind::have:
    case ChunkKind::modal:
    case ChunkKind::auxiliary:
    case ChunkKind::adverb:
    case ChunkKind::negation:
    case ChunkKind::pronoun:
    case ChunkKind::relative: return true;
    default: return false;
  }
}

class Clauses {
 public:
  explicit Clauses(std::span<const Chunk> chunks) : chunks_(chunks) {
    for (std::size_t i = 0; i < chunks.size(); ++i) {
      if (is_finite_verb(chunks[i].kind)) verbs_end_ = i + 1;
    }
  }

  std::size_t main_verb() const {
    std::size_t i = has(0, ChunkKind::conjunction) ? behind(comma_from(0), 0) : 0;
    while (i < chunks_.size()) {
      if (is_finite_verb(chunks_[i].kind)) {
        if (!is_infinitive(i) && !is_participle(i)) return i;
      } else if (chunks_[i].kind == ChunkKind::relative) {
        const std::size_t next = behind(relative_end(i), i);
        if (next != i) {
          i = next;
          continue;
        }
      }
      ++i;
    }
    const std::size_t first = first_verb(chunks_);
    return first < chunks_.size() && is_infinitive(first) ? chunks_.size() : first;
  }

 private:
  bool has(std::size_t i, ChunkKind kind) const { return i < chunks_.size() && chunks_[i].kind == kind; }
  bool is_infinitive(std::size_t i) const { return i > 0 && has(i - 1, ChunkKind::to); }
  bool is_participle(std::size_t i) const {
    return i > 0 && has(i + 1, ChunkKind::by) && may_hang(chunks_[i].kind) &&
           !carries_verb(chunks_[i - 1].kind);
  }
  // `end`, where a verb is left from there on; else `here`.
  std::size_t behind(std::size_t end, std::size_t here) const { return end < verbs_end_ ? end : here; }
  std::size_t comma_from(std::size_t i) const {
    while (i < chunks_.size() && chunks_[i].kind != ChunkKind::comma) ++i;
    return i;
  }
  // Behind the verb of the relative clause that opens at `i`; of one between commas, at the second.
  std::size_t relative_end(std::size_t i) const {
    std::size_t end = i + 1;
    while (end < chunks_.size() && !is_finite_verb(chunks_[end].kind) &&
           chunks_[end].kind != ChunkKind::comma)
      ++end;
    if (!(end < chunks_.size() && is_finite_verb(chunks_[end].kind))) return chunks_.size();
    while (end < chunks_.size() &&
           (is_finite_verb(chunks_[end].kind) || chunks_[end].kind == ChunkKind::adverb ||
            chunks_[end].kind == ChunkKind::negation))
      ++end;
    return i > 0 && has(i - 1, ChunkKind::comma) ? comma_from(end) : end;
  }

  std::span<const Chunk> chunks_;
  std::size_t verbs_end_ = 0;  // one past the last finite verb
};

}  // namespace

std::size_t first_verb(std::span<const Chunk> chunks) {
  const auto at =
      std::find_if(chunks.begin(), chunks.end(), [](const Chunk& c) { return is_finite_verb(c.kind); });
  return static_cast<std::size_t>(at - chunks.begin());
}

std::size_t main_verb(std::span<const Chunk> chunks) {
  return Clauses(chunks).main_verb();
}

std::size_t full_verb(std::span<const Chunk> chunks, std::size_t verb) {
  while (verb < chunks.size() &&
         (chunks[verb].kind == ChunkKind::be || chunks[verb].kind == ChunkKind::have ||
          chunks[verb].kind == ChunkKind::adverb))
    ++verb;
  return verb;
}

std::size_t chunk_at(const std::vector<Token>& tokens, std::span<const Chunk> chunks, std::uint32_t byte) {
  std::size_t at = 0;
  while (at < chunks.size() && tokens[chunks[at].last - 1].end <= byte) ++at;
  return at;
}

}  // namespace annals
