#include "extractor/attribution/pieces.hpp"

namespace annals {

namespace {

class Cutter {
 public:
  Cutter(const TokenizedText& text, const WordTable& words, const SpeakerRules& rules,
         const std::vector<Chunk>& chunks, std::vector<Piece>& pieces)
      : text_(text.text),
        tokens_(text.tokens),
        words_(words),
        rules_(rules),
        chunks_(chunks),
        pieces_(pieces) {}

  bool run() {
    pieces_.clear();
    bool speaks = false;
    for (std::size_t i = 0; i < chunks_.size(); ++i) {
      const Chunk& chunk = chunks_[i];
      if (is_noun_like(chunk.kind) && !(chunk.kind == ChunkKind::pronoun && !is_country(chunk))) {
        cut(i);
      } else {
        pieces_.push_back({chunk.kind, verb_at(chunk.first), governs(chunk.first), chunk.first, chunk.last});
      }
      speaks = speaks || may_speak(chunk);
    }
    return speaks;
  }

 private:
  const ClassSet& classes(std::uint32_t token) const { return words_.classes(tokens_[token].word); }

  // "US", not "us".
  bool is_country(const Chunk& chunk) const {
    return tokens_[chunk.first].upper && tokens_[chunk.first].end - tokens_[chunk.first].begin > 1;
  }

  // A speech verb anywhere, "according to", or a colon before a quotation.
  bool may_speak(const Chunk& chunk) const {
    if (chunk.kind == ChunkKind::said || chunk.kind == ChunkKind::colon) return true;
    for (std::uint32_t i = chunk.first; i < chunk.last; ++i) {
      const WordId word = tokens_[i].word;
      const ClassSet& set = words_.classes(word);
      if (set.has(rules_.speech) || set.has(rules_.speech_act) || set.has(rules_.maybe_speech)) return true;
      if (words_.phrase_classes(word).has(rules_.speech_act)) return true;
      if (words_.phrase_classes(word).has(rules_.according_to)) return true;
    }
    return false;
  }

  SpeechVerb verb_at(std::uint32_t token) const {
    const WordId word = tokens_[token].word;
    const ClassSet& set = words_.classes(word);
    if (set.has(rules_.speech)) {
      const Entry* entry = words_.entry(word, rules_.speech);
      return entry->value == "sure"   ? SpeechVerb::sure
             : entry->value == "told" ? SpeechVerb::told
                                      : SpeechVerb::plain;
    }
    if (set.has(rules_.maybe_speech)) return SpeechVerb::plain;
    return set.has(rules_.speech_act) || governs(token) ? SpeechVerb::act : SpeechVerb::none;
  }
  // "called for", "agreed that": speech by the word behind it.
  bool governs(std::uint32_t token) const {
    if (!words_.phrase_classes(tokens_[token].word).has(rules_.speech_act)) return false;
    const std::size_t left = chunks_.back().last - token;
    return words_
               .longest_phrase([&](std::size_t i) { return tokens_[token + i].word; }, left,
                               rules_.speech_act)
               .length != 0;
  }

  void cut(std::size_t at) {
    const Chunk& chunk = chunks_[at];
    std::uint32_t first = chunk.first;
    for (std::uint32_t i = chunk.first; i < chunk.last; ++i) {
      const SpeechVerb verb = verb_at(i);
      if (verb == SpeechVerb::none || !is_verb(at, i)) continue;
      if (i > first) pieces_.push_back({chunk.kind, SpeechVerb::none, false, first, i});
      pieces_.push_back({ChunkKind::said, verb, governs(i), i, i + 1});
      first = i + 1;
    }
    if (first < chunk.last) {
      const bool whole = first == chunk.first && chunk.kind != ChunkKind::pronoun;
      pieces_.push_back({whole ? chunk.kind : ChunkKind::noun, SpeechVerb::none, false, first, chunk.last});
    }
  }

