#pragma once
// A sentence as a row of chunks: counted people, other noun phrases, and the words that decide who did what
// to whom. Frames (figures/frame_rules.hpp) are patterns over chunks, so a rule of data reads "count be
// harm_ed".
//   "At least 12 people were killed" => count(At least 12 people) be(were) harm_ed(killed)

#include <array>
#include <optional>
#include <string_view>
#include <vector>

#include "annals/model/timex.hpp"

#include "extractor/figures/count.hpp"

namespace annals {

enum class ChunkKind : std::uint8_t {
  count,   // counted people: "12 soldiers"
  bare,    // a count with no noun: "30"
  maybe,   // a count and a noun that no table knows: "12 Sunnis"
  thing,   // counted things
  homes,   // counted houses: "40 houses"
  single,  // one person by a determiner: "a man", "his wife"
  name,    // a run of capitalised words
  plural,  // people without a count
  lone,    // one person without a determiner: "stepfather"
  noun,
  be,
  have,
  modal,
  auxiliary,
  negation,
  to,
  of,
  by,
  and_,
  or_,
  along,  // "along with", "as well as"
  conjunction,
  preposition,
  relative,
  pronoun,
  adverb,
  verb,
  doing,  // "riding"
  said,
  harm_ed,
  harm_ing,
  harm_base,
  die_ed,
  die_ing,
  die_base,
  harm_adj,
  harm_noun,
  toll,
  ruin_ed,
  ruin_ing,
  ruin_noun,
  claim_verb,
  leave_verb,
  reach,
  including,
  of_whom,
  time,
  comma,
  colon,
  semicolon,
  dash,
  open,
  close,
  quote,
  modifier,  // only in frames: several chunks that hang on a noun phrase
  other,
};
inline constexpr int kChunkKinds = static_cast<int>(ChunkKind::other) + 1;
std::optional<ChunkKind> chunk_kind_named(std::string_view name);
// A verb that tells when: forms of be and have, modals, verbs of the tables.
bool is_finite_verb(ChunkKind kind);

struct Chunk {
  ChunkKind kind = ChunkKind::other;
  std::uint32_t first = 0;       // token
  std::uint32_t last = 0;        // one past
  const Entry* entry = nullptr;  // of a trigger: its row of harm.tsv
  // Of count, bare, maybe, thing, single, name:
  Quantity quantity;
  std::uint32_t count_first = 0;  // tokens of the count with its qualifier
  std::uint32_t count_last = 0;
  std::uint32_t who_first = 0;  // tokens that name who; empty: not said
  std::uint32_t who_last = 0;
  const Entry* unit = nullptr;    // "families", "households", "bodies", or none
  const Entry* state = nullptr;   // harm said by an adjective: "12 missing people"
  const Entry* harmed = nullptr;  // harm said by the noun: "12 hostages", or none
  bool more = false;
  bool part = false;  // "12 of the victims"
};

struct ChunkRules {
  CountRules counts;
  ClassId person, persons, unit_noun, person_adjective, people_demonym, demonym, thing, home, place;
  ClassId be, have, modal, auxiliary, negation, to, of, by, and_, or_, along, conjunction, preposition,
      relative, pronoun;
  ClassId possessive, definite, indefinite, determiner, adverb, including, of_whom, ordinal_word, year_word,
      age_word, old_word, name_particle, title_abbreviation;
  ClassId verb_past, verb_s, verb_ing, verb_base, speech;
  ClassId harm_ed, harm_ing, harm_base, die_ed, die_ing, die_base, harm_adj, harm_noun, toll, ruin_ed,
      ruin_ing, ruin_noun, claim_verb, leave_verb, reach, harmless, intent, demand, harmed, disease, fatal;
  ClassId edge;  // "early", "late"
  ClassId lone_zero;
  ClassId in_law;  // the last word of "brother-in-law"
  ClassId speaking_pronoun;
  ClassId object, several;  // of pronouns: "him", "them"
  ClassId of_one;           // verbs that one person takes: "was"

  struct Trigger {
    ClassId klass;
    ChunkKind kind;
  };
  std::vector<Trigger> triggers;  // words and phrases that can tell a harm; of two classes the earlier counts
  std::vector<Trigger> plain;     // words that make a chunk by themselves
  ClassSet trigger_classes;
  ClassSet plain_classes;
  ClassSet boundary_phrases;  // classes of the phrases that do
  ClassSet boundary;          // words that end a noun phrase
  explicit ChunkRules(const WordTable& words);
};

// Chunks of one sentence, in order. `timexes` are those of the whole text, sorted.
std::vector<Chunk> cut_chunks(const TokenizedText& text, const WordTable& words, const ChunkRules& rules,
                              const Sentence& sentence, const std::vector<Timex>& timexes);

}  // namespace annals
