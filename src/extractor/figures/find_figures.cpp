#include "extractor/figures/find_figures.hpp"

#include <algorithm>

#include "extractor/figures/harmed_lists.hpp"
#include "extractor/figures/intent.hpp"

namespace annals {

namespace {

constexpr std::uint32_t kGroupReach = 8;     // sentences over which people named are some of those counted
constexpr std::uint32_t kKindReach = 4;      // sentences over which "the victims were named as" looks back
constexpr std::uint32_t kNoneReach = 2;      // sentences over which "none" looks back
constexpr std::uint32_t kWholeReach = 8;     // chunks before a dash among which the whole of a part stands
constexpr std::size_t kWeak = 1000;          // added to the rank of weak rows
constexpr std::uint32_t kPronounReach = 40;  // chunks over which "killing him" looks back

bool is_trigger(const Chunk& chunk) {
  switch (chunk.kind) {
    case ChunkKind::harm_ed:
    case ChunkKind::harm_ing:
    case ChunkKind::harm_base:
    case ChunkKind::die_ed:
    case ChunkKind::die_ing:
    case ChunkKind::die_base:
    case ChunkKind::harm_adj:
    case ChunkKind::harm_noun:
    case ChunkKind::ruin_ed:
    case ChunkKind::ruin_ing:
    case ChunkKind::ruin_noun:
    case ChunkKind::toll: return true;
    default: return false;
  }
}

// "shot" alone leaves open whether they live.
std::optional<HarmKind> kind_of(const Entry* entry) {
  if (entry == nullptr) return std::nullopt;
  if (entry->value == "shot") return HarmKind::casualties;
  return harm_kind_named(entry->value);
}

bool is_bodies(const Chunk& chunk) {
  return chunk.unit != nullptr && chunk.unit->value == "bodies";
}

// One person who flees or is in need is no figure of displacement.
bool told_of_one(HarmKind kind) {
  return kind != HarmKind::displaced && kind != HarmKind::affected && kind != HarmKind::sick;
}

class Finder {
 public:
  Finder(const TokenizedText& text, const std::vector<Chunk>& chunks, const FrameRules& rules,
         ToldBefore& told)
      : text_(text),
        chunks_(chunks),
        rules_(rules),
        told_(told),
        claims_(chunks.size()),
        row_(text, chunks, rules),
        names_(text, rules, told.names),
        lists_(text, chunks, rules, row_, names_) {}

  std::vector<FoundFigure> run() {
    ++told_.sentences;
    told_.by_pronoun.clear();
    names_.remember(chunks_);
    const bool tells_harm = std::any_of(chunks_.begin(), chunks_.end(), [](const Chunk& chunk) {
      return is_trigger(chunk) || chunk.state != nullptr || chunk.harmed != nullptr || is_bodies(chunk) ||
             chunk.kind == ChunkKind::claim_verb;
    });
    if (!tells_harm && !last_kind()) return {};  // "the victims were named as" needs no harm of its own
    names_disease_ = std::any_of(chunks_.begin(), chunks_.end(), [&](const Chunk& chunk) {
      for (std::uint32_t t = chunk.first; t < chunk.last; ++t) {
        if (classes(t).has(rules_.chunks.disease)) return true;
      }
      return false;
    });
    match_frames();
    follow_pronouns();
    note_subjects();
    tell_the_fatal();
    read_breakdowns();
    std::vector<FoundFigure> found;
    for (std::uint32_t i = 0; i < chunks_.size(); ++i) {
      if (claims_[i].row == nullptr) claim_by_itself(i);
      if (claims_[i].row != nullptr && claims_[i].row->same_as_last) claims_[i].kind = last_kind();
      if (claims_[i].kind && !is_of_nothing(i)) found.push_back(make(i));
    }
    return found;
  }

 private:
  struct Claim {
    const FrameRow* row = nullptr;
    std::size_t rank = 0;
    std::optional<HarmKind> kind;
    std::uint32_t trigger = 0;
    bool part = false;
    bool apposed = false;  // no shorter frame takes it: says who is told of before, or nothing happened
    std::uint32_t own_first = 0;  // tokens, as those of FoundFigure
    std::uint32_t own_last = UINT32_MAX;
  };

