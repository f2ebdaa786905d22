#include "extractor/attribution/speakers.hpp"

#include <algorithm>
#include <string_view>

namespace annals {

namespace {

constexpr std::uint32_t kLongestOutlet = 20;  // tokens in the bracket

// What a pronoun can stand for.
struct Nature {
  bool person = false;
  bool many = false;
  bool body = false;
};

class Finder {
 public:
  Finder(const TokenizedText& text, const WordTable& words, const SpeakerRules& rules)
      : text_(text), words_(words), rules_(rules) {}

  std::vector<Speaker> run(const std::vector<std::vector<Chunk>>& all) {
    std::vector<Speaker> speakers(all.size());
    bool open_quote = false;
    std::size_t paragraph = 0;  // first sentence of it
    for (std::size_t s = 0; s < all.size(); ++s) {
      const auto& chunks = all[s];
      Speaker& found = speakers[s];
      found.in_quotes = open_quote;
      found.story_begin = story_begin(s);
      find_in(chunks, open_quote, found);
      found.outlet = outlet_at_end(text_.sentences[s]);
      choose(found);
      if (!found.source && (open_quote || opens_with_quote(s)) && last_) found.source = last_;
      for (const Chunk& chunk : chunks) {
        if (chunk.kind == ChunkKind::quote)
          open_quote = text_.tokens[chunk.first].kind == TokenKind::quote_open;
      }
      const bool paragraph_ends =
          s + 1 == all.size() || text_.sentences[s].last < text_.sentences[s + 1].first;
      if (paragraph_ends) {
        open_quote = false;
        credit(speakers, paragraph, s);
        paragraph = s + 1;
      }
    }
    for (Speaker& one : speakers) {
      if (!one.source) one.source = one.outlet;
    }
    return speakers;
  }

 private:
  Quote quote(TokenRange range) const {
    // "the chief's estimate": the chief.
    if (range.last > range.first + 1 && text_.tokens[range.last - 1].mark == '\'') --range.last;
    const Span span{text_.tokens[range.first].begin, text_.tokens[range.last - 1].end};
    return {span, std::string(slice(text_.text, span))};
  }
  const ClassSet& classes(std::uint32_t token) const { return words_.classes(text_.tokens[token].word); }
  bool opens_with_quote(std::size_t s) const {
    return text_.tokens[text_.sentences[s].first].kind == TokenKind::quote_open;
  }

  // "... says a witness TRIPOLI (CNN) -- Forces shelled": a heading that ran into the first sentence ends at
  // the bracket and the dash.
  std::uint32_t story_begin(std::size_t s) const {
    const Sentence& sentence = text_.sentences[s];
    std::uint32_t begin = sentence.first;
    for (std::uint32_t i = sentence.first + 1; i + 2 < sentence.last; ++i) {
      const char next = text_.tokens[i + 1].mark;
      if (text_.tokens[i].mark == ')' && (next == '-' || next == '_')) begin = i + 2;
    }
    return begin;
  }

  void find_in(const std::vector<Chunk>& chunks, bool quoted, Speaker& found) {
    if (!cut_pieces(text_, words_, rules_, chunks, pieces_)) return;
    mentions_.clear();
    find_mentions(text_, words_, rules_, pieces_, quoted, mentions_);
    for (const Mention& mention : mentions_) {
      Voice voice;
      voice.who = quote(mention.who);
      voice.source = resolve(mention.who, voice.who);
      if (!mention.via.empty()) voice.via = quote(mention.via);
      voice.verb = mention.verb;
      voice.after = mention.after;
      voice.tag = mention.tag;
      voice.quoted = mention.quoted;
      voice.headline = mention.verb < found.story_begin;
      voice.self = mention.quoted && stands_for(mention.who) == "self";
      found.voices.push_back(std::move(voice));
    }
  }

  // Of those who speak in a sentence the one who speaks for the whole of it: the story before the heading,
  // outside quotations before inside, ", police said." at the end before others, else the first.
  static void choose(Speaker& found) {
    const Voice* best = nullptr;
    const auto rank = [](const Voice& v) {
      return (v.headline ? 0 : 4) + (v.quoted ? 0 : 2) + (v.tag ? 1 : 0);
    };
    for (const Voice& voice : found.voices) {
      if (best == nullptr || rank(voice) > rank(*best)) best = &voice;
    }
    if (best == nullptr) return;
    found.speaker = best->who;
    found.source = best->source;
    found.via = best->via;
    for (Voice& voice : found.voices) {  // "We counted nine," the doctor said.
      if (voice.self) voice.source = best->source;
    }
  }

  Nature nature_of(const TokenRange& who) const {
    std::uint32_t capitals = 0;
    Nature nature;
    for (std::uint32_t i = who.first; i < who.last; ++i) {
      const Token& t = text_.tokens[i];
      const ClassSet& set = classes(i);
      if (i > who.first && t.mark == ',') break;
      if (set.has(rules_.persons) || set.has(rules_.people_demonym)) nature = {false, true, false};
      if (set.has(rules_.person)) nature = {true, false, false};
      if (set.has(rules_.source_noun) && !set.has(rules_.person) && !set.has(rules_.persons)) {
        const std::string_view word = text_.text.substr(t.begin, t.end - t.begin);
        const bool named = i > who.first && t.capitalised;  // "the Coordination Committees"
        nature = {false, true, !word.ends_with('s') || named || t.upper};
      }
      if (i > who.first && set.has(rules_.preposition)) break;
      capitals += static_cast<std::uint32_t>(t.kind == TokenKind::word && t.capitalised);
    }
    const bool known = nature.person || nature.many || nature.body;
    if (known) return nature;
    const bool place = classes(who.last - 1).has(rules_.place) || text_.tokens[who.last - 1].upper;
    if (place) return {false, true, true};
    return capitals > 0 ? Nature{true, capitals > 2, true} : Nature{true, true, true};
  }

