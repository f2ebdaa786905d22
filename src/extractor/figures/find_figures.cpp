#include "extractor/figures/find_figures.hpp"

#include <algorithm>

namespace annals {

namespace {

bool is_counted(ChunkKind kind) {
  return kind == ChunkKind::count || kind == ChunkKind::bare || kind == ChunkKind::maybe ||
         kind == ChunkKind::single || kind == ChunkKind::name;
}
bool is_joint(ChunkKind kind) {
  return kind == ChunkKind::comma || kind == ChunkKind::and_ || kind == ChunkKind::or_;
}
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

class Finder {
 public:
  Finder(const TokenizedText& text, const std::vector<Chunk>& chunks, const FrameRules& rules,
         std::optional<HarmKind>& last_kind)
      : text_(text), chunks_(chunks), rules_(rules), last_kind_(last_kind), claims_(chunks.size()) {}

  std::vector<FoundFigure> run() {
    const bool tells_harm = std::any_of(chunks_.begin(), chunks_.end(), [](const Chunk& chunk) {
      return is_trigger(chunk) || chunk.state != nullptr;
    });
    if (!tells_harm && !last_kind_) return {};  // "the victims were named as" needs no harm of its own
    match_frames();
    std::vector<FoundFigure> found;
    for (std::uint32_t i = 0; i < chunks_.size(); ++i) {
      if (claims_[i].row == nullptr) claim_by_itself(i);
      if (claims_[i].kind) found.push_back(make(i));
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
  };

  static bool carries_modifier(ChunkKind kind) {
    return is_counted(kind) || kind == ChunkKind::noun || kind == ChunkKind::plural ||
           kind == ChunkKind::toll || kind == ChunkKind::pronoun;
  }

  // The row that frames see: each modifier is one symbol. `at` gives the chunk of each symbol.
  void match_frames() {
    std::vector<PatternSet::Symbol> chunk_symbols;
    chunk_symbols.reserve(chunks_.size());
    for (const Chunk& chunk : chunks_) chunk_symbols.push_back(rules_.symbol(chunk, text_.tokens));
    std::vector<PatternSet::Symbol> row;
    std::vector<std::uint32_t> at;
    for (std::uint32_t i = 0; i < chunks_.size();) {
      if (i > 0 && carries_modifier(chunks_[i - 1].kind)) {
        const auto modifier =
            rules_.modifiers.longest([&](std::size_t k) { return chunk_symbols[k]; }, i, chunks_.size());
        if (modifier.length != 0) {
          row.push_back(FrameRules::kModifier);
          at.push_back(i);
          i += static_cast<std::uint32_t>(modifier.length);
          if (i >= chunks_.size()) break;
        }
      }
      row.push_back(chunk_symbols[i]);
      at.push_back(i);
      ++i;
    }
    at.push_back(static_cast<std::uint32_t>(chunks_.size()));
    for (std::uint32_t start = 0; start < row.size(); ++start) {
      const auto match = rules_.patterns.longest([&](std::size_t k) { return row[k]; }, start, row.size());
      if (match.length != 0) apply(at[start], at[start + match.length], match.pattern);
    }
  }

  void apply(std::uint32_t first, std::uint32_t last, std::size_t pattern) {
    const FrameRow& row = rules_.rows[pattern];
    std::uint32_t begin = first;
    std::uint32_t end = last;
    if (row.target == FrameRow::Target::before) {
      while (begin < last && !is_counted(chunks_[begin].kind)) ++begin;
      end = begin;
      for (std::uint32_t i = begin; i < last; ++i) {
        if (is_counted(chunks_[i].kind)) {
          end = i + 1;
        } else if (!is_joint(chunks_[i].kind)) {
          break;
        }
      }
    } else if (row.target == FrameRow::Target::after) {
      begin = last;
      for (std::uint32_t i = last; i > first; --i) {
        if (is_counted(chunks_[i - 1].kind)) {
          begin = i - 1;
        } else if (!is_joint(chunks_[i - 1].kind)) {
          break;
        }
      }
    }
    const auto [kind, trigger] = harm_in(first, last, begin, end, row);
    if (!kind) return;
    if (row.target == FrameRow::Target::after) end = without_speaker(begin, end);
    for (std::uint32_t i = begin; i < end; ++i) {
      if (!is_counted(chunks_[i].kind)) continue;
      if (chunks_[i].kind == ChunkKind::name && !may_be_person(chunks_[i], *kind)) continue;
      if (chunks_[i].kind == ChunkKind::single && !told_of_one(*kind)) continue;
      Claim& claim = claims_[i];
      const std::size_t rank = pattern + (row.weak ? 1000 : 0);
      if (claim.row != nullptr && claim.rank <= rank) continue;
      claim = {&row, rank, kind, trigger, row.part};
    }
  }

  // "killed 12 rebels, a spokesman said": the last of a list that goes on to do something is none of it.
  std::uint32_t without_speaker(std::uint32_t begin, std::uint32_t end) const {
    if (end - begin < 3 || end >= chunks_.size()) return end;
    const ChunkKind next = chunks_[end].kind;
    const bool acts = next == ChunkKind::said || next == ChunkKind::verb || next == ChunkKind::be ||
                      next == ChunkKind::have;
    const bool set_off = chunks_[end - 2].kind == ChunkKind::comma;
    return acts && set_off ? end - 2 : end;
  }

  struct Harm {
    std::optional<HarmKind> kind;
    std::uint32_t trigger = 0;
  };
  // The word that tells the harm: of a before-frame the last one after the list, of an after-frame the last
  // before it.
  Harm harm_in(std::uint32_t first, std::uint32_t last, std::uint32_t begin, std::uint32_t end,
               const FrameRow& row) const {
    Harm harm;
    for (std::uint32_t i = first; i < last; ++i) {
      if ((i >= begin && i < end) || !is_trigger(chunks_[i])) continue;
      const auto kind = kind_of(chunks_[i].entry);
      if (!kind) continue;
      const bool mixed = harm.kind && i == harm.trigger + 2 &&
                         (chunks_[i - 1].kind == ChunkKind::or_ || chunks_[i - 1].kind == ChunkKind::and_) &&
                         ((*harm.kind == HarmKind::killed && kind == HarmKind::injured) ||
                          (*harm.kind == HarmKind::injured && kind == HarmKind::killed));
      harm.kind = mixed ? HarmKind::casualties : kind;
      harm.trigger = i;
    }
    if (row.kind && harm.kind) harm.kind = row.kind;
    if (row.same_as_last) harm.kind = last_kind_.value_or(HarmKind::killed);
    return harm;
  }

  // A name stands for one person only where it looks like one: two or more words, no place, people or body
  // among them.
  bool may_be_person(const Chunk& chunk, HarmKind kind) const {
    const std::uint32_t words = chunk.count_last - chunk.count_first;
    const bool titled = chunk.count_first > chunk.first;
    if ((words < 2 && !titled) || words > 6) return false;
    if (kind != HarmKind::killed && kind != HarmKind::injured && kind != HarmKind::captive &&
        kind != HarmKind::casualties) {
      return false;
    }
    for (std::uint32_t i = chunk.count_first; i < chunk.count_last; ++i) {
      const Token& t = text_.tokens[i];
      if (t.kind == TokenKind::word && !t.capitalised) return false;
      const ClassSet& set = rules_.words->classes(t.word);
      if (i + 1 == chunk.count_last && rules_.no_person.meets(set)) return false;
      if (set.has(rules_.chunks.thing) || set.has(rules_.chunks.demonym)) return false;
    }
    return true;
  }

  // One person who flees or is in need is no figure of displacement.
  static bool told_of_one(HarmKind kind) {
    return kind != HarmKind::displaced && kind != HarmKind::affected && kind != HarmKind::sick;
  }

  // Counts that no frame claims but that say the harm themselves, or stand as a part of one just told.
  void claim_by_itself(std::uint32_t i) {
    const Chunk& chunk = chunks_[i];
    if (chunk.kind != ChunkKind::count && chunk.kind != ChunkKind::bare && chunk.kind != ChunkKind::single)
      return;
    if (chunk.state != nullptr && chunk.kind == ChunkKind::count) {
      claims_[i].kind = kind_of(chunk.state);
      claims_[i].trigger = i;
      return;
    }
    if (chunk.unit != nullptr && chunk.unit->value == "bodies") {
      claims_[i].kind = HarmKind::killed;
      claims_[i].trigger = i;
      return;
    }
    if (const auto whole = whole_of(i)) {
      claims_[i].row = whole->row;
      claims_[i].kind = whole->kind;
      claims_[i].trigger = whole->trigger;
      claims_[i].part = true;
    }
  }

  // "including 12 children", "12 people (four of them children)": the figure that this count is a part of.
  std::optional<Claim> whole_of(std::uint32_t i) const {
    bool subset =
        chunks_[i].part && (chunks_[i].kind == ChunkKind::count || chunks_[i].kind == ChunkKind::bare);
    const auto sets_off = [](ChunkKind kind) { return kind == ChunkKind::dash || kind == ChunkKind::open; };
    if (i >= 2 && chunks_[i].kind == ChunkKind::single && chunks_[i - 1].kind == ChunkKind::comma &&
        chunks_[i - 2].kind == ChunkKind::name) {
      return std::nullopt;  // "X, a member of parliament"
    }
    if (i >= 2 && sets_off(chunks_[i - 1].kind) && claims_[i - 2].kind && is_counted(chunks_[i - 2].kind))
      subset = true;
    std::uint32_t at = i;
    while (at > 0) {
      --at;
      const ChunkKind kind = chunks_[at].kind;
      if (kind == ChunkKind::including) subset = true;
      if (subset && claims_[at].kind && !claims_[at].part) return claims_[at];
      if (subset && claims_[at].kind) return claims_[at];
      if (!subset && !is_counted(kind) && !is_joint(kind) && kind != ChunkKind::noun &&
          kind != ChunkKind::plural)
        break;
    }
    return std::nullopt;
  }

  FoundFigure make(std::uint32_t i) {
    const Chunk& chunk = chunks_[i];
    const Claim& claim = claims_[i];
    FoundFigure found;
    Figure& f = found.figure;
    f.span = bytes(chunk.count_first, chunk.count_last);
    f.kind = *claim.kind;
    f.quantity = chunk.quantity;
    if (chunk.unit != nullptr) f.unit = unit_named(chunk.unit->value).value_or(Unit::people);
    if (chunk.who_last > chunk.who_first) {
      const Span who = bytes(chunk.who_first, chunk.who_last);
      f.victims = Quote{who, std::string(slice(text_.text, who))};
    }
    f.part = claim.part || chunk.part;
    f.more = chunk.more;
    const Entry* own = chunk.state != nullptr ? chunk.state : chunk.unit;
    f.rule = claim.row != nullptr ? claim.row->where : own != nullptr ? own->where : "";
    found.chunk = i;
    found.trigger = claim.trigger;
    found.total_frame = claim.row != nullptr && claim.row->total;
    last_kind_ = f.kind;
    return found;
  }

  Span bytes(std::uint32_t first, std::uint32_t last) const {
    return {text_.tokens[first].begin, text_.tokens[last - 1].end};
  }

  const TokenizedText& text_;
  const std::vector<Chunk>& chunks_;
  const FrameRules& rules_;
  std::optional<HarmKind>& last_kind_;
  std::vector<Claim> claims_;
};

}  // namespace

std::vector<FoundFigure> find_figures(const TokenizedText& text, const std::vector<Chunk>& chunks,
                                      const FrameRules& rules, std::optional<HarmKind>& last_kind) {
  return Finder(text, chunks, rules, last_kind).run();
}

}  // namespace annals
