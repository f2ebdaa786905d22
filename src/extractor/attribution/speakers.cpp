#include "extractor/attribution/speakers.hpp"

#include <algorithm>

namespace annals {

namespace {

bool is_noun_like(ChunkKind kind) {
  switch (kind) {
    case ChunkKind::noun:
    case ChunkKind::name:
    case ChunkKind::plural:
    case ChunkKind::single:
    case ChunkKind::count:
    case ChunkKind::maybe:
    case ChunkKind::pronoun: return true;
    default: return false;
  }
}

class Finder {
 public:
  Finder(const TokenizedText& text, const WordTable& words, const SpeakerRules& rules)
      : text_(text), words_(words), rules_(rules) {}

  std::vector<Speaker> run(const std::vector<std::vector<Chunk>>& all) {
    std::vector<Speaker> speakers(all.size());
    bool open_quote = false;
    for (std::size_t s = 0; s < all.size(); ++s) {
      const auto& chunks = all[s];
      Speaker& found = speakers[s];
      found.in_quotes = open_quote;
      find_in(chunks, open_quote, found);
      find_outlet(text_.sentences[s], found);
      resolve(found);
      if (!found.source && (open_quote || opens_with_quote(s)) && last_) found.source = last_;
      for (const Chunk& chunk : chunks) {
        if (chunk.kind == ChunkKind::quote)
          open_quote = text_.tokens[chunk.first].kind == TokenKind::quote_open;
      }
      const bool paragraph_ends =
          s + 1 < all.size() && text_.sentences[s].last < text_.sentences[s + 1].first;
      if (paragraph_ends) open_quote = false;
    }
    return speakers;
  }

 private:
  Span bytes(std::uint32_t first, std::uint32_t last) const {
    return {text_.tokens[first].begin, text_.tokens[last - 1].end};
  }
  Quote quote(std::uint32_t first, std::uint32_t last) const {
    const Span span = bytes(first, last);
    return {span, std::string(slice(text_.text, span))};
  }
  const ClassSet& classes(std::uint32_t token) const { return words_.classes(text_.tokens[token].word); }
  bool opens_with_quote(std::size_t s) const {
    return text_.tokens[text_.sentences[s].first].kind == TokenKind::quote_open;
  }

  // Can this noun phrase speak?
  bool can_speak(const Chunk& chunk) const {
    if (chunk.kind == ChunkKind::pronoun) return is_personal(chunk);
    if (chunk.kind == ChunkKind::single || chunk.kind == ChunkKind::plural || chunk.kind == ChunkKind::name ||
        chunk.kind == ChunkKind::count) {
      return true;
    }
    for (std::uint32_t i = chunk.first; i < chunk.last; ++i) {
      const ClassSet& set = classes(i);
      if (set.has(rules_.source_noun) || set.has(rules_.person) || set.has(rules_.persons) ||
          set.has(rules_.demonym) || set.has(rules_.place)) {
        return true;
      }
      if (text_.tokens[i].kind == TokenKind::word && text_.tokens[i].capitalised && i > 0) return true;
    }
    return false;
  }
  bool is_personal(const Chunk& chunk) const { return classes(chunk.first).has(rules_.speaking_pronoun); }

