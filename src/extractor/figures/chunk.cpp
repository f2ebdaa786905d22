#include "extractor/figures/chunk.hpp"

#include <algorithm>

namespace annals {

namespace {

class Chunker {
 public:
  Chunker(const TokenizedText& text, const WordTable& words, const ChunkRules& rules,
          const Sentence& sentence, const std::vector<Timex>& timexes)
      : text_(text),
        tokens_(text.tokens),
        words_(words),
        rules_(rules),
        first_(sentence.first),
        end_(sentence.last) {
    timex_ = std::lower_bound(timexes.begin(), timexes.end(), sentence.span.begin,
                              [](const Timex& t, std::uint32_t begin) { return t.span.begin < begin; });
    timex_end_ = timexes.end();
    std::uint32_t capitals = 0;
    std::uint32_t letters = 0;
    for (std::uint32_t i = first_; i < end_; ++i) {
      if (tokens_[i].kind != TokenKind::word) continue;
      ++letters;
      capitals += static_cast<std::uint32_t>(
          tokens_[i].upper || (tokens_[i].capitalised && tokens_[i].end - tokens_[i].begin == 1));
    }
    all_capitals_ = capitals * 10 > letters * 8;
    chunks_.reserve((end_ - first_) / 2 + 4);
  }

  std::vector<Chunk> run() {
    for (std::uint32_t at = first_; at < end_;) at = step(at);
    return std::move(chunks_);
  }

 private:
  const ClassSet& classes(std::uint32_t at) const { return words_.classes(tokens_[at].word); }
  bool has(std::uint32_t at, ClassId klass) const { return at < end_ && classes(at).has(klass); }
  std::string_view word(std::uint32_t at) const {
    return at < end_ ? std::string_view(words_.spelling(tokens_[at].word)) : std::string_view();
  }
  PhraseMatch phrase(std::uint32_t at, ClassId klass) const {
    if (at >= end_ || !words_.starts_phrase(tokens_[at].word)) return {};
    return words_.longest_phrase([&](std::size_t i) { return tokens_[at + i].word; }, end_ - at, klass);
  }

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
    if (const std::uint32_t after = time_at(at); after != 0) return push(ChunkKind::time, at, after);
    const Token& t = tokens_[at];
    if (t.kind != TokenKind::word && t.kind != TokenKind::number && t.kind != TokenKind::ordinal)
      return push_mark(at);
    if (const std::uint32_t after = trigger_phrase(at); after != 0) return after;
    if (const std::uint32_t after = has(at, rules_.age_word) ? after_age(at) : at; after != at)
      return push(ChunkKind::adverb, at, after);  // "-- aged 19 and 21 --"
    if (const std::uint32_t after = counted(at); after != 0) return after;
    if (const std::uint32_t after = adverb_phrase(at); after != 0) return after;
    if (t.kind != TokenKind::word && !is_compound(at)) return push(ChunkKind::other, at, at + 1);
    if (const std::uint32_t after = single_word(at); after != 0) return after;
    return noun_phrase(at);
  }

  // Token after the timex that starts at this token, or 0.
  std::uint32_t time_at(std::uint32_t at) {
    while (timex_ != timex_end_ && timex_->span.begin < tokens_[at].begin) ++timex_;
    if (timex_ == timex_end_ || timex_->span.begin != tokens_[at].begin || timex_->type == TimexType::set)
      return 0;
    std::uint32_t after = at;
    while (after < end_ && tokens_[after].end <= timex_->span.end) ++after;
    return after;
  }
  bool time_starts(std::uint32_t at) const {
    auto it = timex_;
    while (it != timex_end_ && it->span.begin < tokens_[at].begin) ++it;
    return it != timex_end_ && it->span.begin == tokens_[at].begin && it->type != TimexType::set;
  }

