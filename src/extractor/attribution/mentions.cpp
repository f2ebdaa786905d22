#include "extractor/attribution/mentions.hpp"

#include <optional>

#include "extractor/attribution/source_phrase.hpp"

namespace annals {

namespace {

class Finder {
 public:
  Finder(const TokenizedText& text, const WordTable& words, const SpeakerRules& rules,
         const std::vector<Piece>& pieces, std::vector<Mention>& mentions)
      : text_(text),
        words_(words),
        rules_(rules),
        pieces_(pieces),
        count_(static_cast<std::uint32_t>(pieces.size())),
        phrases_(text, words, rules, pieces),
        mentions_(mentions),
        begin_(mentions.size()) {}

  void run(bool quoted) {
    for (std::uint32_t i = 0; i < count_; ++i) {
      if (kind(i) == ChunkKind::quote) quoted = opens(i);
      std::optional<Mention> found;
      if (const std::uint32_t after = according_to(i); after != 0) {
        found = mention(phrases_.phrase_after(after));
        if (found) found->after = true;
      } else if (pieces_[i].speech != SpeechVerb::none) {
        found = at_verb(i);
      } else if (kind(i) == ChunkKind::colon) {
        found = before_colon(i);
      } else if (is_noun_like(kind(i))) {
        found = from_document(i);
      }
      // "A statement from the ministry said": the ministry, named already.
      if (!found ||
          (last() != nullptr && found->who.first < last()->who.first && last()->who.last <= found->who.last))
        continue;
      found->verb = pieces_[i].first;
      found->quoted = quoted;
      mentions_.push_back(*found);
    }
  }

 private:
  ChunkKind kind(std::uint32_t i) const { return pieces_[i].kind; }
  WordId word(std::uint32_t piece) const { return text_.tokens[pieces_[piece].first].word; }
  const ClassSet& classes(std::uint32_t token) const { return words_.classes(text_.tokens[token].word); }
  bool opens(std::uint32_t i) const { return text_.tokens[pieces_[i].first].kind == TokenKind::quote_open; }
  bool is_kind(std::uint32_t i, ChunkKind k) const { return i < count_ && kind(i) == k; }

  std::optional<Mention> mention(const PieceRange& range) const {
    if (!range.valid()) return std::nullopt;
    Mention found;
    found.who = tokens_of(range);
    return found;
  }
  TokenRange tokens_of(const PieceRange& range) const {
    return {pieces_[range.first].first, pieces_[range.last - 1].last};
  }

  // Piece after the words "according to" that begin in piece i, or 0. They may be cut into several.
  std::uint32_t according_to(std::uint32_t i) const {
    const std::uint32_t at = pieces_[i].first;
    if (!words_.starts_phrase(text_.tokens[at].word)) return 0;
    const auto left = static_cast<std::size_t>(pieces_.back().last - at);
    const auto match = words_.longest_phrase([&](std::size_t k) { return text_.tokens[at + k].word; }, left,
                                             rules_.according_to);
    if (match.length == 0) return 0;
    std::uint32_t next = i;
    while (next < count_ && pieces_[next].first < at + match.length) ++next;
    return next;
  }

  bool is_ing(std::uint32_t piece) const {
    const ClassSet& set = classes(pieces_[piece].first);
    return kind(piece) == ChunkKind::doing || set.has(rules_.speech_ing) || set.has(rules_.verb_ing);
  }
  bool passes_on(std::uint32_t verb) const { return words_.entry(word(verb), rules_.pass_on) != nullptr; }
  // The last whom this sentence named.
  const Mention* last() const { return mentions_.size() > begin_ ? &mentions_.back() : nullptr; }

  struct VerbGroup {
    std::uint32_t first = 0;  // piece
    bool negated = false;
    bool passive = false;
  };
  VerbGroup group_before(std::uint32_t verb) const {
    VerbGroup group{verb};
    while (group.first > 0) {
      const ChunkKind k = kind(group.first - 1);
      if (k == ChunkKind::negation) group.negated = true;
      if (k == ChunkKind::be && !is_ing(verb)) group.passive = true;
      const bool belongs = k == ChunkKind::negation || k == ChunkKind::be || k == ChunkKind::adverb ||
                           k == ChunkKind::have || k == ChunkKind::auxiliary || k == ChunkKind::modal ||
                           k == ChunkKind::time;
      if (!belongs) break;
      --group.first;
      if (k == ChunkKind::time && group.first > 0 && kind(group.first - 1) == ChunkKind::preposition)
        --group.first;  // "on Monday"
    }
    return group;
  }