  // The noun phrase that ends before chunk `end`, with what hangs on it by of/for/in: "a spokesman for the
  // army".
  struct Extent {
    std::uint32_t first = 0;  // chunks
    std::uint32_t last = 0;
    bool valid() const { return last > first; }
  };
  Extent phrase_before(const std::vector<Chunk>& chunks, std::uint32_t end) const {
    if (end == 0 || !is_noun_like(chunks[end - 1].kind)) return {};
    std::uint32_t first = end - 1;
    while (first >= 1) {
      const ChunkKind before = chunks[first - 1].kind;
      if (is_noun_like(before) && chunks[first].kind != ChunkKind::pronoun && before != ChunkKind::pronoun) {
        --first;
      } else if (first >= 2 && (before == ChunkKind::of || before == ChunkKind::preposition) &&
                 is_noun_like(chunks[first - 2].kind) && can_speak(chunks[first - 2])) {
        first -= 2;
      } else {
        break;
      }
    }
    return {first, end};
  }
  Extent phrase_after(const std::vector<Chunk>& chunks, std::uint32_t begin) const {
    const auto count = static_cast<std::uint32_t>(chunks.size());
    if (begin >= count || !is_noun_like(chunks[begin].kind)) return {};
    std::uint32_t last = begin + 1;
    while (last < count) {
      if (is_noun_like(chunks[last].kind) && chunks[last].kind != ChunkKind::pronoun) {
        ++last;
      } else if (last + 1 < count &&
                 (chunks[last].kind == ChunkKind::of || chunks[last].kind == ChunkKind::preposition) &&
                 is_noun_like(chunks[last + 1].kind) && chunks[last + 1].kind != ChunkKind::pronoun) {
        last += 2;
      } else {
        break;
      }
    }
    return {begin, last};
  }
  bool speaks(const std::vector<Chunk>& chunks, const Extent& extent) const {
    for (std::uint32_t i = extent.first; i < extent.last; ++i) {
      if (is_noun_like(chunks[i].kind) && can_speak(chunks[i])) return true;
    }
    return false;
  }
  Quote quote(const std::vector<Chunk>& chunks, const Extent& extent) const {
    return quote(chunks[extent.first].first, chunks[extent.last - 1].last);
  }

  // Verbs outside quotations first: in "We counted nine," the doctor said, the doctor speaks.
  void find_in(const std::vector<Chunk>& chunks, bool quoted, Speaker& found) const {
    const bool starts_quoted = quoted;
    for (const bool inside : {false, true}) {
      quoted = starts_quoted;
      find_in_part(chunks, quoted, inside, found);
      if (found.speaker) return;
    }
  }

  void find_in_part(const std::vector<Chunk>& chunks, bool quoted, bool inside, Speaker& found) const {
    const auto count = static_cast<std::uint32_t>(chunks.size());
    for (std::uint32_t i = 0; i < count; ++i) {
      if (chunks[i].kind == ChunkKind::quote)
        quoted = text_.tokens[chunks[i].first].kind == TokenKind::quote_open;
      if (quoted != inside) continue;
      Speaker one;
      if (const std::uint32_t after = according_to(chunks, i); after != 0) {
        const Extent extent = phrase_after(chunks, after);
        if (extent.valid()) one.speaker = quote(chunks, extent);
      } else if (chunks[i].kind == ChunkKind::said) {
        find_at_verb(chunks, i, one);
      }
      if (!one.speaker) continue;
      found.all.push_back(*one.speaker);
      if (found.speaker) continue;
      found.speaker = one.speaker;
      found.via = one.via;
    }
  }

  // Chunk after the words "according to" that begin in chunk i, or 0. They may be cut into several chunks.
  std::uint32_t according_to(const std::vector<Chunk>& chunks, std::uint32_t i) const {
    const std::uint32_t at = chunks[i].first;
    if (!words_.starts_phrase(text_.tokens[at].word)) return 0;
    const auto left = static_cast<std::size_t>(chunks.back().last - at);
    const auto match = words_.longest_phrase([&](std::size_t k) { return text_.tokens[at + k].word; }, left,
                                             rules_.according_to);
    if (match.length == 0) return 0;
    std::uint32_t next = i;
    while (next < chunks.size() && chunks[next].first < at + match.length) ++next;
    return next;
  }