  void match_frames() {
    row_.build();
    for (std::uint32_t start = 0; start < row_.size(); ++start) {
      const auto match = rules_.longest(row_.symbols(), start);
      if (match.length != 0) apply(start, start + static_cast<std::uint32_t>(match.length), match.pattern);
    }
  }

  void apply(std::uint32_t first, std::uint32_t last, std::size_t pattern) {
    const FrameRow& row = rules_.rows[pattern];
    ChunkRow::List list{first, last};
    ChunkRow::List whole = list;
    if (row.target == FrameRow::Target::before)
      list = lists_.before(whole = row_.first_list(first, last), last);
    if (row.target == FrameRow::Target::after) list = lists_.after(whole = row_.last_list(first, last));
    const auto [kind, trigger] = harm_in(first, last, list, row);
    if (row.same_as_last && (names_doer(first, list.begin) || (row.total && counts_things_before(first))))
      return;
    if (row.target == FrameRow::Target::after && list.begin > 0 &&
        row_.kind_at(list.begin - 1) == ChunkKind::of && hangs_on_pronoun(row_.chunk(list.begin - 1)))
      return;
    if (!kind || (row.closed && lists_.has_object(trigger, last)) || lists_.is_agent(list, last)) return;
    if (row.target == FrameRow::Target::before && lists_.is_negated(list, trigger)) {
      for (std::uint32_t r = list.begin; r < list.end; ++r) claims_[row_.chunk(r)].apposed = true;
      return;
    }
    // Those left out of the list as appositions: no shorter frame may start at them.
    for (std::uint32_t r = whole.begin; r < whole.end && list.end > list.begin; ++r) {
      const bool of_parts = whole.begin > 0 && row_.kind_at(whole.begin - 1) == ChunkKind::including;
      if ((r < list.begin || r >= list.end) && is_counted(row_.kind_at(r)) && !claims_[row_.chunk(r)].kind)
        claims_[row_.chunk(r)].apposed =
            row.target == FrameRow::Target::before && (r >= list.end || of_parts);
    }
    if (lists_.skips_joint(list)) return;
    const std::uint32_t joint =
        row.target == FrameRow::Target::before ? lists_.joint_of_others(list, trigger) : 0;
    if (joint != 0) {
      const Claim claim{&row, pattern + (row.weak ? kWeak : 0), kind, trigger, row.part, false};
      for (std::uint32_t i = joint + 1; i < trigger; ++i) {
        if (is_counted(chunks_[i].kind) && (claims_[i].row == nullptr || claim.rank < claims_[i].rank))
          claims_[i] = claim;
      }
      return;
    }
    const bool of_whom = list.begin > 0 && row_.kind_at(list.begin - 1) == ChunkKind::of_whom;
    const bool parts = row_.sums_up(list);
    for (std::uint32_t r = list.begin; r < list.end; ++r) {
      if (!is_counted(row_.kind_at(r))) continue;
      const std::uint32_t i = row_.chunk(r);
      if (lists_.is_named_next(r, list.end) || counts_things(i)) continue;
      // "gave the number of those identified as 73", but "the victims are 59"
      if (row.same_as_last && !row.total && chunks_[i].kind == ChunkKind::bare && list.begin > first &&
          row_.kind_at(list.begin - 1) != ChunkKind::be)
        continue;
      if (lists_.is_apposition(r, list)) {
        claims_[i].apposed = row.target == FrameRow::Target::before;
        continue;
      }
      if (chunks_[i].kind == ChunkKind::name && !(told_of_one(*kind) && names_.may_be_person(chunks_[i])))
        continue;
      const bool alone = chunks_[i].kind == ChunkKind::single || chunks_[i].kind == ChunkKind::lone;
      if (alone && !told_of_one(*kind)) continue;
      Claim& claim = claims_[i];
      const std::size_t rank = pattern + (row.weak ? kWeak : 0);
      if (claim.apposed || (claim.row != nullptr && claim.rank <= rank)) continue;
      claim = {&row, rank, kind, trigger, row.part || of_whom || (parts && r != list.begin), false};
    }
  }

