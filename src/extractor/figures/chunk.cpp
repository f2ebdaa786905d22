#include "extractor/figures/chunk.hpp"

#include <algorithm>

#include "extractor/figures/noun_phrases.hpp"

namespace annals {

namespace {

class Chunker {
 public:
  Chunker(const TokenizedText& text, const WordTable& words, const ChunkRules& rules,
          const Sentence& sentence, const std::vector<Timex>& timexes)
      : words_(text, words, rules, sentence, timexes), phrases_(words_) {
    chunks_.reserve((sentence.last - sentence.first) / 2 + 4);
  }

  std::vector<Chunk> run() {
    for (std::uint32_t at = words_.first(); at < words_.end();) at = step(at);
    return std::move(chunks_);
  }

 private:
  std::uint32_t push(ChunkKind kind, std::uint32_t first, std::uint32_t last, const Entry* entry = nullptr) {
    Chunk chunk;
    chunk.kind = kind;
    chunk.first = first;
    chunk.last = last;
    chunk.entry = entry;
    chunks_.push_back(chunk);
    return last;
  }

  std::uint32_t step(std::uint32_t at) {
    if (const std::uint32_t after = words_.time_at(at); after != 0) return push(ChunkKind::time, at, after);
    const Token& t = words_.token(at);
    if (t.kind != TokenKind::word && t.kind != TokenKind::number && t.kind != TokenKind::ordinal)
      return push_mark(at);
    if (const std::uint32_t after = trigger_phrase(at); after != 0) return after;
    if (const std::uint32_t after = words_.has(at, words_.rules().age_word) ? phrases_.after_age(at) : at;
        after != at)
      return push(ChunkKind::adverb, at, after);  // "-- aged 19 and 21 --"
    if (const std::uint32_t after = counted(at); after != 0) return after;
    if (const std::uint32_t after = adverb_phrase(at); after != 0) return after;
    if (t.kind != TokenKind::word && !words_.is_compound(at)) return push(ChunkKind::other, at, at + 1);
    if (const std::uint32_t after = single_word(at); after != 0) return after;
    return noun_phrase(at);
  }

  std::uint32_t push_mark(std::uint32_t at) {
    const Token& t = words_.token(at);
    ChunkKind kind = ChunkKind::other;
    if (t.kind == TokenKind::quote_open || t.kind == TokenKind::quote_close) kind = ChunkKind::quote;
    if (t.kind == TokenKind::punctuation) {
      switch (t.mark) {
        case ',': kind = ChunkKind::comma; break;
        case ':': kind = ChunkKind::colon; break;
        case ';': kind = ChunkKind::semicolon; break;
        case '-':
        case '_': kind = ChunkKind::dash; break;
        case '(':
        case '[': kind = ChunkKind::open; break;
        case ')':
        case ']': kind = ChunkKind::close; break;
        default: break;
      }
    }
    return push(kind, at, at + 1);
  }

  // The longest multi-word trigger; of equal length the earlier class.
  std::uint32_t trigger_phrase(std::uint32_t at) {
    const ClassSet& opened = words_.table().phrase_classes(words_.token(at).word);
    if (!opened.meets(words_.rules().trigger_classes)) return 0;
    PhraseMatch best;
    ChunkKind kind = ChunkKind::other;
    for (const ChunkRules::Trigger& trigger : words_.rules().triggers) {
      if (!opened.has(trigger.klass)) continue;
      const PhraseMatch match = words_.phrase(at, trigger.klass);
      if (match.length > best.length) {
        best = match;
        kind = trigger.kind;
      }
    }
    if (best.length != 0) return push(kind, at, at + static_cast<std::uint32_t>(best.length), best.entry);
    return 0;
  }

  std::uint32_t adverb_phrase(std::uint32_t at) {
    if (words_.is_edge_of_day(at)) return push(ChunkKind::adverb, at, at + 1);
    if (const auto adverb = words_.phrase(at, words_.rules().adverb); adverb.length != 0) {
      return push(ChunkKind::adverb, at, at + static_cast<std::uint32_t>(adverb.length), adverb.entry);
    }
    return 0;
  }