  std::optional<Mention> at_verb(std::uint32_t verb) const {
    const SpeechVerb speech = pieces_[verb].speech;
    const VerbGroup group = group_before(verb);
    if (is_kind(verb + 1, ChunkKind::by)) return agent(verb, group);
    if (group.passive || group.negated) return std::nullopt;
    const std::uint32_t end = group.first;
    if (end > 0 && (kind(end - 1) == ChunkKind::to || kind(end - 1) == ChunkKind::preposition ||
                    kind(end - 1) == ChunkKind::of || kind(end - 1) == ChunkKind::by))
      return std::nullopt;
    if (is_reduced(verb, end)) return std::nullopt;
    if (is_ing(verb) && end == verb) return at_participle(verb);
    if (auto found = inverted(verb, end)) return found;
    PieceRange subject = phrases_.subject_before(end, speech);
    if (!subject.valid()) {
      const bool goes_on = end > 0 && (kind(end - 1) == ChunkKind::and_ || kind(end - 1) == ChunkKind::comma);
      if (!goes_on || last() != nullptr) return std::nullopt;
      subject = phrases_.main_subject(verb);
      if (!subject.valid() || !phrases_.speaks(subject, SpeechVerb::plain)) return std::nullopt;
    }
    if (passes_on(verb)) {
      if (auto found = passed_on(verb, subject)) return found;
    }
    auto found = mention(subject);
    if (found) found->tag = is_tag(verb, subject);
    return found;
  }

  // "residents thought to have been", "a list released on Monday", "a woman named Ada": a participle that
  // hangs on its noun.
  bool is_reduced(std::uint32_t verb, std::uint32_t end) const {
    if (verb + 1 < count_ && kind(verb + 1) == ChunkKind::to) {
      return verb + 2 < count_ && (kind(verb + 2) == ChunkKind::be || kind(verb + 2) == ChunkKind::have);
    }
    if (pieces_[verb].speech != SpeechVerb::act || end != verb || is_ing(verb)) return false;
    if (verb + 1 < count_ && (kind(verb + 1) == ChunkKind::preposition || kind(verb + 1) == ChunkKind::of ||
                              kind(verb + 1) == ChunkKind::conjunction))
      return !pieces_[verb].governs;
    const bool one =
        verb > 0 && is_noun_like(kind(verb - 1)) && classes(pieces_[verb - 1].first).has(rules_.indefinite);
    return one && is_kind(verb + 1, ChunkKind::name);
  }

  // ", police said on Monday." closes a sentence.
  bool is_tag(std::uint32_t verb, const PieceRange& subject) const {
    if (subject.first == 0 ||
        (kind(subject.first - 1) != ChunkKind::comma && kind(subject.first - 1) != ChunkKind::quote))
      return false;
    std::uint32_t i = verb + 1;
    while (i < count_ &&
           (kind(i) == ChunkKind::time || kind(i) == ChunkKind::preposition || kind(i) == ChunkKind::noun ||
            kind(i) == ChunkKind::name || kind(i) == ChunkKind::plural || kind(i) == ChunkKind::adverb))
      ++i;
    return i >= count_ || (kind(i) == ChunkKind::other && i + 2 >= count_);
  }

  // "reported by the observatory", "was named by relatives"; "X was quoted by Y".
  std::optional<Mention> agent(std::uint32_t verb, const VerbGroup& group) const {
    const PieceRange by = phrases_.phrase_after(verb + 2);
    if (!by.valid() || !phrases_.speaks(by, SpeechVerb::act)) return std::nullopt;
    if (!passes_on(verb)) return mention(by);
    const PieceRange quoted = phrases_.subject_before(group.first, SpeechVerb::plain);
    if (!quoted.valid()) return mention(by);
    auto found = mention(quoted);
    found->via = tokens_of(by);
    return found;
  }