  // "named the attacker as Jon Holm": who did it is none of those it was done to.
  bool names_doer(std::uint32_t first, std::uint32_t last) const {
    const auto is_held = [](std::optional<HarmKind> kind) {
      return kind == HarmKind::detained || kind == HarmKind::captive;
    };
    if (is_held(last_kind())) return false;
    if (std::any_of(claims_.begin(), claims_.end(), [&](const Claim& c) { return is_held(c.kind); }))
      return false;
    for (std::uint32_t r = first; r < last; ++r) {
      const Chunk& chunk = chunks_[row_.chunk(r)];
      const WordId head = text_.tokens[chunk.last - 1].word;
      for (const ClassId klass : {rules_.chunks.person, rules_.chunks.persons}) {
        const Entry* entry = rules_.words->entry(head, klass);
        if (entry != nullptr && entry->value == "attacker") return true;
      }
    }
    return false;
  }

  // "fired 5,000 rockets; the army put the number at 2,200"
  bool counts_things_before(std::uint32_t first) const {
    const auto end = chunks_.begin() + static_cast<std::ptrdiff_t>(row_.chunk(first));
    return std::any_of(chunks_.begin(), end, [](const Chunk& c) { return c.kind == ChunkKind::thing; });
  }

  // "released those of two residents": something of theirs.
  bool hangs_on_pronoun(std::uint32_t of) const {
    return of > 0 && is_trigger(chunks_[of - 1]) && chunks_[of].first > chunks_[of - 1].last;
  }

  // "had found none missing", where no people were told of
  bool is_of_nothing(std::uint32_t i) const {
    return classes(chunks_[i].count_first).has(rules_.chunks.lone_zero) &&
           (told_.kind_sentence == 0 || told_.sentences - told_.kind_sentence > kNoneReach);
  }

  // "shot three men, killing them", "abducted a guard and later shot him dead": what befell those told of
  // before.
  void follow_pronouns() {
    for (std::uint32_t i = 1; i < chunks_.size(); ++i) {
      if (chunks_[i].kind != ChunkKind::pronoun || !classes(chunks_[i].first).has(rules_.chunks.object))
        continue;
      std::uint32_t verb = i - 1;
      if (chunks_[verb].kind == ChunkKind::adverb && verb > 0) --verb;
      if (!is_transitive(chunks_[verb].kind) || chunks_[verb].entry == nullptr) continue;
      auto kind = kind_of(chunks_[verb].entry);
      if (i + 1 < chunks_.size() && is_trigger(chunks_[i + 1]) && chunks_[i + 1].entry != nullptr &&
          kind_of(chunks_[i + 1].entry) == HarmKind::killed)
        kind = HarmKind::killed;
      if (kind != HarmKind::killed && kind != HarmKind::injured) continue;
      std::uint32_t before = verb;
      const std::uint32_t reach = verb > kPronounReach ? verb - kPronounReach : 0;
      while (before > reach && !claims_[before - 1].kind) --before;
      if (before == reach) {
        note_person(i, verb, *kind);
        continue;
      }
      Claim& claim = claims_[before - 1];
      const auto n = point(chunks_[before - 1].quantity);
      const bool several = classes(chunks_[i].first).has(rules_.chunks.several);
      if (!n || (*n > 1) != several || claim.kind == HarmKind::killed) continue;
      if (kind == HarmKind::injured && claim.kind != HarmKind::casualties) continue;
      claim.kind = kind;
      claim.trigger = verb;
    }
  }

  // Someone told of by a pronoun alone: "killing him".
  void note_person(std::uint32_t pronoun, std::uint32_t trigger, HarmKind kind) {
    if (classes(chunks_[pronoun].first).has(rules_.chunks.several)) return;
    FoundFigure found;
    found.figure.span = bytes(chunks_[pronoun].first, chunks_[pronoun].last);
    found.figure.kind = kind;
    found.figure.quantity = exactly(1);
    found.chunk = pronoun;
    found.trigger = trigger;
    found.intended = is_intended(text_, chunks_, rules_, trigger);
    told_.by_pronoun.push_back(std::move(found));
  }