  std::uint32_t single_word(std::uint32_t at) {
    const ClassSet& set = words_.classes(at);
    if (words_.is_first_half(at) &&
        (set.meets(words_.rules().trigger_classes) || set.has(words_.rules().verb_past)))
      return 0;
    if (!set.any() && words_.is_manner(at)) return push(ChunkKind::adverb, at, at + 1);
    if (!set.any() && words_.is_ing_form(at)) return push(ChunkKind::doing, at, at + 1);
    if (!set.any()) return words_.is_past_form(at) ? push(ChunkKind::verb, at, at + 1) : 0;
    for (const ChunkRules::Trigger& trigger : words_.rules().triggers) {
      if (!set.meets(words_.rules().trigger_classes)) break;
      if (trigger.kind == ChunkKind::harm_ing && words_.after_determiner(at) &&
          !words_.has(at + 1, words_.rules().of))
        continue;  // "the shooting"
      if (set.has(trigger.klass) && !words_.is_name_part(at)) {
        return push(trigger.kind, at, at + 1, words_.table().entry(words_.token(at).word, trigger.klass));
      }
    }
    if (!set.meets(words_.rules().plain_classes)) return 0;
    for (const ChunkRules::Trigger& plain : words_.rules().plain) {
      if (plain.kind == ChunkKind::doing && words_.after_determiner(at)) continue;  // "the voting station"
      if (set.has(plain.klass)) return push(plain.kind, at, at + 1);
    }
    return 0;
  }

  void name_who(Chunk& chunk, std::uint32_t first, const NounPhrases::Phrase& phrase) const {
    chunk.who_first = first;
    chunk.who_last = phrase.people != 0 ? phrase.people : phrase.last;
    const WordId head = words_.token(chunk.who_last - 1).word;
    chunk.harmed = words_.table().entry(head, words_.rules().harmed);
    chunk.unit =
        words_.table().entry(head, phrase.people != 0 ? words_.rules().unit_noun : words_.rules().home);
  }

  // A chunk that starts with a count or with a determiner before one person. 0: neither.
  std::uint32_t counted(std::uint32_t at) {
    if (!may_open_count(words_.token(at), words_.table(), words_.rules().counts)) return single_person(at);
    auto count = parse_count(words_.text(), words_.table(), words_.rules().counts, at, words_.end());
    if (!count) return single_person(at);
    Chunk chunk;
    chunk.first = at;  // "all 12": the word is part of the phrase, not of the count
    chunk.quantity = count->quantity;
    chunk.count_first = count->first;
    chunk.count_last = count->last;
    chunk.more = count->more;
    std::uint32_t next = count->last;
    if (words_.has(next, words_.rules().of)) {
      next = after_of(next, chunk);
    } else if (words_.has(next - 1, words_.rules().of)) {
      next = after_of(next - 1, chunk);  // "scores of its men"
      chunk.part = false;
    }
    const NounPhrases::Phrase phrase =
        next < words_.end() ? phrases_.extent(next, true) : NounPhrases::Phrase{next, 0, nullptr};
    chunk.state = phrase.state;
    chunk.last = std::max(phrase.last, next);
    if (phrase.people != 0) {
      chunk.kind = ChunkKind::count;
      name_who(chunk, next, phrase);
      chunk.last = phrase.last;
    } else if (phrase.last > next) {
      const std::uint32_t head = phrase.last - 1;
      const bool elliptical =
          words_.has(head, words_.rules().person_adjective) && !words_.has(head, words_.rules().thing);
      const bool is_thing = words_.has(head, words_.rules().thing) || words_.has(next, words_.rules().thing);
      const bool one_noun_short = chunk.quantity.low == 1 && chunk.quantity.high == 1;
      chunk.kind = elliptical                              ? ChunkKind::bare  // "wounded one other"
                   : words_.has(head, words_.rules().home) ? ChunkKind::homes
                   : is_thing || (one_noun_short && !words_.capital(head)) ? ChunkKind::thing
                                                                           : ChunkKind::maybe;
      name_who(chunk, next, phrase);
    } else {
      // "a handful of fiercely defended towns": what is counted is not read.
      const bool unread = words_.has(count->last - 1, words_.rules().of) && next == count->last &&
                          next < words_.end() && !words_.classes(next).meets(words_.rules().trigger_classes);
      chunk.kind = count->person ? ChunkKind::count : unread ? ChunkKind::thing : ChunkKind::bare;
    }
    if (chunk.quantity == exactly(2) && words_.word(count->first) == "both" &&
        words_.has(chunk.last, words_.rules().and_))
      chunk.kind = ChunkKind::plural;  // "both soldiers and civilians"
    chunk.last = phrases_.after_age(chunk.last);
    chunks_.push_back(chunk);
    return chunk.last;
  }