  std::uint32_t push_mark(std::uint32_t at) {
    const Token& t = tokens_[at];
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
    if (!words_.phrase_classes(tokens_[at].word).meets(rules_.trigger_classes)) return 0;
    PhraseMatch best;
    ChunkKind kind = ChunkKind::other;
    for (const ChunkRules::Trigger& trigger : rules_.triggers) {
      const PhraseMatch match = phrase(at, trigger.klass);
      if (match.length > best.length) {
        best = match;
        kind = trigger.kind;
      }
    }
    if (best.length != 0) return push(kind, at, at + static_cast<std::uint32_t>(best.length), best.entry);
    return 0;
  }

  std::uint32_t adverb_phrase(std::uint32_t at) {
    if (const auto adverb = phrase(at, rules_.adverb); adverb.length != 0) {
      return push(ChunkKind::adverb, at, at + static_cast<std::uint32_t>(adverb.length), adverb.entry);
    }
    return 0;
  }

  std::uint32_t single_word(std::uint32_t at) {
    const ClassSet& set = classes(at);
    if (is_first_half(at) && (set.meets(rules_.trigger_classes) || set.has(rules_.verb_past))) return 0;
    if (!set.any() && is_manner(at)) return push(ChunkKind::adverb, at, at + 1);
    if (!set.any() && is_ing_form(at)) return push(ChunkKind::doing, at, at + 1);
    if (!set.any()) return is_past_form(at) ? push(ChunkKind::verb, at, at + 1) : 0;
    for (const ChunkRules::Trigger& trigger : rules_.triggers) {
      if (!set.meets(rules_.trigger_classes)) break;
      if (trigger.kind == ChunkKind::harm_ing && after_determiner(at) && !has(at + 1, rules_.of))
        continue;  // "the shooting"
      if (set.has(trigger.klass) && !is_name_part(at)) {
        return push(trigger.kind, at, at + 1, words_.entry(tokens_[at].word, trigger.klass));
      }
    }
    if (!set.meets(rules_.plain_classes)) return 0;
    for (const ChunkRules::Trigger& plain : rules_.plain) {
      if (plain.kind == ChunkKind::doing && after_determiner(at)) continue;  // "the voting station"
      if (set.has(plain.klass)) return push(plain.kind, at, at + 1);
    }
    return 0;
  }

  bool after_determiner(std::uint32_t at) const {
    return at > first_ &&
           (has(at - 1, rules_.definite) || has(at - 1, rules_.indefinite) || has(at - 1, rules_.possessive));
  }

  // A word written with a capital in the middle of a sentence, next to another such: part of a name, not a
  // verb.
  bool is_name_part(std::uint32_t at) const {
    if (all_capitals_ || at == first_ || !tokens_[at].capitalised) return false;
    const bool before =
        tokens_[at - 1].kind == TokenKind::word && tokens_[at - 1].capitalised && at - 1 != first_;
    const bool after =
        at + 1 < end_ && tokens_[at + 1].kind == TokenKind::word && tokens_[at + 1].capitalised;
    return before || after;
  }