  // "He was killed", "she later died of her wounds"
  void note_subjects() {
    for (std::uint32_t i = 0; i + 1 < chunks_.size(); ++i) {
      if (chunks_[i].kind != ChunkKind::pronoun || claims_[i].kind) continue;
      const Entry* who =
          rules_.words->entry(text_.tokens[chunks_[i].first].word, rules_.chunks.speaking_pronoun);
      if (who == nullptr || who->value != "person") continue;
      std::uint32_t verb = i + 1;
      bool passive = false;
      while (verb + 1 < chunks_.size() &&
             (chunks_[verb].kind == ChunkKind::be || chunks_[verb].kind == ChunkKind::have ||
              chunks_[verb].kind == ChunkKind::adverb)) {
        passive = passive || chunks_[verb].kind == ChunkKind::be;
        ++verb;
      }
      const ChunkKind harm = chunks_[verb].kind;
      if (!(harm == ChunkKind::die_ed || (passive && harm == ChunkKind::harm_ed))) continue;
      const auto kind = kind_of(chunks_[verb].entry);
      if (kind == HarmKind::killed || kind == HarmKind::injured) note_person(i, verb, *kind);
    }
  }

  // "shot nine people, three of them fatally"
  void tell_the_fatal() {
    for (std::uint32_t i = 0; i + 1 < chunks_.size(); ++i) {
      if (!claims_[i].kind || chunks_[i + 1].kind != ChunkKind::adverb) continue;
      if (!classes(chunks_[i + 1].first).has(rules_.chunks.fatal)) continue;
      claims_[i].kind = HarmKind::killed;
      claims_[i].part = true;
    }
  }

  // "rescued seven: a soldier in October, two men in March and four people in Tolm last week": what stands
  // behind a colon and adds up to the figure before it are its parts, each with a place and day of its own.
  void read_breakdowns() {
    for (std::uint32_t colon = 1; colon < chunks_.size(); ++colon) {
      if (chunks_[colon].kind != ChunkKind::colon) continue;
      std::uint32_t whole = colon;
      const std::uint32_t reach = colon > kWholeReach ? colon - kWholeReach : 0;
      while (whole > reach && !claims_[whole - 1].kind) --whole;
      if (whole == reach) continue;
      const auto n = point(chunks_[--whole].quantity);
      std::vector<std::uint32_t> parts;
      std::int64_t sum = 0;
      for (std::uint32_t i = colon + 1; i < chunks_.size() && !is_trigger(chunks_[i]); ++i) {
        const ChunkKind kind = chunks_[i].kind;
        if (kind == ChunkKind::said || kind == ChunkKind::verb || kind == ChunkKind::be) break;
        if (kind != ChunkKind::count && kind != ChunkKind::bare && kind != ChunkKind::single) continue;
        sum += point(chunks_[i].quantity).value_or(0);
        parts.push_back(i);
      }
      if (!n || parts.size() < 2 || sum != *n) continue;
      for (std::size_t k = 0; k < parts.size(); ++k) {
        Claim& claim = claims_[parts[k]];
        claim = claims_[whole];
        claim.trigger = parts[k];
        claim.part = true;
        claim.own_first = chunks_[parts[k]].first;
        claim.own_last = k + 1 < parts.size() ? chunks_[parts[k + 1]].first : UINT32_MAX;
      }
      claims_[whole].own_last = chunks_[colon].first;
    }
  }

  // "... and one destroyed vehicle"
  bool counts_things(std::uint32_t i) const {
    return chunks_[i].kind == ChunkKind::bare && i + 2 < chunks_.size() &&
           chunks_[i + 1].kind == ChunkKind::ruin_ed &&
           (chunks_[i + 2].kind == ChunkKind::noun || chunks_[i + 2].kind == ChunkKind::thing);
  }

  // Some words tell harm only in company (their note): lives where they are claimed, lost or taken, cases
  // where a disease is named.
  bool tells_harm(std::uint32_t trigger) const {
    const std::string& note = chunks_[trigger].entry->note;
    if (note == "disease") return last_kind() == HarmKind::sick || names_disease_;
    if (note != "taken") return true;
    const std::uint32_t first = trigger > 3 ? trigger - 3 : 0;
    const std::size_t last = std::min<std::size_t>(trigger + 5, chunks_.size());
    return std::any_of(chunks_.begin() + first, chunks_.begin() + static_cast<std::ptrdiff_t>(last),
                       [](const Chunk& c) { return c.kind == ChunkKind::claim_verb; });
  }

  // "hospitalised with" tells an illness where a disease is named, else an injury.
  std::optional<HarmKind> kind_told(std::uint32_t trigger) const {
    const Entry* entry = chunks_[trigger].entry;
    if (entry != nullptr && entry->note == "by_disease" && (names_disease_ || last_kind() == HarmKind::sick))
      return HarmKind::sick;
    return kind_of(entry);
  }