  // The value of a pronoun that can speak.
  std::string_view stands_for(const TokenRange& who) const {
    if (who.last - who.first != 1) return {};
    const Entry* entry = words_.entry(text_.tokens[who.first].word, rules_.speaking_pronoun);
    return entry == nullptr ? std::string_view() : std::string_view(entry->value);
  }

  // Whom a pronoun stands for; anybody else stands for himself and is remembered.
  Quote resolve(const TokenRange& who, const Quote& written) {
    const bool pronoun = who.last - who.first == 1 && classes(who.first).has(rules_.pronoun);
    if (!pronoun) {
      const Nature nature = nature_of(who);
      last_ = written;
      if (nature.person) last_person_ = written;
      if (nature.many) last_many_ = written;
      if (nature.body) last_body_ = written;
      return written;
    }
    const std::string_view kind = stands_for(who);
    const std::optional<Quote>& fit = kind == "person" ? last_person_
                                      : kind == "many" ? last_many_
                                      : kind == "body" ? last_body_
                                                       : last_;
    if (fit) return *fit;
    return last_ ? *last_ : written;
  }

  // "(Daily Post)" at the end of a sentence.
  std::optional<Quote> outlet_at_end(const Sentence& sentence) const {
    std::uint32_t end = sentence.last;
    if (end > sentence.first && text_.tokens[end - 1].mark == '.') --end;
    if (end <= sentence.first || text_.tokens[end - 1].mark != ')') return std::nullopt;
    std::uint32_t open = end - 1;
    while (open > sentence.first && text_.tokens[open].mark != '(') --open;
    if (open == sentence.first || open + 1 >= end - 1 || end - open > kLongestOutlet) return std::nullopt;
    if (!text_.tokens[open + 1].capitalised) return std::nullopt;
    return quote({open + 1, end - 1});
  }

  // The outlet at the end of a paragraph told all of it.
  static void credit(std::vector<Speaker>& speakers, std::size_t first, std::size_t last) {
    std::optional<Quote> outlet;
    for (std::size_t s = last + 1; s-- > first;) {
      speakers[s].credited = speakers[s].outlet.has_value();
      if (speakers[s].credited) {
        outlet = speakers[s].outlet;
      } else {
        speakers[s].outlet = outlet;
      }
    }
  }

  const TokenizedText& text_;
  const WordTable& words_;
  const SpeakerRules& rules_;
  std::vector<Piece> pieces_;
  std::vector<Mention> mentions_;
  std::optional<Quote> last_;  // last speaker with a name, and the last that each pronoun fits
  std::optional<Quote> last_person_;
  std::optional<Quote> last_many_;
  std::optional<Quote> last_body_;
};

}  // namespace

SpeakerRules::SpeakerRules(const WordTable& words)
    : speech(words.find_class("speech")),
      speech_ing(words.find_class("speech_ing")),
      speech_act(words.find_class("speech_act")),
      maybe_speech(words.find_class("maybe_speech")),
      speech_noun(words.find_class("speech_noun")),
      author_mark(words.find_class("author_mark")),
      according_to(words.find_class("according_to")),
      pass_on(words.find_class("pass_on")),
      collective_source(words.find_class("collective_source")),
      source_noun(words.find_class("source_noun")),
      person(words.find_class("person")),
      persons(words.find_class("persons")),
      people_demonym(words.find_class("people_demonym")),
      place(words.find_class("place")),
      pronoun(words.find_class("pronoun")),
      speaking_pronoun(words.find_class("speaking_pronoun")),
      preposition(words.find_class("preposition")),
      possessive(words.find_class("possessive")),
      definite(words.find_class("definite")),
      indefinite(words.find_class("indefinite")),
      verb_ing(words.find_class("verb_ing")),
      verb_past(words.find_class("verb_past")) {}

// "according to" behind the count is nearest to it, then the last verb before it, then what follows.
bool speaks_rather(const Voice& a, const Voice& b, std::uint32_t token) {
  if (a.via && a.via->span == b.who.span) return true;  // "Reuters, citing officials, reported"
  if (b.via && b.via->span == a.who.span) return false;
  const auto rank = [token](const Voice& v) {
    if (v.verb < token) return 2;
    return v.after ? 3 : v.tag ? 1 : 0;
  };
  if (rank(a) != rank(b)) return rank(a) > rank(b);
  return rank(a) == 2 && a.verb > b.verb;
}

std::vector<Speaker> find_speakers(const TokenizedText& text, const WordTable& words,
                                   const SpeakerRules& rules, const std::vector<std::vector<Chunk>>& chunks) {
  return Finder(text, words, rules).run(chunks);
}

}  // namespace annals