  bool is_boundary(std::uint32_t at) const {
    if (at >= end_) return true;
    const Token& t = tokens_[at];
    if (t.kind == TokenKind::punctuation) {
      const bool hyphen = t.mark == '-' && t.glued && at + 1 < end_ && tokens_[at + 1].glued;
      const bool possessive = t.mark == '\'' && t.end - t.begin > 1;
      const bool title_dot = t.mark == '.' && t.glued && at > first_ &&
                             has(at - 1, rules_.title_abbreviation) && at + 1 < end_ &&
                             tokens_[at + 1].capitalised;
      return !hyphen && !possessive && !title_dot;
    }
    if (is_compound(at)) return false;
    if (t.kind == TokenKind::word && t.glued && at > first_ && tokens_[at - 1].mark == '-' &&
        tokens_[at - 1].glued)
      return false;  // "rain-triggered"
    if (t.kind != TokenKind::word && !t.glued) return true;
    if (t.kind != TokenKind::word && t.kind != TokenKind::number) return true;
    if (time_starts(at)) return true;
    if (is_name_part(at)) return false;
    if (is_first_half(at) && (classes(at).meets(rules_.trigger_classes) || has(at, rules_.verb_past)))
      return false;
    if (words_.phrase_classes(tokens_[at].word).meets(rules_.boundary_phrases)) {
      for (const ClassId klass : {rules_.toll, rules_.along, rules_.harm_noun, rules_.counts.hedge_before,
                                  rules_.counts.vague_word}) {
        if (phrase(at, klass).length != 0) return true;
      }
    }
    const ClassSet& set = classes(at);
    if (!set.any()) return is_manner(at) || is_past_form(at) || is_ing_form(at);
    if (set.has(rules_.person) || set.has(rules_.persons)) return false;
    if (set.has(rules_.person_adjective)) {
      // "500 homeless" against "500 homeless people", "police identified" against "two identified victims"
      if (!set.has(rules_.harm_adj) && !set.has(rules_.verb_past)) return false;
      std::uint32_t next = at + 1;
      while (next < end_ && next < at + 3 && !is_people(next) && is_modifier(next)) ++next;
      return next >= end_ || !is_people(next);
    }
    if (set.has(rules_.verb_ing) && after_determiner(at)) return false;
    if (set.has(rules_.reach) && after_determiner(at)) return false;  // "the rise"
    if (set.has(rules_.ruin_noun)) return has(at + 1, rules_.of);     // not in "demolition experts"
    return set.meets(rules_.boundary);
  }

  // "left-wing", "death-row": the first half of a compound is no word of its own.
  bool is_first_half(std::uint32_t at) const {
    return at + 2 < end_ && tokens_[at].kind == TokenKind::word && tokens_[at + 1].mark == '-' &&
           tokens_[at + 1].glued && tokens_[at + 2].glued && tokens_[at + 2].kind == TokenKind::word;
  }

  // "12-year-old", "five-storey": a number that is the first half of a compound.
  bool is_compound(std::uint32_t at) const {
    const bool numeric = tokens_[at].kind == TokenKind::number || has(at, rules_.counts.unit_number);
    if (numeric && is_age_of(at + 1)) return true;
    if (numeric && at + 3 < end_ && tokens_[at + 1].mark == '-' && has(at + 2, rules_.counts.unit_number))
      return is_age_of(at + 3) || (tokens_[at + 3].mark == '-' && is_age_of(at + 4));
    return numeric && at + 2 < end_ && tokens_[at + 1].mark == '-' && tokens_[at + 1].glued &&
           tokens_[at + 2].glued && tokens_[at + 2].kind == TokenKind::word &&
           !has(at + 2, rules_.counts.unit_number);
  }

  // "year old", "months-old" after a number.
  bool is_age_of(std::uint32_t at) const {
    if (!has(at, rules_.year_word)) return false;
    if (at + 1 < end_ && tokens_[at + 1].mark == '-') ++at;
    return has(at + 1, rules_.old_word);
  }

  // Adverbs of manner that no table knows, by their ending.
  bool is_manner(std::uint32_t at) const {
    const Token& t = tokens_[at];
    if (t.end - t.begin < 5 || capital(at)) return false;
    const std::string_view bytes = text_.text.substr(t.begin, t.end - t.begin);
    return bytes.ends_with("ly") || bytes.ends_with("LY");
  }

  // Past tenses that no table knows, by their ending; not where they stand before a noun for people.
  bool is_past_form(std::uint32_t at) const {
    const Token& t = tokens_[at];
    if (t.kind != TokenKind::word || t.end - t.begin < 6 || capital(at) || after_determiner(at)) return false;
    const std::string_view bytes = text_.text.substr(t.begin, t.end - t.begin);
    if (!bytes.ends_with("ed") && !bytes.ends_with("ED")) return false;
    return !(at + 1 < end_ &&
             (is_people(at + 1) || (at + 2 < end_ && is_modifier(at + 1) && is_people(at + 2))));
  }