  // "12 of the victims", "four of them", "dozens of people": token after the words that do not name who.
  std::uint32_t after_of(std::uint32_t of, Chunk& chunk) const {
    std::uint32_t next = of + 1;
    if (words_.has(next, words_.rules().pronoun) || words_.has(next, words_.rules().relative)) {
      chunk.part = true;
      return next + 1;
    }
    const bool determined =
        words_.has(next, words_.rules().definite) || words_.has(next, words_.rules().possessive);
    if (determined) ++next;
    std::uint32_t owner = next;  // "half a million of Ruritania's two million people"
    while (!determined && owner < words_.end() && words_.capital(owner)) ++owner;
    if (owner > next && owner < words_.end() && words_.token(owner).mark == '\'') {
      const auto all =
          parse_count(words_.text(), words_.table(), words_.rules().counts, owner + 1, words_.end());
      if (all) next = owner + 1;
    }
    const auto whole = parse_count(words_.text(), words_.table(), words_.rules().counts, next, words_.end());
    if (determined || whole) chunk.part = true;
    return whole ? whole->last : next;
  }

  // "the Algerian toll", "the Algerian and Tunisian governments": what follows is what is meant.
  bool heads_on(std::uint32_t at) const {
    return words_.has(at, words_.rules().toll) || words_.phrase(at, words_.rules().toll).length != 0 ||
           words_.has(at, words_.rules().harm_noun) ||
           (words_.has(at, words_.rules().and_) && words_.has(at + 1, words_.rules().demonym));
  }

  // "the official death toll": who has it is told, not who died.
  bool is_of_toll(std::uint32_t at, std::uint32_t behind) const {
    return words_.has(at, words_.rules().definite) &&
           (words_.has(behind, words_.rules().toll) ||
            words_.phrase(behind, words_.rules().toll).length != 0);
  }

  // "a man", "his wife", "the suspect", "another woman", "a fourth": one person.
  std::uint32_t single_person(std::uint32_t at) {
    const bool determiner = words_.has(at, words_.rules().indefinite) ||
                            words_.has(at, words_.rules().possessive) ||
                            words_.has(at, words_.rules().definite) || words_.word(at) == "another";
    if (!determiner) return 0;
    std::uint32_t next = at + 1;
    const bool ordinal =
        words_.has(next, words_.rules().ordinal_word) && words_.has(at, words_.rules().indefinite);
    if (ordinal) ++next;
    const NounPhrases::Phrase phrase =
        phrases_.extent(next, words_.has(at, words_.rules().indefinite) || words_.word(at) == "another");
    if (const std::uint32_t after = counted_property(at, phrase.last); after != 0) return after;
    Chunk chunk;
    chunk.first = at;
    chunk.last = std::max(phrase.last, next);
    chunk.quantity = exactly(1);
    chunk.count_first = at;
    chunk.count_last = at + 1;
    chunk.more = words_.word(at) == "another";
    chunk.state = phrase.state;
    const Entry* unit =
        phrase.people != 0 && words_.has(at, words_.rules().indefinite)
            ? words_.table().entry(words_.token(phrase.people - 1).word, words_.rules().unit_noun)
            : nullptr;
    const bool body = unit != nullptr && unit->value == "bodies" && phrase.people == next + 1;
    const bool one = body || (phrase.people != 0 && (words_.has(phrase.people - 1, words_.rules().person) ||
                                                     words_.has(phrase.people - 1, words_.rules().old_word) ||
                                                     words_.is_in_law(phrase.people - 1)));
    if (const std::uint32_t name = phrases_.trailing_name(next, phrase); name != 0)
      return push_name(at, name, phrase.last);
    // "THE SPANISH PRIEST IGNACIO BERG"
    if (const auto name = phrases_.upper_name(next, phrase.last);
        name && phrases_.is_titled(*name, next) &&
        (*name + 2 <= phrase.last || words_.has(at, words_.rules().possessive) ||
         words_.has(*name - 1, words_.rules().title_abbreviation)))
      return push_name(at, *name, phrase.last);
    if (const std::uint32_t name = one ? phrases_.name_after(phrase) : 0; name != 0)
      return push_name(at, phrase.last, name);
    // "the fifth teacher to be killed": it is told of more than one
    const bool counted_on = words_.has(at, words_.rules().definite) &&
                            words_.has(next, words_.rules().ordinal_word) &&
                            words_.has(phrase.last, words_.rules().to);
    const bool person =
        phrase.people != 0 && phrase.people == phrase.last && one && !is_of_toll(at, phrase.last);
    const bool national =  // "an Algerian"
        phrase.people == 0 && phrase.last > next && words_.is_one_demonym(phrase.last - 1) &&
        !(words_.has(at, words_.rules().definite) && heads_on(phrase.last));
    if (!counted_on && (person || national)) {
      chunk.kind = ChunkKind::single;
      name_who(chunk, next, phrase);
    } else if (!counted_on && phrase.people != 0 && words_.has(phrase.people - 1, words_.rules().persons)) {
      chunk.kind = ChunkKind::plural;
    } else if ((words_.word(at) == "another" || ordinal) && phrase.last <= next) {
      chunk.kind = ChunkKind::single;  // "killing another and wounding a third"
    } else if (words_.has(at, words_.rules().definite) && words_.word(next) == "other" &&
               phrase.last <= next + 1) {
      chunk.kind = ChunkKind::single;  // "... and the other was wounded"
      chunk.count_last = chunk.last = next + 1;
    } else if (phrase.last > at + 1) {
      chunk.kind = ChunkKind::noun;
    } else {
      return at + 1;  // a determiner before a word that stands for itself: "the dead"
    }
    if (chunk.kind == ChunkKind::single) chunk.last = phrases_.after_age(chunk.last);
    chunks_.push_back(chunk);
    return chunk.last;
  }