  // "..., saying", "with activists saying", "citing officials".
  std::optional<Mention> at_participle(std::uint32_t verb) const {
    const bool set_off = verb == 0 || kind(verb - 1) == ChunkKind::comma || kind(verb - 1) == ChunkKind::and_;
    if (passes_on(verb)) {
      const PieceRange inner = phrases_.phrase_after(verb + 1);
      if (!inner.valid() || !phrases_.speaks(inner, SpeechVerb::act)) return std::nullopt;
      auto found = mention(inner);
      if (const Mention* outer = last(); outer != nullptr && !outer->after) {
        found->via = outer->who;
      } else if (set_off) {
        PieceRange subject = phrases_.main_subject(verb + 1);
        if (!subject.valid() && verb > 1 && is_noun_like(kind(verb - 2)))
          subject = phrases_.subject_before(verb - 1, SpeechVerb::act);
        if (subject.valid() && phrases_.speaks(subject, SpeechVerb::act)) found->via = tokens_of(subject);
      }
      return found;
    }
    if (last() != nullptr) return std::nullopt;
    std::uint32_t end = verb;  // "with the agency at first only reporting"
    while (end > 0 && kind(end - 1) == ChunkKind::adverb) --end;
    if (end > 0 && is_noun_like(kind(end - 1))) {
      const bool with = end < 2 || kind(end - 2) == ChunkKind::preposition;
      const PieceRange subject{end - 1, end};
      if (with && phrases_.speaks(subject, SpeechVerb::plain)) return mention(subject);
    }
    const PieceRange subject = phrases_.main_subject(verb);
    if (!set_off || !subject.valid() || !phrases_.speaks(subject, SpeechVerb::act)) return std::nullopt;
    return mention(subject);
  }

  // "...," said the ministry.
  std::optional<Mention> inverted(std::uint32_t verb, std::uint32_t end) const {
    if (pieces_[verb].speech == SpeechVerb::told || pieces_[verb].speech == SpeechVerb::act ||
        passes_on(verb))
      return std::nullopt;
    const bool behind_mark = end == 0 || kind(end - 1) == ChunkKind::comma ||
                             kind(end - 1) == ChunkKind::quote || kind(end - 1) == ChunkKind::conjunction;
    if (!behind_mark) return std::nullopt;
    const PieceRange after = phrases_.phrase_after(verb + 1);
    if (!after.valid() || kind(after.first) == ChunkKind::count || kind(after.first) == ChunkKind::maybe ||
        !phrases_.speaks(after, SpeechVerb::plain))
      return std::nullopt;
    if (kind(after.first) == ChunkKind::pronoun && (end == 0 || kind(end - 1) != ChunkKind::quote))
      return std::nullopt;
    if (after.last < count_ && phrases_.is_finite(after.last)) return std::nullopt;
    auto found = mention(after);
    found->tag = true;
    return found;
  }

  // "X quoted Y as saying": Y speaks, X passes it on.
  std::optional<Mention> passed_on(std::uint32_t verb, const PieceRange& outer) const {
    const PieceRange inner = phrases_.phrase_after(verb + 1);
    if (!inner.valid() || !phrases_.speaks(inner, SpeechVerb::plain)) return std::nullopt;
    auto found = mention(inner);
    found->via = tokens_of(outer);
    return found;
  }

  // "Omar Haddad: "We counted nine.""
  std::optional<Mention> before_colon(std::uint32_t colon) const {
    if (last() != nullptr || colon == 0 || !is_kind(colon + 1, ChunkKind::quote)) return std::nullopt;
    const PieceRange subject = phrases_.subject_before(colon, SpeechVerb::act);
    return subject.valid() && subject.first == 0 ? mention(subject) : std::nullopt;
  }

  // "a statement from the ministry", "a post by Omar Haddad".
  std::optional<Mention> from_document(std::uint32_t i) const {
    if (!classes(pieces_[i].last - 1).has(rules_.speech_noun) || i + 2 >= count_) return std::nullopt;
    if (!classes(pieces_[i + 1].first).has(rules_.author_mark)) return std::nullopt;
    const PieceRange author = phrases_.phrase_after(i + 2);
    if (!author.valid() || !phrases_.speaks(author, SpeechVerb::act)) return std::nullopt;
    return mention(author);
  }

  const TokenizedText& text_;
  const WordTable& words_;
  const SpeakerRules& rules_;
  const std::vector<Piece>& pieces_;
  std::uint32_t count_;
  SourcePhrases phrases_;
  std::vector<Mention>& mentions_;
  std::size_t begin_;
};

}  // namespace

void find_mentions(const TokenizedText& text, const WordTable& words, const SpeakerRules& rules,
                   const std::vector<Piece>& pieces, bool quoted, std::vector<Mention>& mentions) {
  Finder(text, words, rules, pieces, mentions).run(quoted);
}

}  // namespace annals