  // -ing forms that no table knows, where what follows shows a verb: "living in", "repairing the".
  bool is_ing_form(std::uint32_t at) const {
    const Token& t = tokens_[at];
    if (t.kind != TokenKind::word || t.end - t.begin < 6 || capital(at) || after_determiner(at)) return false;
    const std::string_view bytes = text_.text.substr(t.begin, t.end - t.begin);
    if (!bytes.ends_with("ing") && !bytes.ends_with("ING")) return false;
    return has(at + 1, rules_.preposition) || has(at + 1, rules_.indefinite) ||
           has(at + 1, rules_.definite) || has(at + 1, rules_.possessive);
  }

  bool is_people(std::uint32_t at) const {
    if (at >= first_ + 2 && has(at, rules_.old_word) &&
        has(at - (tokens_[at - 1].mark == '-' ? 2 : 1), rules_.year_word))
      return true;
    return has(at, rules_.persons) || has(at, rules_.person) || has(at, rules_.people_demonym) ||
           has(at, rules_.unit_noun);
  }
  bool is_modifier(std::uint32_t at) const {
    return has(at, rules_.person_adjective) || has(at, rules_.demonym) ||
           (at < end_ && tokens_[at].kind == TokenKind::word && !classes(at).any());
  }

  // "12 wounded soldiers": a participle or state between a count and its noun.
  const Entry* state_before_noun(std::uint32_t at) const {
    const Entry* entry = nullptr;
    for (const ClassId klass : {rules_.harm_ed, rules_.harm_adj, rules_.harm_noun}) {
      if (entry == nullptr && at < end_) entry = words_.entry(tokens_[at].word, klass);
    }
    if (entry == nullptr) return nullptr;
    std::uint32_t next = at + 1;
    while (next < end_ && next < at + 3 && !is_people(next) && is_modifier(next)) ++next;
    return next < end_ && is_people(next) ? entry : nullptr;
  }

  struct Phrase {
    std::uint32_t last = 0;    // one past the phrase
    std::uint32_t people = 0;  // token of the last people noun + 1, or 0
    const Entry* state = nullptr;
  };

  // Extent of a noun phrase that starts at `at`. `counted` allows participles before the noun.
  Phrase extent(std::uint32_t at, bool counted) const {
    Phrase phrase;
    const std::uint32_t begin = at;
    std::uint32_t owner = 0;
    while (at < end_) {
      if (counted && phrase.people == 0 && at > begin && is_bracketed_name(at) && !is_boundary(at + 3)) {
        at += 3;  // "12 Liberation Army (LA) fighters"
        continue;
      }
      if (is_boundary(at)) {
        const Entry* state = counted && phrase.people == 0 ? state_before_noun(at) : nullptr;
        const bool participle = counted && phrase.people == 0 && state == nullptr &&
                                has(at, rules_.verb_past) &&
                                (is_people(at + 1) || (is_modifier(at + 1) && is_people(at + 2)));
        if (state == nullptr && !participle) break;
        if (state != nullptr && phrase.state == nullptr) phrase.state = state;
      }
      if (phrase.people != 0 && has(at, rules_.age_word)) break;
      if (phrase.people != 0 && tokens_[at].mark == '\'' && tokens_[at].end - tokens_[at].begin > 1) {
        owner = phrase.people;  // "the man's brother": he is not who is meant
        phrase.people = 0;
        ++at;
        continue;
      }
      if (is_people(at)) {
        phrase.people = at + 1;
      } else if (phrase.people != 0 && (counted || has(at, rules_.person_adjective)) &&
                 tokens_[at].mark != '\'' && tokens_[at].mark != '-') {
        // A word after the people noun that is no further people noun ends the phrase: "12 people aboard",
        // "the woman identified as".
        std::uint32_t next = at;
        while (next < end_ && next < at + 3 && !is_boundary(next) && !is_people(next)) ++next;
        if (next >= end_ || is_boundary(next) || !is_people(next)) break;
      }
      ++at;
    }
    phrase.last = at;
    while (phrase.last > 0 && tokens_[phrase.last - 1].mark == '\'') --phrase.last;
    if (phrase.people == 0 && owner == phrase.last) phrase.people = owner;
    return phrase;
  }