  std::uint32_t push_name(std::uint32_t first, std::uint32_t name, std::uint32_t last) {
    while (name + 1 < last && words_.has(name, words_.rules().title_abbreviation)) {
      name += words_.token(name + 1).mark == '.' && name + 2 < last ? 2U : 1U;
    }
    Chunk chunk;
    chunk.kind = ChunkKind::name;
    chunk.first = first;
    chunk.last = phrases_.after_age(last);
    const bool placed = !chunks_.empty() && chunks_.back().kind == ChunkKind::preposition;
    if (placed) chunk.last = phrases_.after_region(chunk.last);
    chunk.quantity = exactly(1);
    chunk.count_first = chunk.who_first = name;
    chunk.count_last = chunk.who_last = last;
    chunks_.push_back(chunk);
    return chunk.last;
  }

  // "the couple's two children": a count behind its owner; token after it.
  std::uint32_t counted_property(std::uint32_t at, std::uint32_t last) {
    if (last + 1 >= words_.end() || words_.token(last).mark != '\'' ||
        words_.token(last).end - words_.token(last).begin < 2 ||
        !parse_count(words_.text(), words_.table(), words_.rules().counts, last + 1, words_.end()))
      return 0;
    const std::uint32_t after = counted(last + 1);
    chunks_.back().first = at;
    return after;
  }

  std::uint32_t noun_phrase(std::uint32_t at) {
    const NounPhrases::Phrase phrase = phrases_.extent(at, false);
    const std::uint32_t last = std::max(phrase.last, at + 1);
    if (const std::uint32_t name = phrases_.trailing_name(at, phrase); name != 0)
      return push_name(at, name, last);
    if (const auto name = phrases_.upper_name(at, last)) return push_name(at, *name, last);
    if (const std::uint32_t after = counted_property(at, last); after != 0) return after;
    Chunk chunk;
    chunk.first = at;
    chunk.last = last;
    const bool capitals =
        words_.capital(at) &&
        (at != words_.first() || (at + 1 < last && words_.capital(at + 1)) || !words_.classes(at).any());
    if (phrase.people == last && words_.has(last - 1, words_.rules().persons)) {
      chunk.kind = ChunkKind::plural;
    } else if (const std::uint32_t owner = phrases_.possessor(at, last);
               owner != 0 && phrase.people == last) {
      chunk.kind = ChunkKind::single;  // "Lind's mother"
      chunk.quantity = exactly(1);
      chunk.count_first = at;
      chunk.count_last = owner;
      name_who(chunk, owner, phrase);
    } else if (capitals) {
      return push_name(at, at, last);
    } else if (phrase.people == last &&
               (words_.has(last - 1, words_.rules().person) || words_.is_in_law(last - 1))) {
      chunk.kind = ChunkKind::lone;
      chunk.quantity = exactly(1);
      chunk.count_first = chunk.who_first = at;
      chunk.count_last = chunk.who_last = last;
    } else {
      chunk.kind = ChunkKind::noun;
    }
    if (words_.all_capitals() && last < words_.end() && words_.token(last).mark == ',')
      chunk.last = phrases_.after_age(last);  // a name that no rule takes for one
    chunks_.push_back(chunk);
    return chunk.last;
  }

  SentenceWords words_;
  NounPhrases phrases_;
  std::vector<Chunk> chunks_;
};

}  // namespace

std::vector<Chunk> cut_chunks(const TokenizedText& text, const WordTable& words, const ChunkRules& rules,
                              const Sentence& sentence, const std::vector<Timex>& timexes) {
  return Chunker(text, words, rules, sentence, timexes).run();
}

}  // namespace annals
