#include "extractor/main_date.hpp"

#include <algorithm>

#include "extractor/claim_rules.hpp"
#include "extractor/main_clause.hpp"
#include "extractor/temporal/time_tokens.hpp"

namespace annals {

namespace {

class Finder {
 public:
  Finder(const ArticleView& view, const LexiconData& lexicon, std::size_t s)
      : tokens_(view.text.tokens),
        lexicon_(lexicon),
        chunks_(view.chunks[s]),
        main_verb_(annals::main_verb(view.chunks[s])) {}

  bool is_of_something_else(const Timex& timex) const {
    const std::size_t at = chunk_at(tokens_, chunks_, timex.span.begin);
    return at < chunks_.size() &&
           (is_bracketed(at) || hangs_on_participle(at) || is_beside(at) || names_something(at, timex));
  }

 private:
  ChunkKind kind(std::size_t i) const { return chunks_[i].kind; }
  const ClassSet& classes(std::uint32_t token) const { return lexicon_.words.classes(tokens_[token].word); }

  bool is_bracketed(std::size_t at) const {
    int depth = 0;
    for (std::size_t i = 0; i < at; ++i) {
      if (kind(i) == ChunkKind::open) ++depth;
      if (kind(i) == ChunkKind::close) --depth;
    }
    return depth > 0;
  }

  // "the programme adopted on 3 May", behind the verb of the main clause.
  bool hangs_on_participle(std::size_t at) const {
    std::size_t verb = at;
    while (verb > 0 &&
           (verb == at || kind(verb) == ChunkKind::preposition || kind(verb) == ChunkKind::adverb))
      --verb;
    if (verb == 0 || verb == at || main_verb_ >= verb) return false;
    const ChunkKind own = kind(verb);
    if (own != ChunkKind::verb && own != ChunkKind::said && own != ChunkKind::harm_ed) return false;
    switch (kind(verb - 1)) {
      case ChunkKind::noun:
      case ChunkKind::name:
      case ChunkKind::plural:
      case ChunkKind::count:
      case ChunkKind::single:
      case ChunkKind::maybe: break;
      default: return false;
    }
    return std::none_of(chunks_.begin() + static_cast<std::ptrdiff_t>(main_verb_),
                        chunks_.begin() + static_cast<std::ptrdiff_t>(verb), [](const Chunk& c) {
                          return c.kind == ChunkKind::conjunction || c.kind == ChunkKind::relative;
                        });
  }

  // "after rebels had taken it on Sunday": a clause that opens the sentence, or stands behind its verb.
  bool is_beside(std::size_t at) const {
    for (std::size_t i = at; i-- > 0;) {
      switch (kind(i)) {
        case ChunkKind::comma:
        case ChunkKind::semicolon:
        case ChunkKind::dash: return false;
        default: break;
      }
      if (i + 1 < at && (i == 0 || main_verb_ < i) && classes(chunks_[i].first).has(lexicon_.claims->beside))
        return true;
    }
    return false;
  }

  // "the 2011 earthquake": a year or a month as a part of a name.
  bool names_something(std::size_t at, const Timex& timex) const {
    if (timex.dates->grain < Grain::month) return false;
    if (kind(at) != ChunkKind::time) return timex.span.end < tokens_[chunks_[at].last - 1].end;
    const std::uint32_t first = chunks_[at].first;
    if (first == 0 || at + 1 == chunks_.size()) return false;
    const ClassSet& before = classes(first - 1);
    return (before.has(lexicon_.frames->chunks.definite) || before.has(lexicon_.frames->chunks.indefinite)) &&
           (kind(at + 1) == ChunkKind::name || kind(at + 1) == ChunkKind::noun);
  }

  const std::vector<Token>& tokens_;
  const LexiconData& lexicon_;
  const std::vector<Chunk>& chunks_;
  std::size_t main_verb_;
};

}  // namespace

const Timex* main_date(const ArticleView& view, const LexiconData& lexicon, std::size_t sentence,
                       const Timex* said) {
  const auto [begin, end] = view.sentence_timexes[sentence];
  if (begin == end) return nullptr;
  const Finder finder(view, lexicon, sentence);
  const Timex* best = nullptr;
  const std::uint32_t story = view.text.tokens[view.speakers[sentence].story_begin].begin;
  for (std::uint32_t t = begin; t < end; ++t) {
    const Timex& timex = view.timexes[t];
    if (&timex == said || !names_day(timex) || finder.is_of_something_else(timex)) continue;
    const bool heading = best != nullptr && best->span.begin < story && timex.span.begin >= story;
    if (best == nullptr || heading || timex.dates->grain < best->dates->grain) best = &timex;
  }
  return best;
}

}  // namespace annals
