#include "extractor/claim_types.hpp"

#include <algorithm>
#include <span>

#include "extractor/claim_rules.hpp"
#include "extractor/main_clause.hpp"

namespace annals {

namespace {

constexpr std::uint32_t kShortest = 8;  // tokens of a sentence that is none of a caption or byline
constexpr std::uint32_t kObject = 5;    // tokens behind a verb in which its object stands
constexpr std::size_t kThat = 6;        // chunks behind a verb of speech in which "that" stands

using Chunks = std::span<const Chunk>;

bool is_participle(ChunkKind kind) {
  switch (kind) {
    case ChunkKind::verb:
    case ChunkKind::doing:
    case ChunkKind::said:
    case ChunkKind::harm_ed:
    case ChunkKind::harm_ing:
    case ChunkKind::harm_adj:
    case ChunkKind::die_ed:
    case ChunkKind::die_ing:
    case ChunkKind::ruin_ed:
    case ChunkKind::ruin_ing:
    case ChunkKind::leave_verb:
    case ChunkKind::reach:
    case ChunkKind::claim_verb: return true;
    default: return false;
  }
}

bool any_of_kind(Chunks chunks, ChunkKind kind) {
  return std::any_of(chunks.begin(), chunks.end(), [kind](const Chunk& c) { return c.kind == kind; });
}

bool is_none(const Chunk& chunk) {
  return chunk.quantity.high == 0;
}

// "12 people", but not "no people".
bool counts_people(Chunks chunks) {
  return std::any_of(chunks.begin(), chunks.end(),
                     [](const Chunk& c) { return c.kind == ChunkKind::count && !is_none(c); });
}

bool tells_harm(Chunks chunks) {
  return counts_people(chunks) || std::any_of(chunks.begin(), chunks.end(), [](const Chunk& c) {
           return c.kind == ChunkKind::harm_ed || c.kind == ChunkKind::die_ed ||
                  c.kind == ChunkKind::harm_base;
         });
}

// Counted people and what was done to them.
bool counts_harm(Chunks chunks) {
  bool counted = false;
  bool harmed = false;
  for (const Chunk& c : chunks) {
    counted =
        counted || c.kind == ChunkKind::count || c.kind == ChunkKind::bare || c.kind == ChunkKind::single;
    harmed = harmed || c.kind == ChunkKind::harm_ed || c.kind == ChunkKind::die_ed ||
             c.kind == ChunkKind::harm_ing;
  }
  return counted && harmed;
}

// The chunk of the voice's verb, or the first one behind it.
std::size_t verb_of(Chunks chunks, const Voice& voice) {
  std::size_t at = 0;
  while (at < chunks.size() && chunks[at].last <= voice.verb) ++at;
  return at;
}

class Reader {
 public:
  Reader(const ArticleView& view, const LexiconData& lexicon, std::size_t s)
      : view_(view),
        lexicon_(lexicon),
        tokens_(view.text.tokens),
        s_(s),
        speaker_(view.speakers[s]),
        all_(view.chunks[s]),
        told_(all_) {
    while (!told_.empty() && told_.front().first < speaker_.story_begin) told_ = told_.subspan(1);
  }

  ClaimType type() const {
    if (first_verb(all_) == all_.size() && !speaker_.speaker && !is_whole()) return ClaimType::other;
    if (speaker_.in_quotes || any_of_kind(told_, ChunkKind::quote)) return ClaimType::statement;
    if (speaker_.speaker) return type_of_told();
    return is_context(false) ? ClaimType::background : ClaimType::event;
  }

 private:
  const ClassSet& classes(std::uint32_t token) const { return lexicon_.words.classes(tokens_[token].word); }
  bool begins_with(const Chunk& chunk, ClassId klass) const { return classes(chunk.first).has(klass); }

  // Long and ended by a full stop: its verb is one that no table knows.
  bool is_whole() const {
    const Sentence& sentence = view_.text.sentences[s_];
    if (sentence.last - sentence.first < kShortest) return false;
    return tokens_[sentence.last - 1].mark == '.' || tokens_[sentence.last - 2].mark == '.' ||
           speaker_.outlet.has_value();
  }

  // A negation at the verb: "did not say", "never came", "weren't told".
  bool is_denied(std::size_t verb) const {
    const std::size_t from = verb == 0 ? 0 : verb - 1;
    const std::size_t to = std::min(told_.size(), verb + 2);
    return any_of_kind(told_.subspan(from, to - from), ChunkKind::negation);
  }

  std::size_t behind_adverbs(std::size_t at) const {
    while (at < told_.size() && told_[at].kind == ChunkKind::adverb) ++at;
    return at;
  }

  // "was a short storm", "there was no sign": what something is, not what it did.
  bool describes(std::size_t next) const {
    if (next == told_.size() || begins_with(told_[next], lexicon_.speakers->verb_ing)) return false;
    const ChunkKind kind = told_[next].kind;
    return kind == ChunkKind::single || kind == ChunkKind::noun || kind == ChunkKind::maybe;
  }

