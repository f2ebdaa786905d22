#include "extractor/attribution/source_phrase.hpp"

#include <algorithm>

namespace annals {

namespace {

constexpr std::uint32_t kLongestInset = 30;   // pieces between a subject and its verb
constexpr std::uint32_t kLongestPhrase = 12;  // pieces of one phrase

}  // namespace

SourcePhrases::SourcePhrases(const TokenizedText& text, const WordTable& words, const SpeakerRules& rules,
                             const std::vector<Piece>& pieces)
    : tokens_(text.tokens), words_(words), rules_(rules), pieces_(pieces) {
  std::uint32_t upper = 0;
  std::uint32_t letters = 0;
  for (const Piece& piece : pieces_) {
    const Token& t = tokens_[piece.first];
    if (t.kind != TokenKind::word || t.end - t.begin < 2) continue;
    ++letters;
    upper += static_cast<std::uint32_t>(t.upper);
  }
  all_capitals_ = upper * 10 > letters * 8;
}

// A capital letter that means something: not the first word of a sentence, not among capitals alone.
bool SourcePhrases::has_capital(std::uint32_t token) const {
  const Token& t = tokens_[token];
  if (t.kind != TokenKind::word || !t.capitalised) return false;
  const ClassSet& set = classes(token);
  if (all_capitals_) return !set.any();
  return token != pieces_.front().first || !set.any() || t.upper;
}

// Inside "@some_handle".
bool SourcePhrases::is_underscore(std::uint32_t piece) const {
  const std::uint32_t token = pieces_[piece].first;
  return kind(piece) == ChunkKind::dash && tokens_[token].glued && piece + 1 < pieces_.size() &&
         tokens_[token + 1].glued;
}

bool SourcePhrases::is_finite(std::uint32_t piece) const {
  const ChunkKind own = kind(piece);
  return own == ChunkKind::negation || (own != ChunkKind::harm_base && is_finite_verb(own));
}

bool SourcePhrases::is_participle(std::uint32_t piece) const {
  const ClassSet& set = classes(pieces_[piece].first);
  if (kind(piece) == ChunkKind::doing) return true;
  return kind(piece) == ChunkKind::verb && (set.has(rules_.verb_ing) || set.has(rules_.verb_past));
}

// May this stand between the start of a clause and its verb?
bool SourcePhrases::passes(std::uint32_t piece) const {
  if (is_noun_like(kind(piece))) return true;
  switch (kind(piece)) {
    case ChunkKind::of:
    case ChunkKind::by:
    case ChunkKind::preposition:
    case ChunkKind::and_:
    case ChunkKind::or_:
    case ChunkKind::along:
    case ChunkKind::adverb:
    case ChunkKind::time:
    case ChunkKind::open:
    case ChunkKind::close:
    case ChunkKind::harm_noun:
    case ChunkKind::harm_base:
    case ChunkKind::harm_adj:
    case ChunkKind::bare: return true;
    case ChunkKind::verb:
    case ChunkKind::doing:
      return is_participle(piece) ||
             (piece > 0 && kind(piece - 1) == ChunkKind::to && has_capital(pieces_[piece].first));
    case ChunkKind::to:
      return piece + 1 < pieces_.size() &&
             (is_noun_like(kind(piece + 1)) || has_capital(pieces_[piece + 1].first));
    case ChunkKind::dash: return is_underscore(piece);
    case ChunkKind::other: {  // "Jr." and "@handle"
      const Token& t = tokens_[pieces_[piece].first];
      return t.mark == '@' || t.mark == '\'' || (t.mark == '.' && t.glued);
    }
    default: return false;
  }
}

// "its spokesman", "the ministry": begins a phrase of its own.
bool SourcePhrases::opens_phrase(std::uint32_t piece) const {
  const ClassSet& set = classes(pieces_[piece].first);
  return kind(piece) != ChunkKind::pronoun && (set.has(rules_.possessive) || set.has(rules_.definite));
}

PieceRange SourcePhrases::with_hangers(std::uint32_t at, std::uint32_t end) const {
  PieceRange range{at, at + 1};
  const bool pronoun = kind(at) == ChunkKind::pronoun;
  while (!pronoun && range.last < end && range.last - range.first < kLongestPhrase) {
    const std::uint32_t next = range.last;
    const ChunkKind k = kind(next);
    const bool more = next + 1 < end && is_noun_like(kind(next + 1)) && kind(next + 1) != ChunkKind::pronoun;
    if (is_noun_like(k) && k != ChunkKind::pronoun && !opens_phrase(next)) {
      range.last += 1;
    } else if ((k == ChunkKind::of || k == ChunkKind::preposition) && more) {
      range.last += 2;
    } else if ((k == ChunkKind::and_ || k == ChunkKind::along) && more) {
      range.last += 2;
    } else if (k == ChunkKind::to && next + 2 < end && has_capital(pieces_[next + 1].first) &&
               is_noun_like(kind(next + 2))) {
      range.last += 3;  // "the Committee to Protect Journalists"
    } else if (is_participle(next) && next + 2 < end && kind(next + 1) == ChunkKind::preposition &&
               is_noun_like(kind(next + 2))) {
      range.last += 3;  // "a doctor working in two clinics"
    } else if (k == ChunkKind::harm_base || k == ChunkKind::harm_noun || k == ChunkKind::harm_adj) {
      range.last += 1;  // "a news release", "rescue workers"
    } else if (is_underscore(next) && more) {
      range.last += 2;
    } else if (k == ChunkKind::other && tokens_[pieces_[next].first].mark == '.' && next + 1 <= end &&
               tokens_[pieces_[next].first].glued) {
      range.last += 1;  // "Jr."
    } else {
      break;
    }
  }
  if (range.first > 0 && kind(range.first - 1) == ChunkKind::other &&
      tokens_[pieces_[range.first - 1].first].mark == '@')
    --range.first;
  return range;
}

// The first noun phrase of a stretch that no preposition governs: "In Cairo | officials | said".
PieceRange SourcePhrases::first_free_phrase(std::uint32_t first, std::uint32_t end) const {
  std::uint32_t at = first;
  while (at < end) {
    const ChunkKind k = kind(at);
    // "In the hours after the blast | its spokesman | said"
    if (is_noun_like(k) && !(at + 1 < end && is_noun_like(kind(at + 1)) && opens_phrase(at + 1)))
      return with_hangers(at, end);
    if (k == ChunkKind::preposition || k == ChunkKind::of || k == ChunkKind::by || k == ChunkKind::to) {
      ++at;
      if (at < end && (is_noun_like(kind(at)) || kind(at) == ChunkKind::time)) ++at;
      continue;
    }
    ++at;
  }
  return {};
}

PieceRange SourcePhrases::subject_before(std::uint32_t end, SpeechVerb verb) const {
  if (end == 0) return {};
  const ChunkKind last = kind(end - 1);
  if (last == ChunkKind::comma || last == ChunkKind::dash) return across_inset(end, verb);
  if (last == ChunkKind::close) {
    std::uint32_t open = end - 1;
    while (open > 0 && kind(open) != ChunkKind::open) --open;
    return open > 0 ? subject_before(open, verb) : PieceRange{};
  }
  if (last == ChunkKind::relative) {  // "the observatory, which said"
    std::uint32_t e = end - 1;
    if (e > 0 && kind(e - 1) == ChunkKind::comma) --e;
    return e > 0 && is_noun_like(kind(e - 1)) ? subject_before(e, verb) : PieceRange{};
  }
  std::uint32_t first = end;
  while (first > 0 && passes(first - 1)) --first;
  // "... and police said": what stands before "and" with a verb of its own is another clause.
  bool acts = first > 0 && is_finite(first - 1);
  for (std::uint32_t i = first; i < end; ++i) {
    acts = acts || is_finite(i);
    if (acts && kind(i) == ChunkKind::and_ && i + 1 < end && !is_finite(i + 1)) {
      first = i + 1;
      acts = false;
    }
  }
  const bool own_clause = first == 0 || !is_finite(first - 1);
  PieceRange range = own_clause ? first_free_phrase(first, end) : PieceRange{};
  if (!range.valid() && is_noun_like(kind(end - 1))) range = with_hangers(end - 1, end);
  return range.valid() && speaks(range, verb) ? range : PieceRange{};
}

bool SourcePhrases::has_auxiliary(std::uint32_t first, std::uint32_t last) const {
  for (std::uint32_t i = first; i < last; ++i) {
    const ChunkKind k = kind(i);
    if (k == ChunkKind::be || k == ChunkKind::have || k == ChunkKind::modal || k == ChunkKind::harm_ed)
      return true;
  }
  return false;
}

// "X, an activist in the town, said": back over what stands between the commas.
PieceRange SourcePhrases::across_inset(std::uint32_t end, SpeechVerb verb) const {
  const ChunkKind mark = kind(end - 1);
  const std::uint32_t least = end > kLongestInset ? end - kLongestInset : 0;
  for (std::uint32_t k = end - 1; k-- > least;) {
    if (kind(k) == ChunkKind::quote || kind(k) == ChunkKind::colon || kind(k) == ChunkKind::semicolon) break;
    if (kind(k) != mark || k == 0) continue;
    if (k + 1 < end && (kind(k + 1) == ChunkKind::and_ || kind(k + 1) == ChunkKind::conjunction ||
                        kind(k + 1) == ChunkKind::pronoun))
      continue;
    if (!is_noun_like(kind(k - 1)) && kind(k - 1) != ChunkKind::close) continue;
    if (kind(k + 1) != ChunkKind::relative && has_auxiliary(k + 1, end)) break;  // a clause, no inset
    PieceRange range = subject_before(k, verb);
    if (!range.valid()) continue;
    // A name set off behind its office belongs to it.
    if (k + 3 == end && is_name(pieces_[k + 1])) range.last = k + 2;
    return range;
  }
  return {};
}

bool SourcePhrases::is_name(const Piece& piece) const {
  if (piece.kind != ChunkKind::name && piece.kind != ChunkKind::noun) return false;
  const ClassSet& set = classes(piece.first);
  if (set.has(rules_.indefinite) || set.has(rules_.possessive)) return false;
  if (set.has(rules_.definite)) return piece.last - piece.first >= 3 && has_capital(piece.first + 1);
  if (piece.kind == ChunkKind::name) return true;
  for (std::uint32_t i = piece.first; i < piece.last; ++i) {
    if (classes(i).any()) return false;
  }
  return piece.last - piece.first >= 2;
}

PieceRange SourcePhrases::phrase_after(std::uint32_t begin) const {
  const auto count = static_cast<std::uint32_t>(pieces_.size());
  std::uint32_t at = begin;
  if (at + 1 < count && kind(at) == ChunkKind::other && tokens_[pieces_[at].first].mark == '@') ++at;
  if (at + 1 < count && is_participle(at) && is_noun_like(kind(at + 1))) ++at;  // "leading pundit"
  if (at >= count || !is_noun_like(kind(at))) return {};
  PieceRange range{at, at + 1};
  while (kind(at) != ChunkKind::pronoun && range.last < count && range.last - range.first < kLongestPhrase) {
    const std::uint32_t next = range.last;
    const ChunkKind k = kind(next);
    const bool more =
        next + 1 < count && is_noun_like(kind(next + 1)) && kind(next + 1) != ChunkKind::pronoun;
    if (k == ChunkKind::name || (is_noun_like(k) && kind(next - 1) == ChunkKind::noun &&
                                 pieces_[next - 1].last - pieces_[next - 1].first == 1)) {
      range.last += 1;
    } else if ((k == ChunkKind::of || k == ChunkKind::preposition) && more) {
      range.last += 2;
    } else if ((k == ChunkKind::and_ || k == ChunkKind::along) && more &&
               speaks({next + 1, next + 2}, SpeechVerb::plain) &&
               (next + 2 >= count || !is_finite(next + 2))) {
      range.last += 2;
    } else if (k == ChunkKind::comma && more && is_name(pieces_[next + 1]) &&
               pieces_[next + 1].last - pieces_[next + 1].first >= 2 &&
               (next + 2 >= count || kind(next + 2) == ChunkKind::comma ||
                kind(next + 2) == ChunkKind::other || kind(next + 2) == ChunkKind::conjunction)) {
      range.last += 2;
      break;
    } else {
      break;
    }
  }
  if (at > begin) range.first = begin;
  return range;
}

PieceRange SourcePhrases::main_subject(std::uint32_t before) const {
  std::uint32_t first = 0;
  std::uint32_t end = 0;
  while (end < before && !is_finite(end)) {
    const ChunkKind k = kind(end);
    if (k == ChunkKind::comma && !first_free_phrase(first, end).valid()) first = end + 1;
    if (k == ChunkKind::quote || k == ChunkKind::conjunction || k == ChunkKind::colon) return {};
    ++end;
  }
  return end == before ? PieceRange{} : first_free_phrase(first, end);
}

bool SourcePhrases::speaks(const PieceRange& range, SpeechVerb verb) const {
  const std::uint32_t at = range.first;
  if (kind(at) == ChunkKind::other || is_participle(at)) return true;  // "@handle", "leading pundit"
  if (kind(at) == ChunkKind::pronoun) return classes(pieces_[at].first).has(rules_.speaking_pronoun);
  if (kind(at) == ChunkKind::time) return false;
  if (verb == SpeechVerb::sure || verb == SpeechVerb::told) return true;
  std::uint32_t end = at + 1;  // one noun phrase may be cut in two: "Some | opposition groups"
  while (end < range.last && is_noun_like(kind(end))) ++end;
  const std::uint32_t first = pieces_[at].first;
  const std::uint32_t last = pieces_[end - 1].last;
  const ClassSet& head = classes(last - 1);
  if (head.has(rules_.source_noun)) return true;
  if (kind(at) == ChunkKind::count || kind(at) == ChunkKind::maybe) return false;  // "four people reported"
  if (kind(end - 1) == ChunkKind::single || kind(end - 1) == ChunkKind::plural) return true;
  if (has_capital(last - 1) || head.has(rules_.person) || head.has(rules_.persons) ||
      head.has(rules_.people_demonym) || head.has(rules_.place))
    return true;
  const bool name = kind(end - 1) == ChunkKind::name;
  for (std::uint32_t i = first; i < last; ++i) {
    if (classes(i).has(rules_.source_noun) && verb == SpeechVerb::plain) return true;
    if (name && i + 3 >= last && has_capital(i)) return true;  // "Ban Ki-moon"
  }
  return false;
}

}  // namespace annals