  struct Harm {
    std::optional<HarmKind> kind;
    std::uint32_t trigger = 0;
  };
  // The word that tells the harm: of a before-frame the last one after the list, of an after-frame the last
  // before it.
  Harm harm_in(std::uint32_t first, std::uint32_t last, const ChunkRow::List& list,
               const FrameRow& row) const {
    Harm harm;
    std::uint32_t place = 0;  // in the row
    for (std::uint32_t r = first; r < last; ++r) {
      const bool in_list = row.target != FrameRow::Target::all && r >= list.begin && r < list.end;
      if (in_list || row_.is_modifier(r) || !is_trigger(chunks_[row_.chunk(r)])) continue;
      const auto kind = kind_told(row_.chunk(r));
      if (!kind || !tells_harm(row_.chunk(r))) continue;
      const bool mixed = harm.kind && r == place + 2 && is_joint(row_.kind_at(r - 1)) &&
                         (row_.kind_at(r - 1) == ChunkKind::and_ || row_.kind_at(r - 1) == ChunkKind::or_) &&
                         ((*harm.kind == HarmKind::killed && kind == HarmKind::injured) ||
                          (*harm.kind == HarmKind::injured && kind == HarmKind::killed));
      // "kidnapped and shot dead", "killed and ... arrested": of one count the worst is told.
      const bool worse_told =
          !mixed && harm.kind == HarmKind::killed && row.target == FrameRow::Target::before;
      if (row.first && harm.kind && kind != HarmKind::killed) continue;
      if (!worse_told) harm.kind = mixed ? HarmKind::casualties : kind;
      harm.trigger = row_.chunk(r);
      place = r;
    }
    if (row.kind) harm.kind = row.kind;
    if (row.same_as_last) harm.kind = last_kind().value_or(HarmKind::killed);  // anew in run()
    return harm;
  }

  const ClassSet& classes(std::uint32_t token) const {
    return rules_.words->classes(text_.tokens[token].word);
  }

  std::optional<HarmKind> last_kind() const {
    return told_.kind && told_.sentences - told_.kind_sentence <= kKindReach ? told_.kind : std::nullopt;
  }

  // Counts that no frame claims but that say the harm themselves, or stand as a part of one just told.
  void claim_by_itself(std::uint32_t i) {
    const Chunk& chunk = chunks_[i];
    if (!is_counted(chunk.kind) || chunk.kind == ChunkKind::homes || chunk.kind == ChunkKind::lone ||
        chunk.kind == ChunkKind::maybe)
      return;
    if (chunk.state != nullptr && (chunk.kind == ChunkKind::count || chunk.kind == ChunkKind::single)) {
      claims_[i].kind = kind_of(chunk.state);
      claims_[i].trigger = i;
      return;
    }
    if (is_bodies(chunk)) {
      claims_[i].kind = HarmKind::killed;
      claims_[i].trigger = i;
      return;
    }
    const auto n = point(chunk.quantity);
    if (chunk.harmed != nullptr && chunk.kind == ChunkKind::count && n && *n > 1) {
      claims_[i].kind = kind_of(chunk.harmed);
      claims_[i].trigger = i;
      return;
    }
    if (const auto whole = whole_of(i)) {
      claims_[i].row = whole->row;
      claims_[i].kind = whole->kind;
      claims_[i].trigger = whole->trigger;
      claims_[i].part = true;
      if (chunk.kind == ChunkKind::name && !(told_of_one(*claims_[i].kind) && names_.may_be_person(chunk)))
        claims_[i] = {};
    }
  }