  bool is_bracketed_name(std::uint32_t at) const {
    return at + 2 < end_ && tokens_[at].mark == '(' && tokens_[at + 1].upper && tokens_[at + 2].mark == ')';
  }

  void name_who(Chunk& chunk, std::uint32_t first, const Phrase& phrase) const {
    chunk.who_first = first;
    chunk.who_last = phrase.people != 0 ? phrase.people : phrase.last;
    const WordId head = tokens_[chunk.who_last - 1].word;
    chunk.harmed = words_.entry(head, rules_.harmed);
    chunk.unit = words_.entry(head, phrase.people != 0 ? rules_.unit_noun : rules_.home);
  }

  // A chunk that starts with a count or with a determiner before one person. 0: neither.
  std::uint32_t counted(std::uint32_t at) {
    auto count = parse_count(text_, words_, rules_.counts, at, end_);
    if (!count) return single_person(at);
    Chunk chunk;
    chunk.first = at;  // "all 12": the word is part of the phrase, not of the count
    chunk.quantity = count->quantity;
    chunk.count_first = count->first;
    chunk.count_last = count->last;
    chunk.more = count->more;
    std::uint32_t next = count->last;
    if (has(next, rules_.of)) {
      next = after_of(next, chunk);
    } else if (has(next - 1, rules_.of)) {
      next = after_of(next - 1, chunk);  // "scores of its men"
      chunk.part = false;
    }
    const Phrase phrase = next < end_ ? extent(next, true) : Phrase{next, 0, nullptr};
    chunk.state = phrase.state;
    chunk.last = std::max(phrase.last, next);
    if (phrase.people != 0) {
      chunk.kind = ChunkKind::count;
      name_who(chunk, next, phrase);
      chunk.last = phrase.last;
    } else if (phrase.last > next) {
      const std::uint32_t head = phrase.last - 1;
      const bool elliptical = has(head, rules_.person_adjective) && !has(head, rules_.thing);
      const bool is_thing = has(head, rules_.thing) || has(next, rules_.thing);
      const bool one_noun_short = chunk.quantity.low == 1 && chunk.quantity.high == 1;
      chunk.kind = elliptical                                       ? ChunkKind::bare  // "wounded one other"
                   : has(head, rules_.home)                         ? ChunkKind::homes
                   : is_thing || (one_noun_short && !capital(head)) ? ChunkKind::thing
                                                                    : ChunkKind::maybe;
      if (chunk.kind == ChunkKind::maybe && !plural_shape(head) && !capital(head))
        chunk.kind = ChunkKind::maybe;
      name_who(chunk, next, phrase);
    } else {
      // "a handful of fiercely defended towns": what is counted is not read.
      const bool unread = has(count->last - 1, rules_.of) && next == count->last && next < end_ &&
                          !classes(next).meets(rules_.trigger_classes);
      chunk.kind = count->person ? ChunkKind::count : unread ? ChunkKind::thing : ChunkKind::bare;
    }
    if (chunk.quantity == exactly(2) && word(count->first) == "both" && has(chunk.last, rules_.and_))
      chunk.kind = ChunkKind::plural;  // "both soldiers and civilians"
    chunk.last = after_age(chunk.last);
    chunks_.push_back(chunk);
    return chunk.last;
  }

  bool capital(std::uint32_t at) const { return tokens_[at].capitalised && !all_capitals_; }
  bool plural_shape(std::uint32_t at) const {
    const std::string_view bytes = text_.text.substr(tokens_[at].begin, tokens_[at].end - tokens_[at].begin);
    return bytes.ends_with('s') || bytes.ends_with('S') || bytes.ends_with("men");
  }

  // "12 of the victims", "four of them", "dozens of people": token after the words that do not name who.
  std::uint32_t after_of(std::uint32_t of, Chunk& chunk) const {
    std::uint32_t next = of + 1;
    if (has(next, rules_.pronoun) || has(next, rules_.relative)) {
      chunk.part = true;
      return next + 1;
    }
    const bool determined = has(next, rules_.definite) || has(next, rules_.possessive);
    if (determined) ++next;
    const auto whole = parse_count(text_, words_, rules_.counts, next, end_);
    if (determined || whole) chunk.part = true;
    return whole ? whole->last : next;
  }