  void find_at_verb(const std::vector<Chunk>& chunks, std::uint32_t verb, Speaker& found) const {
    std::uint32_t end = verb;
    while (end > 0 && (chunks[end - 1].kind == ChunkKind::adverb || chunks[end - 1].kind == ChunkKind::have ||
                       chunks[end - 1].kind == ChunkKind::auxiliary ||
                       chunks[end - 1].kind == ChunkKind::modal || chunks[end - 1].kind == ChunkKind::time)) {
      --end;
    }
    if (end > 0 && chunks[end - 1].kind == ChunkKind::be) return;  // "was told", "is said to"
    // "X, the army spokesman, said": the phrase before the comma is the name.
    Extent extent = phrase_before(chunks, end);
    if (!extent.valid() && end >= 2 && chunks[end - 1].kind == ChunkKind::comma) {
      const Extent inner = phrase_before(chunks, end - 1);
      extent = inner;
      if (inner.valid() && inner.first >= 2 && chunks[inner.first - 1].kind == ChunkKind::comma) {
        const Extent outer = phrase_before(chunks, inner.first - 1);
        if (outer.valid() && speaks(chunks, outer)) extent = outer;
      }
    }
    const bool inverted =
        end == 0 || chunks[end - 1].kind == ChunkKind::comma || chunks[end - 1].kind == ChunkKind::quote;
    if (inverted || !extent.valid()) {
      const Extent after = phrase_after(chunks, verb + 1);
      const bool follows =
          after.valid() && speaks(chunks, after) && chunks[after.first].kind != ChunkKind::count;
      if (follows && (!extent.valid() || inverted) &&
          words_.entry(word_of(chunks[verb]), rules_.pass_on) == nullptr)
        extent = after;
    }
    if (!extent.valid() || !speaks(chunks, extent)) return;
    if (words_.entry(word_of(chunks[verb]), rules_.pass_on) != nullptr &&
        pass_on(chunks, verb, extent, found))
      return;
    found.speaker = quote(chunks, extent);
  }

  WordId word_of(const Chunk& chunk) const { return text_.tokens[chunk.first].word; }

  // "X quoted Y as saying": Y speaks, X passes it on.
  bool pass_on(const std::vector<Chunk>& chunks, std::uint32_t verb, const Extent& outer,
               Speaker& found) const {
    const Extent inner = phrase_after(chunks, verb + 1);
    if (!inner.valid() || !speaks(chunks, inner)) return false;
    found.via = quote(chunks, outer);
    found.speaker = quote(chunks, inner);
    return true;
  }

  // "(Daily Post)" at the end of a sentence.
  void find_outlet(const Sentence& sentence, Speaker& found) const {
    std::uint32_t end = sentence.last;
    if (end > sentence.first && text_.tokens[end - 1].mark == '.') --end;
    if (end <= sentence.first || text_.tokens[end - 1].mark != ')') return;
    std::uint32_t open = end - 1;
    while (open > sentence.first && text_.tokens[open].mark != '(') --open;
    if (open == sentence.first || open + 1 >= end - 1 || end - open > 20) return;
    if (!text_.tokens[open + 1].capitalised) return;
    found.outlet = quote(open + 1, end - 1);
  }

  void resolve(Speaker& found) {
    if (!found.speaker) {
      found.source = found.outlet;
      return;
    }
    const std::uint32_t begin = found.speaker->span.begin;
    const auto token = std::lower_bound(text_.tokens.begin(), text_.tokens.end(), begin,
                                        [](const Token& t, std::uint32_t b) { return t.begin < b; });
    const bool pronoun = token != text_.tokens.end() && words_.classes(token->word).has(rules_.pronoun) &&
                         token->end == found.speaker->span.end;
    if (!pronoun) {
      last_ = found.speaker;
      found.source = found.speaker;
    } else {
      found.source = last_ ? last_ : found.speaker;
    }
  }

  const TokenizedText& text_;
  const WordTable& words_;
  const SpeakerRules& rules_;
  std::optional<Quote> last_;  // last speaker with a name
};

}  // namespace

SpeakerRules::SpeakerRules(const WordTable& words)
    : according_to(words.find_class("according_to")),
      source_noun(words.find_class("source_noun")),
      pass_on(words.find_class("pass_on")),
      person(words.find_class("person")),
      persons(words.find_class("persons")),
      demonym(words.find_class("demonym")),
      place(words.find_class("place")),
      pronoun(words.find_class("pronoun")),
      speaking_pronoun(words.find_class("speaking_pronoun")) {}

std::vector<Speaker> find_speakers(const TokenizedText& text, const WordTable& words,
                                   const SpeakerRules& rules, const std::vector<std::vector<Chunk>>& chunks) {
  return Finder(text, words, rules).run(chunks);
}

}  // namespace annals