  // "including 12 children", "12 people (four of them children)": the figure that this count is a part of.
  std::optional<Claim> whole_of(std::uint32_t i) const {
    if (i >= 2 && chunks_[i].kind == ChunkKind::single && chunks_[i - 1].kind == ChunkKind::comma &&
        chunks_[i - 2].kind == ChunkKind::name) {
      return std::nullopt;  // "X, a member of parliament"
    }
    if (i >= 1 && chunks_[i].kind == ChunkKind::name &&
        (chunks_[i - 1].kind == ChunkKind::of || chunks_[i - 1].kind == ChunkKind::preposition))
      return std::nullopt;  // "12 in the city of X"
    std::uint32_t at = i;   // start of the list that this count is one of
    bool subset =
        chunks_[i].part && (chunks_[i].kind == ChunkKind::count || chunks_[i].kind == ChunkKind::bare);
    bool placed = false;
    bool set_off = false;
    while (!subset && at > 0) {
      const ChunkKind kind = chunks_[at - 1].kind;
      if (kind == ChunkKind::including) {
        subset = true;
      } else if (kind == ChunkKind::dash || kind == ChunkKind::open || kind == ChunkKind::colon) {
        subset = !placed && (chunks_[i].kind != ChunkKind::name || kind == ChunkKind::colon);
        if (!subset) return std::nullopt;
        set_off = true;
      } else if (kind == ChunkKind::preposition || kind == ChunkKind::time) {
        placed = true;  // "including 16 in Lanta and 15 in Tolm"
      } else if (!is_counted(kind) && !is_joint(kind) && kind != ChunkKind::noun &&
                 kind != ChunkKind::plural && kind != ChunkKind::of && kind != ChunkKind::adverb) {
        return std::nullopt;
      }
      --at;
    }
    const std::uint32_t reach = set_off && at > kWholeReach ? at - kWholeReach : 0;
    while (subset && at > reach) {
      --at;
      if (!claims_[at].kind) continue;
      // "killed one person and cost nine million (78 million in today's money)": no part is more than its
      // whole.
      const std::int64_t whole = point(chunks_[at].quantity).value_or(0);
      if (set_off && whole > 0 && point(chunks_[i].quantity).value_or(0) > whole) return std::nullopt;
      return claims_[at];
    }
    return std::nullopt;
  }

  FoundFigure make(std::uint32_t i) {
    const Chunk& chunk = chunks_[i];
    const Claim& claim = claims_[i];
    FoundFigure found;
    Figure& f = found.figure;
    f.span = bytes(chunk.count_first, chunk.count_last);
    f.kind = is_bodies(chunk) && *claim.kind != HarmKind::missing ? HarmKind::killed : *claim.kind;
    f.quantity = chunk.quantity;
    if (chunk.unit != nullptr) f.unit = unit_named(chunk.unit->value).value_or(Unit::people);
    if (chunk.who_last > chunk.who_first) {
      const Span who = bytes(chunk.who_first, chunk.who_last);
      f.victims = Quote{who, std::string(slice(text_.text, who))};
    }
    f.part = claim.part || chunk.part;
    f.more = chunk.more;
    const Entry* own = chunk.state != nullptr    ? chunk.state
                       : chunk.harmed != nullptr ? chunk.harmed
                                                 : chunk.unit;
    f.rule = claim.row != nullptr ? claim.row->where : own != nullptr ? own->where : "";
    found.chunk = i;
    found.trigger = claim.trigger;
    found.own_first = claim.own_first;
    found.own_last = claim.own_last;
    found.intended = is_intended(text_, chunks_, rules_, claim.trigger);
    found.total_frame = claim.row != nullptr && claim.row->total;
    // "Five people were killed. ... Anna Berg was killed": one of the five.
    const auto n = point(f.quantity);
    std::uint32_t& group = told_.group_sentence[static_cast<std::size_t>(f.kind)];
    if (!f.part && chunk.kind == ChunkKind::name && group != 0 && told_.sentences - group <= kGroupReach)
      f.part = found.of_group = true;
    if (n && *n > 1) group = told_.sentences;
    if (chunk.kind == ChunkKind::name && f.part && group != 0) group = told_.sentences;
    told_.kind = f.kind;
    told_.kind_sentence = told_.sentences;
    return found;
  }

  Span bytes(std::uint32_t first, std::uint32_t last) const {
    return {text_.tokens[first].begin, text_.tokens[last - 1].end};
  }

  const TokenizedText& text_;
  const std::vector<Chunk>& chunks_;
  const FrameRules& rules_;
  ToldBefore& told_;
  bool names_disease_ = false;
  std::vector<Claim> claims_;
  ChunkRow row_;
  PersonNames names_;
  HarmedLists lists_;
};

}  // namespace

std::vector<FoundFigure> find_figures(const TokenizedText& text, const std::vector<Chunk>& chunks,
                                      const FrameRules& rules, ToldBefore& told) {
  return Finder(text, chunks, rules, told).run();
}

}  // namespace annals