  // "a man", "his wife", "the suspect", "another woman", "a fourth": one person.
  std::uint32_t single_person(std::uint32_t at) {
    const bool determiner = has(at, rules_.indefinite) || has(at, rules_.possessive) ||
                            has(at, rules_.definite) || word(at) == "another";
    if (!determiner) return 0;
    std::uint32_t next = at + 1;
    const bool ordinal = has(next, rules_.ordinal_word) && has(at, rules_.indefinite);
    if (ordinal) ++next;
    const Phrase phrase = extent(next, has(at, rules_.indefinite) || word(at) == "another");
    if (const std::uint32_t after = counted_property(at, phrase.last); after != 0) return after;
    Chunk chunk;
    chunk.first = at;
    chunk.last = std::max(phrase.last, next);
    chunk.quantity = exactly(1);
    chunk.count_first = at;
    chunk.count_last = at + 1;
    chunk.more = word(at) == "another";
    chunk.state = phrase.state;
    const Entry* unit = phrase.people != 0 && has(at, rules_.indefinite)
                            ? words_.entry(tokens_[phrase.people - 1].word, rules_.unit_noun)
                            : nullptr;
    const bool body = unit != nullptr && unit->value == "bodies" && phrase.people == next + 1;
    const bool one = body || (phrase.people != 0 && (has(phrase.people - 1, rules_.person) ||
                                                     has(phrase.people - 1, rules_.old_word)));
    if (const std::uint32_t name = trailing_name(next, phrase); name != 0)
      return push_name(at, name, phrase.last);
    if (const std::uint32_t name = one ? name_after(phrase) : 0; name != 0)
      return push_name(at, phrase.last, name);
    if (has(at, rules_.definite) && has(next, rules_.ordinal_word) && has(phrase.last, rules_.to)) {
      chunk.kind = ChunkKind::noun;  // "the fifth teacher to be killed": it is told of more than one
    } else if (phrase.people != 0 && phrase.people == phrase.last && one) {
      chunk.kind = ChunkKind::single;
      name_who(chunk, next, phrase);
    } else if (phrase.people != 0 && has(phrase.people - 1, rules_.persons)) {
      chunk.kind = ChunkKind::plural;
    } else if (phrase.people == 0 && phrase.last > next && is_one_demonym(phrase.last - 1)) {
      chunk.kind = ChunkKind::single;  // "an Algerian"
      name_who(chunk, next, phrase);
    } else if ((word(at) == "another" || ordinal) && phrase.last <= next) {
      chunk.kind = ChunkKind::single;  // "killing another and wounding a third"
    } else if (has(at, rules_.definite) && word(next) == "other" && phrase.last <= next + 1) {
      chunk.kind = ChunkKind::single;  // "... and the other was wounded"
      chunk.count_last = chunk.last = next + 1;
    } else if (phrase.last > at + 1) {
      chunk.kind = ChunkKind::noun;
    } else {
      return at + 1;  // a determiner before a word that stands for itself: "the dead"
    }
    if (chunk.kind == ChunkKind::single) chunk.last = after_age(chunk.last);
    chunks_.push_back(chunk);
    return chunk.last;
  }

  bool is_one_demonym(std::uint32_t at) const {
    return has(at, rules_.demonym) && !has(at, rules_.people_demonym) && tokens_[at].capitalised;
  }

  // In text that is all capitals: first token of the words at the end of a phrase that no table knows, where
  // there are two of them or one after a person noun ("POLICE COMMANDER JUAN PEREZ", "BISHOP ROMERO"); 0
  // where there are not.
  std::uint32_t upper_name(std::uint32_t first, std::uint32_t last) const {
    if (!all_capitals_) return 0;
    std::uint32_t name = last;
    while (name > first && tokens_[name - 1].kind == TokenKind::word && !classes(name - 1).any()) --name;
    const std::uint32_t unknown = last - name;
    const bool abbreviated =
        name > first + 1 && tokens_[name - 1].mark == '.' && has(name - 2, rules_.title_abbreviation);
    const bool titled =
        abbreviated ||
        (name > first && (has(name - 1, rules_.person) || has(name - 1, rules_.title_abbreviation)));
    return unknown >= 1 && unknown <= 5 && (titled || unknown >= 2) ? name : 0;
  }

