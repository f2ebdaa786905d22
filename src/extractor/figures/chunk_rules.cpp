#include <algorithm>

#include "extractor/figures/chunk.hpp"

namespace annals {

namespace {

constexpr std::array<std::string_view, kChunkKinds> kNames{
    "count",       "bare",        "maybe",     "thing",     "homes",    "single",    "name",
    "plural",      "lone",        "noun",      "be",        "have",     "modal",     "auxiliary",
    "negation",    "to",          "of",        "by",        "and",      "or",        "along",
    "conjunction", "preposition", "relative",  "pronoun",   "adverb",   "verb",      "doing",
    "said",        "harm_ed",     "harm_ing",  "harm_base", "die_ed",   "die_ing",   "die_base",
    "harm_adj",    "harm_noun",   "toll",      "ruin_ed",   "ruin_ing", "ruin_noun", "claim_verb",
    "leave_verb",  "reach",       "including", "of_whom",   "time",     "comma",     "colon",
    "semicolon",   "dash",        "open",      "close",     "quote",    "modifier",  "other"};

}  // namespace

ChunkRules::ChunkRules(const WordTable& words)
    : counts(words),
      person(words.find_class("person")),
      persons(words.find_class("persons")),
      unit_noun(words.find_class("unit_noun")),
      person_adjective(words.find_class("person_adjective")),
      people_demonym(words.find_class("people_demonym")),
      demonym(words.find_class("demonym")),
      thing(words.find_class("thing")),
      home(words.find_class("home")),
      place(words.find_class("place")),
      be(words.find_class("be")),
      have(words.find_class("have")),
      modal(words.find_class("modal")),
      auxiliary(words.find_class("auxiliary")),
      negation(words.find_class("negation")),
      to(words.find_class("to")),
      of(words.find_class("of")),
      by(words.find_class("by")),
      and_(words.find_class("and")),
      or_(words.find_class("or")),
      along(words.find_class("along")),
      conjunction(words.find_class("conjunction")),
      preposition(words.find_class("preposition")),
      relative(words.find_class("relative")),
      pronoun(words.find_class("pronoun")),
      possessive(words.find_class("possessive")),
      definite(words.find_class("definite")),
      indefinite(words.find_class("indefinite")),
      determiner(words.find_class("determiner")),
      adverb(words.find_class("adverb")),
      including(words.find_class("including")),
      of_whom(words.find_class("of_whom")),
      ordinal_word(words.find_class("ordinal_word")),
      year_word(words.find_class("year_word")),
      age_word(words.find_class("age_word")),
      old_word(words.find_class("old_word")),
      name_particle(words.find_class("name_particle")),
      title_abbreviation(words.find_class("title_abbreviation")),
      verb_past(words.find_class("verb_past")),
      verb_s(words.find_class("verb_s")),
      verb_ing(words.find_class("verb_ing")),
      verb_base(words.find_class("verb_base")),
      speech(words.find_class("speech")),
      harm_ed(words.find_class("harm_ed")),
      harm_ing(words.find_class("harm_ing")),
      harm_base(words.find_class("harm_base")),
      die_ed(words.find_class("die_ed")),
      die_ing(words.find_class("die_ing")),
      die_base(words.find_class("die_base")),
      harm_adj(words.find_class("harm_adj")),
      harm_noun(words.find_class("harm_noun")),
      toll(words.find_class("toll")),
      ruin_ed(words.find_class("ruin_ed")),
      ruin_ing(words.find_class("ruin_ing")),
      ruin_noun(words.find_class("ruin_noun")),
      claim_verb(words.find_class("claim_verb")),
      leave_verb(words.find_class("leave_verb")),
      reach(words.find_class("reach")),
      harmless(words.find_class("harmless")),
      intent(words.find_class("intent")),
      demand(words.find_class("demand")),
      harmed(words.find_class("harmed")),
      disease(words.find_class("disease")),
      fatal(words.find_class("fatal")),
      edge(words.find_class("edge")),
      lone_zero(words.find_class("lone_zero")),
      in_law(words.find_class("in_law")),
      speaking_pronoun(words.find_class("speaking_pronoun")),
      object(words.find_class("object_pronoun")),
      several(words.find_class("plural_pronoun")),
      of_one(words.find_class("of_one")) {
  triggers = {{harmless, ChunkKind::noun},
              {toll, ChunkKind::toll},
              {harm_ed, ChunkKind::harm_ed},
              {harm_ing, ChunkKind::harm_ing},
              {harm_base, ChunkKind::harm_base},
              {die_ed, ChunkKind::die_ed},
              {die_ing, ChunkKind::die_ing},
              {die_base, ChunkKind::die_base},
              {harm_noun, ChunkKind::harm_noun},
              {harm_adj, ChunkKind::harm_adj},
              {ruin_ed, ChunkKind::ruin_ed},
              {ruin_ing, ChunkKind::ruin_ing},
              {ruin_noun, ChunkKind::ruin_noun},
              {along, ChunkKind::along},
              {including, ChunkKind::including},
              {of_whom, ChunkKind::of_whom},
              {claim_verb, ChunkKind::claim_verb},
              {leave_verb, ChunkKind::leave_verb},
              {reach, ChunkKind::reach}};
  plain = {{be, ChunkKind::be},
           {have, ChunkKind::have},
           {modal, ChunkKind::modal},
           {auxiliary, ChunkKind::auxiliary},
           {negation, ChunkKind::negation},
           {to, ChunkKind::to},
           {of, ChunkKind::of},
           {by, ChunkKind::by},
           {and_, ChunkKind::and_},
           {or_, ChunkKind::or_},
           {conjunction, ChunkKind::conjunction},
           {preposition, ChunkKind::preposition},
           {relative, ChunkKind::relative},
           {pronoun, ChunkKind::pronoun},
           {adverb, ChunkKind::adverb},
           {speech, ChunkKind::said},
           {verb_past, ChunkKind::verb},
           {verb_s, ChunkKind::verb},
           {verb_ing, ChunkKind::doing},
           {verb_base, ChunkKind::verb},
           {of_whom, ChunkKind::of_whom}};
  for (const Trigger& trigger : triggers) trigger_classes.add(trigger.klass);
  for (const Trigger& one : plain) plain_classes.add(one.klass);
  for (const ClassId id : {be,
                           have,
                           modal,
                           auxiliary,
                           negation,
                           to,
                           of,
                           by,
                           and_,
                           or_,
                           conjunction,
                           preposition,
                           relative,
                           pronoun,
                           adverb,
                           verb_past,
                           verb_s,
                           verb_ing,
                           speech,
                           harm_ed,
                           harm_ing,
                           harm_base,
                           die_ed,
                           die_ing,
                           die_base,
                           harm_adj,
                           harm_noun,
                           toll,
                           claim_verb,
                           reach,
                           along,
                           ruin_ed,
                           ruin_ing,
                           ruin_noun,
                           including,
                           possessive,
                           definite,
                           indefinite,
                           counts.hedge_before,
                           counts.unit_number,
                           counts.vague_word,
                           counts.hedge_more}) {
    boundary.add(id);
  }
  for (const ClassId id : {toll, along, harm_noun, counts.hedge_before, counts.vague_word})
    boundary_phrases.add(id);
}

bool is_finite_verb(ChunkKind kind) {
  switch (kind) {
    case ChunkKind::be:
    case ChunkKind::have:
    case ChunkKind::modal:
    case ChunkKind::auxiliary:
    case ChunkKind::verb:
    case ChunkKind::said:
    case ChunkKind::harm_ed:
    case ChunkKind::die_ed:
    case ChunkKind::die_base:
    case ChunkKind::harm_base:
    case ChunkKind::claim_verb:
    case ChunkKind::leave_verb:
    case ChunkKind::ruin_ed:
    case ChunkKind::reach: return true;
    default: return false;
  }
}

std::optional<ChunkKind> chunk_kind_named(std::string_view name) {
  const auto it = std::find(kNames.begin(), kNames.end(), name);
  if (it == kNames.end()) return std::nullopt;
  return static_cast<ChunkKind>(it - kNames.begin());
}

}  // namespace annals