  // Is a word in a noun phrase the verb behind it? "Witnesses reported", not "the reported deaths".
  bool is_verb(std::size_t chunk, std::uint32_t i) const {
    if (i == chunks_[chunk].first) return begins_predicate(chunk, i);
    const Token& before = tokens_[i - 1];
    if ((before.kind != TokenKind::word && !before.glued) || tokens_[i].glued) return false;
    if (tokens_[i].capitalised && !before.upper) return false;  // "Human Rights Reports"
    const ClassSet& set = classes(i);
    if (set.has(rules_.maybe_speech)) {
      const bool subject = is_subject(i - 1) || chunks_[chunk].kind == ChunkKind::name;
      return subject && agrees(i) && goes_on(chunk, i);
    }
    const bool ends = i + 1 == chunks_[chunk].last;
    return is_subject(i - 1) || (ends && !classes(i - 1).has(rules_.definite));
  }
  // The first word of a phrase is a verb only right behind what can be its subject: "The prosecutor on
  // Thursday | described a scene".
  bool begins_predicate(std::size_t chunk, std::uint32_t i) const {
    if (chunk == 0 || tokens_[i].capitalised) return false;
    switch (chunks_[chunk - 1].kind) {
      case ChunkKind::time:
      case ChunkKind::adverb:
      case ChunkKind::close:
      case ChunkKind::comma:
      case ChunkKind::pronoun: break;
      default:
        if (!is_noun_like(chunks_[chunk - 1].kind)) return false;
    }
    return !classes(i).has(rules_.maybe_speech) || (agrees(i) && goes_on(chunk, i));
  }
  // "reports" of one, "report" of several.
  bool agrees(std::uint32_t i) const {
    const WordId word = tokens_[i].word;
    const Entry* entry = words_.entry(word, rules_.maybe_speech);
    const bool base = entry->value == "base";
    const Token& before = tokens_[i - 1];
    const ClassSet& set = classes(i - 1);
    const std::string_view bytes = text_.substr(before.begin, before.end - before.begin);
    const bool many = set.has(rules_.persons) || set.has(rules_.people_demonym) || set.has(rules_.pronoun) ||
                      set.has(rules_.collective_source) || bytes.ends_with('s') || bytes.ends_with('S');
    return !base || many;
  }
  bool is_subject(std::uint32_t i) const {
    const ClassSet& set = classes(i);
    return tokens_[i].capitalised || set.has(rules_.source_noun) || set.has(rules_.person) ||
           set.has(rules_.persons) || set.has(rules_.people_demonym);
  }
  // What a verb of speech governs, or nothing: "police report that", "Reuters reports."
  bool goes_on(std::size_t chunk, std::uint32_t i) const {
    if (i + 1 < chunks_[chunk].last) {
      const ClassSet& next = classes(i + 1);
      return tokens_[i + 1].capitalised || next.has(rules_.definite) || next.has(rules_.indefinite) ||
             next.has(rules_.possessive);
    }
    if (chunk + 1 == chunks_.size()) return true;
    switch (chunks_[chunk + 1].kind) {
      case ChunkKind::of:
      case ChunkKind::be:
      case ChunkKind::have:
      case ChunkKind::said:
      case ChunkKind::verb:
      case ChunkKind::harm_ed:
      case ChunkKind::modal: return false;
      default: return true;
    }
  }

  std::string_view text_;
  const std::vector<Token>& tokens_;
  const WordTable& words_;
  const SpeakerRules& rules_;
  const std::vector<Chunk>& chunks_;
  std::vector<Piece>& pieces_;
};

}  // namespace

bool is_noun_like(ChunkKind kind) {
  switch (kind) {
    case ChunkKind::noun:
    case ChunkKind::name:
    case ChunkKind::plural:
    case ChunkKind::single:
    case ChunkKind::count:
    case ChunkKind::maybe:
    case ChunkKind::thing:
    case ChunkKind::pronoun: return true;
    default: return false;
  }
}

bool cut_pieces(const TokenizedText& text, const WordTable& words, const SpeakerRules& rules,
                const std::vector<Chunk>& chunks, std::vector<Piece>& pieces) {
  return Cutter(text, words, rules, chunks, pieces).run();
}

}  // namespace annals