  // First token of a name that ends a phrase after its people noun ("his brother Magdi Yasser"), or 0.
  std::uint32_t trailing_name(std::uint32_t first, const Phrase& phrase) const {
    if (all_capitals_) return 0;
    std::uint32_t name = phrase.last;
    while (name > std::max(phrase.people, first) &&
           (capital(name - 1) || tokens_[name - 1].mark == '-' || tokens_[name - 1].mark == '.' ||
            has(name - 1, rules_.name_particle)))
      --name;
    if (phrase.last - name < 2 || is_people(name)) return 0;
    if (phrase.people != 0) return name;
    // "high school football star Anna Berg"
    const bool described = name > first && tokens_[name - 1].kind == TokenKind::word &&
                           !has(name - 1, rules_.possessive) && !has(name - 1, rules_.definite) &&
                           !has(name - 1, rules_.indefinite);
    return described && tokens_[name].kind == TokenKind::word && capital(name) ? name : 0;
  }

  // One past a name of two words or more that follows a person ("a teacher Anna Berg"), or 0.
  std::uint32_t name_after(const Phrase& phrase) const {
    std::uint32_t last = phrase.last;
    while (last < end_ && !is_boundary(last) && !is_people(last) &&
           (capital(last) || tokens_[last].mark == '-' || has(last, rules_.name_particle)))
      ++last;
    return last - phrase.last >= 2 && capital(last - 1) ? last : 0;
  }

  std::uint32_t push_name(std::uint32_t first, std::uint32_t name, std::uint32_t last) {
    while (name + 1 < last && has(name, rules_.title_abbreviation)) {
      name += tokens_[name + 1].mark == '.' && name + 2 < last ? 2U : 1U;
    }
    Chunk chunk;
    chunk.kind = ChunkKind::name;
    chunk.first = first;
    chunk.last = after_region(after_age(last));
    chunk.quantity = exactly(1);
    chunk.count_first = chunk.who_first = name;
    chunk.count_last = chunk.who_last = last;
    chunks_.push_back(chunk);
    return chunk.last;
  }

  // "in Lanta, Ruritania, ...": the region set off behind a place belongs to it; token after it.
  std::uint32_t after_region(std::uint32_t at) const {
    const bool placed = !chunks_.empty() && chunks_.back().kind == ChunkKind::preposition;
    if (!placed || at + 1 >= end_ || tokens_[at].mark != ',') return at;
    std::uint32_t last = at + 1;
    if (const auto place = phrase(at + 1, rules_.place); place.length != 0) {
      last += static_cast<std::uint32_t>(place.length);
    } else if (has(at + 1, rules_.place)) {
      ++last;
    } else {
      return at;
    }
    return last < end_ && tokens_[last].mark == ',' ? last + 1 : last;
  }