  // "is" with what was done to somebody tells an event: "are killed", "is also arrested", "are reported".
  bool does_something(std::size_t verb) const {
    std::size_t at = verb + 1;
    while (at < told_.size() && (told_[at].kind == ChunkKind::adverb || told_[at].kind == ChunkKind::be))
      ++at;
    return at < told_.size() &&
           (is_participle(told_[at].kind) || begins_with(told_[at], lexicon_.speakers->verb_ing));
  }

  // "The war has killed", "clinics have opened": how things have come to be; counted harm is news.
  bool has_come_about(std::size_t verb) const {
    for (std::uint32_t t = told_.front().first; t < told_[verb].first; ++t) {
      if (classes(t).has(lexicon_.framing->ongoing)) return true;
    }
    return !(tells_harm(told_) && counts_people(told_));
  }

  // How things are ("is near the port") or what did not come about ("was not available"). What somebody says
  // to have come about is his news.
  bool is_context(bool spoken) const {
    const bool harm = tells_harm(told_);
    const std::size_t verb = main_verb(told_);
    if (verb == told_.size()) return !harm && any_of_kind(told_, ChunkKind::to);
    if (is_denied(verb)) return !counts_people(told_);
    const std::size_t next = behind_adverbs(verb + 1);
    const bool be = told_[verb].kind == ChunkKind::be;
    if (told_[verb].kind == ChunkKind::have) {
      if (begins_with(told_[verb], lexicon_.claims->past_state)) return !harm;
      return !spoken && has_come_about(verb);
    }
    if (harm) return false;
    if (be && describes(next)) return true;
    if (be && next < told_.size() && begins_with(told_[next], lexicon_.claims->standing)) return true;
    return begins_with(told_[verb], lexicon_.claims->present_state) && !does_something(verb);
  }

  // "..., police said", "According to police, ...": what is told comes first, or stands by itself.
  bool is_added(const Voice& voice) const {
    const std::size_t verb = first_verb(told_);
    return voice.after ||
           (verb < told_.size() && tokens_[told_[verb].first].begin < speaker_.speaker->span.begin);
  }

  bool shows_picture(const Voice& voice) const {
    if (!classes(voice.verb).has(lexicon_.speakers->speech_act)) return false;
    const std::uint32_t end = std::min(view_.text.sentences[s_].last, voice.verb + 1 + kObject);
    for (std::uint32_t t = voice.verb + 1; t < end; ++t) {
      if (classes(t).has(lexicon_.claims->picture)) return true;
    }
    return false;
  }

  // Behind "said", "said on Monday that", "told reporters that".
  Chunks content_of(const Voice& voice) const {
    const std::size_t begin = std::min(all_.size(), verb_of(all_, voice) + 1);
    const Chunks content = all_.subspan(begin);
    const Entry* entry = lexicon_.words.entry(tokens_[voice.verb].word, lexicon_.speakers->speech);
    const bool hearer = entry != nullptr && entry->value == "told";
    for (std::size_t i = 0; i < std::min(content.size(), kThat); ++i) {
      // "said those who": it hangs on a word that makes no chunk
      if (content[i].kind == ChunkKind::relative)
        return content[i].first == all_[begin + i - 1].last ? content.subspan(i + 1) : content;
      const bool time = content[i].kind == ChunkKind::time || content[i].kind == ChunkKind::preposition;
      if (is_finite_verb(content[i].kind) || (!hearer && !time)) break;
    }
    return content;
  }

  // "said that tanks had shelled the market"
  bool tells_deed(const Voice& voice) const {
    const Chunks content = content_of(voice);
    const std::size_t verb = main_verb(content);
    const std::size_t full = full_verb(content, verb);
    return full < content.size() && begins_with(content[full], lexicon_.claims->deed) &&
           !(full > 0 && content[full - 1].kind == ChunkKind::negation);
  }

  // A toll being put, or how things are, is somebody's word wherever he stands; harm to counted people is an
  // event, and so is what people see happen.
  ClaimType type_of_told() const {
    const Voice* voice = chief_voice(speaker_);
    if (voice == nullptr) return ClaimType::statement;
    if (shows_picture(*voice)) return ClaimType::event;
    if (any_of_kind(told_, ChunkKind::toll) || view_.since_in(s_) != nullptr) return ClaimType::statement;
    if (is_added(*voice)) return is_context(true) ? ClaimType::statement : ClaimType::event;
    return counts_harm(told_) || tells_deed(*voice) ? ClaimType::event : ClaimType::statement;
  }

  const ArticleView& view_;
  const LexiconData& lexicon_;
  const std::vector<Token>& tokens_;
  std::size_t s_;
  const Speaker& speaker_;
  Chunks all_;
  Chunks told_;  // without a heading that ran into the sentence
};

}  // namespace

const Voice* chief_voice(const Speaker& speaker) {
  if (!speaker.speaker) return nullptr;
  const auto at = std::find_if(speaker.voices.begin(), speaker.voices.end(),
                               [&](const Voice& voice) { return voice.who == *speaker.speaker; });
  return at == speaker.voices.end() ? nullptr : &*at;
}

ClaimType type_of_claim(const ArticleView& view, const LexiconData& lexicon, std::size_t sentence) {
  return Reader(view, lexicon, sentence).type();
}

}  // namespace annals