  // An age set off behind a person: ", 18," or "(18)" or "aged 18"; token after it.
  std::uint32_t after_age(std::uint32_t at) const {
    const auto is_mark = [&](std::uint32_t i, char mark) {
      return i < end_ && tokens_[i].kind == TokenKind::punctuation && tokens_[i].mark == mark;
    };
    const auto is_age = [&](std::uint32_t i) {
      return i < end_ && tokens_[i].kind == TokenKind::number && tokens_[i].value < 120 &&
             !tokens_[i].decimal;
    };
    if (is_mark(at, ',')) {
      const std::uint32_t age = has(at + 1, rules_.age_word) ? at + 2 : at + 1;
      if (is_age(age) && (is_mark(age + 1, ',') || is_mark(age + 1, ';'))) return age + 2;
    }
    if (is_mark(at, '(') && is_age(at + 1)) {
      std::uint32_t close = at + 2;
      while (close < end_ && close < at + 6 && !is_mark(close, ')')) ++close;
      if (is_mark(close, ')')) return close + 1;
    }
    if (has(at, rules_.of) && is_age(at + 1) && (at + 2 >= end_ || is_boundary(at + 2)) &&
        !is_mark(at + 2, '%'))
      return at + 2;
    if (has(at, rules_.age_word) && (is_age(at + 1) || has(at + 1, rules_.counts.unit_number))) {
      std::uint32_t after = at + 2;
      if ((has(after, rules_.and_) || has(after, rules_.to)) &&
          (is_age(after + 1) || has(after + 1, rules_.counts.unit_number)))
        after += 2;
      return after;
    }
    return at;
  }

  // "the couple's two children": a count behind its owner; token after it.
  std::uint32_t counted_property(std::uint32_t at, std::uint32_t last) {
    if (last + 1 >= end_ || tokens_[last].mark != '\'' || tokens_[last].end - tokens_[last].begin < 2 ||
        !parse_count(text_, words_, rules_.counts, last + 1, end_))
      return 0;
    const std::uint32_t after = counted(last + 1);
    chunks_.back().first = at;
    return after;
  }

  std::uint32_t noun_phrase(std::uint32_t at) {
    const Phrase phrase = extent(at, false);
    const std::uint32_t last = std::max(phrase.last, at + 1);
    if (const std::uint32_t name = trailing_name(at, phrase); name != 0) return push_name(at, name, last);
    if (const std::uint32_t name = upper_name(at, last); name != 0) return push_name(at, name, last);
    if (const std::uint32_t after = counted_property(at, last); after != 0) return after;
    Chunk chunk;
    chunk.first = at;
    chunk.last = last;
    const bool capitals =
        capital(at) && (at != first_ || (at + 1 < last && capital(at + 1)) || !classes(at).any());
    if (phrase.people == last && has(last - 1, rules_.persons)) {
      chunk.kind = ChunkKind::plural;
    } else if (const std::uint32_t owner = possessor(at, last); owner != 0 && phrase.people == last) {
      chunk.kind = ChunkKind::single;  // "Lind's mother"
      chunk.quantity = exactly(1);
      chunk.count_first = at;
      chunk.count_last = owner;
      name_who(chunk, owner, phrase);
    } else if (capitals) {
      return push_name(at, at, last);
    } else if (phrase.people == last && has(last - 1, rules_.person)) {
      chunk.kind = ChunkKind::lone;
      chunk.quantity = exactly(1);
      chunk.count_first = chunk.who_first = at;
      chunk.count_last = chunk.who_last = last;
    } else {
      chunk.kind = ChunkKind::noun;
    }
    chunks_.push_back(chunk);
    return last;
  }

  // Token after the last possessive mark of a phrase whose owner is a name, or 0.
  std::uint32_t possessor(std::uint32_t at, std::uint32_t last) const {
    for (std::uint32_t i = last; i > at + 1; --i) {
      if (tokens_[i - 1].mark == '\'' && tokens_[i - 1].kind == TokenKind::punctuation)
        return (capital(i - 2) || (all_capitals_ && !classes(i - 2).any())) && i < last ? i : 0;
    }
    return 0;
  }

  const TokenizedText& text_;
  const std::vector<Token>& tokens_;
  const WordTable& words_;
  const ChunkRules& rules_;
  std::uint32_t first_;
  std::uint32_t end_;
  bool all_capitals_ = false;
  std::vector<Timex>::const_iterator timex_;
  std::vector<Timex>::const_iterator timex_end_;
  std::vector<Chunk> chunks_;
};

}  // namespace

std::vector<Chunk> cut_chunks(const TokenizedText& text, const WordTable& words, const ChunkRules& rules,
                              const Sentence& sentence, const std::vector<Timex>& timexes) {
  return Chunker(text, words, rules, sentence, timexes).run();
}

}  // namespace annals
